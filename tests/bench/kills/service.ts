import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bundleService,
  COMPANIONS,
  describeService,
  describeWorker,
  LIMITER_EXTENSION,
  stripTypes,
} from '../http/deployments.ts';

const PORT = Number(process.env.BENCH_PORT ?? 8831);
export const ORIGIN = `http://127.0.0.1:${PORT}`;

/** Bundles the service into a folder whose databases, those of the copies too, outlive the process. */
export function prepareFolder(folder: string): void {
  mkdirSync(join(folder, 'data'));
  bundleService(folder);
  for (const name of ['durable-kv', ...COMPANIONS]) stripTypes(folder, name);
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "service", worker = .service),
    (name = "kv", worker = .kv),
    (name = "absent-assets", worker = ${describeWorker('absent-assets')}),
    (name = "disk", disk = (path = "${join(folder, 'data')}", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "service")],
  extensions = [${LIMITER_EXTENSION}],
);
const kv :Workerd.Worker = (
  compatibilityDate = "2026-11-17",
  modules = [(name = "durable-kv.js", esModule = embed "durable-kv.js")],
  bindings = [(name = "STORE", durableObjectNamespace = "Store")],
  durableObjectNamespaces = [(className = "Store", uniqueKey = "bench-copies", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
);
${describeService()}`,
  );
}

export interface Service {
  /** Ends it at once, without a word. */
  kill(): Promise<void>;
}

export async function startService(folder: string): Promise<Service> {
  const server = spawn('workerd', ['serve', 'config.capnp', 'config', '--experimental'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(server);
  return {
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function untilReady(server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('workerd ended before it answered');
    const isReady = await fetch(`${ORIGIN}/v1/articles?limit=1`).then(
      ({ ok }) => ok,
      () => false, // Nothing listens yet.
    );
    await sleep(25);
    if (isReady && server.exitCode === null) return; // Else somebody else answers there.
  }
}
