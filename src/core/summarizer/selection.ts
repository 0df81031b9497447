import type { Article } from './article.ts';
import type { Estimate } from './estimate.ts';

/** What choosing looks at. The value of a summary is a property of the set, not of its sentences one by one. */
export interface Material {
  article: Article;
  chances: Float64Array;
  pairChances: Float64Array;
  pairNumbers: Int32Array;
  /** Worth of each sentence beside its words. */
  bonuses: Float64Array;
  /** Terms in each sentence. */
  lengths: Int32Array;
  /** Mean length of a sentence, kept within sane bounds. */
  meanLength: number;
  referenceShare: number;
  pairWorth: number;
  /** Sentences that lean on the one before. */
  dangling: Uint8Array;
}

const SHORTEST_MEAN = 8;
const LONGEST_MEAN = 40;
/** Candidates kept beside those wanted; more of them changes no choice on the dev sets and costs time. */
const SPARE_CANDIDATES = 20;
/** Exchanges after the greedy choice pay for short summaries only. */
const LONGEST_EXCHANGED = 6;
const MOST_EXCHANGES = 4;
/**
 * A reader with no time wants few words: a summary longer than this many times the article's own opening of as
 * many sentences loses value with every further word.
 */
const FREE_LENGTH = 1.3;
const OVERLENGTH_COST = 0.05;

export function meanLengthOf(lengths: Int32Array): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return Math.min(LONGEST_MEAN, Math.max(SHORTEST_MEAN, sum / Math.max(1, lengths.length)));
}

export function lengthsOf({ starts, sentences }: Article): Int32Array {
  return Int32Array.from(sentences, (_, index) => (starts[index + 1] as number) - (starts[index] as number));
}

/** Sums over a growing set of sentences; each word and pair counts once. */
export class SummarySums {
  readonly #material: Material;
  readonly #termSeen: Uint8Array;
  readonly #pairSeen: Uint8Array;
  /** Scratch marks, so that a word twice in one candidate counts once. */
  readonly #termMark: Int32Array;
  readonly #pairMark: Int32Array;
  #mark = 0;
  words = 0;
  pairs = 0;
  length = 0;
  bonus = 0;

  constructor(material: Material) {
    this.#material = material;
    this.#termSeen = new Uint8Array(material.chances.length);
    this.#pairSeen = new Uint8Array(material.pairChances.length);
    this.#termMark = new Int32Array(material.chances.length);
    this.#pairMark = new Int32Array(material.pairChances.length);
  }

  clear(): void {
    this.#termSeen.fill(0);
    this.#pairSeen.fill(0);
    this.words = 0;
    this.pairs = 0;
    this.length = 0;
    this.bonus = 0;
  }

  add(sentence: number): void {
    const { article, chances, pairChances, pairNumbers, lengths, bonuses } = this.#material;
    const to = article.starts[sentence + 1] as number;
    for (let at = article.starts[sentence] as number; at < to; at += 1) {
      const term = article.terms[at] as number;
      if (this.#termSeen[term] === 0) {
        this.#termSeen[term] = 1;
        this.words += chances[term] as number;
      }
      const pair = pairNumbers[at] as number;
      if (pair >= 0 && this.#pairSeen[pair] === 0) {
        this.#pairSeen[pair] = 1;
        this.pairs += pairChances[pair] as number;
      }
    }
    this.length += lengths[sentence] as number;
    this.bonus += bonuses[sentence] as number;
  }

  /** Value of the set with `sentence` added, by the expected F1 of words and of pairs. */
  valueWith(sentence: number, count: number, budget: number): number {
    const { article, chances, pairChances, pairNumbers, lengths, bonuses } = this.#material;
    this.#mark += 1;
    let { words, pairs } = this;
    const to = article.starts[sentence + 1] as number;
    for (let at = article.starts[sentence] as number; at < to; at += 1) {
      const term = article.terms[at] as number;
      if (this.#termSeen[term] === 0 && this.#termMark[term] !== this.#mark) {
        this.#termMark[term] = this.#mark;
        words += chances[term] as number;
      }
      const pair = pairNumbers[at] as number;
      if (pair >= 0 && this.#pairSeen[pair] === 0 && this.#pairMark[pair] !== this.#mark) {
        this.#pairMark[pair] = this.#mark;
        pairs += pairChances[pair] as number;
      }
    }
    const length = this.length + (lengths[sentence] as number);
    return summaryValue(
      this.#material,
      words,
      pairs,
      length,
      this.bonus + (bonuses[sentence] as number),
      count,
      budget,
    );
  }
}

function summaryValue(
  material: Material,
  words: number,
  pairs: number,
  length: number,
  bonus: number,
  count: number,
  budget: number,
): number {
  const reference = material.referenceShare * count * material.meanLength;
  const overlength = Math.max(0, length / budget - FREE_LENGTH) * OVERLENGTH_COST;
  return (2 * (words + material.pairWorth * pairs)) / (length + reference) + bonus / count - overlength;
}

/** Words that the article itself spends on as many sentences, within sane bounds. */
export function lengthBudget(
  material: Pick<Material, 'lengths' | 'meanLength'>,
  candidates: readonly number[],
  count: number,
): number {
  let opening = 0;
  for (const sentence of candidates.slice(0, count)) opening += material.lengths[sentence] as number;
  const usual = material.meanLength * count;
  return Math.min(1.5 * usual, Math.max(0.7 * usual, opening));
}

function standsAlone(material: Material, set: readonly number[], sentence: number): boolean {
  return material.dangling[sentence] === 0 || sentence === 0 || set.includes(sentence - 1);
}

const coherent = (material: Material, set: readonly number[]): boolean =>
  set.every((sentence) => standsAlone(material, set, sentence));

function growGreedily(
  material: Material,
  sums: SummarySums,
  set: number[],
  pool: readonly number[],
  count: number,
  budget: number,
): void {
  while (set.length < count) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const sentence of pool) {
      if (set.includes(sentence) || !standsAlone(material, set, sentence)) continue;
      const value = sums.valueWith(sentence, count, budget);
      if (value > bestValue) [best, bestValue] = [sentence, value];
    }
    // Only leaning sentences are left: the count is promised, so the one with its antecedent nearest comes.
    if (best < 0) best = pool.find((sentence) => !set.includes(sentence)) ?? -1;
    if (best < 0) return;
    set.push(best);
    sums.add(best);
  }
}

/** Best single exchange of a chosen sentence for another; undefined when none helps. */
function findExchange(
  material: Material,
  sums: SummarySums,
  set: readonly number[],
  fixed: number,
  pool: readonly number[],
  budget: number,
): number[] | undefined {
  let bestValue = Number.NEGATIVE_INFINITY;
  let best: number[] | undefined;
  for (let out = fixed; out < set.length; out += 1) {
    sums.clear();
    for (let at = 0; at < set.length; at += 1) if (at !== out) sums.add(set[at] as number);
    const held = sums.valueWith(set[out] as number, set.length, budget);
    if (held > bestValue) {
      bestValue = held;
      best = undefined;
    }
    for (const sentence of pool) {
      if (set.includes(sentence)) continue;
      const value = sums.valueWith(sentence, set.length, budget);
      if (value <= bestValue + 1e-9) continue;
      const exchanged = set.map((kept, at) => (at === out ? sentence : kept));
      if (coherent(material, exchanged)) [bestValue, best] = [value, exchanged];
    }
  }
  return best;
}

/**
 * Chooses `count` sentences: greedily, then by exchanges, so that the set as a whole has the highest expected
 * overlap with a careful summary, repeats nothing and holds no sentence that leans on one left out.
 *
 * @param order - Candidates, best first. @param fixed - Sentences that must be in.
 *
 * Cost: about pool × count × sentence length, the pool being `count` plus twenty, whatever the article's length.
 */
export function selectSentences(
  material: Material,
  order: readonly number[],
  fixed: readonly number[],
  count: number,
  budget: number,
): number[] {
  const size = count + SPARE_CANDIDATES;
  const pool = order.slice(0, size);
  const set = fixed.slice(0, count);
  const sums = new SummarySums(material);
  for (const sentence of set) sums.add(sentence);
  const pinned = set.length;
  growGreedily(material, sums, set, pool, count, budget);
  let current = set;
  if (count <= LONGEST_EXCHANGED) {
    for (let round = 0; round < MOST_EXCHANGES; round += 1) {
      const exchanged = findExchange(material, sums, current, pinned, pool, budget);
      if (exchanged === undefined) break;
      current = exchanged;
    }
  }
  return current.sort((a, b) => a - b);
}

/** Value of each sentence alone in a summary of `count`. */
export function singleValues(material: Material, count: number): Float64Array {
  const sums = new SummarySums(material);
  return material.bonuses.map((_, sentence) => sums.valueWith(sentence, count, Number.POSITIVE_INFINITY));
}

export function makeMaterial(
  article: Article,
  estimate: Estimate,
  weights: { referenceShare: number; pairWorth: number },
  bonuses: Float64Array,
  dangling: Uint8Array,
): Material {
  const lengths = lengthsOf(article);
  return {
    article,
    chances: estimate.chances,
    pairChances: estimate.pairChances,
    pairNumbers: estimate.pairs.numbers,
    bonuses,
    lengths,
    meanLength: meanLengthOf(lengths),
    referenceShare: weights.referenceShare,
    pairWorth: weights.pairWorth,
    dangling,
  };
}
