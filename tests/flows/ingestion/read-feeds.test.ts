import { describe, expect, it, vi } from 'vitest';
import { MemoryCatalogue } from '../../../src/adapters/memory-catalogue.ts';
import { createMemoryFeeds, createMemoryIngestion } from '../../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../../src/adapters/page-fetch/page-fetcher.ts';
import { lastFeedResults } from '../../../src/flows/ingestion/feed-results.ts';
import { readFeeds } from '../../../src/flows/ingestion/read-feeds.ts';
import { createUpstream, storyPage } from './upstream.ts';

const FEED = 'https://feeds.example/all.xml';
const OTHER = 'https://news.example/other.json';

function createNewsroom() {
  const upstream = createUpstream();
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const now = () => clock.now;
  const catalogue = new MemoryCatalogue(now);
  const policy = {
    sites: [{ host: 'news.example', pathPrefix: '' }],
    ownHosts: [],
  };
  const feeds = [FEED, OTHER];
  const fetcher = createPageFetcher({
    policy,
    userAgent: 'Standfirst/test',
    secret: undefined,
    feedHosts: ['feeds.example', 'news.example'],
    send: upstream.send,
  });
  const memory = createMemoryFeeds();
  const ingestion = createMemoryIngestion({ catalogue, fetcher, policy, now });
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const run = () => readFeeds({ feeds, policy, fetcher, memory, ingestion, now, onFailure });
  return {
    upstream,
    clock,
    catalogue,
    memory,
    ingestion,
    run,
    feeds,
    failures,
  };
}

function rss(items: Record<string, string>): Response {
  const list = Object.entries(items).map(
    ([url, date]) => `<item><link>${url}</link><pubDate>${date}</pubDate></item>`,
  );
  return new Response(`<rss><channel>${list.join('')}</channel></rss>`, {
    headers: {
      'Content-Type': 'application/rss+xml',
      ETag: `"${JSON.stringify(items).length}"`,
    },
  });
}

describe('feeds by the clock', () => {
  it('new items are read once, changed ones again, and others’ pages never', async () => {
    const { upstream, run, memory, feeds } = createNewsroom();
    upstream.put('https://news.example/1', storyPage());
    upstream.put('https://news.example/2', storyPage({ title: 'Two' }));
    const items: Record<string, string> = {
      'https://news.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT',
      'https://news.example/2': 'Mon, 02 Mar 2026 08:30:00 GMT',
      'https://evil.example/3': 'Mon, 02 Mar 2026 08:40:00 GMT',
    };
    upstream.put(FEED, () => rss(items));
    upstream.put(
      OTHER,
      () =>
        new Response('{"version":"https://jsonfeed.org/version/1","items":[]}', {
          headers: { 'Content-Type': 'application/feed+json' },
        }),
    );
    expect((await run())[0]).toMatchObject({
      outcome: 'read',
      created: 2,
      refused: 1,
    });
    expect((await run())[0]).toMatchObject({
      outcome: 'read',
      created: 0,
      unchanged: 3,
    });
    items['https://news.example/2'] = 'Mon, 02 Mar 2026 09:30:00 GMT';
    upstream.put('https://news.example/2', storyPage({ title: 'Two, corrected' }));
    expect((await run())[0]).toMatchObject({ changed: 1, unchanged: 2 });
    expect(upstream.requests.filter(({ url }) => url.includes('evil'))).toEqual([]);
    expect(await lastFeedResults(memory, feeds)).toHaveLength(2);
  });

  it('a page that a feed lists twice is one item, and dates pages that do not date themselves', async () => {
    const { upstream, run, catalogue } = createNewsroom();
    const undated = storyPage().replaceAll('2026-03-02T08:00:00Z', 'lately');
    upstream.put('https://news.example/1', undated);
    const items = {
      'https://news.example/1#u1': 'Sun, 01 Mar 2026 08:00:00 GMT',
      'https://news.example/1#u2': 'Sun, 01 Mar 2026 09:00:00 GMT',
    };
    upstream.put(
      FEED,
      () =>
        new Response(rss(items).body, {
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
    );
    expect((await run())[0]).toMatchObject({ outcome: 'read', created: 1 });
    const looks = upstream.requests.length;
    expect((await run())[0]).toMatchObject({ created: 0, unchanged: 1 });
    expect(upstream.requests.slice(looks).filter(({ url }) => url.endsWith('/1'))).toEqual([]);
    expect((await catalogue.list({ limit: 5 }, 'public')).items[0]?.publishedAt).toBe('2026-03-01T08:00:00Z');
  });

  it('a feed that is not well-formed is read as far as it is, and that is told', async () => {
    const { upstream, run } = createNewsroom();
    upstream.put('https://news.example/1', storyPage());
    const source =
      '<rss><channel><item><link>https://news.example/1</link><description>a<br>b</description></item>';
    upstream.put(
      FEED,
      () =>
        new Response(source, {
          headers: { 'Content-Type': 'application/rss+xml' },
        }),
    );
    expect((await run())[0]).toMatchObject({
      outcome: 'read',
      created: 1,
      detail: expect.stringContaining('not well-formed'),
    });
  });

  it('validators are sent back, and 304 reads nothing', async () => {
    const { upstream, run } = createNewsroom();
    upstream.put('https://news.example/1', storyPage());
    upstream.put(FEED, (headers) =>
      headers.has('If-None-Match')
        ? new Response(null, { status: 304 })
        : rss({ 'https://news.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT' }),
    );
    await run();
    expect((await run())[0]).toMatchObject({ outcome: 'unchanged' });
  });

  it('a bad feed never stops another, and Retry-After is kept', async () => {
    const { upstream, run, clock, catalogue } = createNewsroom();
    upstream.put('https://news.example/1', storyPage());
    upstream.put(FEED, () => new Response('', { status: 429, headers: { 'Retry-After': '3600' } }));
    upstream.put(OTHER, () => rss({ 'https://news.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT' }));
    const [bad, good] = await run();
    expect(bad).toMatchObject({
      outcome: 'failed',
      detail: 'its server answered 429',
    });
    expect(good).toMatchObject({ outcome: 'read', created: 1 });
    const asked = upstream.requests.length;
    clock.now += 3_599_000;
    expect((await run())[0]).toMatchObject({ outcome: 'waiting' });
    expect(upstream.requests.filter(({ url }) => url === FEED)).toHaveLength(1);
    clock.now += 2_000;
    expect((await run())[0]).toMatchObject({ outcome: 'failed' });
    expect(upstream.requests.length).toBeGreaterThan(asked);
    const [owner] = await catalogue.ownersOf(['https://news.example/1']);
    const entry = await catalogue.read(owner ?? '');
    expect(entry).toMatchObject({
      state: 'article',
      record: { source: 'feed' },
    });
  });

  it('what is no feed is left alone for a quarter of an hour', async () => {
    const { upstream, run, clock } = createNewsroom();
    upstream.put(FEED, storyPage());
    expect((await run())[0]).toMatchObject({
      outcome: 'failed',
      detail: 'it is no feed',
    });
    clock.now += 14 * 60_000;
    expect((await run())[0]).toMatchObject({ outcome: 'waiting' });
    clock.now += 60_000;
    expect((await run())[0]).toMatchObject({ outcome: 'failed' });
    expect(upstream.requests.filter(({ url }) => url === FEED)).toHaveLength(2);
  });

  it('a page that fails is tried again with the next run', async () => {
    const { upstream, run, clock } = createNewsroom();
    let isUp = false;
    upstream.put('https://news.example/1', () =>
      isUp
        ? new Response(storyPage(), {
            headers: { 'Content-Type': 'text/html' },
          })
        : new Response('', { status: 503 }),
    );
    upstream.put(FEED, (headers) =>
      headers.has('If-None-Match')
        ? new Response(null, { status: 304 })
        : rss({ 'https://news.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT' }),
    );
    expect((await run())[0]).toMatchObject({ created: 0, refused: 1 });
    isUp = true;
    clock.now += 10 * 60_000;
    expect((await run())[0]).toMatchObject({ created: 1 });
  });

  it('of a hundred new items forty are read a run, until all are', async () => {
    const { upstream, run } = createNewsroom();
    const items: Record<string, string> = {};
    for (let index = 0; index < 100; index += 1) {
      items[`https://news.example/${index}`] = 'Mon, 02 Mar 2026 08:00:00 GMT';
      upstream.put(`https://news.example/${index}`, storyPage({ title: `Story ${index}` }));
    }
    upstream.put(FEED, () => rss(items));
    const created: number[] = [];
    for (let round = 1; round <= 4; round += 1) created.push((await run())[0]?.created ?? 0);
    expect(created).toEqual([40, 40, 20, 0]);
  });

  it('a page of a host that is not registered is nobody’s to read: no crawler is asked', async () => {
    const { upstream, run, ingestion } = createNewsroom();
    const ingest = vi.spyOn(ingestion, 'ingest');
    upstream.put(FEED, () => rss({ 'https://evil.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT' }));
    expect((await run())[0]).toMatchObject({ refused: 1 });
    expect(ingest).not.toHaveBeenCalled();
  });

  it('a memory or a crawler that fails is one feed’s failure, and the log is told', async () => {
    const { upstream, run, memory, failures } = createNewsroom();
    upstream.put('https://news.example/1', storyPage());
    upstream.put(OTHER, () => rss({ 'https://news.example/1': 'Mon, 02 Mar 2026 08:00:00 GMT' }));
    const { load } = memory;
    memory.load = (feed) => (feed === FEED ? Promise.reject(new Error('no store')) : load(feed));
    const [bad, good] = await run();
    expect(bad).toMatchObject({
      outcome: 'failed',
      detail: 'something went wrong on our side',
    });
    expect(failures).toEqual([new Error('no store')]);
    expect(good).toMatchObject({ outcome: 'read', created: 1 });
  });

  it('what a reader asked for too early is read when the feed lists it', async () => {
    const { upstream, run, ingestion } = createNewsroom();
    const pageUrl = 'https://news.example/soon';
    expect(await ingestion.ingest({ pageUrl, reason: 'view', maxAgeMs: 0 })).toMatchObject({ ok: false });
    upstream.put(pageUrl, storyPage());
    upstream.put(FEED, () => rss({ [pageUrl]: 'Mon, 02 Mar 2026 08:00:00 GMT' }));
    expect((await run())[0]).toMatchObject({ created: 1 });
  });
});
