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

export const TERM_CAPITAL = 1;
export const TERM_DIGIT = 2;
/** First word of its sentence, where a capital says nothing. */
export const TERM_FIRST = 4;
export const TERM_ALL_CAPITALS = 8;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Receives one term: a hash of its folded letters, its place and what it looks like. */
export type TermSink = (hash: number, start: number, end: number, flags: number) => void;

/** Below this unit a small table answers at once; most texts are mostly there. */
const ASCII = 128;
const asciiFlags = Uint8Array.from({ length: ASCII }, (_, code) => flagsOf(code));
const asciiFolds = Uint8Array.from({ length: ASCII }, (_, code) => foldCode(code));

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

/** Overlapping pairs (Han, kana) or triples (Thai and its kin) of characters stand in for words. */
function scanUnspaced(text: string, from: number, to: number, flag: number, sink: TermSink): number {
  const width = flag === IS_IDEOGRAPH ? 2 : 3;
  let end = from;
  while (end < to && (flagsAt(text, end) & flag) !== 0) end += 1;
  for (let start = from; start < Math.max(from + 1, end - width + 1); start += 1) {
    let hash = FNV_OFFSET;
    const stop = Math.min(end, start + width);
    for (let index = start; index < stop; index += 1) hash = mix(hash, text.charCodeAt(index));
    sink(hash, start, stop, 0);
  }
  return end;
}

/**
 * Calls `sink` for every term of a range: a word of letters, marks and digits, case folded, or a run of
 * characters where a script has no spaces. Allocates nothing. Linear.
 */
export function scanTerms(text: string, from: number, to: number, sink: TermSink): void {
  let index = from;
  let first = TERM_FIRST;
  while (index < to) {
    const head = text.charCodeAt(index);
    const flags = head < ASCII ? (asciiFlags[head] as number) : flagsAt(text, index);
    if ((flags & IS_WORD) === 0) {
      index += 1;
      continue;
    }
    const unspaced = flags & (IS_IDEOGRAPH | IS_UNSPACED);
    if (unspaced !== 0) {
      index = scanUnspaced(text, index, to, unspaced, sink);
      first = 0;
      continue;
    }
    const start = index;
    let hash = FNV_OFFSET;
    let seen = 0;
    let capitals = true;
    let code = head;
    let current = flags;
    do {
      if (code < ASCII) hash = mix(hash, asciiFolds[code] as number);
      else if (!isIgnored(code)) hash = mix(hash, foldCode(code));
      seen |= current;
      capitals &&= (current & IS_UPPER) !== 0;
      index += 1;
      code = index < to ? text.charCodeAt(index) : 0;
      current = code < ASCII ? (asciiFlags[code] as number) : flagsAt(text, index);
    } while ((current & IS_WORD) !== 0 && (current & (IS_IDEOGRAPH | IS_UNSPACED)) === 0);
    if ((seen & (IS_LETTER | IS_DIGIT)) === 0) continue;
    let shape = first;
    if ((flags & IS_UPPER) !== 0) shape |= TERM_CAPITAL;
    if ((seen & IS_DIGIT) !== 0) shape |= TERM_DIGIT;
    if (capitals && index - start > 1) shape |= TERM_ALL_CAPITALS;
    sink(hash, start, index, shape);
    first = 0;
  }
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
