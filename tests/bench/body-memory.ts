import { TINY_UNITS, type TinyUnit } from '../core/content/hostile-bodies.ts';
import { renderWithin } from '../core/content/within-heap.ts';

/**
 * Prints the smallest heap in which a MiB of tiny units is rendered and ranked, or refused. An isolate of Workers has
 * 128 MB for everything; V8 there has pointers of half the size, so these figures are on the high side.
 */
const HEAPS_MB = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768];

async function smallestHeap(body: TinyUnit): Promise<[heap: string, outcome: string]> {
  for (const heapMb of HEAPS_MB) {
    const outcome = await renderWithin(heapMb, body);
    if (outcome !== 'out-of-memory') return [`${heapMb} MB`, outcome];
  }
  return [`over ${HEAPS_MB.at(-1)} MB`, 'out-of-memory'];
}

for (const body of TINY_UNITS) {
  const [heap, outcome] = await smallestHeap(body);
  console.log(
    `${body.kind.padEnd(9)}${JSON.stringify(body.unit).padEnd(36)}${heap.padStart(10)}  ${outcome}`,
  );
}
