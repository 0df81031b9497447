import { flagsOf, IS_DIGIT, IS_LOWER, IS_SPACE, IS_UPPER, IS_WORD } from '../characters/character-classes.ts';
import { functionWordsOf } from '../language/function-words.ts';
import { abbreviationsOf, type FullStop } from './abbreviations.ts';

/** Languages that write ordinals as a number and a full stop: "am 12. Juni", "3. lokakuuta". */
const ORDINAL_LANGUAGES = new Set('de da nb nn no fi cs sk sl hr bs sr hu et lv lt is tr pl'.split(' '));
/** "At 5 a.m. Mr. Smith went": an adverbial that opens a sentence does not end with its abbreviation. */
const ADVERBIAL_OPENERS = new Set(
  'at in on by around before after since about until from near circa during to'.split(' '),
);
const LONGEST_ABBREVIATION = 24;
const LONGEST_WORD = 24;

const isTokenCharacter = (code: number): boolean =>
  (flagsOf(code) & IS_WORD) !== 0 ||
  code === 46 ||
  code === 45 ||
  code === 0xb0 ||
  code === 0xba ||
  code === 0x2116 ||
  code === 0xa7 ||
  code === 38;

/** The token that ends before `index`, inner full stops included: "e.g" for "e.g." */
export function tokenBefore(text: string, index: number, start: number): string {
  let from = index;
  if (from > start && (flagsOf(text.charCodeAt(from - 1)) & IS_SPACE) !== 0) from -= 1;
  const to = from;
  while (from > start && to - from < LONGEST_ABBREVIATION && isTokenCharacter(text.charCodeAt(from - 1)))
    from -= 1;
  return text.slice(from, to);
}

function wordAfter(text: string, index: number, end: number): string {
  let to = index;
  while (to < end && to - index < LONGEST_WORD && (flagsOf(text.charCodeAt(to)) & IS_WORD) !== 0) to += 1;
  return text.slice(index, to).toLowerCase();
}

/** What stands around a full stop that white space follows. */
interface FullStopContext {
  text: string;
  language: string;
  /** Index of the full stop. */
  stop: number;
  /** Index of the next character that is not white space, a quotation mark or a bracket skipped. */
  next: number;
  sentenceStart: number;
  end: number;
}

function opensWithAdverbial({ text, sentenceStart, stop }: FullStopContext): boolean {
  const colon = text.lastIndexOf(': ', stop);
  const from = colon > sentenceStart ? colon + 2 : sentenceStart;
  return ADVERBIAL_OPENERS.has(wordAfter(text, from, stop));
}

/** English names and sentences stand in texts of every language in Latin letters. */
const ENGLISH_STARTERS = new Set(
  'the he she it they we you this that these those how what when where who why if but and there were'.split(
    ' ',
  ),
);

function startsSentence({ text, language, next, end }: FullStopContext): boolean {
  const word = wordAfter(text, next, end);
  return word.length > 0 && (functionWordsOf(language).has(word) || ENGLISH_STARTERS.has(word));
}

function endsAfterInitial(token: string, context: FullStopContext): boolean {
  const { text, language, next } = context;
  if ((flagsOf(text.charCodeAt(next)) & IS_UPPER) === 0) return false;
  // "J. R. R. Tolkien": the next initial is never a sentence of its own; "you and I. Did" is.
  const following = text.charCodeAt(next + 1);
  if (following === 46 && token.length === 1) return false;
  if (!startsSentence(context)) return false;
  return language !== 'en' || token !== 'A';
}

function endsAfterAbbreviation(meanings: readonly FullStop[], context: FullStopContext): boolean {
  const nextFlags = flagsOf(context.text.charCodeAt(context.next));
  const isDigit = (nextFlags & IS_DIGIT) !== 0;
  if (isDigit && meanings.includes('number')) return false;
  if (meanings.includes('measure')) {
    if ((nextFlags & IS_UPPER) === 0) return false;
    return startsSentence(context) || !opensWithAdverbial(context);
  }
  if (meanings.includes('general')) return startsSentence(context);
  if (meanings.includes('title')) return false;
  return !isDigit && ((nextFlags & IS_UPPER) === 0 || startsSentence(context));
}

/** "1. The first item": a number or a letter alone at the start counts something. */
const isListMark = (token: string, stop: number, sentenceStart: number): boolean =>
  stop - token.length <= sentenceStart + 1 && /^(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})$/u.test(token);

const isOrdinal = (token: string): boolean => /^(?:\d{1,2}|[IVX]{1,5})$/u.test(token);

const LAST_DAY_OF_MONTH = 31;
/** German words before an ordinal: "der 42. Geburtstag" against "waren es danach 42. Lassow führt das". */
const ORDINAL_INTRODUCERS =
  /(?:^|\s)(?:d(?:er|ie|as|en|em|es)|(?:ein|kein|mein|dein|sein|ihr|unser|jed|dies)\p{L}{0,2}|zum|zur|am|im|vom|beim|bis|seit|ab)\s*$/iu;
const INTRODUCER_LENGTH = 12;

/** A number with a full stop and a capital after it, in a language where that is an ordinal as a rule. */
function endsAfterOrdinal(token: string, context: FullStopContext): boolean {
  const { text, language, stop, sentenceStart } = context;
  if (Number(token) > LAST_DAY_OF_MONTH) {
    const start = stop - token.length;
    return !ORDINAL_INTRODUCERS.test(text.slice(Math.max(sentenceStart, start - INTRODUCER_LENGTH), start));
  }
  return startsSentence(context) && language !== 'de';
}

/** "J", "U.S", "J.-P": single letters, with marks on them. */
const INITIALS = /^(?:[.\p{M}-]*\p{L}[.\p{M}-]*|(?:\p{L}\p{M}*\.)+\p{L}\p{M}*)$/u;

/** Whether the full stop at `stop`, with white space after it, ends a sentence. */
export function fullStopEnds(context: FullStopContext): boolean {
  const { text, language, stop, next, sentenceStart } = context;
  const nextFlags = flagsOf(text.charCodeAt(next));
  if ((nextFlags & IS_LOWER) !== 0) return false;
  const token = tokenBefore(text, stop, sentenceStart);
  if (token === '') return true;
  if (language === 'hy') return false;
  if (isListMark(token, stop, sentenceStart)) return false;
  const meanings = abbreviationsOf(language).get(token.toLowerCase());
  // "He did not go in. The wall": a word that is also an abbreviation is one only where a number stands before it.
  if (meanings !== undefined && !isPlainWord(token, meanings, context))
    return endsAfterAbbreviation(meanings, context);
  if (INITIALS.test(token)) return endsAfterInitial(token, context);
  if (ORDINAL_LANGUAGES.has(language) && isOrdinal(token))
    return (nextFlags & IS_UPPER) !== 0 && endsAfterOrdinal(token, context);
  return true;
}

/** Short everyday words that are units or states only beside a number or a name. */
const AMBIGUOUS = new Set(
  'in no a me so do am may art fig pa la mo ill ind mass wash miss sat sun mar jun ga id med mon fri ore p tom min max pol'.split(
    ' ',
  ),
);

function isPlainWord(
  token: string,
  meanings: readonly FullStop[],
  { text, language, stop, next, sentenceStart }: FullStopContext,
): boolean {
  if (language !== 'en' || !AMBIGUOUS.has(token.toLowerCase()) || token !== token.toLowerCase()) return false;
  if (meanings.includes('number') && (flagsOf(text.charCodeAt(next)) & IS_DIGIT) !== 0) return false;
  const before = text.slice(Math.max(sentenceStart, stop - token.length - 3), stop - token.length);
  return !/\d\s*$/u.test(before);
}
