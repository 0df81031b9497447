import { describe, expect, it } from 'vitest';
import { MemoryCatalogue } from '../../../src/adapters/memory-catalogue.ts';
import { createMemoryIngestion } from '../../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../../src/adapters/page-fetch/page-fetcher.ts';
import type { Catalogue } from '../../../src/flows/ports.ts';
import { createUpstream, page, storyPage } from './upstream.ts';
import { createWorld, HOUR_MS, kindOf, listed, MINUTE_MS, STORY, type World } from './world.ts';

describe('looking again', () => {
  async function stored(): Promise<World> {
    const world = createWorld();
    world.upstream.put(STORY, () => page(storyPage(), { ETag: '"v1"' }));
    await world.summary();
    return world;
  }

  it('happens in the background when the last look is old enough, with validators', async () => {
    const world = await stored();
    await world.summary();
    await world.settle();
    expect(world.upstream.requests).toHaveLength(1);
    world.clock.now += HOUR_MS;
    world.upstream.put(STORY, (headers) =>
      headers.get('If-None-Match') === '"v1"' ? new Response(null, { status: 304 }) : page('wrong'),
    );
    await world.summary();
    await world.summary();
    await world.settle();
    expect(world.upstream.requests).toHaveLength(2);
    await world.summary();
    await world.settle();
    expect(world.upstream.requests).toHaveLength(2);
  });

  it.each([
    ['ETag', '"v1"', 'If-None-Match'],
    ['Last-Modified', 'Mon, 02 Mar 2026 08:00:00 GMT', 'If-Modified-Since'],
  ])('asks with the %s that came last, but for an editor’s order', async (field, value, condition) => {
    const world = createWorld();
    world.upstream.put(STORY, () => page(storyPage(), { [field]: value }));
    await world.summary();
    world.clock.now += HOUR_MS;
    await world.summary();
    await world.settle();
    await world.order();
    const asked = world.upstream.requests.map(({ headers }) => headers.get(condition));
    expect(asked).toEqual([null, value, null]);
  });

  it('unchanged words keep the revision although the markup differs', async () => {
    const world = await stored();
    world.clock.now += HOUR_MS;
    const signed = '<p class="t-9f3"><img src="/bridge.jpg?signature=9f3" alt="">';
    world.upstream.put(STORY, storyPage().replaceAll('<p>', signed));
    await world.summary();
    await world.settle();
    expect(await revision(world)).toBe(1);
  });

  it('changed words are a new revision, seen by the next reader', async () => {
    const world = await stored();
    world.clock.now += HOUR_MS;
    world.upstream.put(STORY, storyPage({ title: 'Harbour bridge stays open' }));
    await world.summary();
    await world.settle();
    const body = (await (await world.summary()).json()) as { article: { title: string; revision: number } };
    expect(body.article).toMatchObject({ title: 'Harbour bridge stays open', revision: 2 });
  });

  async function revision(world: World): Promise<number> {
    const body = (await (await world.summary()).json()) as { article: { revision: number } };
    return body.article.revision;
  }

  it.each([
    ['410', () => new Response('', { status: 410 })],
    ['an opt-out', () => page(storyPage({ head: '<meta name="robots" content="noai">' }))],
  ])('%s takes the article back', async (_, answer) => {
    const world = await stored();
    world.clock.now += HOUR_MS;
    world.upstream.put(STORY, answer);
    await world.summary();
    await world.settle();
    expect((await world.summary()).status).toBeGreaterThanOrEqual(404);
    expect(await listed(world)).toEqual([]);
  });

  it('one 404 is forgiven, a second ten minutes later is not', async () => {
    const world = await stored();
    const [{ slug } = { slug: '' }] = await listed(world);
    world.upstream.put(STORY, () => new Response('', { status: 404 }));
    expect(await kindOf(await world.order())).toBe('404 page-not-found');
    expect(await listed(world)).toHaveLength(1);
    world.clock.now += 9 * MINUTE_MS;
    await world.order();
    expect(await listed(world)).toHaveLength(1);
    world.clock.now += MINUTE_MS;
    expect(await kindOf(await world.order())).toBe('410 article-deleted');
    expect((await world.call(`/v1/articles/${slug}`)).status).toBe(410);
  });

  it.each([401, 403, 500, 503])('%d keeps what is there', async (status) => {
    const world = await stored();
    world.clock.now += HOUR_MS;
    world.upstream.put(STORY, () => new Response('', { status }));
    await world.summary();
    await world.settle();
    expect((await world.summary()).status).toBe(200);
  });

  it('a server that asks for a rest has it, while readers read what is stored', async () => {
    const world = await stored();
    const look = () => world.ingestion.ingest({ pageUrl: STORY, reason: 'recheck', maxAgeMs: 5 * MINUTE_MS });
    const headers = { 'Retry-After': '1800' };
    world.upstream.put(STORY, () => new Response('', { status: 503, headers }));
    for (const minutes of [6, 6, 6, 6]) {
      world.clock.now += minutes * MINUTE_MS;
      expect(await look()).toMatchObject({ ok: false, fault: { kind: 'page-unavailable' } });
      expect((await world.summary()).status).toBe(200);
    }
    expect(world.upstream.requests.filter(({ url }) => url === STORY)).toHaveLength(2);
    world.upstream.put(STORY, storyPage({ title: 'Open again' }));
    world.clock.now += 12 * MINUTE_MS;
    expect(await look()).toMatchObject({ ok: true, page: { change: 'replaced' } });
  });

  it('a query that leads to what is stored does so while its server is in trouble', async () => {
    const world = await stored();
    const query = `${STORY}?x=1`;
    expect((await world.summary(query)).status).toBe(200);
    world.upstream.put(query, () => new Response('', { status: 503 }));
    expect((await world.order(query)).status).toBe(502);
    expect((await world.summary(query)).status).toBe(200);
  });

  it('a page that was missing once is looked at again at its time', async () => {
    const world = await stored();
    const look = () => world.ingestion.ingest({ pageUrl: STORY, reason: 'recheck', maxAgeMs: 5 * MINUTE_MS });
    world.upstream.put(STORY, () => new Response('', { status: 404 }));
    for (const _ of ['once', 'twice']) {
      world.clock.now += 5 * MINUTE_MS;
      expect(await look()).toMatchObject({ ok: false, fault: { kind: 'page-not-found' } });
    }
    expect(world.upstream.requests).toHaveLength(3);
  });

  it('a server in trouble is asked once an interval, wherever the readers are', async () => {
    const upstream = createUpstream();
    const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
    const now = () => clock.now;
    const policy = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };
    const fetcher = createPageFetcher({ policy, userAgent: 'x', secret: undefined, send: upstream.send });
    const ingestion = createMemoryIngestion({ catalogue: new MemoryCatalogue(now), fetcher, policy, now });
    upstream.put(STORY, storyPage());
    await ingestion.ingest({ pageUrl: STORY, reason: 'view', maxAgeMs: 0 });
    upstream.put(STORY, () => new Response('', { status: 503 }));
    clock.now += HOUR_MS;
    const recheck = () => ingestion.ingest({ pageUrl: STORY, reason: 'recheck', maxAgeMs: 5 * MINUTE_MS });
    expect(await recheck()).toMatchObject({ ok: false, fault: { kind: 'page-unavailable' } });
    expect(await recheck()).toMatchObject({ ok: false, fault: { kind: 'page-unavailable' } });
    clock.now += MINUTE_MS;
    expect(await recheck()).toMatchObject({ ok: true, page: { change: 'known' } });
    expect(upstream.requests).toHaveLength(2);
  });

  it('what a stronger source wrote is not read because a feed lists it', async () => {
    const world = createWorld();
    await world.put('bridge', { title: 'By the desk', text: 'The bridge is closed.', url: STORY });
    world.upstream.put(STORY, storyPage());
    expect(await world.ingestion.ingest({ pageUrl: STORY, reason: 'feed', maxAgeMs: 0 })).toEqual({
      ok: true,
      page: { slug: 'bridge', revision: 1, change: 'known' },
    });
    expect(world.upstream.requests).toEqual([]);
  });

  it('an article that the catalogue has lost is read anew, in full', async () => {
    const upstream = createUpstream();
    const now = () => Date.parse('2026-03-02T09:00:00Z');
    let current = new MemoryCatalogue(now);
    const catalogue = new Proxy({} as Catalogue, {
      get: (_, name: keyof Catalogue) => current[name].bind(current),
    });
    const policy = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };
    const fetcher = createPageFetcher({ policy, userAgent: 'x', secret: undefined, send: upstream.send });
    const ingestion = createMemoryIngestion({ catalogue, fetcher, policy, now });
    const look = () => ingestion.ingest({ pageUrl: STORY, reason: 'view', maxAgeMs: 0 });
    upstream.put(STORY, (headers) =>
      headers.has('If-None-Match')
        ? new Response(null, { status: 304 })
        : page(storyPage(), { ETag: '"v1"' }),
    );
    expect(await look()).toMatchObject({ page: { change: 'created' } });
    current = new MemoryCatalogue(now);
    expect(await look()).toMatchObject({ ok: true, page: { change: 'created' } });
  });

  it('what a stronger source wrote is left alone', async () => {
    const world = createWorld();
    await world.put('bridge', {
      title: 'By the desk',
      text: 'The bridge is closed. Ferries run.',
      url: STORY,
    });
    world.upstream.put(STORY, storyPage());
    expect(await (await world.order()).json()).toEqual({ slug: 'bridge', revision: 1 });
    expect((await listed(world))[0]?.title).toBe('By the desk');
  });
});
