import { scoreOf } from '../../../core/grounding/judge-sentence.ts';
import { type BoostedTrees, LEAF_UNIT, scoreRow } from '../../../core/grounding/model/boosted-trees.ts';
import { WIDTH } from '../../../core/grounding/model/word-features.ts';
import { type BoostingItems, type BoostingPlan, trainTrees } from '../boosted-trainer.ts';
import { SeededRandom } from '../random.ts';
import { BESIDE_LOSS, KEPT, PUT_IN } from './changed-words.ts';
import { LEARNED, type PairReading, type SentenceReading } from './pair-reading.ts';
import { countWords, oddsOfWords } from './word-odds.ts';

/** What is learned: the trees, and what each word says by itself in tenths. */
export interface Grounding {
  trees: BoostedTrees;
  words: ReadonlyMap<string, number>;
}

export const GROUNDING_PLAN: BoostingPlan = {
  trees: 60,
  depth: 3,
  rate: 0.15,
  regularization: 20,
  leastWeight: 8,
  items: 70,
  features: 60,
  seed: 21,
};

/** Words that nobody touched are many and alike: so many in a hundred are enough. */
const KEPT_PERCENT = 15;
const TOUCHED_WEIGHT = 2;
/** Of many words put in at once few are wrong; of up to so many each counts whole. */
const WHOLE_WORDS = 3;
const LEAST_SHARE = 0.3;

const domainsOf = (readings: readonly PairReading[]): string[] =>
  [...new Set(readings.map(({ pair }) => pair.domain))].sort();

/** What the words say, learned from the other domains alone: a word of the same summary would tell its label. */
function oddsByDomain(readings: readonly PairReading[]): Map<string, ReadonlyMap<string, number>> {
  return new Map(
    domainsOf(readings).map((domain) => [
      domain,
      oddsOfWords(countWords(readings.filter(({ pair }) => pair.domain !== domain))),
    ]),
  );
}

/**
 * Of several words put in at once seldom all are wrong, and nobody says which. Trees that have learned once say whom
 * they suspect, and learn again with each word weighed by its share of the blame: so many times, and so sharply.
 */
const BLAME_ROUNDS = 2;
const BLAME_POWER = 2;

interface Lesson {
  sentence: SentenceReading;
  at: number;
  label: 0 | 1;
  weight: number;
}

function lessonsOf({ pair, sentences }: PairReading, random: SeededRandom): Lesson[] {
  const marks = sentences.flatMap(({ changes }) => [...changes]);
  const put = marks.filter((mark) => mark === PUT_IN).length;
  const share = put === 0 ? 1 : Math.max(LEAST_SHARE, Math.min(1, WHOLE_WORDS / put));
  return sentences.flatMap((sentence) =>
    Array.from(sentence.changes).flatMap((mark, at): Lesson[] => {
      if (mark === KEPT)
        return random.below(100) < KEPT_PERCENT ? [{ sentence, at, label: 0, weight: 1 }] : [];
      if (pair.consistent) return [{ sentence, at, label: 0, weight: mark === PUT_IN ? TOUCHED_WEIGHT : 1 }];
      if (mark === PUT_IN) return [{ sentence, at, label: 1, weight: TOUCHED_WEIGHT * share }];
      return put === 0 && mark === BESIDE_LOSS ? [{ sentence, at, label: 1, weight: 1 }] : [];
    }),
  );
}

/** Weights by suspicion: a word that was put in counts the less, the more another one of its summary is suspected. */
function shareBlame(
  items: BoostingItems,
  summaryOf: readonly PairReading[],
  trees: BoostedTrees,
): Float64Array {
  const chances = Float64Array.from(
    summaryOf,
    (_, row) => 1 / (1 + Math.exp(-LEAF_UNIT * scoreRow(trees, items.table, row, WIDTH))),
  );
  const worst = new Map<PairReading, number>();
  summaryOf.forEach((summary, row) => {
    if (items.labels[row] === 1)
      worst.set(summary, Math.max(worst.get(summary) ?? 0, chances[row] as number));
  });
  return items.weights.map((weight, row) => {
    if (items.labels[row] === 0) return weight;
    const share = (chances[row] as number) / (worst.get(summaryOf[row] as PairReading) as number);
    return weight * share ** BLAME_POWER;
  });
}

/** Learns from judged summaries which of their words are wrong. */
export function trainGrounding(
  readings: readonly PairReading[],
  plan: BoostingPlan = GROUNDING_PLAN,
): Grounding {
  const random = new SeededRandom(plan.seed);
  const odds = oddsByDomain(readings);
  const lessons = readings.flatMap((reading) =>
    lessonsOf(reading, random).map((lesson) => ({ lesson, reading })),
  );
  const items: BoostingItems = {
    table: new Int32Array(lessons.length * WIDTH),
    width: WIDTH,
    labels: Uint8Array.from(lessons, ({ lesson }) => lesson.label),
    weights: Float64Array.from(lessons, ({ lesson }) => lesson.weight),
  };
  lessons.forEach(({ lesson: { sentence, at }, reading: { pair } }, row) => {
    items.table.set(sentence.table.subarray(at * WIDTH, (at + 1) * WIDTH), row * WIDTH);
    items.table[row * WIDTH + LEARNED] = odds.get(pair.domain)?.get(sentence.forms[at] as string) ?? 0;
  });
  const summaryOf = lessons.map(({ reading }) => reading);
  let trees = trainTrees(items, plan);
  for (let round = 0; round < BLAME_ROUNDS; round += 1)
    trees = trainTrees({ ...items, weights: shareBlame(items, summaryOf, trees) }, plan);
  return { trees, words: oddsOfWords(countWords(readings)) };
}

/** Scores a summary as its worst sentence. */
export function scorePair({ sentences }: PairReading, { trees, words }: Grounding): number {
  return Math.min(
    1,
    ...sentences.map(({ broken, verbatim, forms, table }) => {
      if (verbatim) return 1;
      const filled = table.slice();
      const odds = forms.map((form, at) => {
        filled[at * WIDTH + LEARNED] = words.get(form) ?? 0;
        return scoreRow(trees, filled, at, WIDTH);
      });
      return scoreOf(odds, broken);
    }),
  );
}

/** Scores summaries of each half of the domains with what the other half taught. */
export function crossScores(readings: readonly PairReading[], plan: BoostingPlan = GROUNDING_PLAN): number[] {
  const domains = domainsOf(readings);
  const inHalf = ({ pair }: PairReading, half: number) => domains.indexOf(pair.domain) % 2 === half;
  const models = [0, 1].map((half) =>
    trainGrounding(
      readings.filter((one) => !inHalf(one, half)),
      plan,
    ),
  );
  return readings.map((one) => scorePair(one, models[inHalf(one, 0) ? 0 : 1] as Grounding));
}
