import type { SelectionInput } from './selection-input.ts';
import { SummarySums } from './summary-sums.ts';

/** Candidates kept beside those wanted; more of them changes no choice on the dev sets and costs time. */
const SPARE_CANDIDATES = 20;
/** Exchanges after the greedy choice pay for short summaries only. */
const LONGEST_EXCHANGED = 6;
const MOST_EXCHANGES = 4;
/** An exchange has to gain more than the rounding of sums. */
const LEAST_GAIN = 1e-9;

/** Whether a sentence of the set has the sentence that it leans on. */
const isSupported = ({ dangling }: SelectionInput, set: readonly number[], sentence: number): boolean =>
  dangling[sentence] === 0 || sentence === 0 || set.includes(sentence - 1);

const isCoherent = (input: SelectionInput, set: readonly number[]): boolean =>
  set.every((sentence) => isSupported(input, set, sentence));

/** The candidate that adds the most and stands alone; the best of the leaning ones when no other is left. */
function findBest(
  input: SelectionInput,
  sums: SummarySums,
  set: readonly number[],
  pool: readonly number[],
): number | undefined {
  let best: number | undefined;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const sentence of pool) {
    if (sums.mostWith(sentence) <= bestValue) continue;
    if (set.includes(sentence) || !isSupported(input, set, sentence)) continue;
    const value = sums.valueWith(sentence);
    if (value > bestValue) {
      best = sentence;
      bestValue = value;
    }
  }
  return best ?? pool.find((sentence) => !set.includes(sentence));
}

/** Makes the best single exchange of a chosen sentence that is not fixed; false when none helps. */
function exchangeOne(
  input: SelectionInput,
  sums: SummarySums,
  set: number[],
  fixed: number,
  pool: readonly number[],
): boolean {
  let bestValue = Number.NEGATIVE_INFINITY;
  let best: { place: number; sentence: number } | undefined;
  for (let place = fixed; place < set.length; place += 1) {
    const held = set[place] as number;
    sums.remove(held);
    const value = sums.valueWith(held);
    if (value > bestValue) {
      bestValue = value;
      best = undefined;
    }
    for (const sentence of pool) {
      if (sums.mostWith(sentence) <= bestValue + LEAST_GAIN || set.includes(sentence)) continue;
      const exchanged = sums.valueWith(sentence);
      if (exchanged <= bestValue + LEAST_GAIN || !isCoherent(input, set.with(place, sentence))) continue;
      bestValue = exchanged;
      best = { place, sentence };
    }
    sums.add(held);
  }
  if (best === undefined) return false;
  sums.remove(set[best.place] as number);
  sums.add(best.sentence);
  set[best.place] = best.sentence;
  return true;
}

/**
 * Chooses `count` sentences: greedily, then by exchanges, so that the set as a whole has the highest expected
 * overlap with a careful summary, repeats nothing and holds no sentence that leans on one left out.
 *
 * @param order - Candidates, best first. @param fixed - Sentences that must be in.
 * @param budget - Words that such a summary should have; see `lengthBudget`.
 *
 * Cost: about pool × count × sentence length, the pool being `count` plus twenty, whatever the article's length.
 */
export function selectSentences(
  input: SelectionInput,
  order: readonly number[],
  fixed: readonly number[],
  count: number,
  budget: number,
): number[] {
  const pool = order.slice(0, count + SPARE_CANDIDATES);
  const sums = new SummarySums(input, count, budget);
  const set = fixed.slice(0, count);
  const pinned = set.length;
  for (const sentence of set) sums.add(sentence);
  while (set.length < count) {
    const best = findBest(input, sums, set, pool);
    if (best === undefined) break;
    set.push(best);
    sums.add(best);
  }
  if (count <= LONGEST_EXCHANGED) {
    let exchanges = 0;
    while (exchanges < MOST_EXCHANGES && exchangeOne(input, sums, set, pinned, pool)) exchanges += 1;
  }
  return set.sort((a, b) => a - b);
}
