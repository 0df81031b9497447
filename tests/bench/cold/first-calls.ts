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
  tenMs: number;
}

const CALLS = 10;

async function timeFirstCalls(file: string, text: string): Promise<FirstCalls> {
  const start = performance.now();
  const { default: summarize } = createRequire(import.meta.url)(file) as {
    default: (text: string) => unknown;
  };
  const loaded = performance.now();
  await summarize(text);
  const first = performance.now();
  for (let call = 1; call < CALLS; call += 1) await summarize(text);
  return { loadMs: loaded - start, firstMs: first - loaded, tenMs: performance.now() - loaded };
}

if (isMainThread) {
  const [, , file = '', article = ''] = process.argv;
  process.stdout.write(JSON.stringify(await timeFirstCalls(file, readFileSync(article, 'utf8'))));
} else {
  const { file, text } = workerData as { file: string; text: string };
  parentPort?.postMessage(await timeFirstCalls(file, text));
}
