import { describe, expect, it } from 'vitest';
import { page, storyPage } from './upstream.ts';
import { createWorld, HOUR_MS, kindOf, listed, MINUTE_MS, STORY } from './world.ts';

describe('what is not stored', () => {
  it.each([
    ['no article', () => page('<title>Shop</title><p>Buy now</p>'), '422 not-an-article'],
    ['an image', () => page('x', { 'Content-Type': 'image/png' }), '422 not-an-article'],
    [
      'a post of pictures',
      () => page(storyPage({ paragraphs: ['<img src="/a.jpg" alt="a">'] })),
      '422 not-an-article',
    ],
    ['a page that is not there', () => new Response('', { status: 404 }), '404 page-not-found'],
    ['a page that is gone', () => new Response('', { status: 410 }), '404 page-not-found'],
    ['a locked page', () => new Response('', { status: 401 }), '502 page-unavailable'],
    ['a forbidden page', () => new Response('', { status: 403 }), '502 page-unavailable'],
    [
      'a broken server',
      () => new Response('<h1>SQL error near</h1>', { status: 500 }),
      '502 page-unavailable',
    ],
    [
      'a busy server',
      () => new Response('', { status: 429, headers: { 'Retry-After': '7' } }),
      '502 page-unavailable',
    ],
    [
      'a way out',
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } }),
      '502 page-unavailable',
    ],
    ['a broken connection', () => Promise.reject(new Error('reset')), '502 page-unavailable'],
    ['a very deep page', () => page(`${'<div>'.repeat(400)}deep`), '422 nested-too-deeply'],
  ])('%s', async (_, answer, problem) => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    const response = await world.summary();
    const text = await response.clone().text();
    expect(await kindOf(response)).toBe(problem);
    expect(text).not.toContain('SQL error');
    expect(await listed(world)).toEqual([]);
  });

  it('Retry-After is passed on', async () => {
    const world = createWorld();
    world.upstream.put(STORY, () => new Response('', { status: 503, headers: { 'Retry-After': '7' } }));
    expect((await world.summary()).headers.get('Retry-After')).toBe('7');
  });

  it.each([
    ['missing', () => new Response('', { status: 404 })],
    ['no article', () => page('<p>Buy now</p>')],
  ])('%s is remembered for ten minutes', async (_, answer) => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    const first = await kindOf(await world.summary());
    world.clock.now += 10 * MINUTE_MS - 1;
    expect(await kindOf(await world.summary())).toBe(first);
    expect(world.upstream.requests).toHaveLength(1);
    world.clock.now += 1;
    world.upstream.put(STORY, storyPage());
    expect((await world.summary()).status).toBe(200);
  });

  it.each([
    ['a very deep page', () => page(`${'<div>'.repeat(400)}deep`), '422 nested-too-deeply'],
    ['a page too large', () => page('x'.repeat(5 * 1024 * 1024 + 1)), '502 page-unavailable'],
    ['a page that is gone', () => new Response('', { status: 410 }), '404 page-not-found'],
    [
      'an opt-out',
      () => page(storyPage({ head: '<meta name="robots" content="noai">' })),
      '404 page-opted-out',
    ],
    ['a broken server', () => new Response('', { status: 500 }), '502 page-unavailable'],
    ['a broken connection', () => Promise.reject(new Error('reset')), '502 page-unavailable'],
  ])('%s is read once and gives everybody the same answer', async (_, answer, problem) => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    for (let reader = 1; reader <= 5; reader += 1) expect(await kindOf(await world.summary())).toBe(problem);
    expect(world.upstream.requests).toHaveLength(1);
  });
});

describe('a server in trouble', () => {
  it.each([
    [null, '60'],
    ['7', '7'],
    ['600', '600'],
    ['0', '5'],
    ['86400', '3600'],
  ])('that says Retry-After %s is left alone for %s seconds', async (field, seconds) => {
    const world = createWorld();
    const headers: Record<string, string> = field === null ? {} : { 'Retry-After': field };
    world.upstream.put(STORY, () => new Response('', { status: 503, headers }));
    const first = await world.summary();
    expect([first.status, first.headers.get('Retry-After')]).toEqual([502, seconds]);
    world.clock.now += Number(seconds) * 1000 - 1_000;
    const second = await world.summary();
    expect([second.status, second.headers.get('Retry-After')]).toEqual([502, '1']);
    expect(world.upstream.requests).toHaveLength(1);
    world.clock.now += 1_000;
    world.upstream.put(STORY, storyPage());
    expect((await world.summary()).status).toBe(200);
  });

  it('is asked at once by an editor’s order, and then gives readers the article', async () => {
    const world = createWorld();
    world.upstream.put(STORY, () => new Response('', { status: 503 }));
    await world.summary();
    world.upstream.put(STORY, storyPage());
    expect((await world.order()).status).toBe(200);
    expect((await world.summary()).status).toBe(200);
  });

  it('whose robots.txt fails is asked for it once a minute, whatever pages are wanted', async () => {
    const world = createWorld();
    world.upstream.robots = 503;
    for (let index = 0; index < 10; index += 1)
      expect(await kindOf(await world.summary(`${STORY}-${index}`))).toBe('502 page-unavailable');
    expect([world.upstream.robotsRequests, world.upstream.requests.length]).toEqual([1, 0]);
    world.clock.now += MINUTE_MS;
    world.upstream.robots = 404;
    world.upstream.put(STORY, storyPage());
    expect((await world.summary()).status).toBe(200);
  });

  it('whose robots.txt was read before is held to what it said', async () => {
    const world = createWorld();
    world.upstream.robots = 'User-agent: *\nDisallow: /private';
    world.upstream.put(STORY, storyPage());
    await world.summary();
    world.clock.now += 25 * HOUR_MS;
    world.upstream.robots = 503;
    world.upstream.put(`${STORY}-2`, storyPage({ title: 'Two' }));
    expect((await world.summary(`${STORY}-2`)).status).toBe(200);
    expect(await kindOf(await world.summary('https://news.example/private/a'))).toBe('404 page-opted-out');
  });
});
