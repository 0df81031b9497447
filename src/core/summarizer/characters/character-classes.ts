/**
 * Character classes by UTF-16 unit, as tables that fill themselves one page of 256 units at a time: testing all
 * of Unicode at start-up would cost milliseconds, a page costs microseconds and most texts touch three.
 */
/** Soft hyphens and the joiners of Persian and Indic writing stand inside words. */
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LOWER = /\p{Ll}/u;
const SPACE = /[\s\u0085\u200b\u2060\ufeff\u2800]/u;

export const IS_WORD = 1;
export const IS_LETTER = 2;
export const IS_DIGIT = 4;
export const IS_UPPER = 8;
export const IS_LOWER = 16;
export const IS_SPACE = 32;
/** Han, Hiragana, Katakana: written without spaces and read as pairs of characters. */
export const IS_IDEOGRAPH = 64;
/** Thai, Lao, Khmer, Burmese: written without spaces, read as overlapping runs of characters. */
export const IS_UNSPACED = 128;

const classes = new Uint8Array(0x1_0000);
const pageKnown = new Uint8Array(0x100);

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005
  );
}

function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff)
  );
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (SPACE.test(character)) return IS_SPACE;
  if (!WORD_CHARACTER.test(character)) return 0;
  let flags = IS_WORD;
  if (LETTER.test(character)) flags |= IS_LETTER;
  if (DIGIT.test(character)) flags |= IS_DIGIT;
  if (UPPER.test(character)) flags |= IS_UPPER;
  if (LOWER.test(character)) flags |= IS_LOWER;
  if (isIdeograph(code)) flags |= IS_IDEOGRAPH;
  if (isUnspaced(code)) flags |= IS_UNSPACED;
  return flags;
}

function learnPage(page: number): void {
  for (let code = page << 8; code < (page + 1) << 8; code += 1) classes[code] = classify(code);
  pageKnown[page] = 1;
}

/** Class flags of one UTF-16 unit. Surrogates have none of their own; see {@link flagsAt}. */
export function flagsOf(code: number): number {
  if (pageKnown[code >> 8] === 0) learnPage(code >> 8);
  return classes[code] as number;
}

/** Class flags of the character at `index`; both halves of a surrogate pair answer for the whole character. */
export function flagsAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdfff) return flagsOf(code);
  const start = code >= 0xdc00 ? index - 1 : index;
  const point = text.codePointAt(start);
  if (point === undefined || point <= 0xffff) return 0;
  const character = String.fromCodePoint(point);
  if (!WORD_CHARACTER.test(character)) return 0;
  const ideograph = point >= 0x2_0000 && point <= 0x3_ffff ? IS_IDEOGRAPH : 0;
  const letter = LETTER.test(character) ? IS_LETTER : 0;
  return IS_WORD | letter | (DIGIT.test(character) ? IS_DIGIT : 0) | ideograph;
}

/** True when the text has a letter or a digit anywhere in the range. */
export function hasWord(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    if ((flagsAt(text, index) & (IS_LETTER | IS_DIGIT)) !== 0) return true;
  }
  return false;
}
