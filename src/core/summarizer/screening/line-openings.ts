import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_IDEOGRAPH, IS_WORD } from '../characters/class-flags.ts';
import { FNV_OFFSET, hashWord, mixUnits, spreadHash } from '../terms/scan-terms.ts';

/** What must stand behind an opening, as bits: nothing, the sign of a label, or nothing but marks. */
export const PREFIX = 1;
export const LABEL = 2;
export const WHOLE = 4;
/** The same of an opening that asks readers to follow, moved by so much. */
export const FOLLOW_SHIFT = 3;

/** Begins the hash of every opening of a language. */
export const saltOf = (language: string): number => mixUnits(FNV_OFFSET, language);

export const FIRSTS_BITS = 13;
/** Bits that a digit of the table of first terms holds. */
export const BITS_PER_DIGIT = 6;

/** Which bit of the table of first terms tells that openings of a language may begin with a term. */
export const firstBit = (salt: number, first: number): number =>
  spreadHash(salt ^ first) >>> (32 - FIRSTS_BITS);

export const isLetterOrDigit = (code: number): boolean => (flagsOf(code) & IS_WORD) !== 0;

/** Hash of the term at `from` as scanning would give it: a word, or a pair of characters without spaces. */
export function termAt(text: string, from: number): { hash: number; end: number } {
  const isPair = (flagsOf(text.charCodeAt(from)) & IS_IDEOGRAPH) !== 0;
  let end = from;
  while (end < text.length && isLetterOrDigit(text.charCodeAt(end)) && !(isPair && end - from === 2))
    end += 1;
  return { hash: hashWord(text.slice(from, end)), end };
}

/** Marks that may stand before the first word of a line. */
const LEADING_MARKS: ReadonlySet<string> = new Set(
  ' \u00a0\u3000"\'“”„«([{<|>»•*–—-/【［（〈《■▶►▼▲◆●○→↓➡⇒#~+_=',
);

export function skipLeadingMarks(text: string): number {
  let at = 0;
  while (at < text.length && LEADING_MARKS.has(text.charAt(at))) at += 1;
  return at;
}

const LABEL_SIGNS: ReadonlySet<string> = new Set(':：|｜–—＝=');
/** "Clarification, 3 November: …", "Photo (archive): …" */
const LONGEST_ASIDE = 30;
/** "Updated 3 November": a date stands for the colon behind a word that is long enough to be no other. */
const LONG_LABEL = 7;

/** @param from - Where the label ends, counted from the start of the text: so also its length. */
function isLabelled(text: string, from: number): boolean {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\u00a0') at += 1;
  const sign = text.charAt(at);
  if (LABEL_SIGNS.has(sign)) return true;
  if (sign === '-' && at > from && text.charAt(at + 1) === ' ') return true;
  if (from >= LONG_LABEL && (flagsOf(text.charCodeAt(at)) & IS_DIGIT) !== 0) return true;
  if (sign !== ',' && sign !== '(' && sign !== '（') return false;
  const colon = text.indexOf(':', at);
  return colon > at && colon - at <= LONGEST_ASIDE;
}

function isWhole(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) if (isLetterOrDigit(text.charCodeAt(at))) return false;
  return true;
}

/** The bits of what stands behind an opening that ends at `from`. */
export const whatFollows = (text: string, from: number): number =>
  PREFIX | (isLabelled(text, from) ? LABEL : 0) | (isWhole(text, from) ? WHOLE : 0);

export const SMALL_A = 97;
export const SMALL_Z = 122;
export const isSmallAscii = (code: number): boolean => code >= SMALL_A && code <= SMALL_Z;

/** Whether a word ends between two units: another script, a mark or the end follows. The end is no unit. */
export function endsWord(before: number, after: number): boolean {
  const flags = flagsOf(before);
  return (flags & IS_WORD) === 0 || (flagsOf(after) & IS_WORD) === 0 || (flags & IS_IDEOGRAPH) !== 0;
}
