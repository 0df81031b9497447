import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBox, writePiece } from '../../src/core/injection/box-markup.ts';
import { loadLabels } from '../../src/core/labels/labels.ts';
import { type Edge, startEdge } from './edge.ts';
import { ask } from './exchange.ts';

const PAGE = `<!doctype html><html><head><title>Tides</title></head><body><div class="story"><p>One.</p><p>Two.</p></div><p>Foot</p></body></html>`;
const BOX = writeBox({
  pageUrl: 'https://news.example/tides',
  title: 'Tides',
  language: 'en',
  direction: 'ltr',
  sentences: ['One.'],
  credit: 'Sentences from this article',
  abstract: { abstract: 'One.' },
  labels: (await loadLabels('en')).labels,
});
const PLACES = {
  scope: { selector: 'div.story', nth: 1 },
  above: { selector: 'p', nth: 1, side: 'before' },
  below: { selector: 'div.story', nth: 1, side: 'end' },
  paragraph: { selector: 'p', count: 2 },
};
const BOXED = PAGE.replace('<p>One', `${writePiece(BOX, 'above', false)}<p>One`).replace(
  '</div><p>Foot',
  `${writePiece(BOX, 'below', false)}</div><p>Foot`,
);
const ETAG = '"origin-1"';
const TIME = 'Sat, 28 Nov 2026 10:00:00 GMT';

/** What the origin answers, by path; the request's own fields come back in `X-Seen`. */
const ANSWERS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/tides': (_, response) => response.writeHead(200, html({ ETag: ETAG, 'Last-Modified': TIME })).end(PAGE),
  '/timed': (_, response) => response.writeHead(200, html({ 'Last-Modified': TIME })).end(PAGE),
  '/digests': (_, response) =>
    response
      .writeHead(
        200,
        html({
          'Content-Length': PAGE.length,
          'Accept-Ranges': 'bytes',
          'Repr-Digest': 'x',
          Digest: 'x',
          'Set-Cookie': ['a=1', 'b=2'],
        }),
      )
      .end(PAGE),
};

function html(fields: Record<string, string | number | string[]> = {}) {
  return { 'Content-Type': 'text/html; charset=utf-8', ...fields };
}

/** Answers that are passed on byte for byte. */
const PASSED: [name: string, path: string, status: number, fields: Record<string, string>][] = [
  ['an error page', '/e404', 404, html()],
  ['a server error', '/e503', 503, html({ 'Retry-After': '5' })],
  ['a redirect', '/r301', 301, { ...html(), Location: 'https://news.example/tides' }],
  [
    'a page that must not be transformed',
    '/no-transform',
    200,
    html({ 'Cache-Control': 'public, no-transform' }),
  ],
  ['a download', '/download', 200, html({ 'Content-Disposition': 'attachment; filename=a.html' })],
  ['a page whose publisher says no', '/off', 200, html({ Standfirst: 'off' })],
  ['XHTML', '/xhtml', 200, { 'Content-Type': 'application/xhtml+xml' }],
  ['an event stream', '/events', 200, { 'Content-Type': 'text/event-stream' }],
  ['JSON', '/json', 200, { 'Content-Type': 'application/json' }],
  ['a page in UTF-16', '/utf16', 200, { 'Content-Type': 'text/html; charset=utf-16le' }],
  [
    'a page in an encoding that nobody knows',
    '/unknown',
    200,
    { 'Content-Type': 'text/html; charset=x-made-up' },
  ],
  ['a page in a coding that is not taken off', '/zstd', 200, html({ 'Content-Encoding': 'zstd' })],
  ['something without a type', '/untyped', 200, {}],
];
for (const [, path, status, fields] of PASSED)
  ANSWERS[path] = (_, response) => response.writeHead(status, { ETag: ETAG, ...fields }).end(PAGE);

let version = '1.1';
let service: 'well' | 'slow' | 'failing' | 'malformed' | 'gone' = 'well';
let seen: IncomingMessage['headers'] = {};
/** What the slow service owes, until it is let. */
let owed: (() => void)[] = [];
let edge: Edge;

function answerAsOrigin(request: IncomingMessage, response: ServerResponse): void {
  seen = request.headers;
  const { pathname } = new URL(request.url ?? '/', 'http://news.example');
  const path = pathname.replace(/\/\d+$/u, '');
  if (request.headers['if-none-match']?.includes(ETAG) || request.headers['if-modified-since'] === TIME)
    response.writeHead(304, { ETag: ETAG }).end();
  else if (path === '/broken') {
    response.writeHead(200, html());
    response.write(PAGE.slice(0, 120));
    setTimeout(() => response.destroy(), 50);
  } else if (request.headers.range !== undefined)
    response
      .writeHead(206, html({ 'Content-Range': `bytes 0-3/${PAGE.length}`, ETag: ETAG }))
      .end(PAGE.slice(0, 4));
  else (ANSWERS[path] ?? ((_, other) => other.writeHead(200, html()).end(PAGE)))(request, response);
}

function answerAsService(_: IncomingMessage, response: ServerResponse): void {
  const insert = JSON.stringify({ version, places: PLACES, box: BOX });
  if (service === 'failing') response.writeHead(503).end();
  else if (service === 'malformed') response.end('{"version": 1}');
  else if (service === 'gone') response.writeHead(404).end();
  else if (service === 'slow') owed.push(() => response.end(insert));
  else response.end(insert);
}

function letAnswer(): void {
  service = 'well';
  for (const answer of owed) answer();
  owed = [];
}

beforeAll(async () => {
  edge = await startEdge('news.example, !news.example/live', answerAsOrigin, answerAsService);
});
afterAll(() => edge.stop());

let views = 0;
/** An address that no isolate remembers anything of. */
function anew(path: string): string {
  views += 1;
  return `${path}/${views}`;
}

/** A page as the second reader has it: the first may come before the service has answered. */
async function view(path: string, init: Parameters<typeof ask>[2] = {}) {
  await ask(edge.port, path);
  return ask(edge.port, path, init);
}

/** The same where it has boxes: on a busy machine the second reader too may come before the service has answered. */
async function viewBoxed(path: string, init: Parameters<typeof ask>[2] = {}) {
  await expect.poll(async () => (await ask(edge.port, path)).headers.standfirst).toBeDefined();
  return ask(edge.port, path, init);
}

describe('a page with a summary', () => {
  it('has its boxes, and nothing else is changed', async () => {
    const { status, bytes, headers } = await viewBoxed(anew('/tides'));
    expect(status).toBe(200);
    expect(bytes.toString()).toBe(BOXED);
    expect(headers.standfirst).toBe('1.1');
    expect(headers['last-modified']).toBe(TIME);
  });

  it('loses what belongs to the origin’s bytes, and keeps the rest', async () => {
    const { headers } = await viewBoxed(anew('/digests'));
    for (const name of ['content-length', 'accept-ranges', 'repr-digest', 'digest'])
      expect(headers[name]).toBeUndefined();
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('answers HEAD as it would GET', async () => {
    const path = anew('/tides');
    const whole = await viewBoxed(path);
    const { headers, bytes } = await ask(edge.port, path, { method: 'HEAD' });
    expect(bytes).toHaveLength(0);
    expect(headers.etag).toBe(whole.headers.etag);
    expect(headers.standfirst).toBe('1.1');
    expect(headers['content-length']).toBeUndefined();
  });

  it.each(['/tides', '/timed'])(
    'at %s is renewed by its own validator, until its summary changes',
    async (page) => {
      const path = anew(page);
      const { etag = '' } = (await viewBoxed(path)).headers;
      expect(etag).toMatch(/^W\/".*1\.1"$/u);
      const renewed = await ask(edge.port, path, { headers: { 'If-None-Match': etag } });
      expect(renewed.status).toBe(304);
      version = '1.2';
      const changed = anew(page);
      const again = await ask(edge.port, changed, { headers: { 'If-None-Match': etag } });
      version = '1.1';
      expect(again.status).toBe(200);
      expect(seen['if-none-match']).toBeUndefined();
    },
  );

  it('is not renewed by the time alone, or by the tag of the plain page', async () => {
    const path = anew('/tides');
    expect((await viewBoxed(path, { headers: { 'If-Modified-Since': TIME } })).status).toBe(200);
    expect((await ask(edge.port, path, { headers: { 'If-None-Match': ETAG } })).status).toBe(200);
  });

  it('is passed on as far as it came where its origin fails in the middle', async () => {
    const { bytes, isWhole } = await view(anew('/broken'));
    expect(isWhole).toBe(false);
    expect(bytes.toString()).toContain('<title>Tides');
  });
});

describe('passed on byte for byte', () => {
  it.each(PASSED)('is %s', async (_, path, status, fields) => {
    const { bytes, headers, ...answer } = await view(anew(path));
    expect(answer.status).toBe(status);
    expect(bytes.toString()).toBe(PAGE);
    expect(headers.etag).toBe(ETAG);
    for (const [name, value] of Object.entries(fields)) expect(headers[name.toLowerCase()]).toBe(value);
  });

  it.each([
    ['a part of a page', { headers: { Range: 'bytes=0-3' } }, 206],
    ['what our own crawler reads', { headers: { 'User-Agent': 'Standfirst/1.0' } }, 200],
    ['a form’s answer', { method: 'POST' }, 200],
  ])('is %s', async (_, init, status) => {
    const path = anew('/tides');
    await view(path);
    const answer = await ask(edge.port, path, init);
    expect(answer.status).toBe(status);
    expect(PAGE.startsWith(answer.bytes.toString())).toBe(true);
    expect(answer.headers.standfirst).toBeUndefined();
  });

  it('is a page of an excluded path, or of another host', async () => {
    expect((await view(anew('/live/tides'))).bytes.toString()).toBe(PAGE);
    const other = await view(anew('/tides'), { headers: { Host: 'other.example' } });
    expect(other.bytes.toString()).toBe(PAGE);
  });

  it.each(['slow', 'failing', 'malformed', 'gone'] as const)(
    'is a page whose service is %s',
    async (state) => {
      service = state;
      const path = anew('/tides');
      const { bytes, headers } = await ask(edge.port, path);
      letAnswer();
      expect(bytes.toString()).toBe(PAGE);
      expect(headers.etag).toBe(ETAG);
    },
  );

  it('is the first view alone where the service was slow', async () => {
    service = 'slow';
    const path = anew('/tides');
    expect((await ask(edge.port, path)).bytes.toString()).toBe(PAGE);
    letAnswer();
    await expect.poll(async () => (await ask(edge.port, path)).bytes.toString()).toBe(BOXED);
    service = 'failing';
    expect((await ask(edge.port, path)).bytes.toString()).toBe(BOXED);
    service = 'well';
  });
});

describe('the path of our own on the page’s host', () => {
  it('has the style sheet', async () => {
    const { headers, bytes } = await ask(edge.port, '/.standfirst/1/box.css');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
    expect(bytes.toString()).toContain('stand-first');
  });

  it.each([
    ['GET', '/.standfirst/other', 404],
    ['POST', '/.standfirst/1/box.css', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await ask(edge.port, path, { method })).status).toBe(status);
  });
});
