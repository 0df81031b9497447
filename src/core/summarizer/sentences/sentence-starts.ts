import { flagsOf } from '../characters/character-classes.ts';
import { IS_LOWER, IS_WORD } from '../characters/class-flags.ts';
import { BULLET, markOf, OPENER, QUOTE } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';
import type { Paragraph } from './paragraph.ts';

const INVERTED_QUESTION = 0xbf;
const INVERTED_EXCLAMATION = 0xa1;
const FIRST_SURROGATE = 0xd800;
/** Currencies, # @ _ § № and signs of a number stand where a word may begin. */
const WORD_SIGNS: ReadonlySet<number> = new Set(
  Array.from('$€£¥₹₩₽₺₴₪฿₫₦₱₸₼₾₡₿₲₵៛￥＄￡#@_§№+±~≈', (sign) => sign.charCodeAt(0)),
);

const isDash = (code: number): boolean => code === 45 || code === 0x2013 || code === 0x2014;

/** Whether the first letter after dashes and spaces is small: "voila! -- you". */
function startsLower(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && (isDash(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at += 1;
  return (flagsOf(text.charCodeAt(at)) & IS_LOWER) !== 0;
}

/** "¿", quotation marks and brackets stand before the word that a sentence begins with. */
export function skipOpeners(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = markOf(code);
    if (kind !== QUOTE && kind !== OPENER && code !== INVERTED_QUESTION && code !== INVERTED_EXCLAMATION)
      break;
    at += 1;
  }
  return at;
}

/** Whether what stands at `next` can begin a sentence at all. */
export function mayStart({ text, end }: Paragraph, next: number): boolean {
  const at = skipOpeners(text, next, end);
  const code = text.charCodeAt(at);
  const flags = flagsOf(code);
  if ((flags & IS_LOWER) !== 0) return false;
  if (isDash(code)) return !startsLower(text, at, end);
  return (
    (flags & IS_WORD) !== 0 ||
    at > next ||
    code >= FIRST_SURROGATE ||
    markOf(code) === BULLET ||
    WORD_SIGNS.has(code)
  );
}
