import { TINY_UNITS } from '../core/content/hostile-bodies.ts';
import { extractWithin, renderWithin } from '../core/content/within-heap.ts';
import { HOSTILE_PAGES } from '../core/extraction/hostile-pages.ts';
import { end, prepare, publishWithin, summarizeWithin } from './memory/within-workerd.ts';

/**
 * Prints the smallest heap in which a MiB of tiny units is published, or refused, and in which the largest page of each
 * kind is read: the work alone in Node, and the whole service in workerd, from the request to the answer. An isolate of
 * Workers has 128 MB for everything. A page that needs more than half of it in either fails the run.
 */
const HEAPS_MB = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768];
const PAGE_MAX_HEAP_MB = 64;

type Within = (heapMb: number) => Promise<string>;

async function smallestHeap(within: Within): Promise<[heapMb: number, outcome: string]> {
  for (const heapMb of HEAPS_MB) {
    const outcome = await within(heapMb);
    if (outcome !== 'out-of-memory') return [heapMb, outcome];
  }
  return [Number.POSITIVE_INFINITY, 'out-of-memory'];
}

/** @returns the larger of both heaps. */
async function compare(name: string, inNode: Within, inWorkerd: Within): Promise<number> {
  const [nodeMb, outcome] = await smallestHeap(inNode);
  const [workerdMb, answer] = await smallestHeap(inWorkerd);
  console.log(
    `${name.padEnd(40)} Node ${String(nodeMb).padStart(4)} MB  ${outcome.padEnd(20)}`,
    `workerd ${String(workerdMb).padStart(4)} MB  ${answer}`,
  );
  return Math.max(nodeMb, workerdMb);
}

await prepare();
for (const body of TINY_UNITS)
  await compare(
    `${body.kind.padEnd(9)}${JSON.stringify(body.unit)}`,
    (heapMb) => renderWithin(heapMb, body),
    (heapMb) => publishWithin(heapMb, body),
  );
for (const page of HOSTILE_PAGES) {
  const heapMb = await compare(
    `page     ${page.name}`,
    (limitMb) => extractWithin(limitMb, page),
    (limitMb) => summarizeWithin(limitMb, page),
  );
  if (heapMb > PAGE_MAX_HEAP_MB) process.exitCode = 1;
}
end();
