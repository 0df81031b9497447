import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const PORT = 18_787;
const ROUNDS = 400;
const REPEATS = 7;

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (compatibilityDate = "2026-11-17", modules = [(name = "worker.js", esModule = embed "worker.js")]))],
  sockets = [(name = "http", address = "127.0.0.1:${PORT}", http = (), service = "main")],
);
`;

async function ask(task: string, rounds: number, text: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(`http://127.0.0.1:${PORT}/${task}?rounds=${rounds}`, {
    method: 'POST',
    body: text,
  });
  await response.text();
  if (!response.ok) throw new Error(`workerd answered ${response.status} for ${task}`);
  return performance.now() - start;
}

async function untilReady(text: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await ask('nothing', 1, text);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('workerd did not start');
}

/** Best time per round of a task inside workerd, in microseconds, the request itself taken off. */
async function timeTask(task: string, text: string): Promise<number> {
  await ask(task, ROUNDS * 3, text);
  let best = Number.POSITIVE_INFINITY;
  let request = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    best = Math.min(best, await ask(task, ROUNDS, text));
    request = Math.min(request, await ask('nothing', ROUNDS, text));
  }
  return (1000 * (best - request)) / ROUNDS;
}

/** Times the floor and a whole summary inside workerd. */
export async function timeInWorkerd(text: string): Promise<{ floor: number; summarize: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  await build({
    stdin: {
      contents: `export { handler as default } from ${JSON.stringify(join(import.meta.dirname, 'worker.ts'))};`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    outfile: join(folder, 'worker.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'config.capnp'), CONFIG);
  const workerd = createRequire(import.meta.url).resolve('workerd/bin/workerd');
  const server = spawn(workerd, ['serve', join(folder, 'config.capnp')], {
    stdio: 'ignore',
  });
  try {
    await untilReady(text);
    return { floor: await timeTask('floor', text), summarize: await timeTask('summarize', text) };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
