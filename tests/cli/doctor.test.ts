import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/cli/doctor/all-checks.ts';
import { createPatient, examine } from '../../src/cli/doctor/examine.ts';
import { WIDGET_VERSION } from '../../src/pages/widget-release.ts';
import { createMemoryService, type MemoryService } from '../http/memory-service.ts';
import { run } from './local-service.ts';

const TEXT = [
  'The harbour bridge will close on 3 May, the board said on Monday, after divers found cracks in two of its piers.',
  'Buses will run on the old road until the autumn, and the ferry will sail twice as often as it does today.',
  'A new bridge would cost 90 million, which nobody has promised to pay, and the board meets again in a fortnight.',
];

/** What breaks a service: it changes an answer on its way. */
type Sabotage = (path: string, answer: Response) => Response | Promise<Response>;

let server: Server;
let service: MemoryService;
let origin = '';
let sabotage: Sabotage | undefined;
let page = { headers: {} as Record<string, string>, html: '' };

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(request).then(async (answered) => {
      const bytes = Buffer.from(await answered.arrayBuffer());
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(request.method === 'HEAD' ? undefined : bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const upkeep = {
    status: async () => ({
      outbox: { length: 0, oldestWaitingSince: null },
      purges: { waiting: 0 },
      lastReconciliation: null,
      databaseBytes: 40_960,
    }),
  };
  service = createMemoryService({ PUBLIC_ORIGIN: origin }, { upkeep: upkeep as never });
  await service.put('bridge', {
    title: 'Harbour bridge to close',
    text: TEXT.join('\n\n'),
    url: `${origin}/site/bridge`,
    access: 'full',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage): Promise<Response> {
  const path = request.url ?? '/';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answered = path.startsWith('/site/')
    ? new Response(page.html, { headers: { 'Content-Type': 'text/html', ...page.headers } })
    : path.startsWith('/widget/')
      ? await widgetFile(path)
      : await service.fetch(
          new Request(`${origin}${path}`, {
            method: request.method ?? 'GET',
            headers: request.headers as Record<string, string>,
            ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
          }),
        );
  return sabotage === undefined ? answered : sabotage(path, answered);
}

async function widgetFile(path: string): Promise<Response> {
  const file = path.replace('/widget/v1/', `/widget/${WIDGET_VERSION}/`);
  const bytes = await readFile(`public${file}`);
  return new Response(bytes, {
    headers: {
      'Content-Type': file.endsWith('.json') ? 'application/json' : 'text/javascript',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}

const GOOD_PAGE = () => ({
  headers: { 'Content-Security-Policy': `script-src ${origin}; connect-src ${origin}` },
  html: `<html><head><link rel="canonical" href="${origin}/site/bridge"><script src="${origin}/widget/v1/standfirst.full.js" data-auto="top"></script></head><body><article>${TEXT.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
});

async function faults(): Promise<string[]> {
  const patient = createPatient({
    origin,
    token: 'test-token',
    site: `${origin}/site/bridge`,
    mayWrite: true,
  });
  const reports = await examine(patient, CHECKS);
  return reports.flatMap(({ id, outcome, seen }) => (outcome === 'faulty' ? [`${id}: ${seen}`] : []));
}

const without =
  (path: RegExp, name: string): Sabotage =>
  (asked, answered) => {
    if (path.test(asked)) answered.headers.delete(name);
    return answered;
  };
const instead =
  (path: RegExp, status: number, body = ''): Sabotage =>
  (asked, answered) =>
    path.test(asked) ? new Response(body, { status }) : answered;

/** Ways to break it, and the check that has to tell. */
const BROKEN: [id: string, way: string, sabotage: Sabotage][] = [
  ['reachable', '/health is somebody else’s page', instead(/^\/health/u, 200, '<html>')],
  [
    'settings',
    'a setting is malformed',
    (path, answered) =>
      path === '/health'
        ? Response.json({ build: 'x', engine: {}, faults: [{ setting: 'SITES', detail: 'no' }] })
        : answered,
  ],
  [
    'public-origin',
    'links lead to another host',
    async (path, answered) =>
      path === '/openapi.json'
        ? new Response((await answered.text()).replaceAll(origin, 'https://old.example'))
        : answered,
  ],
  [
    'cacheable',
    'lists are not cached',
    (path, answered) => {
      if (path.startsWith('/v1/articles?')) answered.headers.set('Cache-Control', 'no-store');
      return answered;
    },
  ],
  ['article', 'validators are dropped', without(/^\/v1\/articles\/bridge$/u, 'ETag')],
  ['cors', 'CORS is dropped', without(/summary/u, 'Access-Control-Allow-Origin')],
  ['preflight', 'a firewall refuses OPTIONS', instead(/^\/v1\/summaries$/u, 403)],
  [
    'problems',
    'error pages hide problems',
    (_path, answered) =>
      answered.status === 422
        ? new Response('<html>', { status: 422, headers: { 'Content-Type': 'text/html' } })
        : answered,
  ],
  ['unknown-article', 'an unknown article is 200', instead(/doctor-asks-for-nothing/u, 200)],
  ['writes-closed', 'anybody may write', instead(/doctor-was-here/u, 201)],
  ['front-page', 'the policy is dropped', without(/^\/$/u, 'Content-Security-Policy')],
  [
    'script-injection',
    'scripts are added',
    async (path, answered) =>
      path === '/'
        ? new Response(
            `${await answered.text()}<script src="/cdn-cgi/scripts/x/rocket-loader.min.js"></script>`,
            { headers: answered.headers },
          )
        : answered,
  ],
  ['rss', 'the feed is a page', instead(/^\/feed\.xml/u, 200, '<html>')],
  ['sitemap', 'there is no sitemap', instead(/^\/sitemap\.xml/u, 404)],
  ['widget', 'the widget is missing', instead(/^\/widget\/v1\//u, 404)],
  [
    'widget-integrity',
    'the widget is rewritten',
    async (path, answered) =>
      /full\.en\.js$/u.test(path)
        ? new Response(`${await answered.text()};`, { headers: answered.headers })
        : answered,
  ],
  ['token', 'the token opens nothing', instead(/^\/v1\/status/u, 401)],
  ['write', 'a draft is seen by everybody', instead(/^\/v1\/articles\/doctor-[a-z0-9]{6,}$/u, 201)],
];

describe('the doctor', () => {
  it('makes at least 25 checks, each with what to do, none twice', () => {
    expect(CHECKS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    for (const { todo, wanted } of CHECKS) expect(Math.min(todo.length, wanted.length)).toBeGreaterThan(10);
  });

  it('finds nothing wrong with a service that is well, and leaves nothing behind', async () => {
    page = GOOD_PAGE();
    sabotage = undefined;
    expect(await faults()).toEqual([]);
    const { items } = (await (await service.call('/v1/articles')).json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  it.each(BROKEN)('tells %s where %s', async (id, _, way) => {
    page = GOOD_PAGE();
    sabotage = way;
    const found = await faults();
    sabotage = undefined;
    expect(found.map((fault) => fault.split(':')[0])).toContain(id);
  });

  it.each([
    [
      'page-policy',
      'does not let it ask',
      () => ({
        headers: { 'Content-Security-Policy': `script-src ${origin}; connect-src 'none'` },
        html: GOOD_PAGE().html,
      }),
    ],
    [
      'page-policy',
      'has a policy in its markup',
      () => ({
        headers: {},
        html: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">${GOOD_PAGE().html}`,
      }),
    ],
    [
      'page-box',
      'has no tag',
      () => ({ headers: {}, html: GOOD_PAGE().html.replace(/<script.*<\/script>/u, '') }),
    ],
    [
      'page-text',
      'is written by a script',
      () => ({ headers: {}, html: GOOD_PAGE().html.replace(/<p>.*<\/p>/u, '') }),
    ],
    [
      'page-canonical',
      'calls the front page canonical',
      () => ({ headers: {}, html: GOOD_PAGE().html.replace('/site/bridge', '/') }),
    ],
    [
      'page-opt-out',
      'asks to be left alone',
      () => ({ headers: {}, html: `<meta name="standfirst" content="off">${GOOD_PAGE().html}` }),
    ],
  ])('tells %s where the page %s', async (id, _, make) => {
    page = make();
    const found = await faults();
    expect(found.map((fault) => fault.split(':')[0])).toContain(id);
  });

  it('tells once that the service does not answer, and looks no further', async () => {
    const silent = { origin: 'http://127.0.0.1:9', token: undefined, site: undefined, mayWrite: false };
    const reports = await examine(createPatient(silent), CHECKS);
    const [first, ...others] = reports;
    expect(first).toMatchObject({ id: 'reachable', outcome: 'faulty' });
    expect(first?.seen).toMatch(/^no answer: .+\(.+\)$/u);
    expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
  });

  it('tells once that the page is not there', async () => {
    sabotage = instead(/^\/site\//u, 404);
    const found = await faults();
    sabotage = undefined;
    expect(found).toEqual([expect.stringMatching(/^page: status 404/u)]);
  });

  it('removes the draft that a run has left which was killed', async () => {
    page = GOOD_PAGE();
    await service.put('doctor-writes', {
      title: 'Written by the doctor',
      status: 'draft',
      text: 'The doctor wrote this. It will be gone in a moment.',
    });
    expect(await faults()).toEqual([]);
    const left = await service.call('/v1/articles/doctor-writes', {
      headers: { Authorization: 'Bearer test-token' },
    });
    expect(left.status).toBe(410);
  });

  it('answers a program in JSON, and its exit code tells', async () => {
    page = GOOD_PAGE();
    const args = ['src/cli/doctor.ts', '--url', origin, '--json'];
    const env = { ...process.env, STANDFIRST_TOKEN: 'test-token' };
    const good = await run(process.execPath, args, env);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.stdout).reports).toHaveLength(CHECKS.length);
    sabotage = instead(/^\/feed\.xml/u, 500);
    const bad = await run(process.execPath, args.slice(0, 3), env);
    sabotage = undefined;
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/BAD {2}rss .*\n +-> /u);
  });
});
