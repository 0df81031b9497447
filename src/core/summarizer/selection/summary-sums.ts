import type { Lists } from '../article/read-article.ts';
import type { Arena } from '../memory/arena.ts';
import type { SelectionInput } from './selection-input.ts';

/**
 * A reader with no time wants few words: a summary longer than this many times the article's own opening of as
 * many sentences loses value with every further word.
 */
const FREE_LENGTH = 1.3;
const OVERLENGTH_COST = 0.05;

/** How often each item is held by the sentences of a set; an item counts once, however often it is held. */
class Held {
  readonly #lists: Lists;
  readonly #chances: Float64Array;
  readonly #times: Int32Array;
  sum = 0;

  constructor(lists: Lists, chances: Float64Array, arena: Arena) {
    this.#lists = lists;
    this.#chances = chances;
    this.#times = arena.int32(chances.length);
  }

  add(sentence: number): void {
    const { items, starts } = this.#lists;
    for (let at = starts[sentence] as number; at < (starts[sentence + 1] as number); at += 1) {
      const item = items[at] as number;
      if (this.#times[item] === 0) this.sum += this.#chances[item] as number;
      this.#times[item] = (this.#times[item] as number) + 1;
    }
  }

  remove(sentence: number): void {
    const { items, starts } = this.#lists;
    for (let at = starts[sentence] as number; at < (starts[sentence + 1] as number); at += 1) {
      const item = items[at] as number;
      this.#times[item] = (this.#times[item] as number) - 1;
      if (this.#times[item] === 0) this.sum -= this.#chances[item] as number;
    }
  }

  /** What a sentence would add to the sum. */
  gainOf(sentence: number): number {
    const { items, starts } = this.#lists;
    const times = this.#times;
    const chances = this.#chances;
    const to = starts[sentence + 1] as number;
    let gain = 0;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const item = items[at] as number;
      if (times[item] === 0) gain += chances[item] as number;
    }
    return gain;
  }
}

/** Sums over a changing set of sentences, and the value of the set. */
export class SummarySums {
  readonly #input: SelectionInput;
  readonly #terms: Held;
  readonly #pairs: Held;
  readonly #count: number;
  readonly #budget: number;
  /** Length of the reference that a summary is held against. */
  readonly #reference: number;
  #length = 0;
  #bonus = 0;

  /** @param count - Sentences wanted. @param budget - See `lengthBudget`; infinite when length is free. */
  constructor(input: SelectionInput, count: number, budget: number) {
    this.#input = input;
    this.#terms = new Held(input.terms, input.chances, input.arena);
    this.#pairs = new Held(input.pairs, input.pairChances, input.arena);
    this.#count = count;
    this.#budget = budget;
    this.#reference = input.referenceShare * count * input.meanLength;
  }

  add(sentence: number): void {
    this.#terms.add(sentence);
    this.#pairs.add(sentence);
    this.#length += this.#input.lengths[sentence] as number;
    this.#bonus += this.#input.bonuses[sentence] as number;
  }

  remove(sentence: number): void {
    this.#terms.remove(sentence);
    this.#pairs.remove(sentence);
    this.#length -= this.#input.lengths[sentence] as number;
    this.#bonus -= this.#input.bonuses[sentence] as number;
  }

  /** Value of the set as it is. */
  get value(): number {
    return this.#valueAt(this.#terms.sum, this.#pairs.sum, this.#length, this.#bonus);
  }

  /** Value of the set with `sentence` added: expected F1 of words and of pairs, bonuses, cost of overlength. */
  valueWith(sentence: number): number {
    return this.#valueOf(sentence, this.#terms.gainOf(sentence), this.#pairs.gainOf(sentence));
  }

  /**
   * No less than {@link valueWith}, as if nothing that the sentence says were said; exact for an empty set. Cheap.
   * Holds as long as no pair of words does harm, which training sees to.
   */
  mostWith(sentence: number): number {
    const { termSums, pairSums } = this.#input;
    return this.#valueOf(sentence, termSums[sentence] as number, pairSums[sentence] as number);
  }

  #valueOf(sentence: number, termGain: number, pairGain: number): number {
    const { lengths, bonuses } = this.#input;
    return this.#valueAt(
      this.#terms.sum + termGain,
      this.#pairs.sum + pairGain,
      this.#length + (lengths[sentence] as number),
      this.#bonus + (bonuses[sentence] as number),
    );
  }

  #valueAt(words: number, pairs: number, length: number, bonus: number): number {
    const value =
      (2 * (words + this.#input.pairWorth * pairs)) / (length + this.#reference) + bonus / this.#count;
    const share = length / this.#budget;
    return share > FREE_LENGTH ? value - (share - FREE_LENGTH) * OVERLENGTH_COST : value;
  }
}

/** Value of each sentence alone in a summary of `count`. */
export function singleValues(input: SelectionInput, count: number): Float64Array {
  const sums = new SummarySums(input, count, Number.POSITIVE_INFINITY);
  const values = input.arena.float64(input.lengths.length);
  for (let sentence = 0; sentence < values.length; sentence += 1) values[sentence] = sums.mostWith(sentence);
  return values;
}
