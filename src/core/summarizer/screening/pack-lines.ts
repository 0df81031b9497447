import { toDigits } from '../memory/digits.ts';
import { packHashes } from '../memory/packed-hashes.ts';
import { mixUnits } from '../terms/scan-terms.ts';
import {
  BITS_PER_DIGIT,
  FIRSTS_BITS,
  FOLLOW_SHIFT,
  firstBit,
  isLetterOrDigit,
  LABEL,
  PREFIX,
  saltOf,
  skipLeadingMarks,
  termAt,
  WHOLE,
} from './line-openings.ts';
import type { LinesAroundStory } from './lines-around-story.ts';

/** The lines of all languages as the summariser reads them: in place, by their hashes. */
export interface PackedLines {
  /** Hashes of all openings, each begun with its language; see `packed-hashes.ts`. */
  openings: string;
  /** One digit an opening: bits of what must stand behind it. */
  kinds: string;
  /** Units of the longest opening. */
  longest: number;
  /** Bits that tell which terms an opening may begin with, six a digit; see `firstBit`. */
  firsts: string;
  /** By language: words that only such a line holds, joined by "; ". */
  holds: Readonly<Record<string, string>>;
}

/** An opening in small letters, opening brackets left out, and what must stand behind it. */
function openingOf(line: string): { words: string; kind: number } {
  const words = line.slice(skipLeadingMarks(line));
  if (words.endsWith('$')) return { words: words.slice(0, -1).trimEnd(), kind: WHOLE };
  if (words.endsWith(':')) return { words: words.slice(0, -1).trimEnd(), kind: LABEL };
  return { words: words.trimEnd(), kind: PREFIX };
}

interface Known {
  line: string;
  kinds: number;
}

/**
 * Packs the lines of all languages. An opening that begins with no word is left out: sentences are told by a word.
 *
 * @throws {RangeError} Where two openings have one hash.
 */
export function packLines(lines: Readonly<Record<string, LinesAroundStory>>): PackedLines {
  const known = new Map<number, Known>();
  const firsts = new Array<number>(Math.ceil(2 ** FIRSTS_BITS / BITS_PER_DIGIT)).fill(0);
  let longest = 0;
  const add = (language: string, line: string, shift: number) => {
    const { words, kind } = openingOf(line);
    if (!isLetterOrDigit(words.charCodeAt(0))) return;
    const salt = saltOf(language);
    const hash = mixUnits(salt, words) >>> 0;
    const own = `${language}:${words}`;
    const { line: other, kinds } = known.get(hash) ?? { line: own, kinds: 0 };
    if (other !== own) throw new RangeError(`${own} and ${other} have one hash`);
    known.set(hash, { line: own, kinds: kinds | (kind << shift) });
    const bit = firstBit(salt, termAt(words, 0).hash);
    const digit = Math.floor(bit / BITS_PER_DIGIT);
    firsts[digit] = (firsts[digit] as number) | (1 << (bit % BITS_PER_DIGIT));
    longest = Math.max(longest, words.length);
  };
  for (const [language, { opens, follow = [] }] of Object.entries(lines)) {
    for (const line of opens) add(language, line, 0);
    for (const line of follow) add(language, line, FOLLOW_SHIFT);
  }
  const hashes = [...known.keys()].sort((a, b) => a - b);
  return {
    openings: packHashes(hashes),
    kinds: hashes.map((hash) => toDigits(known.get(hash)?.kinds ?? 0, 1)).join(''),
    longest,
    firsts: firsts.map((bits) => toDigits(bits, 1)).join(''),
    holds: Object.fromEntries(
      Object.entries(lines).map(([language, { holds = [] }]) => [language, holds.join('; ')]),
    ),
  };
}
