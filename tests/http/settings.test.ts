import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RATE_WINDOW_SECONDS } from '../../src/flows/limit-rate.ts';
import { RATE_LIMITS } from '../../src/http/rate-limit.ts';
import { parseSettings } from '../../src/http/settings.ts';
import { AUTHORIZED, createMemoryService, ORIGIN, TESTER_DIGEST } from './memory-service.ts';
import { ROUTES } from './routes.ts';

const TEXT = 'The harbour bridge will close on 3 May. Engineers found cracks in it.';
const post = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: TEXT };
const refusesAll = { allows: async () => false };

describe('without PUBLIC_ORIGIN', () => {
  const service = createMemoryService({ PUBLIC_ORIGIN: '' });

  it.each(ROUTES.filter(({ headers }) => headers === undefined).map(({ path }) => path))(
    'nothing of %s may be kept',
    async (path) => {
      await service.put('bridge', { title: 'Bridge', text: TEXT }, { 'If-None-Match': '*' });
      const { headers } = await service.call(path);
      expect(headers.get('Cache-Control')).toMatch(/^(?:private, )?no-store$/u);
      expect(headers.has('Cloudflare-CDN-Cache-Control')).toBe(false);
    },
  );

  it('links follow the address of the request', async () => {
    expect((await service.call('/v1/articles/bridge')).headers.get('Link')).toContain(
      `<${ORIGIN}/articles/bridge>`,
    );
  });
});

describe('a malformed setting', () => {
  it.each([
    ['PUBLIC_ORIGIN', 'news.example'],
    ['PUBLIC_ORIGIN', 'https://news.example/path'],
    ['PUBLICATION_NAME', '  '],
    ['PUBLICATION_NAME', 'A'.repeat(101)],
    ['SITES', 'ftp://news.example'],
    ['ANONYMOUS_POST', 'maybe'],
    ['TIME_ZONE', 'Oslo'],
    ['PUBLICATION_LANGUAGE', 'tlh'],
    ['BOX_THEME', 'accent: url(https://evil.example)'],
    ['BOX_THEME', 'accent #990f3d'],
    ['API_TOKENS', 'name:secret'],
    ['API_TOKENS', `name:${'0'.repeat(64)}:admin`],
  ])('%s=%s is named by /health, without its value', async (setting, value) => {
    const response = await createMemoryService({ [setting]: value }).call('/health');
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ status: 'misconfigured', faults: [{ setting }] });
    if (setting === 'API_TOKENS') expect(text).not.toContain(value);
  });
});

describe('a token that may not read', () => {
  it('is told so wherever it asks for what only a reader may have', async () => {
    const digest = createHash('sha256').update('feeder').digest('hex');
    const service = createMemoryService({ API_TOKENS: `tester:${TESTER_DIGEST},feeder:${digest}:ingest` });
    await service.put('linked', { title: 'Linked', text: TEXT, url: 'https://news.example/linked' });
    const headers = { Authorization: 'Bearer feeder' };
    const paths = ['/v1/articles/linked/summary?', '/v1/summary?url=https://news.example/linked&'];
    for (const path of paths) {
      const refused = await service.call(`${path}query=bridge`, { headers });
      expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([
        403,
        expect.stringContaining('scope="read"'),
      ]);
    }
    expect((await service.call(paths[1] ?? '', { headers })).status).toBe(200);
  });
});

describe('a malformed entry', () => {
  it.each<[string, string, string]>([
    ['SITES', 'news.example, http://localhost:4000 *.other.example', 'http://localhost:4000'],
    ['FEEDS', 'https://news.example/feed http://news.example/feed', 'http://news.example/feed'],
  ])('of %s is named, and the others are used', async (setting, value, malformed) => {
    const { settings, faults } = parseSettings({ [setting]: value });
    expect(faults).toEqual([{ setting, detail: expect.stringContaining(`"${malformed}"`) }]);
    expect(settings.sites.length + settings.feeds.length).toBe(value.split(' ').length - 1);
  });

  it('of API_TOKENS is told by its place alone, and the others are used', () => {
    const digest = '0'.repeat(64);
    const { settings, faults } = parseSettings({
      API_TOKENS: `cms:${digest},my-secret-token,app:${digest}:read`,
    });
    expect(settings.tokens.map(({ name }) => name)).toEqual(['cms', 'app']);
    expect(faults).toEqual([{ setting: 'API_TOKENS', detail: expect.stringContaining('entry 2') }]);
    expect(JSON.stringify(faults)).not.toContain('my-secret-token');
  });
});

describe('rate limits', () => {
  it('stand in wrangler.toml as the answers tell them', () => {
    const config = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
    for (const [name, quota] of Object.entries(RATE_LIMITS)) {
      expect(config).toMatch(
        new RegExp(
          `name = "${name.toUpperCase()}_LIMITER"[^[]*limit = ${quota}, period = ${RATE_WINDOW_SECONDS}`,
          'u',
        ),
      );
    }
  });

  it('answer 429 with Retry-After and the policy, and are never kept', async () => {
    const service = createMemoryService({}, { summariesLimiter: refusesAll });
    const response = await service.call('/v1/summaries', post);
    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(response.headers.get('RateLimit-Policy')).toBe('"summaries";q=60;w=60');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('hold for anonymous callers only', async () => {
    const service = createMemoryService({}, { summariesLimiter: refusesAll });
    const response = await service.call('/v1/summaries', {
      ...post,
      headers: { ...post.headers, ...AUTHORIZED },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it.each([
    ['/v1/articles/bridge', '"fallbacks";q=120;w=60'],
    ['/v1/summary?url=https://news.example/', '"lookups";q=60;w=60, "fallbacks";q=120;w=60'],
    ['/s?url=https://news.example/', '"lookups";q=60;w=60, "fallbacks";q=120;w=60'],
    ['/', '"fallbacks";q=120;w=60'],
    ['/articles/bridge', '"fallbacks";q=120;w=60'],
    ['/articles/bridge/summary', '"fallbacks";q=120;w=60'],
    ['/feed.xml', '"fallbacks";q=120;w=60'],
    ['/feed.json', '"fallbacks";q=120;w=60'],
    ['/sitemap.xml', '"fallbacks";q=120;w=60'],
  ])('guard the catalogue where the copies know nothing: %s', async (path, policy) => {
    const service = createMemoryService({}, { fallbackLimiter: refusesAll, lookupLimiter: refusesAll });
    const response = await service.call(path);
    expect(response.status).toBe(429);
    expect(response.headers.get('RateLimit-Policy')).toBe(policy);
  });

  it.each([
    ['/v1/articles/bridge', 404],
    ['/v1/summary?url=https://news.example/', 403],
    [`/v1/summary?url=${ORIGIN}/articles/bridge`, 404],
  ])('let a valid token pass where they would refuse: %s', async (path, status) => {
    const service = createMemoryService({}, { fallbackLimiter: refusesAll, lookupLimiter: refusesAll });
    expect((await service.call(path)).status).toBe(429);
    expect((await service.call(path, { headers: AUTHORIZED })).status).toBe(status);
  });

  it('count the address that Cloudflare saw, whatever else is claimed', async () => {
    const counted: string[] = [];
    const limiter = { allows: async (key: string) => counted.push(key) > 0 };
    const service = createMemoryService({}, { summariesLimiter: limiter });
    const headers = { ...post.headers, 'X-Forwarded-For': '1.1.1.1', 'X-Real-IP': '2.2.2.2' };
    await service.call('/v1/summaries', {
      ...post,
      headers: { ...headers, 'CF-Connecting-IP': '203.0.113.9' },
    });
    expect(counted).toEqual(['203.0.113.9']);
  });
});

describe('what goes wrong with a text that is sent', () => {
  const off = '<meta name="standfirst" content="off"><p>The harbour bridge will close on 3 May.';

  it.each([
    [
      'it asks for no summary',
      '/v1/summaries',
      { ...post, headers: { 'Content-Type': 'text/html' }, body: off },
      422,
    ],
    ['it has no words', '/v1/summaries', { ...post, body: '…' }, 422],
    ['it is sent to nowhere', '/v1/nothing', post, 404],
    ['it is sent to what is only read', '/v1/articles', post, 405],
  ])('is kept nowhere: %s', async (_, path, init, status) => {
    const response = await createMemoryService().call(path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('tokens', () => {
  const OTHER_DIGEST = '5f3cba4c9b5b8a3d0f0a1c9d3e1b2c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

  it.each([
    ['none', {}],
    ['an unknown one', { Authorization: 'Bearer nobody' }],
    ['another scheme', { Authorization: 'Basic dGVzdC10b2tlbg==' }],
    [
      'the digest itself',
      { Authorization: 'Bearer 4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e' },
    ],
    ['an empty one', { Authorization: 'Bearer ' }],
    ['one with a space in it', { Authorization: 'Bearer test token' }],
    ['one in the query', {}],
    ['two', { Authorization: 'Bearer test-token, Bearer test-token' }],
  ])('%s writes nothing and is told how to', async (what, headers) => {
    const service = createMemoryService();
    const query = what === 'one in the query' ? '?access_token=test-token' : '';
    for (const [path, method] of [
      ['/v1/articles/x', 'PUT'],
      ['/v1/articles/x', 'DELETE'],
      ['/v1/articles/x/summary', 'PUT'],
      ['/v1/articles/x/summary', 'DELETE'],
      ['/v1/records/x', 'PUT'],
      ['/v1/records/Not_A_Slug', 'PUT'],
      ['/v1/ingestions', 'POST'],
      ['/v1/reprojections', 'POST'],
    ] as const) {
      const response = await service.call(path + query, { method, headers });
      expect(response.status, `${method} ${path}`).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm=/u);
    }
    expect(await service.catalogue.read('x')).toEqual({ state: 'absent' });
  });

  it.each([
    [{}, 'Bearer realm="standfirst"'],
    [{ Authorization: 'Basic dGVzdA==' }, 'Bearer realm="standfirst"'],
    [{ Authorization: 'Bearer nobody' }, 'Bearer realm="standfirst", error="invalid_token"'],
  ])('that are no good are called so where one was sent (RFC 6750): %o', async (headers, challenge) => {
    const response = await createMemoryService().call('/v1/articles/x', { method: 'DELETE', headers });
    expect(response.headers.get('WWW-Authenticate')).toBe(challenge);
  });

  it('without the scope are refused with its name', async () => {
    const digest = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';
    const service = createMemoryService({ API_TOKENS: `reader:${digest}:read,other:${OTHER_DIGEST}` });
    const response = await service.put('x', { title: 'T', text: TEXT });
    expect(response.status).toBe(403);
    expect(response.headers.get('WWW-Authenticate')).toContain('error="insufficient_scope", scope="write"');
  });

  it('that are not set up leave reading open and writing shut', async () => {
    const service = createMemoryService({ API_TOKENS: '' });
    expect((await service.call('/v1/articles')).status).toBe(200);
    expect((await service.put('x', { title: 'T', text: TEXT })).status).toBe(503);
  });

  it('that are unknown are refused where none is needed', async () => {
    const response = await createMemoryService().call('/v1/articles', {
      headers: { Authorization: 'Bearer no' },
    });
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([401, 'private, no-store']);
  });
});

describe('the log', () => {
  it('holds method, route, status, time and request id of every request, and nothing else', async () => {
    const service = createMemoryService();
    await service.put('secret-slug', { title: 'Secret title', text: TEXT });
    const response = await service.call('/v1/articles/secret-slug/summary?query=secret&secret=1', {
      headers: { ...AUTHORIZED, 'User-Agent': 'secret-agent', 'CF-Connecting-IP': '203.0.113.9' },
    });
    expect(service.log).toMatchObject([
      { method: 'PUT', route: '/v1/articles/:slug', status: 201 },
      { status: 422 },
    ]);
    expect(service.log.at(-1)).toEqual({
      method: 'GET',
      route: '/v1/articles/:slug/summary',
      status: 422,
      durationMs: expect.any(Number),
      requestId: response.headers.get('X-Request-Id'),
    });
    expect(JSON.stringify(service.log)).not.toMatch(/secret|test-token|203\.0\.113|harbour/iu);
  });

  it('has one line for every request, whether it succeeds, is refused or fails', async () => {
    const service = createMemoryService({}, { fallbackLimiter: { allows: fail } });
    const answers = [];
    for (const path of ['/robots.txt', '/embed', '/v1/articles/x', '/nowhere']) {
      const { status, headers } = await service.call(path);
      answers.push({ status, requestId: headers.get('X-Request-Id') });
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500, 404]);
    expect(service.log.map(({ status, requestId }) => ({ status, requestId }))).toEqual(answers);
  });

  it('tells what failed inside, while the answer gives only its id', async () => {
    const broken = {
      load: () => Promise.reject(new Error('copies')),
      loadMany: fail,
      pageOf: fail,
      front: fail,
      sitemap: fail,
      sitemapPart: fail,
    };
    const service = createMemoryService({}, { copies: broken, fallbackLimiter: { allows: fail } });
    const response = await service.call('/v1/articles/x');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('inner secret');
    expect(JSON.parse(text)).toMatchObject({ instance: `urn:uuid:${response.headers.get('X-Request-Id')}` });
    expect(service.log[0]?.error).toMatchObject({ message: 'inner secret' });
  });
});

function fail(): Promise<never> {
  return Promise.reject(new Error('inner secret'));
}

describe('TIME_ZONE', () => {
  const page = (date: string) =>
    `<title>The bridge</title><meta property="article:published_time" content="${date}"><article><h1>The bridge</h1>${`<p>${TEXT} ${TEXT}</p>`.repeat(9)}</article>`;

  it.each([
    ['', '2026-03-02 08:30', '2026-03-02T08:30:00Z'],
    ['America/New_York', '2026-03-02 08:30', '2026-03-02T13:30:00Z'],
    ['America/New_York', '2026-07-02 08:30', '2026-07-02T12:30:00Z'],
    ['America/New_York', '2026-03-02T08:30:00+01:00', '2026-03-02T07:30:00Z'],
  ])('%j makes of the date %s on a page: %s', async (zone, date, expected) => {
    const service = createMemoryService({ TIME_ZONE: zone });
    const { body } = await service.call('/v1/extractions', {
      method: 'POST',
      headers: { 'Content-Type': 'text/html' },
      body: page(date),
    });
    expect(await new Response(body).json()).toMatchObject({ publishedAt: expected });
  });
});

describe('a site on this machine', () => {
  const HERE = 'http://localhost:8787';
  const sitesOf = (SITES: string, PUBLIC_ORIGIN: string) => parseSettings({ SITES, PUBLIC_ORIGIN });

  it.each(['localhost:4000', 'http://localhost:4000', 'localhost:4000/blog'])(
    'is read by a service beside it: %s',
    (entry) => {
      const { settings, faults } = sitesOf(entry, HERE);
      expect(faults).toEqual([]);
      expect(settings.sites).toMatchObject([{ host: 'localhost', localPort: '4000' }]);
    },
  );

  it.each([
    ['localhost:4000', 'https://summaries.news.example'],
    ['localhost:4000', 'http://summaries.news.example'],
    ['localhost:4000', ''],
    ['localhost', HERE],
    ['localhost:8787', HERE],
    ['127.0.0.1:4000', HERE],
    ['news.example:4000', HERE],
  ])('is refused otherwise: %s by a service at "%s"', (entry, origin) => {
    const { settings, faults } = sitesOf(entry, origin);
    expect(settings.sites).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});
