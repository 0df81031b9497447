import type { SelectionInput } from './selection-input.ts';
import { SummarySums } from './summary-sums.ts';
import { missingSupport } from './support.ts';

/** Candidates kept beside those wanted; more of them changes no choice on the dev sets and costs time. */
const SPARE_CANDIDATES = 20;
/** Sizes at which a summary is made as good as it can be; every shorter one is part of every longer one. */
const STAGES = [1, 3, 5, 7];
/** Exchanges after the greedy choice pay for short summaries only. */
const LONGEST_EXCHANGED = 7;
const MOST_EXCHANGES = 4;
/** An exchange has to gain more than the rounding of sums. */
const LEAST_GAIN = 1e-9;

export interface SelectionRequest {
  /** Candidates, best first. */
  order: readonly number[];
  /** Sentences that must be in, the first one foremost. */
  fixed: readonly number[];
  count: number;
  /** Words that a summary of so many sentences should have; see `lengthBudget`. */
  budgetOf: (count: number) => number;
}

/** What is added in one step: a sentence, with the one that it needs if that is not yet there. */
interface Step {
  sentences: readonly number[];
  /** What the set is worth then, per sentence added. */
  gain: number;
}

class Selection {
  readonly set: number[] = [];
  readonly #input: SelectionInput;
  /** 1 for every sentence that may be chosen. */
  readonly #allowed: Uint8Array;
  readonly #pool: readonly number[];
  #sums: SummarySums;

  constructor(input: SelectionInput, order: readonly number[], poolSize: number) {
    this.#input = input;
    this.#allowed = input.arena.uint8(input.lengths.length);
    for (const sentence of order) this.#allowed[sentence] = 1;
    this.#pool = order.slice(0, poolSize);
    this.#sums = new SummarySums(input, 1, Number.POSITIVE_INFINITY);
  }

  /** Judges from now on as a summary of `count` sentences. */
  aimAt(count: number, budget: number): void {
    this.#sums = new SummarySums(this.#input, count, budget);
    for (const sentence of this.set) this.#sums.add(sentence);
  }

  push(sentence: number): void {
    this.set.push(sentence);
    this.#sums.add(sentence);
  }

  /** The sentence with what it needs, if both can be had and there is room for them. */
  #stepTo(sentence: number, room: number, value: number): Step | undefined {
    const missing = missingSupport(this.#input, this.set, sentence);
    if (missing === undefined) return { sentences: [sentence], gain: this.#sums.valueWith(sentence) - value };
    if (room < 2 || this.#allowed[missing] === 0 || (this.#input.takenUp[missing] ?? 0) > 0) return undefined;
    const needed = missingSupport(this.#input, this.set, missing);
    if (needed !== undefined || missingSupport(this.#input, [...this.set, missing], sentence) !== undefined)
      return undefined;
    this.#sums.add(missing);
    const gain = (this.#sums.valueWith(sentence) - value) / 2;
    this.#sums.remove(missing);
    return { sentences: [missing, sentence], gain };
  }

  /** Adds what gains most and stands alone; the best of the leaning ones when nothing else is left. */
  grow(room: number): boolean {
    const value = this.#sums.value;
    let best: Step | undefined;
    for (const sentence of this.#pool) {
      if (best !== undefined && this.#sums.mostWith(sentence) - value <= best.gain) continue;
      if (this.set.includes(sentence)) continue;
      const step = this.#stepTo(sentence, room, value);
      if (step !== undefined && (best === undefined || step.gain > best.gain)) best = step;
    }
    const chosen =
      best?.sentences ?? this.#pool.filter((sentence) => !this.set.includes(sentence)).slice(0, 1);
    for (const sentence of chosen) this.push(sentence);
    return chosen.length > 0;
  }

  /** The first `count` of the set, those from place `from` on in an order in which none lacks what it needs. */
  firstOf(count: number, from: number): number[] {
    const first = this.set.slice(0, from);
    const rest = this.set.slice(from);
    while (first.length < count && rest.length > 0) {
      const standing = rest.findIndex((one) => missingSupport(this.#input, first, one) === undefined);
      first.push(...rest.splice(Math.max(0, standing), 1));
    }
    return first;
  }

  #isCoherent(set: readonly number[]): boolean {
    return set.every((sentence) => missingSupport(this.#input, set, sentence) === undefined);
  }

  /** Makes the best single exchange of a sentence chosen from place `from` on; false when none helps. */
  exchange(from: number): boolean {
    const sums = this.#sums;
    let bestValue = Number.NEGATIVE_INFINITY;
    let best: { place: number; sentence: number } | undefined;
    for (let place = from; place < this.set.length; place += 1) {
      const held = this.set[place] as number;
      sums.remove(held);
      const value = sums.valueWith(held);
      if (value > bestValue) {
        bestValue = value;
        best = undefined;
      }
      for (const sentence of this.#pool) {
        if (sums.mostWith(sentence) <= bestValue + LEAST_GAIN || this.set.includes(sentence)) continue;
        const exchanged = sums.valueWith(sentence);
        if (exchanged <= bestValue + LEAST_GAIN) continue;
        if (!this.#isCoherent(this.set.with(place, sentence))) continue;
        bestValue = exchanged;
        best = { place, sentence };
      }
      sums.add(held);
    }
    if (best === undefined) return false;
    sums.remove(this.set[best.place] as number);
    sums.add(best.sentence);
    this.set[best.place] = best.sentence;
    return true;
  }
}

const stageBehind = (length: number, count: number): number =>
  STAGES.find((stage) => stage > length) ?? Math.max(count, length + 1);

/**
 * Chooses `count` sentences: greedily, then by exchanges, so that the set as a whole has the highest worth, repeats
 * nothing and holds no sentence without what it needs. Shorter choices are parts of longer ones.
 *
 * @returns Sentences in the order in which they were chosen.
 *
 * Cost: about pool × count × sentence length, the pool being `count` plus twenty, whatever the article's length.
 */
export function selectSentences(
  input: SelectionInput,
  { order, fixed, count, budgetOf }: SelectionRequest,
): number[] {
  const selection = new Selection(input, order, count + SPARE_CANDIDATES);
  for (const sentence of fixed.slice(0, count)) selection.push(sentence);
  let from = 0;
  while (selection.set.length < count) {
    from = selection.set.length;
    const stage = Math.min(order.length, stageBehind(from, count));
    selection.aimAt(stage, budgetOf(stage));
    while (selection.set.length < stage && selection.grow(stage - selection.set.length));
    if (selection.set.length === from) break;
    if (stage <= LONGEST_EXCHANGED) {
      let exchanges = 0;
      while (exchanges < MOST_EXCHANGES && selection.exchange(from)) exchanges += 1;
    }
  }
  return selection.firstOf(count, Math.min(from, count));
}
