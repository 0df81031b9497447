import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/http/app.ts';
import { memoryDependencies } from '../http/memory-service.ts';

/** Every time in Cache-Control is divided by this, so that a run sees answers expire. */
const HASTE = 60;

export interface Origin {
  port: number;
  url: string;
  /** Straight from the service, past every cache. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The whole service over its twins in memory, on a port of this machine. */
export async function openOrigin(): Promise<Origin> {
  const app = createApp(memoryDependencies());
  const server = createServer((request, response) => {
    void answer(request).then(async ({ status, headers, body }) => {
      response.writeHead(status, Object.fromEntries(headers));
      response.end(body);
    });
  });
  async function answer({ url = '/', method = 'GET', headers }: IncomingMessage) {
    if (url === '/blank') return page();
    const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined || name === 'host' || name === 'connection' ? [] : [[name, String(value)]],
    );
    const given = await app.fetch(new Request(`https://standfirst.test${url}`, { method, headers: sent }));
    return {
      status: given.status,
      headers: hasten(given.headers),
      body: Buffer.from(await given.arrayBuffer()),
    };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    ask: async (path, init) => app.fetch(new Request(`https://standfirst.test${path}`, init)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A page for a browser to ask from. */
function page() {
  const headers = new Headers({ 'Content-Type': 'text/html', 'Cache-Control': 'no-store' });
  return { status: 200, headers, body: Buffer.from('<!doctype html><title>Reader</title>') };
}

/** What a shared cache reads as well: no cache here is Cloudflare's. */
function hasten(headers: Headers): Headers {
  const hastened = new Headers(headers);
  const policy = headers.get('Cache-Control') ?? '';
  hastened.set(
    'Cache-Control',
    policy.replaceAll(/=(\d+)/gu, (_, seconds) => `=${hastenedSeconds(Number(seconds))}`),
  );
  return hastened;
}

function hastenedSeconds(seconds: number): number {
  return Math.ceil(seconds / HASTE);
}

/** For how long a cache may go on showing an answer that was true, in milliseconds: fresh, and stale while it asks. */
export function limitMs({ headers }: Response): number {
  const policy = headers.get('Cache-Control') ?? '';
  const seconds = (name: string) => Number(new RegExp(`(?:^|, )${name}=(\\d+)`, 'u').exec(policy)?.[1] ?? 0);
  return 1_000 * (hastenedSeconds(seconds('max-age')) + hastenedSeconds(seconds('stale-while-revalidate')));
}
