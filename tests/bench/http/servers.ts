import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WORKERS = fileURLToPath(new URL('workers/', import.meta.url));

export const TOKEN = 'bench-token';
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 8811);
const PORTS = {
  hello: FIRST_PORT,
  bareKv: FIRST_PORT + 1,
  service: FIRST_PORT + 2,
  summarize: FIRST_PORT + 3,
};
export type ServerName = keyof typeof PORTS;

export function addressOf(server: ServerName): string {
  return `http://127.0.0.1:${PORTS[server]}`;
}

export interface Servers {
  pid: number;
  stop(): void;
}

/**
 * Serves the service, what it is measured against, and a KV in memory for both, all in one raw workerd process. The
 * development server would put a proxy and a second workerd before them, and its numbers would be about those.
 */
export async function startServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  mkdirSync(join(folder, 'data'));
  bundle(folder, 'service', join(ROOT, 'wrangler.toml'), 'worker.js');
  bundle(folder, 'summarize', summarizerConfig(folder), 'summarize.js');
  for (const name of ['bare-hello', 'bare-kv', 'fake-kv', 'absent-assets', 'limiter'])
    stripTypes(folder, name);
  writeFileSync(join(folder, 'config.capnp'), configuration());
  const inspector =
    process.env.BENCH_INSPECTOR === undefined ? [] : [`-i127.0.0.1:${process.env.BENCH_INSPECTOR}`];
  const server = spawn('workerd', ['serve', 'config.capnp', 'config', '--experimental', ...inspector], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitUntilReady(server);
  return {
    pid: server.pid ?? 0,
    stop() {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Bundles as a deployment would: the same tool, minified. */
function bundle(folder: string, name: string, config: string, output: string): void {
  const outdir = join(folder, `${name}-bundle`);
  execFileSync('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', outdir, '--config', config], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
  copyFileSync(join(outdir, output), join(folder, `${name}.js`));
}

function summarizerConfig(folder: string): string {
  const path = join(folder, 'summarize.toml');
  writeFileSync(
    path,
    `name = "summarize"\nmain = "${join(WORKERS, 'summarize.ts')}"\ncompatibility_date = "${COMPATIBILITY_DATE}"\n`,
  );
  return path;
}

function stripTypes(folder: string, name: string): void {
  const source = readFileSync(join(WORKERS, `${name}.ts`), 'utf8');
  writeFileSync(join(folder, `${name}.js`), stripTypeScriptTypes(source));
}

const COMPATIBILITY_DATE = '2026-10-01';
const LIMITERS = ['SUMMARIES_LIMITER', 'EXTRACTIONS_LIMITER', 'LOOKUPS_LIMITER', 'FALLBACKS_LIMITER'];

/** What a deployment would find in `wrangler.toml`, in workerd's own words. */
function configuration(): string {
  const digest = createHash('sha256').update(TOKEN).digest('hex');
  const limiters = LIMITERS.map(
    (name) => `(name = "${name}", wrapped = (moduleName = "bench:limiter")),`,
  ).join('\n    ');
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "hello", worker = ${worker('bare-hello')}),
    (name = "bare", worker = ${worker('bare-kv', '(name = "ARTICLES", kvNamespace = "kv")')}),
    (name = "summarize", worker = ${worker('summarize')}),
    (name = "service", worker = .service),
    (name = "kv", worker = ${worker('fake-kv')}),
    (name = "absent-assets", worker = ${worker('absent-assets')}),
    (name = "disk", disk = (path = "data", writable = true)),
  ],
  sockets = [
    (name = "hello", address = "127.0.0.1:${PORTS.hello}", http = (), service = "hello"),
    (name = "bare", address = "127.0.0.1:${PORTS.bareKv}", http = (), service = "bare"),
    (name = "service", address = "127.0.0.1:${PORTS.service}", http = (), service = "service"),
    (name = "summarize", address = "127.0.0.1:${PORTS.summarize}", http = (), service = "summarize"),
  ],
  extensions = [(modules = [(name = "bench:limiter", esModule = embed "limiter.js", internal = true)])],
);
const service :Workerd.Worker = (
  compatibilityDate = "${COMPATIBILITY_DATE}",
  compatibilityFlags = ["global_fetch_strictly_public", "no_nodejs_compat"],
  modules = [(name = "worker.js", esModule = embed "service.js")],
  bindings = [
    (name = "ARTICLES", kvNamespace = "kv"),
    (name = "CATALOGUE", durableObjectNamespace = "Catalogue"),
    (name = "ASSETS", service = "absent-assets"),
    (name = "VERSION", json = "{\\"id\\":\\"00000000-0000-4000-8000-000000000000\\",\\"tag\\":\\"\\",\\"timestamp\\":\\"\\"}"),
    (name = "PUBLIC_ORIGIN", text = "https://news.example"),
    (name = "PUBLICATION_NAME", text = "The Bench"),
    (name = "API_TOKENS", text = "bench:${digest}"),
    ${limiters}
  ],
  durableObjectNamespaces = [(className = "Catalogue", uniqueKey = "bench-catalogue", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
);
`;
}

function worker(name: string, binding = ''): string {
  return `(compatibilityDate = "${COMPATIBILITY_DATE}", modules = [(name = "${name}.js", esModule = embed "${name}.js")], bindings = [${binding}])`;
}

const READY_DEADLINE_MS = 15_000;

async function waitUntilReady(server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_DEADLINE_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const isReady = await fetch(addressOf('hello')).then(
      () => true,
      () => false, // Nothing listens yet.
    );
    if (isReady) return;
    await sleep(50);
  }
  server.kill();
  throw new Error('workerd did not answer');
}
