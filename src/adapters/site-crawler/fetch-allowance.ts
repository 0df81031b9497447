const WINDOW_MS = 60_000;
/** Two a second is what a reader with open tabs does to a site; feeds and imports share it. */
const FETCHES_PER_MINUTE = 120;

/** Counts the fetches of one site by the minute. It starts anew with the object, which lives while it is busy. */
export class FetchAllowance {
  #window = 0;
  #taken = 0;

  take(now: number): boolean {
    const window = Math.floor(now / WINDOW_MS);
    if (window !== this.#window) {
      this.#window = window;
      this.#taken = 0;
    }
    if (this.#taken >= FETCHES_PER_MINUTE) return false;
    this.#taken += 1;
    return true;
  }
}
