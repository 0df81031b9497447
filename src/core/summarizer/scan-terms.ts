import {
  flagsAt,
  flagsOf,
  IS_DIGIT,
  IS_IDEOGRAPH,
  IS_LETTER,
  IS_UNSPACED,
  IS_UPPER,
  IS_WORD,
} from './characters.ts';
import { foldCode, isIgnored } from './fold.ts';
import { markOf } from './sentence-marks.ts';

export const TERM_CAPITAL = 1;
export const TERM_DIGIT = 2;
/** First word of its sentence, where a capital says nothing. */
export const TERM_FIRST = 4;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Below this unit one small table tells class flags (low byte) and folded unit; most texts are mostly there. */
const ASCII = 128;
const ascii = Uint16Array.from({ length: ASCII }, (_, code) => flagsOf(code) | (foldCode(code) << 8));
/** A unit goes on with a word unless it is of a script without spaces. */
const WORD_KINDS = IS_WORD | IS_IDEOGRAPH | IS_UNSPACED;

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

/** Numbers kept of each term: hash, place, length and shape. One array holds them all: allocating is what costs. */
const STRIDE = 3;
const SHAPE_BITS = 3;
const SHAPE_MASK = (1 << SHAPE_BITS) - 1;

/** Terms in reading order: a hash of the folded letters of each, its place in the text, what it looks like. */
export class TermList {
  #items: Int32Array;
  length = 0;

  constructor(expected: number) {
    this.#items = new Int32Array(expected * STRIDE);
  }

  push(hash: number, offset: number, end: number, shape: number): void {
    const at = this.length * STRIDE;
    if (at === this.#items.length) this.#grow();
    const items = this.#items;
    items[at] = hash;
    items[at + 1] = offset;
    items[at + 2] = ((end - offset) << SHAPE_BITS) | shape;
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
    return (this.#items[index * STRIDE + 2] as number) >>> SHAPE_BITS;
  }

  /** Bits of `TERM_CAPITAL` and its like. */
  shapeAt(index: number): number {
    return (this.#items[index * STRIDE + 2] as number) & SHAPE_MASK;
  }

  #grow(): void {
    const items = this.#items;
    this.#items = new Int32Array(items.length * 2);
    this.#items.set(items);
  }
}

/** Overlapping pairs (Han, kana) or triples (Thai and its kin) of characters stand in for words. */
function scanUnspaced(text: string, from: number, to: number, flag: number, list: TermList): number {
  const width = flag === IS_IDEOGRAPH ? 2 : 3;
  let end = from;
  while (end < to && (flagsAt(text, end) & flag) !== 0) end += 1;
  for (let start = from; start < Math.max(from + 1, end - width + 1); start += 1) {
    let hash = FNV_OFFSET;
    const stop = Math.min(end, start + width);
    for (let index = start; index < stop; index += 1) hash = mix(hash, text.charCodeAt(index));
    list.push(hash, start, stop, 0);
  }
  return end;
}

/**
 * Adds every term of a range to a list: words of letters, marks and digits, case folded, or runs of characters
 * where a script has no spaces. Linear.
 *
 * @returns Which kinds of marks stand between the terms, one bit `1 << kind` for each; see `sentence-marks.ts`.
 */
export function scanTerms(text: string, from: number, to: number, list: TermList): number {
  let index = from;
  let first = TERM_FIRST;
  let marks = 0;
  while (index < to) {
    const head = text.charCodeAt(index);
    const flags = head < ASCII ? (ascii[head] as number) & 0xff : flagsAt(text, index);
    if ((flags & IS_WORD) === 0) {
      marks |= 1 << markOf(head);
      index += 1;
      continue;
    }
    if ((flags & WORD_KINDS) !== IS_WORD) {
      index = scanUnspaced(text, index, to, flags & (IS_IDEOGRAPH | IS_UNSPACED), list);
      first = 0;
      continue;
    }
    const start = index;
    let hash = FNV_OFFSET;
    let seen = 0;
    let code = head;
    let current = flags;
    while ((current & WORD_KINDS) === IS_WORD) {
      if (code < ASCII) hash = mix(hash, (ascii[code] as number) >> 8);
      else if (!isIgnored(code)) hash = mix(hash, foldCode(code));
      seen |= current;
      index += 1;
      if (index === to) break;
      code = text.charCodeAt(index);
      current = code < ASCII ? (ascii[code] as number) : flagsAt(text, index);
    }
    if ((seen & (IS_LETTER | IS_DIGIT)) === 0) continue;
    const capital = (flags & IS_UPPER) === 0 ? 0 : TERM_CAPITAL;
    const digit = (seen & IS_DIGIT) === 0 ? 0 : TERM_DIGIT;
    list.push(hash, start, index, first | capital | digit);
    first = 0;
  }
  return marks;
}

const EXPECTED_UNITS_PER_TERM = 5;

/** A list with room for the terms of a text of this length, as most languages have them; it grows when needed. */
export const roomForTerms = (length: number): TermList =>
  new TermList(Math.max(16, Math.ceil(length / EXPECTED_UNITS_PER_TERM)));

/** The terms of a text, or of its first `to` units. */
export function listTerms(text: string, to: number = text.length): TermList {
  const list = roomForTerms(to);
  scanTerms(text, 0, to, list);
  return list;
}

/** Hash of one word as {@link scanTerms} would give it. */
export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if ((flagsOf(code) & IS_WORD) !== 0 && !isIgnored(code)) hash = mix(hash, foldCode(code));
  }
  return hash;
}
