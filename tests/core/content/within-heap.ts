import { Worker } from 'node:worker_threads';
import type { TinyUnit } from './hostile-bodies.ts';

/** What becomes of a MiB of these units in a heap of this size; `out-of-memory` where it does not fit. */
export function renderWithin(heapMb: number, body: TinyUnit): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('render-worker.ts', import.meta.url), {
      workerData: body,
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
