import { flagsOf } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_UPPER } from '../characters/class-flags.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import { lateWords } from '../memory/late-words.ts';
import { hashWord } from '../terms/scan-terms.ts';
import { meaningsOf, NUMBER } from './abbreviations.ts';
import { isDesignation, isNumberedName } from './designations.ts';
import { type FullStopContext, startsSentence } from './full-stop-context.ts';
import { isNumber, isRoman, readsLikeStart, wordAt, wordBefore } from './word-context.ts';

/** Languages that write ordinals as a number and a full stop: "am 12. Juni", "3. lokakuuta". */
export const ORDINAL_LANGUAGES = lateWords('de lb da nb nn no fi cs sk sl hr bs sr hu et lv lt is tr pl');
/** Names and ordinals go together there as a rule ("II. Rákóczi", "3. Ordu"), so a capital alone says nothing. */
const CAPITALS_AFTER_ORDINALS: ReadonlySet<string> = new Set(['hu', 'tr']);

export const isOrdinal = (token: string): boolean =>
  (token.length <= 2 && isNumber(token)) || (token.length <= 5 && isRoman(token));

const LAST_DAY_OF_MONTH = 31;
/** German words before an ordinal: "der 42. Geburtstag" against "waren es danach 42. Lassow führt das". */
const GERMAN_INTRODUCERS = lateWords('der die das den dem des zum zur am im vom beim bis seit ab');
const GERMAN_ARTICLES = ['ein', 'kein', 'mein', 'dein', 'sein', 'ihr', 'unser', 'jed', 'dies'];
const LONGEST_ENDING = 2;
/** From the full stop of an abbreviation to its number, white space between. */
const LONGEST_GAP = 2;
const GERMAN_DAYS = lateWords(
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
);
/** Months with a capital: what stands before them is a day. */
const MONTHS = lateWords(
  'januar jänner februar februari märz april mai juni juli august september oktober november dezember ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
);

function introducesGerman(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    GERMAN_INTRODUCERS.has(lower) ||
    GERMAN_ARTICLES.some(
      (article) => lower.startsWith(article) && lower.length <= article.length + LONGEST_ENDING,
    )
  );
}

/** "3:2.", "14–12.", "7,5.": the second part of a score, a time or a fraction. */
function isSecondPart(text: string, start: number): boolean {
  const sign = text.charAt(start - 1);
  return ':–,-/'.includes(sign) && (flagsOf(text.charCodeAt(start - 2)) & IS_DIGIT) !== 0;
}

function endsInGerman(token: string, before: string, isFirst: boolean, context: FullStopContext): boolean {
  if (introducesGerman(before)) return false;
  if (Number(token) > LAST_DAY_OF_MONTH) return true;
  // "auf der A 7. Polizisten", "Platz 3. Wahlsieger": a noun before the number, and not one that opens the sentence.
  if (isRoman(token)) return isNumberedName(before) && startsSentence(context);
  const isNoun = (flagsOf(before.charCodeAt(0)) & IS_UPPER) !== 0;
  if (isNoun && !isFirst && !GERMAN_DAYS.has(before.toLowerCase())) return true;
  return before !== '' && !isNoun && startsSentence(context);
}

/** "č. p. 5.", "str. 12.": an abbreviation that a number belongs to. */
function countsBefore(before: string, start: number, { text, language }: FullStopContext): boolean {
  const meanings = meaningsOf(language, before.toLowerCase());
  return (meanings & NUMBER) !== 0 && text.lastIndexOf('.', start) >= start - LONGEST_GAP;
}

/** A number with a full stop and a capital after it, in a language where that is an ordinal as a rule. */
export function endsAfterOrdinal(token: string, context: FullStopContext): boolean {
  const { text, language, stop, next, sentenceStart, end } = context;
  const start = stop - token.length;
  const following = wordAt(text, next, end);
  if (MONTHS.has(following.toLowerCase())) return false;
  if (isSecondPart(text, start)) return true;
  const before = wordBefore(text, start, sentenceStart);
  if (before !== '' && (isDesignation(before, language) || countsBefore(before, start, context))) return true;
  const isFirst =
    wordBefore(text, start - before.length, sentenceStart) === '' &&
    !text.slice(sentenceStart, start - before.length).trim();
  if (language === 'de' || language === 'lb') return endsInGerman(token, before, isFirst, context);
  if (startsSentence(context)) return true;
  if (isNumber(token) && Number(token) > LAST_DAY_OF_MONTH)
    return !CAPITALS_AFTER_ORDINALS.has(language) || readsLikeStart(text, next, end);
  if (before === '' || CAPITALS_AFTER_ORDINALS.has(language)) return false;
  if (functionWordsOf(language)(hashWord(before))) return false;
  return isNumber(token) && readsLikeStart(text, next, end);
}
