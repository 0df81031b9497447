import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_LOWER, IS_SPACE, IS_UPPER } from '../characters/class-flags.ts';
import { skipSpaces } from '../characters/white-space.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import { lateWords } from '../memory/late-words.ts';
import { hashWord } from '../terms/scan-terms.ts';
import { CLOSING, GENERAL, MEASURE, meaningsOf, NONE, NUMBER, PLAIN, TITLE } from './abbreviations.ts';
import { isDesignation, isInstitution, isNumberedName } from './designations.ts';
import { belongsToAbbreviation, belongsToClock, TIME_ZONES } from './followers.ts';
import { type FullStopContext, startsSentence } from './full-stop-context.ts';
import { endsAfterOrdinal, isOrdinal, ORDINAL_LANGUAGES } from './ordinals.ts';
import {
  isInitials,
  isNumber,
  isRoman,
  joinSpaced,
  plainWordBefore,
  readsLikeStart,
  tokenBefore,
  wordAt,
  wordBefore,
} from './word-context.ts';

/** All nouns have capitals there: a capital says nothing of where a sentence begins. */
const NOUNS_IN_CAPITALS: ReadonlySet<string> = new Set(['de', 'lb']);

/** "At 5 a.m. Mr. Smith went": an adverbial that opens a sentence does not end with its abbreviation. */
const ADVERBIAL_OPENERS: Readonly<Record<string, string>> = {
  en: 'at in on by around before after since about until from near circa during to',
  ru: 'в во к с до после около на за через',
  uk: 'у в до з після на за через',
  bg: 'в през до от след на за',
  pl: 'w we o od do po około przed za na ok',
  cs: 'v ve od do po před za na kolem',
  sk: 'v vo od do po pred za na okolo',
};
/** Beyond this much a sentence that opens with a preposition has said more than when (UTF-16 units). */
const LONGEST_ADVERBIAL = 26;

function opensWithAdverbial({ text, language, sentenceStart, stop }: FullStopContext): boolean {
  const openers = (ADVERBIAL_OPENERS[language] ?? ADVERBIAL_OPENERS.en ?? '').split(' ');
  const colon = text.lastIndexOf(': ', stop);
  const from = colon > sentenceStart ? colon + 2 : sentenceStart;
  if (language !== 'en' && stop - from > LONGEST_ADVERBIAL) return false;
  return openers.includes(wordAt(text, from, stop).toLowerCase());
}

/** A function word, or any word that reads like the first of a sentence. */
function mayBegin(context: FullStopContext): boolean {
  const { text, language, next, end } = context;
  return startsSentence(context) || (!NOUNS_IN_CAPITALS.has(language) && readsLikeStart(text, next, end));
}

function endsAfterInitial(token: string, context: FullStopContext): boolean {
  const { text, language, stop, next, sentenceStart } = context;
  if ((flagsOf(text.charCodeAt(next)) & IS_UPPER) === 0) return false;
  // "J. R. R. Tolkien": the next initial is never a sentence of its own; "you and I. Did" is.
  if (text.charCodeAt(next + 1) === 46 && token.length === 1) return false;
  if (startsSentence(context)) return language !== 'en' || token !== 'A';
  if (token.length > 1) return false;
  const before = wordBefore(text, stop - token.length, sentenceStart);
  if (before === '' || before.length === 1) return false;
  if (isDesignation(before, language)) return true;
  return isRoman(token) && isNumberedName(before) && mayBegin(context);
}

/** The seat of a firm stands behind its name: "Nagy Kft. Budapest". */
const SITS_AFTER_FIRM: ReadonlySet<string> = new Set(['hu']);
/** Firms that other signs of a firm follow: "& Co. KG", "Inc. AG"; any other capital begins a sentence in German. */
const FIRMS = lateWords('co inc ltd corp gmbh llc plc');

function endsAfterGeneral(token: string, context: FullStopContext): boolean {
  const { text, language, next, end } = context;
  if ((flagsOf(text.charCodeAt(next)) & IS_UPPER) === 0) return false;
  const following = wordAt(text, next, end);
  if (belongsToAbbreviation(token, following.toLowerCase())) return false;
  if (NOUNS_IN_CAPITALS.has(language) && FIRMS.has(token))
    return following !== following.toUpperCase() && !FIRMS.has(following.toLowerCase());
  return SITS_AFTER_FIRM.has(language) ? startsSentence(context) : mayBegin(context);
}

/** A time, a sum or a weight before a word with a capital. */
function endsAfterMeasure(token: string, context: FullStopContext): boolean {
  const { text, language, next, end } = context;
  const following = wordAt(text, next, end);
  if (language === 'en' && (token === 'p.m' || token === 'a.m' || token === 'm')) {
    const after = skipSpaces(text, next + following.length, end);
    if (belongsToClock(following, wordAt(text, after, end).toLowerCase())) return false;
  }
  if (CURRENCIES.has(following.toLowerCase())) return false;
  return startsSentence(context) || !opensWithAdverbial(context);
}

/** "3 mil. Kč": a sum goes on. */
const CURRENCIES = lateWords('kč kčs czk eur euro euros usd dollar chf sek nok dkk pln huf rub uah franken');

/** Sums are counted in these: "3 млн руб." */
const MAGNITUDES = lateWords(
  'млн млрд тыс трлн тис mln mld mlrd tys mil mio mrd mia tis hundred thousand million billion',
);

/** Whether a number, a Roman numeral of a century or a magnitude stands before the token. */
function standsBehindNumber(token: string, { text, stop, sentenceStart }: FullStopContext): boolean {
  const before = wordBefore(text, stop - token.length, sentenceStart);
  const last = before.charCodeAt(before.length - 1);
  return (flagsOf(last) & IS_DIGIT) !== 0 || isRoman(before) || MAGNITUDES.has(before.toLowerCase());
}

const NUMBER_WORDS = lateWords('one two three four five six seven eight nine ten eleven twelve');

/** "No. 5", "kap. IV", "Abb. B", "No. One" against "max. Ägaren", "vol. Le tribunal". */
function countsOn({ text, next, end }: FullStopContext): boolean {
  const following = wordAt(text, next, end);
  return (
    isNumber(following) ||
    isRoman(following) ||
    following.length === 1 ||
    NUMBER_WORDS.has(following.toLowerCase())
  );
}

function endsAfterAbbreviation(meanings: number, token: string, context: FullStopContext): boolean {
  const { text, next } = context;
  const nextFlags = flagsOf(text.charCodeAt(next));
  const isDigit = (nextFlags & IS_DIGIT) !== 0;
  const isUpper = (nextFlags & IS_UPPER) !== 0;
  if (isDigit && (meanings & NUMBER) !== 0) return false;
  if ((meanings & CLOSING) !== 0) return !isDigit;
  const isMeasure =
    (meanings & MEASURE) !== 0 && ((meanings & TITLE) === 0 || standsBehindNumber(token, context));
  if (isMeasure) return isUpper && endsAfterMeasure(token, context);
  if ((meanings & GENERAL) !== 0) return endsAfterGeneral(token, context);
  if ((meanings & TITLE) !== 0) return isStreet(token, context) && startsSentence(context);
  if (isDigit || text.charAt(next - 1) === '(') return false;
  return !isUpper || startsSentence(context) || !(opensSentence(token, context) || countsOn(context));
}

const opensSentence = (token: string, { text, stop, sentenceStart }: FullStopContext): boolean =>
  skipSpaces(text, sentenceStart, stop) === stop - token.length;

const STREETS = lateWords('st ave blvd rd dr hwy pkwy sq');

/** "on Main St. The police" against "St. Michael", "Dr. Who". */
function isStreet(token: string, { text, language, stop, sentenceStart }: FullStopContext): boolean {
  if (language !== 'en' || !STREETS.has(token)) return false;
  const before = wordBefore(text, stop - token.length, sentenceStart);
  return (
    (flagsOf(before.charCodeAt(0)) & (IS_UPPER | IS_DIGIT)) !== 0 && !functionWordsOf('en')(hashWord(before))
  );
}

/** "1. The first item": a number or a letter alone at the start counts something. */
function isListMark(token: string, stop: number, sentenceStart: number): boolean {
  if (stop - token.length > sentenceStart + 1 || token.length > 5) return false;
  const isSmallRoman = isRoman(token.toUpperCase()) && token === token.toLowerCase();
  return (isNumber(token) && token.length <= 3) || isAsciiLetter(token) || isSmallRoman;
}

const isAsciiLetter = (token: string): boolean =>
  token.length === 1 && (flagsOf(token.charCodeAt(0)) & IS_DIGIT) === 0 && token.charCodeAt(0) < 128;

/** Whether an abbreviation that is also a word of every day is that word here. */
function isPlainWord(token: string, meanings: number, context: FullStopContext): boolean {
  const { text, language, stop, next, sentenceStart, end } = context;
  if (language === 'en' && token.toLowerCase() === 'al')
    return wordBefore(text, stop - token.length, sentenceStart) !== 'et';
  if ((meanings & PLAIN) === 0 || token !== token.toLowerCase()) return false;
  if ((meanings & NUMBER) !== 0 && (flagsOf(text.charCodeAt(next)) & IS_DIGIT) !== 0) return false;
  if (standsBehindNumber(token, context)) return false;
  if (isNamedAfter(token, context)) return false;
  return (
    (meanings & TITLE) === 0 || !opensFullName(text, next, end) || functionWordsOf(language)(hashWord(token))
  );
}

/** "Szkoła im. Kopernika": an institution, its number or a name stands before; "pomogła im." has none of them. */
function isNamedAfter(token: string, { text, language, stop, sentenceStart }: FullStopContext): boolean {
  if (language !== 'pl' || token !== 'im') return false;
  const before = wordBefore(text, stop - token.length, sentenceStart);
  return (flagsOf(before.charCodeAt(0)) & (IS_UPPER | IS_DIGIT)) !== 0 || isInstitution(before);
}

/** "Jan Nowak", "A. P. Petrov": two words with capitals, or an initial. */
function opensFullName(text: string, next: number, end: number): boolean {
  if ((flagsOf(text.charCodeAt(next)) & IS_UPPER) === 0) return false;
  const word = wordAt(text, next, end);
  const after = next + word.length;
  if (word.length === 1 && text.charCodeAt(after) === 46) return true;
  if ((flagsOf(text.charCodeAt(after)) & IS_SPACE) === 0) return false;
  return (flagsOf(text.charCodeAt(skipSpaces(text, after, end))) & IS_UPPER) !== 0;
}

/** The last letter of "Hauptstr". */
const R = 114;

/** The abbreviation that ends at the full stop: the token, the token with its spaced parts, or the end of a compound. */
function lookUp(
  token: string,
  { text, language, stop, sentenceStart }: FullStopContext,
): { name: string; meanings: number } {
  const joined = joinSpaced(token, text, stop - token.length, sentenceStart);
  const whole = joined === token ? NONE : meaningsOf(language, joined);
  if (whole !== NONE) return { name: joined, meanings: whole };
  const meanings = meaningsOf(language, token);
  if (meanings !== NONE) return { name: token, meanings };
  // "Dipl.-Ing.", "Hauptstr."
  const last = token.slice(token.lastIndexOf('-') + 1);
  const ofLast = last === token ? NONE : meaningsOf(language, last);
  if (ofLast === TITLE && last.length > 1) return { name: last, meanings: ofLast };
  return { name: token, meanings: language === 'de' && token.endsWith('str') ? NUMBER : NONE };
}

/** Whether the word before a full stop is one that no rule is about, as nearly all are. */
function endsPlainWord({ text, language, stop, sentenceStart }: FullStopContext): boolean {
  const length = plainWordBefore(text, stop, sentenceStart);
  if (length === 0 || (language === 'de' && text.charCodeAt(stop - 1) === R)) return false;
  return meaningsOf(language, text.slice(stop - length, stop).toLowerCase()) === NONE;
}

/** Whether the full stop at `stop`, with white space after it, ends a sentence. */
export function fullStopEnds(context: FullStopContext): boolean {
  const { text, language, stop, next, sentenceStart } = context;
  const nextFlags = flagsOf(text.charCodeAt(next));
  if ((nextFlags & IS_LOWER) !== 0) return false;
  if (language === 'hy') return tokenBefore(text, stop, sentenceStart) === '';
  if (endsPlainWord(context)) return true;
  const token = tokenBefore(text, stop, sentenceStart);
  if (token === '') return true;
  if (isListMark(token, stop, sentenceStart)) return false;
  if (language === 'en' && TIME_ZONES.has(token)) return true;
  const lower = token.toLowerCase();
  // A single capital is a letter of a name or of a thing, whatever it abbreviates when it is small.
  if (token.length === 1 && token !== lower) return endsAfterInitial(token, context);
  const { name, meanings } = lookUp(lower, context);
  // "He did not go in. The wall": a word that is also an abbreviation is one only beside a number or a name.
  if (meanings !== NONE && !isPlainWord(token, meanings, context))
    return endsAfterAbbreviation(meanings, name, context);
  if (isInitials(token)) return endsAfterInitial(token, context);
  if (ORDINAL_LANGUAGES.has(language) && isOrdinal(token))
    return (nextFlags & IS_UPPER) !== 0 && endsAfterOrdinal(token, context);
  return true;
}
