import { TINY_UNITS } from '../core/content/hostile-bodies.ts';
import { extractWithin, renderWithin } from '../core/content/within-heap.ts';
import { HOSTILE_PAGES } from '../core/extraction/hostile-pages.ts';

/**
 * Prints the smallest heap in which a MiB of tiny units is rendered and ranked, or refused, and in which the largest
 * page of each kind is read. An isolate of Workers has 128 MB for everything; V8 there has pointers of half the size,
 * so these figures are on the high side. A page that needs more than half of it fails the run.
 */
const HEAPS_MB = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768];
const PAGE_MAX_HEAP_MB = 64;

async function smallestHeap(
  within: (heapMb: number) => Promise<string>,
): Promise<[heapMb: number, outcome: string]> {
  for (const heapMb of HEAPS_MB) {
    const outcome = await within(heapMb);
    if (outcome !== 'out-of-memory') return [heapMb, outcome];
  }
  return [Number.POSITIVE_INFINITY, 'out-of-memory'];
}

function print(name: string, heapMb: number, outcome: string): void {
  console.log(`${name.padEnd(45)}${String(heapMb).padStart(8)} MB  ${outcome}`);
}

for (const body of TINY_UNITS) {
  const [heapMb, outcome] = await smallestHeap((heap) => renderWithin(heap, body));
  print(`${body.kind.padEnd(9)}${JSON.stringify(body.unit)}`, heapMb, outcome);
}
for (const page of HOSTILE_PAGES) {
  const [heapMb, outcome] = await smallestHeap((heap) => extractWithin(heap, page));
  print(`page     ${page.name}`, heapMb, outcome);
  if (heapMb > PAGE_MAX_HEAP_MB) process.exitCode = 1;
}
