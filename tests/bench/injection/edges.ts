import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 8841);

/** What stands before the origin: nothing done, a rewriter that changes nothing, ours. */
export const EDGES = ['bare', 'noop', 'injector'] as const;
export type Edge = (typeof EDGES)[number];

export const portOf = (edge: Edge): number => FIRST_PORT + EDGES.indexOf(edge);

/** A page of 100 KB, a list of the same size that is no article, and what the service says of both. */
export const PLACES = {
  scope: { selector: 'div.story', nth: 1 },
  above: { selector: 'p', nth: 1, side: 'before' },
  below: { selector: 'div.story', nth: 1, side: 'end' },
};

const WORKERS = {
  bare: 'export default { fetch: (request) => fetch(request) };',
  noop: 'export default { fetch: async (request) => new HTMLRewriter().transform(await fetch(request)) };',
};

export interface Edges {
  pid: number;
  stop(): Promise<void>;
}

/** All in one raw workerd process, so that they share its luck. */
export async function startEdges(
  pages: Record<string, string>,
  insertOf: (paragraphs: number) => unknown,
): Promise<Edges> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  await build({
    entryPoints: ['src/injector.ts'],
    outfile: join(folder, 'injector.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['cloudflare:workers'],
  });
  for (const [name, source] of Object.entries(WORKERS)) writeFileSync(join(folder, `${name}.js`), source);
  writeFileSync(join(folder, 'origin.js'), originWorker(pages));
  writeFileSync(join(folder, 'service.js'), serviceWorker(insertOf));
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
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function originWorker(pages: Record<string, string>): string {
  return `const pages = ${JSON.stringify(pages)};
const html = { 'Content-Type': 'text/html; charset=utf-8', ETag: '"one"' };
export default { fetch: ({ url }) => new Response(pages[new URL(url).pathname], { headers: html }) };`;
}

function serviceWorker(insertOf: (paragraphs: number) => unknown): string {
  const answers = { many: JSON.stringify(insertOf(90)), few: JSON.stringify(insertOf(10)) };
  return `const answers = ${JSON.stringify(answers)};
export default { fetch: ({ url }) => url.endsWith('list') ? new Response('{}', { status: 404 }) : new Response(url.endsWith('10') ? answers.few : answers.many) };`;
}

function configuration(): string {
  const worker = (name: string, more = '') =>
    `(name = "${name}", worker = (compatibilityDate = "2026-10-01", compatibilityFlags = ["no_nodejs_compat"], modules = [(name = "${name}.js", esModule = embed "${name}.js")]${more}))`;
  const origin = `, globalOutbound = "origin"`;
  const bindings = `${origin}, bindings = [(name = "INJECT", text = "news.example"), (name = "SERVICE", service = "service")]`;
  const sockets = EDGES.map(
    (edge) => `(name = "${edge}", address = "127.0.0.1:${portOf(edge)}", http = (), service = "${edge}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ${worker('bare', origin)},
    ${worker('noop', origin)},
    ${worker('injector', bindings)},
    ${worker('origin')},
    ${worker('service')},
  ],
  sockets = [${sockets.join(', ')}],
);
`;
}
