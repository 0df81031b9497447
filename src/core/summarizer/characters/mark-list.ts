import { type Arena, doubled } from '../memory/arena.ts';

const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;
const EXPECTED_UNITS_PER_MARK = 16;

/** The marks of a text in reading order: where each stands, and of which kind it is; see `sentence-marks.ts`. */
export class MarkList {
  /** Place and kind in one number: texts are far shorter than 2^27 units. */
  #items: Int32Array;
  length = 0;

  /** @param units - Length of the text. */
  constructor(units: number, arena: Arena) {
    this.#items = arena.roomFor(units, EXPECTED_UNITS_PER_MARK);
  }

  push(index: number, kind: number): void {
    if (this.length === this.#items.length) this.#items = doubled(this.#items);
    this.#items[this.length] = (index << KIND_BITS) | kind;
    this.length += 1;
  }

  /** Where a mark stands; beyond the text for `length`. */
  indexAt(number: number): number {
    return number < this.length ? (this.#items[number] as number) >>> KIND_BITS : Number.MAX_SAFE_INTEGER;
  }

  kindAt(number: number): number {
    return (this.#items[number] as number) & KIND_MASK;
  }

  /** Number of the first mark at `index` or behind it, looked for from mark `number` on. */
  firstFrom(index: number, number: number): number {
    let found = number;
    while (found < this.length && this.indexAt(found) < index) found += 1;
    return found;
  }
}
