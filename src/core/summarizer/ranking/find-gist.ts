import type { SelectionInput } from '../selection/selection-input.ts';
import { missingSupport } from '../selection/support.ts';
import type { RankingDetails } from './ranking.ts';

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

/** The one-sentence summary: what an editor has pinned; else the gist of what may be printed. */
export function findLead({
  gists,
  input,
  excluded,
  barred,
  pinned,
}: Pick<RankingDetails, 'gists' | 'input' | 'excluded' | 'barred' | 'pinned'>): number | undefined {
  const open: number[] = [];
  const printable: number[] = [];
  for (let at = 0; at < barred.length; at += 1) {
    if (excluded[at] === 1) continue;
    if (pinned[at] === 1) return at;
    open.push(at);
    if (barred[at] === 0) printable.push(at);
  }
  return findGist(gists, input, printable.length > 0 ? printable : open);
}
