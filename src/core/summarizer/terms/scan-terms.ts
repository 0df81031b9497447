import { foldCode, isIgnored } from '../characters/case-folding.ts';
import { flagsAt } from '../characters/character-classes.ts';
import {
  IS_DIGIT,
  IS_IDEOGRAPH,
  IS_LETTER,
  IS_UNSPACED,
  IS_UPPER,
  IS_WORD,
} from '../characters/class-flags.ts';
import { markOf, NONE, SEAM } from '../characters/mark-kinds.ts';
import { MarkList } from '../characters/mark-list.ts';
import { Arena } from '../memory/arena.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_UNSPACED, TermList } from './term-list.ts';

export const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
export const mixHash = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

/** Goes on with a hash over every unit of a text as it stands; a word's own is {@link hashWord}. */
export function mixUnits(hash: number, text: string): number {
  let mixed = hash;
  for (let at = 0; at < text.length; at += 1) mixed = mixHash(mixed, text.charCodeAt(at));
  return mixed;
}

const SPREAD = 0x9e3779b1;

/** Makes hashes that are alike, as those of short words are, differ in their high bits too (Knuth, TAOCP 6.4). */
export const spreadHash = (hash: number): number => Math.imul(hash, SPREAD);

const LONG_TO_SHORT_BITS = 8;

/** 24 bits of a hash. */
export const shortHash = (hash: number): number => Math.imul(hash, 0x9e3779b9) >>> LONG_TO_SHORT_BITS;

/**
 * What scanning has to know of each UTF-16 unit, so that it is read once: class flags in the low byte; in the high
 * half the folded unit where it belongs to a word, else the kind of mark that it is.
 */
const units = new Int32Array(0x1_0000);
const IS_KNOWN = 1 << 8;
/** Belongs to a word, but not to its hash. */
const IS_SILENT = 1 << 9;
const HIGH_HALF = 16;
/** A unit goes on with a word unless it is of a script without spaces. */
const WORD_KINDS = IS_WORD | IS_IDEOGRAPH | IS_UNSPACED;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** Halves of a surrogate pair are never known, since their flags are those of the pair. */
function learnUnit(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const isHalf = code >= FIRST_SURROGATE && code <= LAST_SURROGATE;
  const flags = flagsAt(text, index);
  const high = (flags & IS_WORD) === 0 ? markOf(code) : foldCode(code);
  const unit = flags | (isIgnored(code) ? IS_SILENT : 0) | (high << HIGH_HALF);
  if (!isHalf) units[code] = unit | IS_KNOWN;
  return unit;
}

function unitAt(text: string, index: number): number {
  const unit = units[text.charCodeAt(index)] as number;
  return (unit & IS_KNOWN) === 0 ? learnUnit(text, index) : unit;
}

const SPACE = 32;
const ASCII = 128;
/** The same memory as that of all units: what one learns the other knows. */
const ascii = units.subarray(0, ASCII);

/**
 * Adds the word that begins at `start` with the unit `first`; gives its end. Most letters are ASCII, and a loop of
 * their own with a small table makes ranking as a whole 6 % faster. It calls nothing: a cold isolate pays for calls.
 */
function scanWord(text: string, start: number, to: number, first: number, list: TermList): number {
  let index = start + 1;
  let hash = (first & IS_SILENT) === 0 ? mixHash(FNV_OFFSET, first >>> HIGH_HALF) : FNV_OFFSET;
  let seen = first;
  if (text.charCodeAt(start) >= ASCII) list.isAscii = false;
  for (;;) {
    let code = index < to ? text.charCodeAt(index) : SPACE;
    let unit = 0;
    while (code < ASCII) {
      unit = ascii[code] as number;
      if ((unit & IS_WORD) === 0) break;
      hash = Math.imul(hash ^ (unit >>> HIGH_HALF), FNV_PRIME);
      seen |= unit;
      index += 1;
      code = index < to ? text.charCodeAt(index) : SPACE;
    }
    if (code < ASCII) {
      if (index >= to || (unit & IS_KNOWN) !== 0) break;
      learnUnit(text, index);
      continue;
    }
    unit = unitAt(text, index);
    if ((unit & WORD_KINDS) !== IS_WORD) break;
    list.isAscii = false;
    if ((unit & IS_SILENT) === 0) hash = mixHash(hash, unit >>> HIGH_HALF);
    seen |= unit;
    index += 1;
  }
  if ((seen & (IS_LETTER | IS_DIGIT)) === 0) return index;
  const capital = (first & IS_UPPER) === 0 ? 0 : TERM_CAPITAL;
  const digit = (seen & IS_DIGIT) === 0 ? 0 : TERM_DIGIT;
  list.push(hash, start, index, capital | digit);
  return index;
}

/** Overlapping pairs (Han, kana) or triples (Thai and its kin) of characters stand in for words. */
function scanUnspaced(text: string, from: number, to: number, flag: number, list: TermList): number {
  const width = flag === IS_IDEOGRAPH ? 2 : 3;
  let end = from;
  let seen = 0;
  list.isAscii = false;
  while (end < to) {
    const unit = unitAt(text, end);
    if ((unit & flag) === 0) break;
    seen |= unit;
    end += 1;
  }
  if ((seen & (IS_LETTER | IS_DIGIT)) === 0) return end;
  for (let start = from; start < Math.max(from + 1, end - width + 1); start += 1) {
    let hash = FNV_OFFSET;
    const stop = Math.min(end, start + width);
    for (let index = start; index < stop; index += 1) hash = mixHash(hash, text.charCodeAt(index));
    list.push(hash, start, stop, TERM_UNSPACED);
  }
  return end;
}

/** A text scanned once: its terms, and the marks between them. */
export interface Scan {
  terms: TermList;
  marks: MarkList;
}

/** Room for the terms and the marks. */
const BYTES_PER_UNIT = 4;

/**
 * Finds every term of a text, or of its first `to` units: words of letters, marks and digits, case folded, or runs
 * of characters where a script has no spaces; and every mark that splitting looks at. Linear.
 */
export function scanText(
  text: string,
  arena: Arena = new Arena(text.length * BYTES_PER_UNIT),
  to: number = text.length,
): Scan {
  const terms = new TermList(to, arena);
  const marks = new MarkList(to, arena);
  let index = 0;
  while (index < to) {
    const known = units[text.charCodeAt(index)] as number;
    const unit = (known & IS_KNOWN) === 0 ? learnUnit(text, index) : known;
    if ((unit & IS_WORD) === 0) {
      const kind = unit >>> HIGH_HALF;
      if (kind !== NONE) marks.push(index, kind);
      index += 1;
    } else if ((unit & WORD_KINDS) === IS_WORD) index = scanWord(text, index, to, unit, terms);
    else {
      const script = unit & (IS_IDEOGRAPH | IS_UNSPACED);
      index = scanUnspaced(text, index, to, script, terms);
      if (script === IS_UNSPACED && index < to && text.charCodeAt(index) === SPACE) marks.push(index, SEAM);
    }
  }
  return { terms, marks };
}

/** The terms of a text alone. */
export const listTerms = (text: string): TermList => scanText(text).terms;

/** Hash of one word as {@link listTerms} would give it. */
export const hashWord = (word: string): number => hashBetween(word, 0, word.length);

/** Hashes of the words of a list; a cold isolate that makes a string of each waits longer. */
export function hashWords(list: string, separator = ' '): number[] {
  const hashes: number[] = [];
  for (let from = 0; from <= list.length; ) {
    const next = list.indexOf(separator, from);
    const to = next < 0 ? list.length : next;
    hashes.push(hashBetween(list, from, to));
    from = to + 1;
  }
  return hashes;
}

function hashBetween(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let index = from; index < to; index += 1) {
    const known = units[text.charCodeAt(index)] as number;
    const unit = (known & IS_KNOWN) === 0 ? learnUnit(text, index) : known;
    if ((unit & (IS_WORD | IS_SILENT)) === IS_WORD) hash = Math.imul(hash ^ (unit >>> HIGH_HALF), FNV_PRIME);
  }
  return hash;
}
