import { describe, expect, it } from 'vitest';
import { AUTHORIZED } from '../../http/memory-service.ts';
import { page, storyPage } from './upstream.ts';
import { createWorld, HOUR_MS, kindOf, listed, MINUTE_MS, STORY, type World } from './world.ts';

const AMP = 'https://news.example/amp/bridge';

/** An article under its slug `bridge`, or under the one that its page gave it. */
async function fill(source: 'api' | 'import' | 'page'): Promise<World & { slug: string }> {
  const world = createWorld();
  world.upstream.put(STORY, storyPage());
  if (source === 'page') await world.summary();
  else
    await world.put('bridge', { title: 'Bridge', text: 'It is closed.', url: STORY, aliases: [AMP], source });
  const [{ slug } = { slug: '' }] = await listed(world);
  return { ...world, slug };
}

function remove({ call, slug }: World & { slug: string }): Promise<Response> {
  return call(`/v1/articles/${slug}`, { method: 'DELETE', headers: { ...AUTHORIZED, 'If-Match': '*' } });
}

describe('what an editor has removed', () => {
  it.each(['api', 'import', 'page'] as const)(
    'from the source %s does not come back because somebody looks, and its page is not asked',
    async (source) => {
      const world = await fill(source);
      await remove(world);
      const asked = world.upstream.requests.length;
      for (const wait of [0, 11 * MINUTE_MS, 48 * HOUR_MS]) {
        world.clock.now += wait;
        expect(await kindOf(await world.summary())).toBe('410 article-deleted');
      }
      expect(await listed(world)).toEqual([]);
      expect(world.upstream.requests).toHaveLength(asked);
    },
  );

  it('does not come back under an alias, a canonical link or another query', async () => {
    const world = await fill('api');
    await remove(world);
    const head = `<link rel="canonical" href="${STORY}">`;
    world.upstream.put('https://news.example/m/bridge', storyPage({ head }));
    for (const url of [AMP, 'https://news.example/m/bridge', `${STORY}?utm_source=x`])
      expect(await kindOf(await world.summary(url))).toBe('410 article-deleted');
  });

  it.each(['api', 'page'] as const)(
    'from the source %s does not come back through a feed',
    async (source) => {
      const world = await fill(source);
      await remove(world);
      const result = await world.ingestion.ingest({ pageUrl: STORY, reason: 'feed', maxAgeMs: 0 });
      expect(result).toEqual({ ok: false, fault: { kind: 'article-deleted' } });
    },
  );

  it.each(['api', 'page'] as const)(
    'from the source %s comes back by POST /v1/ingestions, under its slug and counting on',
    async (source) => {
      const world = await fill(source);
      await remove(world);
      expect(await (await world.order()).json()).toEqual({ slug: world.slug, revision: 3 });
      expect((await world.summary()).status).toBe(200);
    },
  );

  it('comes back by PUT, under any slug', async () => {
    const world = await fill('api');
    await remove(world);
    expect((await world.put('again', { title: 'Again', text: 'It is open.', url: STORY })).status).toBe(201);
    expect((await world.summary()).status).toBe(200);
  });

  it('as a draft that nobody has seen leaves its page to readers', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    await world.put('bridge', { title: 'Bridge', text: 'It is closed.', url: STORY, status: 'draft' });
    expect((await world.summary()).status).toBe(404);
    await remove({ ...world, slug: 'bridge' });
    expect((await world.summary()).status).toBe(200);
  });
});

describe('what a draft has taken over', () => {
  it('leads readers nowhere, by no address, until they may see the draft', async () => {
    const world = await fill('page');
    const draft = { title: 'Bridge', text: 'It is closed.', url: STORY, access: 'full', status: 'draft' };
    await world.put('secret', draft);
    const paths = [
      `/v1/summary?url=${encodeURIComponent(STORY)}`,
      `/v1/articles/${world.slug}`,
      `/articles/${world.slug}`,
    ];
    for (const path of paths) {
      const response = await world.call(path);
      expect({ path, status: response.status }).toEqual({ path, status: 404 });
      expect(`${response.headers.get('Location')} ${await response.text()}`).not.toContain('secret');
    }
    const headers = { 'If-Match': '*' };
    await world.put(
      'secret',
      { ...draft, status: 'published', publishedAt: '2026-03-01T00:00:00Z' },
      headers,
    );
    expect((await world.call(paths[1] ?? '')).headers.get('Location')).toContain('/v1/articles/secret');
  });
});

describe('what a page itself has taken back', () => {
  it('comes back with the page', async () => {
    const world = await fill('page');
    world.upstream.put(STORY, () => new Response('', { status: 410 }));
    world.clock.now += HOUR_MS;
    await world.summary();
    await world.settle();
    expect(await kindOf(await world.summary())).toBe('410 article-deleted');
    world.upstream.put(STORY, storyPage());
    expect(await kindOf(await world.summary())).toBe('410 article-deleted');
    world.clock.now += 10 * MINUTE_MS;
    expect((await world.summary()).status).toBe(200);
    expect((await listed(world))[0]?.slug).toBe(world.slug);
  });

  it.each([
    ['410', () => new Response('', { status: 410 })],
    ['an opt-out', () => page(storyPage({ head: '<meta name="robots" content="noai">' }))],
  ])('is never what a stronger source wrote: %s', async (_, answer) => {
    const world = await fill('api');
    world.upstream.put(STORY, answer);
    expect((await world.order()).status).toBe(404);
    expect((await world.summary()).status).toBe(200);
  });

  it('is the article of that page alone: another way to it that is gone takes nothing back', async () => {
    const world = createWorld();
    const head = `<link rel="canonical" href="${STORY}">`;
    world.upstream.put(STORY, storyPage({ head }));
    world.upstream.put(AMP, storyPage({ head }));
    await world.summary();
    await world.summary(AMP);
    world.upstream.put(AMP, () => new Response('', { status: 410 }));
    expect(await kindOf(await world.order(AMP))).toBe('404 page-not-found');
    expect((await world.summary()).status).toBe(200);
  });
});
