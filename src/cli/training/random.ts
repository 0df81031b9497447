/** A linear congruential generator (Numerical Recipes): training has to be the same in every run. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number below `bound`. */
  below(bound: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * bound);
  }

  shuffle(items: { length: number; [index: number]: number }): void {
    for (let at = items.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const held = items[at] as number;
      items[at] = items[other] as number;
      items[other] = held;
    }
  }
}
