import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { createApp } from '../../src/http/app.ts';
import { memoryDependencies } from '../http/memory-service.ts';

const PUBLIC_FOLDER = fileURLToPath(new URL('../../public', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/** The whole service over HTTP on a loopback port: the memory twins behind the real app, and the static files. */
export interface DeskHost {
  origin: string;
  clock: { now: number };
  catalogue: MemoryCatalogue;
  put(slug: string, article: object): Promise<void>;
  close(): Promise<void>;
}

export async function openDeskHost(settings: Record<string, string> = {}): Promise<DeskHost> {
  const clock = { now: Date.UTC(2026, 10, 1) };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dependencies = memoryDependencies({ PUBLIC_ORIGIN: origin, ...settings }, { now: () => clock.now });
  const app = createApp(dependencies);
  const redirects = await readRedirects();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = await readStatic(redirects.get(path) ?? path);
    if (file !== undefined) {
      response.writeHead(200, { 'Content-Type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
      response.end(file);
      return;
    }
    const body = await readBody(request);
    if (body === undefined) return;
    const answered = await app.fetch(
      new Request(`${origin}${request.url}`, {
        method: request.method ?? 'GET',
        headers: request.headers as Record<string, string>,
        ...(body.length === 0 ? {} : { body }),
      }),
    );
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  return {
    origin,
    clock,
    catalogue: dependencies.catalogue,
    async put(slug, article) {
      clock.now += 60_000;
      const stored = await app.fetch(
        new Request(`${origin}/v1/articles/${slug}`, {
          method: 'PUT',
          headers: { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...article, updatedAt: new Date(clock.now).toISOString() }),
        }),
      );
      if (!stored.ok) throw new Error(`${slug}: ${await stored.text()}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Undefined where the browser has left meanwhile: a page that is closed takes its questions with it. */
async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

async function readStatic(path: string): Promise<Buffer | undefined> {
  if (!/^\/(?:widget|desk-files)\/[\w./-]+$/u.test(path) || path.includes('..')) return undefined;
  try {
    return await readFile(`${PUBLIC_FOLDER}${path}`);
  } catch {
    return undefined; // The service tells that there is none.
  }
}

async function readRedirects(): Promise<Map<string, string>> {
  const lines = (await readFile(`${PUBLIC_FOLDER}/_redirects`, 'utf8')).trim().split('\n');
  return new Map(lines.map((line) => line.split(' ').slice(0, 2) as [string, string]));
}
