import { describe, expect, it } from 'vitest';
import { MemoryCatalogue } from '../../../src/adapters/memory-catalogue.ts';
import { createMemoryIngestion } from '../../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../../src/adapters/page-fetch.ts';
import { AUTHORIZED, createMemoryService, type MemoryService } from '../../http/memory-service.ts';
import { createUpstream, page, storyPage, type Upstream } from './upstream.ts';

const STORY = 'https://news.example/2026/bridge';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface World extends MemoryService {
  upstream: Upstream;
  clock: { now: number };
  summary(url?: string): Promise<Response>;
  order(url?: string): Promise<Response>;
  /** Lets the background work end. */
  settle(): Promise<void>;
}

function createWorld(environment: Record<string, string> = {}): World {
  const upstream = createUpstream();
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const service = createMemoryService(
    { SITES: 'news.example,*.news.example', ...environment },
    { now: () => clock.now },
    { send: upstream.send },
  );
  return {
    ...service,
    upstream,
    clock,
    summary: (url = STORY) => service.call(`/v1/summary?url=${encodeURIComponent(url)}`),
    order: (url = STORY) =>
      service.call('/v1/ingestions', {
        method: 'POST',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json' },
        body: JSON.stringify({ url }),
      }),
    settle: async () => void (await Promise.all(service.background.splice(0))),
  };
}

async function kindOf(response: Response): Promise<string> {
  const { type } = (await response.json()) as { type: string };
  return `${response.status} ${type.split('/').at(-1)}`;
}

async function listed({ call }: World) {
  const response = await call('/v1/articles?limit=100', { headers: AUTHORIZED });
  const { items } = (await response.json()) as { items: { slug: string; title: string; url: string }[] };
  return items;
}

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
    expect(await kindOf(await world.summary())).toBe(first);
    expect(world.upstream.requests).toHaveLength(1);
    world.clock.now += 10 * MINUTE_MS;
    world.upstream.put(STORY, storyPage());
    expect((await world.summary()).status).toBe(200);
  });
});

describe('what publishers ask for', () => {
  it('robots.txt keeps us out by our name or by all names, and is read once a day', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = 'User-agent: *\nAllow: /\n\nUser-agent: Standfirst\nDisallow: /2026/\n';
    expect(await kindOf(await world.summary())).toBe('404 page-opted-out');
    expect(world.upstream.requests).toHaveLength(0);
    await world.summary('https://news.example/other');
    expect(world.upstream.robotsRequests).toBe(1);
    world.clock.now += 25 * HOUR_MS;
    world.upstream.robots = 'User-agent: *\nDisallow: /private\n';
    expect((await world.summary()).status).toBe(200);
    expect(world.upstream.robotsRequests).toBe(2);
  });

  it('while robots.txt fails nothing is read', async () => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage());
    world.upstream.robots = 503;
    expect(await kindOf(await world.summary())).toBe('502 page-unavailable');
    expect(world.upstream.requests).toHaveLength(0);
  });

  it.each([
    ['<meta name="robots" content="index, noai">', '404 page-opted-out'],
    ['<meta name="robots" content="noarchive">', '404 page-opted-out'],
    ['<meta name="ROBOTS" content="NOSNIPPET">', '404 page-opted-out'],
    ['<meta name="robots" content="max-snippet:0">', '404 page-opted-out'],
    ['<meta name="standfirst" content="off">', '404 page-opted-out'],
  ])('%s is honoured', async (head, problem) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head }));
    expect(await kindOf(await world.summary())).toBe(problem);
    expect(await listed(world)).toEqual([]);
  });

  it.each([
    '<meta name="robots" content="noai"><meta name="standfirst" content="all">',
    '<meta name="robots" content="index, follow, max-snippet:-1">',
    '<meta name="robots" content="noindex">',
  ])('%s lets us in', async (head) => {
    const world = createWorld();
    world.upstream.put(STORY, storyPage({ head }));
    expect((await world.summary()).status).toBe(200);
  });

  it('X-Robots-Tag is honoured where it is said to all or to us', async () => {
    for (const [field, status] of [
      ['noai', 404],
      ['standfirst: noai', 404],
      ['otherbot: noai', 200],
      ['noindex', 200],
    ] as const) {
      const world = createWorld();
      world.upstream.put(STORY, () => page(storyPage(), { 'X-Robots-Tag': field }));
      expect([field, (await world.summary()).status]).toEqual([field, status]);
    }
  });

  it('data-nosnippet and hidden words are never quoted', async () => {
    const world = createWorld();
    const secret =
      'The secret sentence of this story is about the bridge and the council and must not be shown.';
    const hidden = [
      'data-nosnippet',
      'style="display:none"',
      'style="position:absolute;left:-9999px"',
      'aria-hidden="true"',
      'hidden',
      'class="sr-only"',
      'style="height:0;overflow:hidden"',
    ]
      .map((attribute) => `<div ${attribute}><p>${secret}</p></div>`)
      .join('');
    world.upstream.put(STORY, storyPage().replace('</article>', `${hidden}</article>`));
    await world.summary();
    const [{ slug } = { slug: '' }] = await listed(world);
    const { text, html } = (await (
      await world.call(`/v1/articles/${slug}`, { headers: AUTHORIZED })
    ).json()) as Record<string, string>;
    expect(text).not.toContain('secret');
    expect(html).not.toContain('secret');
  });

  it('a page that is not free gives its teaser, with the warning', async () => {
    const world = createWorld();
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour bridge closes in May","isAccessibleForFree":false}</script>';
    world.upstream.put(STORY, storyPage({ head }));
    const body = (await (await world.summary()).json()) as { warnings: string[] };
    expect(JSON.stringify(body.warnings)).toContain('teaser-only');
  });
});

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
});

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

  it('unchanged words keep the revision although the markup differs', async () => {
    const world = await stored();
    world.clock.now += HOUR_MS;
    world.upstream.put(STORY, storyPage().replaceAll('<p>', '<p class="t-9f3">'));
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
    expect(await recheck()).toMatchObject({ ok: true, page: { change: 'known' } });
    expect(upstream.requests).toHaveLength(2);
  });

  it('what an editor removed does not come back because somebody looks', async () => {
    const world = await stored();
    const [{ slug } = { slug: '' }] = await listed(world);
    await world.call(`/v1/articles/${slug}`, {
      method: 'DELETE',
      headers: { ...AUTHORIZED, 'If-Match': '*' },
    });
    expect((await world.summary()).status).toBe(410);
    world.clock.now += 48 * HOUR_MS;
    expect((await world.summary()).status).toBe(410);
    expect((await world.order()).status).toBe(200);
    expect((await world.summary()).status).toBe(200);
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
