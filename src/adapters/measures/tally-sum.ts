import type { Tally } from '../../core/measures/measure.ts';

/** Adds up equal tallies, so that a crowd on one page is one line. */
export class TallySum {
  readonly #maxCount: number;
  #sums = new Map<string, Tally>();

  /** @param maxCount - Further kinds are left out: whoever invents pages costs us no memory. */
  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  get size(): number {
    return this.#sums.size;
  }

  add(tally: Tally): void {
    const { day, page, place, measure, count } = tally;
    const key = `${day} ${place} ${measure} ${page}`;
    const sum = this.#sums.get(key);
    if (sum !== undefined) sum.count += count;
    else if (this.#sums.size < this.#maxCount) this.#sums.set(key, { ...tally });
  }

  /** All of them; afterwards it is empty. */
  take(): Tally[] {
    const tallies = [...this.#sums.values()];
    this.#sums = new Map();
    return tallies;
  }
}
