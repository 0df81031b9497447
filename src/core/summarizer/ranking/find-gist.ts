import type { SelectionInput } from '../selection/selection-input.ts';
import { missingSupport } from '../selection/support.ts';

/** The sentence that tells the story best among some; one that leans on another only if all do. */
export function findGist(
  gists: Float64Array,
  input: SelectionInput,
  candidates: Iterable<number>,
): number | undefined {
  let best: number | undefined;
  let bestLeaning: number | undefined;
  for (const at of candidates) {
    const stands = missingSupport(input, [], at) === undefined;
    if (stands && (best === undefined || (gists[at] as number) > (gists[best] as number))) best = at;
    if (!stands && (bestLeaning === undefined || (gists[at] as number) > (gists[bestLeaning] as number)))
      bestLeaning = at;
  }
  return best ?? bestLeaning;
}
