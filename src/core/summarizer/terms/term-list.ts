import { type Arena, doubled } from '../memory/arena.ts';

export const TERM_CAPITAL = 1;
export const TERM_DIGIT = 2;
/** First word of its sentence, where a capital says nothing. */
export const TERM_FIRST = 4;
/** Some characters of a script without spaces. */
export const TERM_UNSPACED = 8;

const EXPECTED_UNITS_PER_TERM = 5;

/**
 * Terms in reading order: a hash of the folded letters of each, its place in the text, what it looks like. Loops over
 * all of them read the columns, since a cold isolate pays more for a call than for what it does.
 */
export class TermList {
  hashes: Int32Array;
  /** Where each begins in the text. */
  offsets: Int32Array;
  lengths: Int32Array;
  /** Bits of `TERM_CAPITAL` and its like. */
  shapes: Int32Array;
  length = 0;
  /** Whether no term has a letter beyond ASCII. */
  isAscii = true;

  /** @param units - Length of the text. */
  constructor(units: number, arena: Arena) {
    this.hashes = arena.roomFor(units, EXPECTED_UNITS_PER_TERM);
    this.offsets = arena.int32(this.hashes.length);
    this.lengths = arena.int32(this.hashes.length);
    this.shapes = arena.int32(this.hashes.length);
  }

  push(hash: number, offset: number, end: number, shape: number): void {
    const at = this.length;
    if (at === this.hashes.length) this.#grow();
    this.hashes[at] = hash;
    this.offsets[at] = offset;
    this.lengths[at] = end - offset;
    this.shapes[at] = shape;
    this.length = at + 1;
  }

  #grow(): void {
    this.hashes = doubled(this.hashes);
    this.offsets = doubled(this.offsets);
    this.lengths = doubled(this.lengths);
    this.shapes = doubled(this.shapes);
  }

  hashAt(index: number): number {
    return this.hashes[index] as number;
  }

  offsetAt(index: number): number {
    return this.offsets[index] as number;
  }

  lengthAt(index: number): number {
    return this.lengths[index] as number;
  }

  shapeAt(index: number): number {
    return this.shapes[index] as number;
  }
}
