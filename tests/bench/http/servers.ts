import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bundleService,
  bundleWorker,
  COMPANIONS,
  describeService,
  describeWorker,
  LIMITER_EXTENSION,
  stripTypes,
} from './deployments.ts';

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
  stop(): Promise<void>;
}

/**
 * Serves the service, what it is measured against, and a KV in memory for both, all in one raw workerd process. The
 * development server would put a proxy and a second workerd before them, and its numbers would be about those.
 *
 * @param data - Folder of the objects' databases, where they are to stay.
 */
export async function startServers(data?: string): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  mkdirSync(join(folder, 'data'));
  bundleService(folder);
  bundleWorker(folder, 'summarize');
  for (const name of ['bare-hello', 'bare-kv', 'fake-kv', ...COMPANIONS]) stripTypes(folder, name);
  writeFileSync(join(folder, 'config.capnp'), configuration(data ?? join(folder, 'data')));
  const inspector =
    process.env.BENCH_INSPECTOR === undefined ? [] : [`-i127.0.0.1:${process.env.BENCH_INSPECTOR}`];
  const server = spawn('workerd', ['serve', 'config.capnp', 'config', '--experimental', ...inspector], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitUntilReady(server);
  return {
    pid: server.pid ?? 0,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(data: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "hello", worker = ${describeWorker('bare-hello')}),
    (name = "bare", worker = ${describeWorker('bare-kv', '(name = "ARTICLES", kvNamespace = "kv")')}),
    (name = "summarize", worker = ${describeWorker('summarize')}),
    (name = "service", worker = .service),
    (name = "kv", worker = ${describeWorker('fake-kv')}),
    (name = "absent-assets", worker = ${describeWorker('absent-assets')}),
    (name = "disk", disk = (path = "${data}", writable = true)),
  ],
  sockets = [
    (name = "hello", address = "127.0.0.1:${PORTS.hello}", http = (), service = "hello"),
    (name = "bare", address = "127.0.0.1:${PORTS.bareKv}", http = (), service = "bare"),
    (name = "service", address = "127.0.0.1:${PORTS.service}", http = (), service = "service"),
    (name = "summarize", address = "127.0.0.1:${PORTS.summarize}", http = (), service = "summarize"),
  ],
  extensions = [${LIMITER_EXTENSION}],
);
${describeService()}`;
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
