import { reset } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RESOURCES } from '../../src/http/service.ts';
import { cacheHeaders, ROUTES, type RouteRow } from './routes.ts';
import { AUTHORIZED, call, putArticle } from './service.ts';

const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.\n\nBuses will run on the old road.';

beforeAll(async () => {
  await putArticle('bridge', { title: 'Bridge closes', text: TEXT });
  await putArticle('linked', { title: 'Bridge opens', text: TEXT, url: 'https://news.example/linked' });
  const gone = await putArticle('gone', { title: 'Gone', text: TEXT });
  await call('/v1/articles/gone', {
    method: 'DELETE',
    headers: { ...AUTHORIZED, 'If-Match': gone.headers.get('ETag') ?? '' },
  });
  // Where a copy was written before that, it is shown until the next one is.
  const isGone = async () => (await call('/v1/articles/gone')).status === 410;
  await vi.waitUntil(isGone, { timeout: 60_000 });
});

afterAll(async () => {
  await reset();
});

const named = ROUTES.map((row) => ({
  ...row,
  name: `${row.path} (${row.status}${row.headers === undefined ? '' : ', with a token'})`,
}));
const read = ({ path, headers = {} }: RouteRow, init: RequestInit = {}) =>
  call(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string> | undefined) } });

describe('the table of routes', () => {
  it('has a row for every route that answers a GET', () => {
    const readable = RESOURCES.filter(({ GET }) => GET !== undefined);
    const rows = new Set(ROUTES.map(({ route }) => route));
    expect(readable.map(({ path }) => path).filter((path) => !rows.has(path))).toEqual([]);
  });
});

describe.each(named)('$name', (row) => {
  it('has its status, media type and cache row', async () => {
    const { status, headers } = await read(row);
    expect(status).toBe(row.status);
    expect(headers.get('Content-Type') ?? '').toBe(row.type);
    for (const [name, value] of cacheHeaders(row.row)) expect(headers.get(name), name).toBe(value);
    expect(headers.get('ETag') !== null).toBe(row.hasEtag === true);
    expect(headers.get('Vary')).toBe(variesBy(row));
  });

  it('has the headers that keep browsers safe', async () => {
    const { headers } = await read(row);
    const csp = headers.get('Content-Security-Policy') ?? '';
    expect(csp).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
    expect(csp).not.toMatch(/unsafe-inline|unsafe-eval/u);
    const isPage = row.type.startsWith('text/html') && !row.path.startsWith('/v1/');
    expect(csp).toContain(isPage ? "base-uri 'none'" : 'sandbox');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('Permissions-Policy')).toMatch(/camera=\(\)/u);
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe(isPage ? 'same-origin' : null);
    expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/u);
    expect(headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/u);
  });

  it('is open to scripts of other origins, and to search engines, as far as it should be', async () => {
    const { headers } = await read(row, { headers: { Origin: 'https://elsewhere.example' } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe(row.isOpen ? '*' : null);
    expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe(row.isOpen ? 'cross-origin' : 'same-origin');
    expect(headers.get('X-Robots-Tag')).toBe(row.isIndexable ? null : 'noindex');
  });

  it('answers HEAD as GET, without the body', async () => {
    const [head, get] = [await read(row, { method: 'HEAD' }), await read(row)];
    expect(head.status).toBe(get.status);
    expect(comparable(head.headers)).toEqual(comparable(get.headers));
    expect(await head.text()).toBe('');
  });
});

describe.each(named.filter(({ route }) => route !== '*'))('$name with another method', (row) => {
  it('answers 405 with Allow to a method that it lacks, and 204 with the same to OPTIONS', async () => {
    const [patch, options] = [await read(row, { method: 'PATCH' }), await read(row, { method: 'OPTIONS' })];
    expect([patch.status, options.status]).toEqual([405, 204]);
    expect(patch.headers.get('Content-Type')).toBe('application/problem+json');
    expect(patch.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(patch.headers.get('Cache-Control')).toMatch(/no-store$/u);
    expect(patch.headers.get('Allow')).toMatch(/^GET, .*HEAD, OPTIONS$/u);
    expect(options.headers.get('Allow')).toBe(patch.headers.get('Allow'));
    const allowed = options.headers.get('Access-Control-Allow-Headers')?.split(', ');
    if (row.isOpen) expect(allowed).toEqual(expect.arrayContaining(['Content-Type', 'traceparent', '*']));
    else expect(allowed).toBeUndefined();
  });
});

/** Under /v1 a token shows more; elsewhere only a failure has two forms. */
function variesBy({ path, status }: RouteRow): string | null {
  if (path.startsWith('/v1/')) return 'Authorization';
  return status >= 400 ? 'Accept' : null;
}

function comparable(headers: Headers): Record<string, string> {
  const { 'x-request-id': _id, ...rest } = Object.fromEntries(headers);
  return rest;
}

/** A cache keeps what it has of every other field (RFC 9110, section 15.4.5; RFC 9111, section 3.2). */
const REPEATED = [
  ...['etag', 'cache-control', 'cloudflare-cdn-cache-control', 'cache-tag', 'vary'],
  ...['cross-origin-resource-policy', 'access-control-allow-origin', 'access-control-expose-headers'],
];

describe.each(named.filter(({ hasEtag }) => hasEtag))('$name with conditions', (row) => {
  it('answers 304, with the headers that a cache needs and no others, to a validator that it has given', async () => {
    const full = await read(row);
    const etag = full.headers.get('ETag') ?? '';
    for (const field of [etag, `W/${etag}`, `"other", W/${etag}`, `${etag}, "other"`, '*']) {
      const { status, headers } = await read(row, { headers: { 'If-None-Match': field } });
      expect(status, field).toBe(304);
      for (const name of REPEATED) expect(headers.get(name), name).toBe(full.headers.get(name));
      const others = [...headers.keys()].filter((name) => !REPEATED.includes(name));
      expect(others).toEqual(['x-request-id']);
    }
  });

  it('answers whole to any other validator, and to If-Modified-Since', async () => {
    const { headers } = await read(row);
    const etag = headers.get('ETag') ?? '';
    const others = ['"other"', etag.replaceAll('"', ''), `"${etag.replaceAll('"', '')}x"`, ''];
    for (const field of others)
      expect((await read(row, { headers: { 'If-None-Match': field } })).status).toBe(200);
    const since = { 'If-Modified-Since': new Date(Date.now() + 1e9).toUTCString() };
    expect((await read(row, { headers: since })).status).toBe(200);
  });

  it('answers 412 where If-Match names another version', async () => {
    const etag = (await read(row)).headers.get('ETag') ?? '';
    expect((await read(row, { headers: { 'If-Match': '"other"' } })).status).toBe(412);
    for (const field of [etag, '*', `"other", ${etag}`])
      expect((await read(row, { headers: { 'If-Match': field } })).status).toBe(200);
  });

  it('gives a strong validator that the next answer repeats', async () => {
    const [first, second] = [await read(row), await read(row)];
    expect(first.headers.get('ETag')).toMatch(/^"[!#-~]+"$/u);
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
    expect(await second.text()).toBe(await first.text());
  });
});

describe('headers that no cache keys on', () => {
  const SPOOFED = {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    'X-Forwarded-Port': '8080',
    'X-Forwarded-For': '127.0.0.1',
    'X-Forwarded-Prefix': '/evil',
    'X-Forwarded-Server': 'evil.example',
    'X-Host': 'evil.example',
    'X-Original-URL': '/v1/status',
    'X-Rewrite-URL': '/v1/status',
    'X-HTTP-Method-Override': 'DELETE',
    'X-Method-Override': 'DELETE',
    'X-Original-Host': 'evil.example',
    'X-WAP-Profile': 'https://evil.example/',
    'X-Real-IP': '127.0.0.1',
    'True-Client-IP': '127.0.0.1',
    Forwarded: 'host=evil.example;proto=http',
    Accept: 'application/json',
    'Accept-Language': 'fr',
    'Accept-Encoding': 'identity',
    'Accept-Charset': 'utf-16',
    Cookie: 'session=1',
    Origin: 'https://evil.example',
    Referer: 'install',
    Range: 'bytes=0-3',
    'User-Agent': 'Mozilla/5.0 (iPhone)',
    'Content-Type': 'application/xml',
    'X-Requested-With': 'XMLHttpRequest',
    Via: '1.1 evil.example',
    'Save-Data': 'on',
    'Sec-Fetch-Dest': 'document',
  };

  it.each(named)('change nothing of $name', async (row) => {
    const [plain, spoofed] = [await read(row), await read(row, { headers: SPOOFED })];
    expect(spoofed.status).toBe(plain.status);
    expect(comparable(spoofed.headers)).toEqual(comparable(plain.headers));
    if (row.status < 400 && row.row !== 'private') expect(await spoofed.text()).toBe(await plain.text());
  });
});

describe('links', () => {
  it('of an article lead to its page, its summary, its texts and its neighbours', async () => {
    const links = (await call('/v1/articles/bridge')).headers.get('Link');
    expect(links?.split(', ')).toEqual(
      expect.arrayContaining([
        '<https://standfirst.test/articles/bridge>; rel="canonical"',
        '<https://standfirst.test/v1/articles/bridge/summary>; rel="describedby"',
        '<https://standfirst.test/articles/bridge.md>; rel="alternate"; type="text/markdown"',
        '<https://standfirst.test/v1/articles/linked>; rel="next"',
      ]),
    );
  });

  it.each(['md', 'txt'])('of its .%s form lead to its page', async (extension) => {
    const { headers } = await call(`/articles/bridge.${extension}`);
    expect(headers.get('Link')).toBe('<https://standfirst.test/articles/bridge>; rel="canonical"');
  });

  it('of a list lead on, and back', async () => {
    const first = await call('/v1/articles?limit=1');
    const [, next = ''] =
      /<https:\/\/standfirst\.test([^>]+)>; rel="next"/u.exec(first.headers.get('Link') ?? '') ?? [];
    const second = await call(next);
    expect(second.headers.get('Link')).toMatch(/rel="prev"/u);
  });
});
