import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_LETTER, IS_LOWER, IS_SPACE, IS_UPPER, IS_WORD } from '../characters/class-flags.ts';
import { isSpace, skipSpaces } from '../characters/white-space.ts';
import { lateWords } from '../memory/late-words.ts';

const LONGEST_ABBREVIATION = 24;
const LONGEST_WORD = 24;
const STOP = 46;

/** . - ° º № § & stand inside abbreviations. */
const TOKEN_SIGNS: ReadonlySet<number> = new Set([STOP, 45, 0xb0, 0xba, 0x2116, 0xa7, 38]);

const isTokenCharacter = (code: number): boolean => (flagsOf(code) & IS_WORD) !== 0 || TOKEN_SIGNS.has(code);

/** The token that ends before `index`, inner full stops included: "e.g" for "e.g." */
export function tokenBefore(text: string, index: number, start: number): string {
  let from = index;
  if (from > start && (flagsOf(text.charCodeAt(from - 1)) & IS_SPACE) !== 0) from -= 1;
  const to = from;
  while (from > start && to - from < LONGEST_ABBREVIATION && isTokenCharacter(text.charCodeAt(from - 1)))
    from -= 1;
  return text.slice(from, to);
}

const FIRST_SMALL = 97;
const LAST_SMALL = 122;
/** The only letter whose small form is two units long. */
const DOTTED_CAPITAL_I = 0x130;

/**
 * Length of the token that ends before `index`, where it is a plain word: two letters or more, no signs and digits in
 * it, a small ASCII letter at its end, and before it neither a full stop with a space nor the start. Else 0. What
 * this passes by is as {@link tokenBefore} would read it.
 */
export function plainWordBefore(text: string, index: number, start: number): number {
  const last = text.charCodeAt(index - 1);
  if (last < FIRST_SMALL || last > LAST_SMALL) return 0;
  let from = index - 1;
  while (from > start && index - from < LONGEST_ABBREVIATION) {
    const code = text.charCodeAt(from - 1);
    if ((flagsOf(code) & IS_LETTER) === 0) {
      if (isTokenCharacter(code)) return 0;
      break;
    }
    if (code === DOTTED_CAPITAL_I) return 0;
    from -= 1;
  }
  const opensOrJoins = from <= start + 1 || text.charCodeAt(from - 2) === STOP;
  return opensOrJoins || index - from < 2 ? 0 : index - from;
}

const LONGEST_SPACED_PART = 3;

/** "т. д", "p. m", "v. Chr" set with spaces as one token, small and without them: "т.д", "p.m", "v.chr"; else the token. */
export function joinSpaced(token: string, text: string, start: number, sentenceStart: number): string {
  let joined = token;
  let from = start;
  while (
    from - sentenceStart > 2 &&
    isSpace(text.charCodeAt(from - 1)) &&
    text.charCodeAt(from - 2) === STOP &&
    joined.length < LONGEST_ABBREVIATION
  ) {
    const part = tokenBefore(text, from - 2, sentenceStart);
    if (part.length === 0 || part.length > LONGEST_SPACED_PART) break;
    joined = `${part.toLowerCase()}.${joined}`;
    from -= part.length + 2;
  }
  return joined;
}

/** Word of letters and digits that begins at `index`. */
export function wordAt(text: string, index: number, end: number): string {
  let to = index;
  while (to < end && to - index < LONGEST_WORD && (flagsOf(text.charCodeAt(to)) & IS_WORD) !== 0) to += 1;
  return text.slice(index, to);
}

/** The word before `index`, white space and one full stop between passed; "" at the start. */
export function wordBefore(text: string, index: number, start: number): string {
  let to = index;
  while (to > start && isSpace(text.charCodeAt(to - 1))) to -= 1;
  if (to > start && text.charCodeAt(to - 1) === STOP) to -= 1;
  let from = to;
  while (from > start && to - from < LONGEST_WORD && (flagsOf(text.charCodeAt(from - 1)) & IS_WORD) !== 0)
    from -= 1;
  return text.slice(from, to);
}

/** Connect the parts of a name: "Bank of America", "Banco de la Nación"; "vecinos y amigos" is none. */
const NAME_CONNECTORS = lateWords('of and for de del della di da do du des der den van von y e et und i a');

const MOST_CONNECTORS = 2;

/**
 * Whether a word with a capital reads like the first of a sentence and not like a part of a name: small letters
 * behind its capital, and a word in small letters after it. Says nothing where all nouns have capitals.
 */
export function readsLikeStart(text: string, index: number, end: number): boolean {
  if ((flagsOf(text.charCodeAt(index)) & IS_UPPER) === 0) return false;
  let to = index + 1;
  while (to < end && (flagsOf(text.charCodeAt(to)) & IS_LOWER) !== 0) to += 1;
  if (to === index + 1 || !isSpace(text.charCodeAt(to))) return false;
  let next = skipSpaces(text, to, end);
  for (let count = 0; count < MOST_CONNECTORS; count += 1) {
    const word = wordAt(text, next, end);
    if (!NAME_CONNECTORS.has(word)) break;
    next = skipSpaces(text, next + word.length, end);
  }
  return (flagsOf(text.charCodeAt(next)) & IS_LOWER) !== 0;
}

const ROMAN_DIGITS = 'IVXLCDM';

export function isRoman(token: string): boolean {
  for (const digit of token) if (!ROMAN_DIGITS.includes(digit)) return false;
  return token !== '';
}

export function isNumber(token: string): boolean {
  for (let index = 0; index < token.length; index += 1) {
    if ((flagsOf(token.charCodeAt(index)) & IS_DIGIT) === 0) return false;
  }
  return token !== '';
}

/** "J", "U.S", "J.-P", "Jean-P": single letters, with marks on them. */
export function isInitials(token: string): boolean {
  let letters = 0;
  for (let index = 0; index < token.length; index += 1) {
    const code = token.charCodeAt(index);
    const flags = flagsOf(code);
    if ((flags & IS_LETTER) !== 0) letters += 1;
    else if (code === STOP || code === 45) letters = 0;
    else if ((flags & IS_WORD) === 0 || (flags & IS_DIGIT) !== 0) return false;
    if (letters > 1) return isHyphenatedName(token);
  }
  return letters === 1;
}

/** "Jean-P": a name whose second part is an initial. */
function isHyphenatedName(token: string): boolean {
  const last = token.length - 1;
  return (
    token.charCodeAt(last - 1) === 45 &&
    (flagsOf(token.charCodeAt(last)) & IS_UPPER) !== 0 &&
    (flagsOf(token.charCodeAt(0)) & IS_UPPER) !== 0 &&
    token.indexOf('-') === last - 1
  );
}
