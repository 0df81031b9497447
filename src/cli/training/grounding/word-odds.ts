import { PUT_IN } from './changed-words.ts';
import type { PairReading } from './pair-reading.ts';

/** Times that a word was put in and the summary stayed consistent, and times that it did not. */
type Counts = readonly [fine: number, wrong: number];

/** As many imagined cases stand beside the counted ones, so that rare words say little. */
const IMAGINED = 4;
const WRONG_SHARE = 0.65;
const LEAST_CASES = 4;
const TENTHS = 10;

/** Counts the words that editors put in; each once a summary. */
export function countWords(readings: readonly PairReading[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { pair, sentences } of readings) {
    const put = new Set(
      sentences.flatMap(({ forms, changes }) => forms.filter((_, at) => changes[at] === PUT_IN)),
    );
    for (const form of put) {
      const [fine, wrong] = counts.get(form) ?? [0, 0];
      counts.set(form, pair.consistent ? [fine + 1, wrong] : [fine, wrong + 1]);
    }
  }
  return counts;
}

/** Log-odds, in tenths, that a word makes a summary wrong; words seen too seldom have none. */
export function oddsOfWords(counts: ReadonlyMap<string, Counts>): Map<string, number> {
  const prior = Math.log(WRONG_SHARE / (1 - WRONG_SHARE));
  return new Map(
    [...counts].flatMap(([form, [fine, wrong]]): [string, number][] => {
      if (fine + wrong < LEAST_CASES) return [];
      const odds = Math.log((wrong + IMAGINED * WRONG_SHARE) / (fine + IMAGINED * (1 - WRONG_SHARE))) - prior;
      const tenths = Math.round(TENTHS * odds);
      return tenths === 0 ? [] : [[form, tenths]];
    }),
  );
}
