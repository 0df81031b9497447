import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 8841);

/**
 * What stands before the origin: nothing done, a rewriter that changes nothing, the same with one read of KV beside the
 * origin (the least that a page by page decision costs), ours.
 */
export const EDGES = ['bare', 'noop', 'lookup', 'injector'] as const;
export type Edge = (typeof EDGES)[number];

export const portOf = (edge: Edge): number => FIRST_PORT + EDGES.indexOf(edge);
/** Asks the edges from inside, where no socket of the machine holds anything. */
const READER_PORT = FIRST_PORT + EDGES.length;

const WORKERS = {
  bare: 'export default { fetch: (request) => fetch(request) };',
  noop: 'export default { fetch: async (request) => new HTMLRewriter().transform(await fetch(request)) };',
  lookup: `export default { fetch: async (request, { KV }) => {
  const [page] = await Promise.all([fetch(request), KV.get(request.url, 'json')]);
  return new HTMLRewriter().transform(page);
} };`,
  kv: `export default { fetch: () => new Response('{}') };`,
};

/** A page, and what the service says of it; null where it gets no box. */
export interface ServedPage {
  html: string;
  insert: unknown;
}

export interface Edges {
  pid: number;
  /** Bytes that an edge has taken from the origin and not given on, while its reader stands still. */
  heldBytes(edge: Edge, path: string): Promise<number>;
  stop(): Promise<void>;
}

/** All in one raw workerd process, so that they share its luck. */
export async function startEdges(pages: Record<string, ServedPage>): Promise<Edges> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  await build({
    entryPoints: ['src/injector.ts'],
    outfile: join(folder, 'injector.js'),
    bundle: true,
    minify: true,
    format: 'esm',
  });
  for (const [name, source] of Object.entries(WORKERS)) writeFileSync(join(folder, `${name}.js`), source);
  writeFileSync(join(folder, 'origin.js'), originWorker(pages));
  writeFileSync(join(folder, 'service.js'), serviceWorker(pages));
  writeFileSync(join(folder, 'reader.js'), READER);
  writeFileSync(join(folder, 'config.capnp'), configuration());
  const server = spawn('workerd', ['serve', 'config.capnp', 'config'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${portOf('bare')}/list`).catch(() => undefined)) break;
    await sleep(50);
  }
  return {
    pid: server.pid ?? 0,
    async heldBytes(edge, path) {
      const answer = await fetch(`http://127.0.0.1:${READER_PORT}${path}?edge=${edge}`);
      if (!answer.ok) throw new Error(`the reader behind ${edge} failed: ${await answer.text()}`);
      return Number(await answer.text());
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** `?slowly` gives a page out piece by piece, each only when it is asked for, and counts what is gone. */
function originWorker(pages: Record<string, ServedPage>): string {
  const sources = Object.fromEntries(Object.entries(pages).map(([path, { html }]) => [path, html]));
  return `const pages = ${JSON.stringify(sources)};
const html = { 'Content-Type': 'text/html; charset=utf-8', ETag: '"one"' };
const PIECE_BYTES = 4096;
let given = 0;
function slowly(bytes) {
  given = 0;
  return new ReadableStream({
    pull(controller) {
      if (given >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(given, given + PIECE_BYTES));
      given = Math.min(given + PIECE_BYTES, bytes.length);
    },
  }, { highWaterMark: 0 });
}
export default { fetch({ url }) {
  const { pathname, search } = new URL(url);
  if (pathname === '/given') return new Response(String(given));
  const page = pages[pathname];
  return new Response(search !== '?slowly' ? page : slowly(new TextEncoder().encode(page)), { headers: html });
} };`;
}

function serviceWorker(pages: Record<string, ServedPage>): string {
  const answers = Object.fromEntries(
    Object.entries(pages).map(([path, { insert }]) => [path, insert === null ? '' : JSON.stringify(insert)]),
  );
  return `const answers = ${JSON.stringify(answers)};
export default { fetch({ url }) {
  const answer = answers[new URL(new URL(url).searchParams.get('url')).pathname];
  return answer === '' ? new Response('{}', { status: 404 }) : new Response(answer);
} };`;
}

/** Reads the first part of a page, then nothing, until no more comes from the origin. */
const READER = `const READ_BYTES = 1024 * 1024;
const ASK_AGAIN_MS = 50;
const given = async (env) => Number(await (await env.origin.fetch('http://news.example/given')).text());
async function untilStill(env) {
  let last = -1;
  for (let now = await given(env); now !== last; now = await given(env)) {
    last = now;
    await scheduler.wait(ASK_AGAIN_MS);
  }
  return last;
}
export default { async fetch({ url }, env) {
  const { pathname, searchParams } = new URL(url);
  const edge = env[searchParams.get('edge')];
  const ask = () => edge.fetch('http://news.example' + pathname + '?slowly');
  await (await ask()).body.cancel();
  await scheduler.wait(300);
  const answer = await ask();
  const reader = answer.body.getReader();
  let read = 0;
  while (read < READ_BYTES) read += (await reader.read()).value.length;
  const held = await untilStill(env) - read;
  await reader.cancel();
  return new Response(String(held));
} };`;

function configuration(): string {
  const worker = (name: string, more = '') =>
    `(name = "${name}", worker = (compatibilityDate = "2026-11-17", compatibilityFlags = ["no_nodejs_compat"], modules = [(name = "${name}.js", esModule = embed "${name}.js")]${more}))`;
  const origin = `, globalOutbound = "origin"`;
  const bindings = `${origin}, bindings = [(name = "INJECT", text = "news.example"), (name = "SERVICE", service = "service")]`;
  const kv = `${origin}, bindings = [(name = "KV", kvNamespace = "kv")]`;
  const edges = [...EDGES, 'origin'].map((name) => `(name = "${name}", service = "${name}")`);
  const socket = (name: string, port: number) =>
    `(name = "${name}", address = "127.0.0.1:${port}", http = (), service = "${name}")`;
  const sockets = [...EDGES.map((edge) => socket(edge, portOf(edge))), socket('reader', READER_PORT)];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ${worker('bare', origin)},
    ${worker('noop', origin)},
    ${worker('lookup', kv)},
    ${worker('kv')},
    ${worker('injector', bindings)},
    ${worker('origin')},
    ${worker('service')},
    ${worker('reader', `, bindings = [${edges.join(', ')}]`)},
  ],
  sockets = [${sockets.join(', ')}],
);
`;
}
