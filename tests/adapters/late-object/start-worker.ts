import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { untilAnswers } from '../../until-answers.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The Worker of this folder in workerd, cut into modules as a deployment is. @returns where it answers, and its end. */
export async function startWorker(folder: string): Promise<{ origin: string; stop(): void }> {
  await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    external: ['cloudflare:*'],
    outdir: folder,
    logLevel: 'error',
  });
  const others = (await readdir(folder)).filter((name) => name !== 'worker.js');
  await mkdir(join(folder, 'data'));
  const port = await freePort();
  await writeFile(join(folder, 'config.capnp'), configuration(port, ['worker.js', ...others]));
  const workerd = spawn(join(ROOT, 'node_modules/.bin/workerd'), ['serve', 'config.capnp', 'config'], {
    cwd: folder,
    stdio: 'ignore', // It would print every error that a test provokes.
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(workerd, () => fetch(origin).then(Boolean));
  return { origin, stop: () => workerd.kill('SIGKILL') };
}

function configuration(port: number, modules: readonly string[]): string {
  const embedded = modules.map((name) => `(name = "${name}", esModule = embed "${name}"),`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      compatibilityDate = "2026-11-17",
      modules = [${embedded.join(' ')}],
      bindings = [(name = "TURNSTILES", durableObjectNamespace = "Turnstile")],
      durableObjectNamespaces = [(className = "Turnstile", uniqueKey = "turnstiles", enableSql = true)],
      durableObjectStorage = (localDisk = "disk"),
    )),
    (name = "disk", disk = (path = "data", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "worker")],
);
`;
}
