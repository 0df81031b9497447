import { Worker } from 'node:worker_threads';
import type { HostilePage } from '../extraction/hostile-pages.ts';
import type { TinyUnit } from './hostile-bodies.ts';

/** What becomes of a MiB of these units in a heap of this size; `out-of-memory` where it does not fit. */
export function renderWithin(heapMb: number, body: TinyUnit): Promise<string> {
  return runWithin(heapMb, new URL('render-worker.ts', import.meta.url), body);
}

/** What becomes of the largest page of this kind. */
export function extractWithin(heapMb: number, page: HostilePage): Promise<string> {
  return runWithin(heapMb, new URL('../extraction/extract-worker.ts', import.meta.url), page);
}

function runWithin(heapMb: number, program: URL, workerData: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 4 },
    });
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('out-of-memory');
      else reject(error);
    });
  });
}
