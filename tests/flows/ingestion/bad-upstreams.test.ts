import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { type LocalPublication, startPublication } from './local-publication.ts';
import { storyPage } from './upstream.ts';

/** Real servers behaving badly to the real Worker, over real sockets: nothing here is simulated but the names. */
const SITE = 'http://news.example';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const endless =
  (type: string): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': type });
    const chunk = Buffer.alloc(256 * 1024, 'a');
    const go = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', go);
    go();
  };

/** Some ten gigabytes in ten megabytes. */
const bomb: Answer = (_, response) => {
  response.writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' });
  const gzip = createGzip({ level: constants.Z_BEST_COMPRESSION });
  gzip.pipe(response);
  const zeros = Buffer.alloc(1024 * 1024);
  let left = 10_000;
  const go = () => {
    while (left > 0 && !response.destroyed && gzip.write(zeros)) left -= 1;
  };
  gzip.on('drain', go);
  response.on('close', () => gzip.destroy());
  go();
};

const drip: Answer = (_, response) => {
  response.writeHead(200, HTML);
  const timer = setInterval(() => response.write('a'), 1_000);
  response.on('close', () => clearInterval(timer));
};

const BAD: Record<string, [Answer, string]> = {
  'no headers': [() => undefined, '504 page-timeout'],
  'one byte a second': [drip, '504 page-timeout'],
  'a body without end': [endless('text/html'), '502 page-unavailable'],
  'a gzip bomb': [bomb, '502 page-unavailable'],
  'a connection that ends before the headers': [
    (request) => request.socket.destroy(),
    '502 page-unavailable',
  ],
  'a connection that breaks in the body': [
    (request, response) => {
      response.writeHead(200, { ...HTML, 'Content-Length': '10000' });
      response.write('<p>half', () => request.socket.resetAndDestroy());
    },
    '502 page-unavailable',
  ],
  'something that is no page': [
    (_, response) => void response.writeHead(200, { 'Content-Type': 'image/png' }).end('x'),
    '422 not-an-article',
  ],
  'a film without end': [endless('video/mp4'), '422 not-an-article'],
  'a broken server': [(_, response) => void response.writeHead(500).end('SQL error'), '502 page-unavailable'],
  'a busy server': [
    (_, response) => void response.writeHead(429, { 'Retry-After': '30' }).end(),
    '502 page-unavailable',
  ],
};

/** Where each step leads, with which status; the last word is what comes of it. */
const CHAINS: [string, [number, string | undefined][], string][] = [
  ['301', [[301, '/story/301']], '200'],
  ['302', [[302, '/story/302']], '200'],
  ['303', [[303, '/story/303']], '200'],
  ['307', [[307, '/story/307']], '200'],
  ['308', [[308, '/story/308']], '200'],
  ['a relative path', [[302, '../../story/relative']], '200'],
  ['a path without scheme and host', [[302, '//news.example/story/host']], '200'],
  ['an address with a fragment', [[301, `${SITE}/story/fragment#top`]], '200'],
  [
    'three steps',
    [
      [301, '1'],
      [302, '2'],
      [308, '/story/three'],
    ],
    '200',
  ],
  [
    'four steps',
    [
      [301, '1'],
      [302, '2'],
      [303, '3'],
      [307, '/story/four'],
    ],
    '502 page-unavailable',
  ],
  ['itself', [[302, '']], '502 page-unavailable'],
  ['itself under its own name', [[302, '0']], '502 page-unavailable'],
  [
    'a loop of two',
    [
      [302, '1'],
      [302, '0'],
    ],
    '502 page-unavailable',
  ],
  ['nowhere', [[302, undefined]], '502 page-unavailable'],
  ['a script', [[302, 'javascript:alert(1)']], '502 page-unavailable'],
  ['data', [[302, 'data:text/html,<p>hello']], '502 page-unavailable'],
  ['a host off the list', [[302, 'http://evil.example/story/1']], '502 page-unavailable'],
  ['a host off the list without scheme', [[302, '//evil.example/story/2']], '502 page-unavailable'],
  [
    'a host off the list at the third step',
    [
      [301, '1'],
      [302, '2'],
      [302, 'http://evil.example/story/3'],
    ],
    '502 page-unavailable',
  ],
  ['an address in numbers', [[302, 'http://127.0.0.1/story/4']], '502 page-unavailable'],
  ['metadata of a cloud', [[302, 'http://169.254.169.254/latest/meta-data/']], '502 page-unavailable'],
  ['another port', [[302, 'http://news.example:8080/story/5']], '502 page-unavailable'],
  ['a user’s name', [[302, 'http://me:secret@news.example/story/6']], '502 page-unavailable'],
];

describe('pages that mean no good, in workerd', () => {
  let publisher: Server;
  let service: LocalPublication;
  /** Requests by host and path, robots.txt apart. */
  const asked: string[] = [];
  const closed = new Map<string, Promise<void>>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    if (path === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked.push(`${request.headers['asked-host']}${path}`);
    closed.set(path, new Promise((resolve) => response.once('close', resolve)));
    const [, kind, index = '', step = ''] = path.split('/');
    if (kind === 'bad') Object.values(BAD)[Number(index)]?.[0](request, response);
    else if (kind === 'chain') {
      const [status, location] = CHAINS[Number(index)]?.[1][Number(step)] ?? [404, undefined];
      response.writeHead(status, location === undefined ? {} : { Location: location }).end();
    } else response.writeHead(200, HTML).end(storyPage({ title: `The story of ${index}` }));
  }

  beforeAll(async () => {
    publisher = createServer(answer);
    // Where a connection that has served before ends without an answer, workerd itself asks again (RFC 9112, section 9.3.1).
    publisher.maxRequestsPerSocket = 1;
    await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
    const { port } = publisher.address() as AddressInfo;
    service = await startPublication(await freePort(), String(port));
  });

  afterAll(async () => {
    await service?.close();
    publisher?.closeAllConnections();
    publisher?.close();
  });

  async function look(url: string): Promise<{ outcome: string; response: Response }> {
    const response = await fetch(`${service.origin}/v1/summary?url=${encodeURIComponent(url)}`);
    if (response.ok) return { outcome: '200', response };
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const text = await response.clone().text();
    expect(text).not.toContain('SQL');
    const { type, detail } = JSON.parse(text) as { type: string; detail: string };
    expect(detail).not.toBe('');
    return { outcome: `${response.status} ${type.split('/').at(-1)}`, response };
  }

  async function titles(): Promise<string[]> {
    const response = await fetch(`${service.origin}/v1/articles?limit=100`, {
      headers: { Authorization: 'Bearer test-token' },
    });
    return ((await response.json()) as { items: { title: string }[] }).items.map(({ title }) => title);
  }

  it.concurrent.each(
    Object.entries(BAD).map(([name, [, outcome]], index) => [name, outcome, index] as const),
  )('%s is %s, the other side is told, and nothing is stored', async (_, expected, index) => {
    const path = `/bad/${index}`;
    const { outcome, response } = await look(SITE + path);
    expect(outcome).toBe(expected);
    if (response.status >= 500) expect(response.headers.get('Retry-After')).toMatch(/^[1-9]\d*$/u);
    await closed.get(path);
    expect((await look(SITE + path)).outcome).toBe(expected);
    expect(asked.filter((address) => address === `news.example${path}`)).toHaveLength(1);
    expect((await titles()).filter((title) => !title.startsWith('The story of'))).toEqual([]);
  });

  it.concurrent.each(CHAINS.map(([name, steps, outcome], index) => [name, outcome, steps, index] as const))(
    'a redirect to %s: %s',
    async (_, expected, steps, index) => {
      const { outcome } = await look(`${SITE}/chain/${index}/0`);
      expect(outcome).toBe(expected);
      const hops = asked.filter((address) => address.startsWith(`news.example/chain/${index}/`));
      expect(hops).toHaveLength(steps.length);
      expect(asked.filter((address) => !address.startsWith('news.example/'))).toEqual([]);
      const [, , name] = /\/(story)\/(\w+)/u.exec(steps.at(-1)?.[1] ?? '') ?? [];
      expect((await titles()).includes(`The story of ${name}`)).toBe(expected === '200');
    },
  );
});
