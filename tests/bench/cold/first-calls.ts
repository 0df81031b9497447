import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

/**
 * Loads a bundled summariser and calls it ten times; says what loading, the first call and all ten took. Run as a
 * program it tells what a fresh process pays, as a worker thread what a fresh isolate in a running process pays.
 */
export interface FirstCalls {
  loadMs: number;
  firstMs: number;
  /** CPU of the thread, where others have the cores too. */
  firstCpuMs: number;
  tenMs: number;
  tenCpuMs: number;
}

const CALLS = 10;

async function timeFirstCalls(file: string, text: string): Promise<FirstCalls> {
  const start = performance.now();
  const { default: summarize } = createRequire(import.meta.url)(file) as {
    default: (text: string) => unknown;
  };
  const loaded = performance.now();
  const cpuLoaded = threadCpuMs();
  await summarize(text);
  const first = performance.now();
  const firstCpuMs = threadCpuMs() - cpuLoaded;
  for (let call = 1; call < CALLS; call += 1) await summarize(text);
  return {
    loadMs: loaded - start,
    firstMs: first - loaded,
    firstCpuMs,
    tenMs: performance.now() - loaded,
    tenCpuMs: threadCpuMs() - cpuLoaded,
  };
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

if (isMainThread) {
  const [, , file = '', article = ''] = process.argv;
  process.stdout.write(JSON.stringify(await timeFirstCalls(file, readFileSync(article, 'utf8'))));
} else {
  const { file, text } = workerData as { file: string; text: string };
  parentPort?.postMessage(await timeFirstCalls(file, text));
}
