import {
  IS_DIGIT,
  IS_IDEOGRAPH,
  IS_LETTER,
  IS_LOWER,
  IS_SPACE,
  IS_UNSPACED,
  IS_UPPER,
  IS_WORD,
} from './class-flags.ts';

/*
 * What Unicode says of a character, asked by regular expressions. Compiling one of them costs a cold isolate a
 * millisecond: so only the build step asks, and what it hears is packed; see `packed-classes.ts`.
 */

/** Soft hyphens and the joiners of Persian and Indic writing stand inside words. */
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LOWER = /\p{Ll}/u;
const SPACE = /[\s\u0085\u200b\u2060\ufeff\u2800]/u;
const FIRST_ASTRAL = 0x1_0000;

function isIdeograph(point: number): boolean {
  return (
    (point >= 0x3040 && point <= 0x30ff) ||
    (point >= 0x3400 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    point === 0x3005 ||
    (point >= 0x2_0000 && point <= 0x3_ffff)
  );
}

function isUnspaced(point: number): boolean {
  return (
    (point >= 0x0e00 && point <= 0x0eff) ||
    (point >= 0x1000 && point <= 0x109f) ||
    (point >= 0x1780 && point <= 0x17ff)
  );
}

/** Class flags of a character; case is told of the first plane alone. */
export function classify(point: number): number {
  const character = String.fromCodePoint(point);
  if (SPACE.test(character)) return IS_SPACE;
  if (!WORD_CHARACTER.test(character)) return 0;
  let flags = IS_WORD;
  if (LETTER.test(character)) flags |= IS_LETTER;
  if (DIGIT.test(character)) flags |= IS_DIGIT;
  if (point < FIRST_ASTRAL && UPPER.test(character)) flags |= IS_UPPER;
  if (point < FIRST_ASTRAL && LOWER.test(character)) flags |= IS_LOWER;
  if (isIdeograph(point)) flags |= IS_IDEOGRAPH;
  if (isUnspaced(point)) flags |= IS_UNSPACED;
  return flags;
}
