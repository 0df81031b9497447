import { type Arena, doubled } from '../memory/arena.ts';

export const TERM_CAPITAL = 1;
export const TERM_DIGIT = 2;
/** First word of its sentence, where a capital says nothing. */
export const TERM_FIRST = 4;
/** Some characters of a script without spaces. */
export const TERM_UNSPACED = 8;

/** Numbers kept of each term: hash, place, length and shape. */
const STRIDE = 4;
const EXPECTED_UNITS_PER_TERM = 5;

/** Terms in reading order: a hash of the folded letters of each, its place in the text, what it looks like. */
export class TermList {
  #items: Int32Array;
  length = 0;
  /** Whether no term has a letter beyond ASCII. */
  isAscii = true;

  /** @param units - Length of the text. */
  constructor(units: number, arena: Arena) {
    this.#items = arena.roomFor(units, EXPECTED_UNITS_PER_TERM, STRIDE);
  }

  push(hash: number, offset: number, end: number, shape: number): void {
    const at = this.length * STRIDE;
    if (at === this.#items.length) this.#items = doubled(this.#items);
    const items = this.#items;
    items[at] = hash;
    items[at + 1] = offset;
    items[at + 2] = end - offset;
    items[at + 3] = shape;
    this.length += 1;
  }

  hashAt(index: number): number {
    return this.#items[index * STRIDE] as number;
  }

  /** Where a term begins in the text. */
  offsetAt(index: number): number {
    return this.#items[index * STRIDE + 1] as number;
  }

  lengthAt(index: number): number {
    return this.#items[index * STRIDE + 2] as number;
  }

  /** Bits of `TERM_CAPITAL` and its like. */
  shapeAt(index: number): number {
    return this.#items[index * STRIDE + 3] as number;
  }

  markFirst(index: number): void {
    const at = index * STRIDE + 3;
    this.#items[at] = (this.#items[at] as number) | TERM_FIRST;
  }

  /** Puts a term into the place of an earlier one. */
  move(from: number, to: number): void {
    this.#items.copyWithin(to * STRIDE, from * STRIDE, (from + 1) * STRIDE);
  }
}
