import { describe, expect, it } from 'vitest';
import { AUTHORIZED } from '../../http/memory-service.ts';
import { storyPage } from './upstream.ts';
import { createWorld, kindOf, listed, MINUTE_MS, STORY } from './world.ts';

describe('the first look at a page', () => {
  it('reads it, stores the article and answers its summary', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    const response = await world.summary();
    expect(response.status).toBe(200);
    const body = (await response.json()) as { article: { url: string; title: string }; text: string };
    expect(body.article).toMatchObject({ url: STORY, title: 'Harbour bridge closes in May' });
    expect(body.text).toContain('bridge');
    expect(body.text).not.toContain('cookies');
    const [{ slug } = { slug: '' }] = await listed(world);
    const stored = await world.call(`/v1/articles/${slug}`, { headers: AUTHORIZED });
    expect(await stored.json()).toMatchObject({
      source: 'page',
      access: 'summary',
      byline: 'Ada Quill',
      publishedAt: '2026-03-02T08:00:00Z',
      language: 'en',
    });
  });

  it('is one request to the page however many look at once, and none afterwards', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    const all = await Promise.all(Array.from({ length: 50 }, () => world.summary()));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    await world.summary();
    expect(world.upstream.requests).toHaveLength(1);
    expect(world.upstream.robotsRequests).toBe(1);
  });

  it('passes nothing of the reader’s request on', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    await world.call(`/v1/summary?url=${STORY}`, {
      headers: { Cookie: 'a=b', 'X-Forwarded-For': '10.0.0.1', 'Accept-Language': 'fr' },
    });
    const [request] = world.upstream.requests;
    expect([...(request?.headers.keys() ?? [])].sort()).toEqual(['accept', 'user-agent']);
  });

  it('of another site is 403, and of an unknown page of a stored article’s site is answered whatever SITES says', async () => {
    const world = createWorld({ SITES: 'other.example' });
    expect(await kindOf(await world.summary())).toBe('403 site-not-registered');
    await world.put('by-api', { title: 'By API', text: 'The bridge is closed. Ferries run.', url: STORY });
    expect((await world.summary()).status).toBe(200);
    expect(world.upstream.requests).toHaveLength(0);
  });
});

describe('POST /v1/ingestions', () => {
  it('reads the page again now', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    expect(await (await world.order()).json()).toMatchObject({ revision: 1 });
    world.upstream.put(STORY, storyPage({ title: 'Harbour bridge stays open' }));
    expect(await (await world.order()).json()).toMatchObject({ revision: 2 });
  });

  it('needs a token and a page of ours', async () => {
    const world = createWorld();
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: STORY }),
    };
    expect((await world.call('/v1/ingestions', init)).status).toBe(401);
    expect(await kindOf(await world.order('https://evil.example/'))).toBe('403 site-not-registered');
    expect(await kindOf(await world.order('http://news.example/'))).toBe('422 page-refused');
  });
});

describe('a site’s share of requests', () => {
  it('is kept whoever asks', async () => {
    const world = createWorld();
    const statuses: number[] = [];
    for (let index = 0; index < 130; index += 1) {
      statuses.push((await world.summary(`https://news.example/missing-${index}`)).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    world.clock.now += MINUTE_MS;
    expect((await world.summary('https://news.example/missing-x')).status).toBe(404);
  });
});
