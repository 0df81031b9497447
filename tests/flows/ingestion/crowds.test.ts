import { describe, expect, it, vi } from 'vitest';
import { pageUrlHash } from '../../../src/core/fetching/page-hash.ts';
import { CACHE_POLICY } from '../../../src/http/cache-policy.ts';
import { AUTHORIZED } from '../../http/memory-service.ts';
import { page, storyPage } from './upstream.ts';
import { createWorld, kindOf, MINUTE_MS, STORY, type World } from './world.ts';

/** A crowd on a page that has no summary. */
const VIEWS = 50;

/** Counts calls that leave the Worker for an object; `resolve` is asked by the twin of the copies, where KV would know. */
function countObjectCalls({ catalogue, ingestion }: World): () => number {
  const spies = [
    ...(['identify', 'read', 'ownersOf', 'project', 'list'] as const).map((name) =>
      vi.spyOn(catalogue, name),
    ),
    vi.spyOn(ingestion, 'ingest'),
  ];
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

const ABSENT: [string, () => Response | Promise<Response>, string][] = [
  ['a front page', () => page('<title>Shop</title><p>Buy now</p>'), '422 not-an-article'],
  ['a picture', () => page('x', { 'Content-Type': 'image/png' }), '422 not-an-article'],
  ['a page that is not there', () => new Response('', { status: 404 }), '404 page-not-found'],
  [
    'a page that opts out',
    () => page(storyPage({ head: '<meta name="robots" content="noai">' })),
    '404 page-opted-out',
  ],
  ['a page that is nested too deeply', () => page(`${'<div>'.repeat(400)}deep`), '422 nested-too-deeply'],
  ['a locked page', () => new Response('', { status: 401 }), '502 page-unavailable'],
  ['a server that is down', () => Promise.reject(new Error('reset')), '502 page-unavailable'],
];

describe.each(ABSENT)('%s', (_, answer, problem) => {
  it('is asked for once, and answered to the crowd without any object', async () => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    expect(await kindOf(await world.summary())).toBe(problem);
    const objectCalls = countObjectCalls(world);
    for (let view = 1; view <= VIEWS; view += 1) expect(await kindOf(await world.summary())).toBe(problem);
    expect(objectCalls()).toBe(0);
    expect(world.upstream.requests.filter(({ url }) => url === STORY)).toHaveLength(1);
  });

  it('may be kept at the edge for a moment, under a tag that the arrival of the article drops', async () => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    for (const response of [await world.summary(), await world.summary()]) {
      expect(response.headers.get('Cache-Control')).toBe(CACHE_POLICY.absent['Cache-Control']);
      expect(response.headers.get('Cache-Tag')).toBe(`page:${pageUrlHash(STORY)}`);
    }
    const withToken = await world.call(`/v1/summary?url=${STORY}`, { headers: AUTHORIZED });
    expect(withToken.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it('has its summary as soon as somebody publishes it', async () => {
    const world = createWorld();
    world.upstream.put(STORY, answer);
    await world.summary();
    await world.put('bridge', { title: 'The bridge', text: 'One ferry sailed. Two men waved.', url: STORY });
    expect((await world.summary()).status).toBe(200);
  });
});

it('an absence holds for the path as it was asked for, since a server may know another spelling', async () => {
  const world = createWorld();
  world.upstream.put(`${STORY}/`, () => new Response('', { status: 404 }));
  world.upstream.put(STORY, storyPage());
  expect(await kindOf(await world.summary(`${STORY}/`))).toBe('404 page-not-found');
  expect((await world.summary(STORY)).status).toBe(200);
});

it('a page that could not be read says how long it rests, and is looked at again after that', async () => {
  const world = createWorld();
  world.upstream.put(STORY, () => new Response('', { status: 503 }));
  expect((await world.summary()).headers.get('Retry-After')).toBe('60');
  world.clock.now += 20_000;
  expect((await world.summary()).headers.get('Retry-After')).toBe('40');
  world.upstream.put(STORY, storyPage());
  world.clock.now += MINUTE_MS;
  expect((await world.summary()).status).toBe(200);
});

it('a page whose article its site took back is told to be gone without any object', async () => {
  const world = createWorld();
  world.upstream.put(STORY, storyPage());
  expect((await world.summary()).status).toBe(200);
  world.upstream.put(STORY, () => new Response('', { status: 410 }));
  world.clock.now += 24 * 60 * MINUTE_MS;
  await world.summary();
  await world.settle();
  expect(await kindOf(await world.summary())).toBe('410 article-deleted');
  const objectCalls = countObjectCalls(world);
  for (let view = 1; view <= VIEWS; view += 1) await world.summary();
  expect(objectCalls()).toBe(0);
});
