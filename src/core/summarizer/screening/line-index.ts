import { digitAt } from '../memory/digits.ts';
import { PackedHashes } from '../memory/packed-hashes.ts';
import { hashWord, hashWords, mixHash } from '../terms/scan-terms.ts';
import {
  BITS_PER_DIGIT,
  endsWord,
  FOLLOW_SHIFT,
  firstBit,
  isLetterOrDigit,
  isSmallAscii,
  SMALL_A,
  SMALL_Z,
  saltOf,
  termAt,
  whatFollows,
} from './line-openings.ts';
import { NETWORKS } from './networks.ts';
import type { PackedLines } from './pack-lines.ts';
import stored from './packed-lines.json' with { type: 'json' };

/** The lines that stand around the texts of a language. */
export interface LineIndex {
  /** Of the languages whose openings are looked for; see `line-openings.ts`. */
  salts: readonly number[];
  /** Words that only such a line holds, with the hash of their longest term: a text without it has none of them. */
  holds: readonly { words: string; key: number }[];
}

const SAME: Readonly<Record<string, readonly string[]>> = {
  nn: ['nb'],
  no: ['nb'],
  bs: ['hr'],
  sr: ['sr', 'hr'],
  ms: ['id'],
};

const packed: PackedLines = stored;
let openings: PackedHashes | undefined;

/** Hash of the longest term of some words: a text without it lacks them. */
export function keyOf(words: string): number {
  let longest = '';
  for (let from = 0; from < words.length; ) {
    const space = words.indexOf(' ', from);
    const to = space < 0 ? words.length : space;
    if (to - from > longest.length) longest = words.slice(from, to);
    from = to + 1;
  }
  return isPlainWord(longest) ? hashWord(longest) : hashOfLongestTerm(words);
}

function isPlainWord(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (!isSmallAscii(word.charCodeAt(at))) return false;
  return true;
}

function hashOfLongestTerm(words: string): number {
  let longest = { hash: 0, length: 0 };
  for (let at = 0; at < words.length; at += 1) {
    if (!isLetterOrDigit(words.charCodeAt(at))) continue;
    const { hash, end } = termAt(words, at);
    if (end - at > longest.length) longest = { hash, length: end - at };
    at = end;
  }
  return longest.hash;
}

const indexes = new Map<string, LineIndex>();

/** English lines stand around texts of every language. Built on first use of a language. */
export function lineIndexOf(language: string): LineIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const names = [...new Set([...(SAME[language] ?? [language]), 'en'])].filter((name) =>
    Object.hasOwn(packed.holds, name),
  );
  const holds = names
    .flatMap((name) => (packed.holds[name] ?? '').split('; '))
    .filter((words) => words !== '');
  const index = {
    salts: names.map(saltOf),
    holds: [...new Set(holds)].map((words) => ({ words, key: keyOf(words) })),
  };
  indexes.set(language, index);
  return index;
}

let terms: readonly number[] | undefined;

/** Hashes of the names of networks. */
export function networkTerms(): readonly number[] {
  terms ??= hashWords(NETWORKS);
  return terms;
}

function mayOpenWith(salt: number, first: number): boolean {
  const bit = firstBit(salt, first);
  return ((digitAt(packed.firsts, (bit / BITS_PER_DIGIT) | 0) >> (bit % BITS_PER_DIGIT)) & 1) === 1;
}

/** Whether a sentence whose first term has this hash may be a line around the story; for nearly all it is no. */
export function mayOpen({ salts }: LineIndex, first: number): boolean {
  for (const salt of salts) if (mayOpenWith(salt, first)) return true;
  return false;
}

/** How a text opens, as bits. */
export const IS_LINE = 1;
/** Asks readers to follow: a line where it names a network. */
export const ASKS_TO_FOLLOW = 2;

/**
 * Whether a text, in small letters and without leading marks, begins as a line around the story does.
 *
 * @param first - Hash of its first term.
 */
export function howItOpens(text: string, first: number, { salts }: LineIndex): number {
  openings ??= new PackedHashes(packed.openings);
  const end = Math.min(text.length, packed.longest);
  let found = 0;
  for (const salt of salts) {
    if (!mayOpenWith(salt, first)) continue;
    let hash = salt;
    let code = text.charCodeAt(0);
    for (let at = 1; at <= end; at += 1) {
      hash = mixHash(hash, code);
      const next = text.charCodeAt(at);
      const isWithin = code >= SMALL_A && code <= SMALL_Z && next >= SMALL_A && next <= SMALL_Z;
      const ends = !isWithin && endsWord(code, next);
      code = next;
      if (!ends) continue;
      const number = openings.find(hash);
      if (number < 0 || termAt(text.slice(0, at), 0).hash !== first) continue;
      const kinds = digitAt(packed.kinds, number);
      const follows = whatFollows(text, at);
      if ((kinds & follows) !== 0) found |= IS_LINE;
      if (((kinds >> FOLLOW_SHIFT) & follows) !== 0) found |= ASKS_TO_FOLLOW;
    }
  }
  return found;
}
