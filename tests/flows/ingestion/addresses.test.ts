import { describe, expect, it, vi } from 'vitest';
import { MemoryCatalogue } from '../../../src/adapters/memory-catalogue.ts';
import { createMemoryIngestion } from '../../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../../src/adapters/page-fetch/page-fetcher.ts';
import { AUTHORIZED } from '../../http/memory-service.ts';
import { createUpstream, PARAGRAPHS, page, storyPage } from './upstream.ts';
import { createWorld, listed, STORY, type World } from './world.ts';

describe('one page under many addresses', () => {
  it('any number of made-up queries stores one article, and after a few costs no request', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head: `<link rel="canonical" href="${STORY}">` }));
    for (let index = 1; index <= 100; index += 1) {
      expect((await world.summary(`${STORY}?x=${index}`)).status).toBe(200);
    }
    expect(await listed(world)).toHaveLength(1);
    expect(world.upstream.requests.length).toBeLessThan(10);
  });

  it('without a canonical link the same words under another query are the same article', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    for (let index = 1; index <= 5; index += 1) await world.summary(`${STORY}?x=${index}`);
    expect(await listed(world)).toHaveLength(1);
  });

  it('a second page of a story is a page of its own', async () => {
    const world = createWorld();
    world.upstream.put(`${STORY}?page=1`, storyPage());
    world.upstream.put(`${STORY}?page=2`, storyPage({ title: 'The bridge, second part' }));
    await world.summary(`${STORY}?page=1`);
    await world.summary(`${STORY}?page=2`);
    expect(await listed(world)).toHaveLength(2);
  });

  it('a redirect and a canonical link make aliases, never a second article', async () => {
    const world = createWorld();
    const amp = 'https://news.example/amp/bridge';
    const short = 'https://go.news.example/b';
    world.upstream.put(STORY, storyPage({ head: `<link rel="canonical" href="${STORY}">` }));
    world.upstream.put(amp, storyPage({ head: `<link rel="canonical" href="${STORY}">` }));
    world.upstream.put(short, () => new Response(null, { status: 301, headers: { Location: STORY } }));
    for (const url of [short, STORY, amp]) expect((await world.summary(url)).status).toBe(200);
    const [article, second] = await listed(world);
    expect(second).toBeUndefined();
    expect(article?.url).toBe(STORY);
    const { aliases } = (await (
      await world.call(`/v1/articles/${article?.slug}`, { headers: AUTHORIZED })
    ).json()) as { aliases: string[] };
    expect(aliases.sort()).toEqual([short, amp].sort());
  });

  it('a canonical link to a host that is not registered is not believed', async () => {
    const world = createWorld();
    world.upstream.put(
      STORY,
      storyPage({ head: '<link rel="canonical" href="https://evil.example/theirs">' }),
    );
    await world.summary();
    expect((await listed(world))[0]?.url).toBe(STORY);
  });

  it('of ten thousand made-up queries none stores a second article', async () => {
    const { ingest, upstream, catalogue } = createReader();
    upstream.put(STORY, storyPage({ head: `<link rel="canonical" href="${STORY}">` }));
    const slugs = new Set<string>();
    for (let index = 1; index <= 10_000; index += 1) slugs.add(await ingest(`${STORY}?x=${index}`));
    expect(slugs.size).toBe(1);
    expect(upstream.requests).toHaveLength(1);
    expect((await catalogue.list({ limit: 100 }, 'all')).items).toHaveLength(1);
  });

  it('words that differ at every visit make no second article, with no canonical link either', async () => {
    const world = createWorld();
    let visits = 0;
    const [longest = '', ...rest] = PARAGRAPHS;
    world.upstream.put(STORY, () => {
      visits += 1;
      return page(storyPage({ paragraphs: [`Updated ${visits} minutes ago.`, longest, ...rest] }));
    });
    for (let index = 1; index <= 20; index += 1) await world.summary(`${STORY}?x=${index}`);
    const [article, second] = await listed(world);
    expect(second).toBeUndefined();
    const { revision } = (await (
      await world.call(`/v1/articles/${article?.slug}`, { headers: AUTHORIZED })
    ).json()) as { revision: number };
    expect(revision).toBe(1);
  });

  it('a query that was read first gives way to the bare address', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    await world.summary(`${STORY}?made=up`);
    expect((await listed(world))[0]?.url).toBe(`${STORY}?made=up`);
    await world.summary();
    expect(await listed(world)).toMatchObject([{ url: STORY }]);
  });

  it('a story in a query is never taken for another one, whatever was asked before', async () => {
    const world = createWorld();
    const story = (id: number) => `https://news.example/story?id2=${id}`;
    const send = (id: number) => {
      const head = `<link rel="canonical" href="${story(id)}">`;
      return storyPage({
        title: `Story ${id}`,
        head,
        paragraphs: PARAGRAPHS.map((text) => `${id}: ${text}`),
      });
    };
    for (const id of ['1', '01', '1a', '1&x=1', '1&x=2', '1&x=3'])
      world.upstream.put(`https://news.example/story?id2=${id}`, send(1));
    world.upstream.put(story(2), send(2));
    for (const id of ['1', '01', '1a', '1&x=1', '1&x=2', '1&x=3'])
      await world.summary(`https://news.example/story?id2=${id}`);
    const { article } = (await (await world.summary(story(2))).json()) as { article: { title: string } };
    expect(article.title).toBe('Story 2');
  });

  it('a canonical link to the front page is a mistake that is not believed', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head: '<link rel="canonical" href="https://news.example/">' }));
    await world.summary();
    expect((await listed(world))[0]?.url).toBe(STORY);
  });

  it('a query is never taken for the bare page where no canonical link says so', async () => {
    const world = createWorld();
    const other = 'https://news.example/story?number=2';
    world.upstream.put('https://news.example/story', storyPage());
    world.upstream.put(
      other,
      storyPage({ title: 'Another', paragraphs: [...PARAGRAPHS].reverse().slice(0, 3) }),
    );
    await world.summary('https://news.example/story');
    const { article } = (await (await world.summary(other)).json()) as { article: { title: string } };
    expect(article.title).toBe('Another');
  });

  it('the address that a page calls its own is looked at with the next occasion', async () => {
    const world = createWorld();
    const head = `<link rel="canonical" href="${STORY}">`;
    const amp = 'https://news.example/amp/bridge';
    world.upstream.put(amp, storyPage({ head, paragraphs: PARAGRAPHS.slice(0, 3) }));
    world.upstream.put(STORY, storyPage({ head }));
    await world.summary(amp);
    await world.ingestion.ingest({ pageUrl: STORY, reason: 'recheck', maxAgeMs: 5 * 60_000 });
    expect((await stored(world)).text).toContain(PARAGRAPHS[4]);
  });

  it('a reader who finds the printer’s view adds an address and changes no word', async () => {
    const world = createWorld();
    const head = `<link rel="canonical" href="${STORY}">`;
    world.upstream.put(STORY, storyPage({ head }));
    await world.summary();
    const print = 'https://news.example/print/bridge';
    world.upstream.put(print, storyPage({ head, paragraphs: PARAGRAPHS.slice(0, 2) }));
    const before = await stored(world);
    expect((await world.summary(print)).status).toBe(200);
    const after = await stored(world);
    expect(after.text).toBe(before.text);
    expect(after.updatedAt).toBe(before.updatedAt);
    expect(after.aliases).toEqual([print]);
    world.upstream.put(`${STORY}?print=1`, storyPage({ head, paragraphs: PARAGRAPHS.slice(0, 2) }));
    await world.summary(`${STORY}?print=1`);
    expect(await stored(world)).toEqual(after);
  });

  async function stored(world: World) {
    const [{ slug } = { slug: '' }] = await listed(world);
    const response = await world.call(`/v1/articles/${slug}`, { headers: AUTHORIZED });
    return (await response.json()) as { text: string; updatedAt: string; aliases: string[] };
  }
});

/** The flow alone, for what would take too long with HTTP around it. */
function createReader() {
  const upstream = createUpstream();
  const catalogue = new MemoryCatalogue();
  const policy = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };
  const fetcher = createPageFetcher({ policy, userAgent: 'x', secret: undefined, send: upstream.send });
  const ingestion = createMemoryIngestion({ catalogue, fetcher, policy, now: Date.now });
  const ingest = async (pageUrl: string) => {
    const result = await ingestion.ingest({ pageUrl, reason: 'view', maxAgeMs: 0 });
    if (!result.ok) throw new Error(result.fault.kind);
    return result.page.slug;
  };
  return { upstream, catalogue, ingestion, ingest };
}

describe('one reading at a time', () => {
  it('a page that takes long is asked for once, however many wait and for however long', async () => {
    vi.useFakeTimers();
    const { upstream, ingest } = createReader();
    upstream.put(STORY, async () => {
      await new Promise((resolve) => setTimeout(resolve, 4_500));
      return page(storyPage());
    });
    const first = Array.from({ length: 10 }, () => ingest(STORY));
    await vi.advanceTimersByTimeAsync(3_000);
    const later = Array.from({ length: 10 }, () => ingest(STORY));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(new Set(await Promise.all([...first, ...later])).size).toBe(1);
    expect(upstream.requests).toHaveLength(1);
    vi.useRealTimers();
  });
});
