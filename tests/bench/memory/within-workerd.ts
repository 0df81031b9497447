import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TinyUnit } from '../../core/content/hostile-bodies.ts';
import { HOSTILE_PAGES, type HostilePage, hostilePage } from '../../core/extraction/hostile-pages.ts';
import {
  bundleService,
  COMPANIONS,
  describeService,
  describeWorker,
  LIMITER_EXTENSION,
  stripTypes,
  TOKEN,
} from '../http/deployments.ts';

const PORT = Number(process.env.BENCH_PORT ?? 8841);
const ORIGIN = `http://127.0.0.1:${PORT}`;
const ATTEMPTS = 5;
const SITE = 'pages.example';
const BODY_LENGTH = 1024 * 1024 - 1_000;
const folder = mkdtempSync(join(tmpdir(), 'standfirst-memory-'));
/** The site: one page of each kind, under its number. */
const site = createServer((request, response) => {
  const page = HOSTILE_PAGES[Number(request.url?.slice(1))];
  response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page === undefined ? '' : hostilePage(page));
});

/** Bundles the service; {@link end} removes it. */
export async function prepare(): Promise<void> {
  bundleService(folder);
  for (const name of ['fake-kv', ...COMPANIONS]) stripTypes(folder, name);
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
}

export function end(): void {
  site.close();
  rmSync(folder, { recursive: true });
}

/** What a reader is answered who asks for the summary of the largest page of a kind. */
export async function summarizeWithin(heapMb: number, page: HostilePage): Promise<string> {
  const url = `https://${SITE}/${HOSTILE_PAGES.indexOf(page)}`;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await within(heapMb, `/v1/summary?url=${encodeURIComponent(url)}`, {});
    // A page has ten seconds, which on a busy machine tells nothing of memory.
    if (!/^50[24]/u.test(outcome) || attempt === ATTEMPTS) return outcome;
  }
}

/** What an author is answered who sends a MiB of these units. */
export function publishWithin(heapMb: number, { kind, unit }: TinyUnit): Promise<string> {
  const body = JSON.stringify({ title: 'Units', [kind]: '' });
  const units = JSON.stringify(unit).slice(1, -1);
  return within(heapMb, '/v1/articles/units', {
    method: 'PUT',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: body.replace('""', () => `"${units.repeat((BODY_LENGTH - body.length) / units.length)}"`),
  });
}

/** One call of a new process, in whose isolate everything has to fit: the Worker, its objects and what is asked for. */
async function within(heapMb: number, path: string, init: RequestInit): Promise<string> {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'config.capnp'), configuration(heapMb));
  const server = spawn('workerd', ['serve', 'config.capnp', 'config', '--experimental'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  try {
    if (!(await isReady(server))) return 'out-of-memory';
    const answer = await fetch(ORIGIN + path, init);
    const { type } = (await answer.json()) as { type?: string };
    return answer.ok ? `${answer.status}` : `${answer.status} ${type?.split('/').at(-1)}`;
  } catch {
    return 'out-of-memory'; // V8 ends the whole process.
  } finally {
    server.kill('SIGKILL');
    await ended;
    rmSync(join(folder, 'data'), { recursive: true });
  }
}

function configuration(heapMb: number): string {
  const { port } = site.address() as AddressInfo;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = ["--max-heap-size=${heapMb}"],
  services = [
    (name = "service", worker = .service),
    (name = "origin", external = (address = "127.0.0.1:${port}", http = ())),
    (name = "kv", worker = ${describeWorker('fake-kv')}),
    (name = "absent-assets", worker = ${describeWorker('absent-assets')}),
    (name = "disk", disk = (path = "data", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "service")],
  extensions = [${LIMITER_EXTENSION}],
);
${describeService(SITE)}`;
}

async function isReady(server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const answers = await fetch(`${ORIGIN}/v1/articles?limit=1`).then(
      ({ ok }) => ok,
      () => false, // Nothing listens yet.
    );
    if (answers) return true;
    await sleep(25);
  }
  return false;
}
