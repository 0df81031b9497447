import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** What stands right before a number and is no word. */
const MINUS = /(?:^|[^\p{L}\p{N}])[-−–]$/u;
const CURRENCY = /(\p{Sc})\s?$/u;
const SIGN_REACH = 3;
const CURRENCY_NAMES: readonly (readonly [sign: string, names: readonly string[]])[] = [
  ['$', ['dollar', 'usd']],
  ['€', ['euro', 'eur']],
  ['£', ['pound', 'gbp']],
  ['¥', ['yen', 'jpy']],
];
const UNIT_WORDS = 2;
/** Fractions and numbers in circles are no digits: they stand in the article as they are, with what they follow. */
const PART = /[\p{Nd}.,]{0,20}[\p{No}\p{Nl}]/gu;

const beforeIt = (text: string, { offset }: Word): string =>
  text.slice(Math.max(0, offset - SIGN_REACH), offset);
const isNegative = (text: string, word: Word): boolean => MINUS.test(beforeIt(text, word));
const signOf = (text: string, word: Word): string | undefined => CURRENCY.exec(beforeIt(text, word))?.[1];

/** Whether a number of the article is of a currency, by its sign or by a name beside it. */
function isOf(sign: string, place: number, { text, words, pack }: Source): boolean {
  const theirs = signOf(text, words[place] as Word);
  if (theirs !== undefined) return theirs === sign;
  const beside = words.slice(Math.max(0, place - 1), place + 1 + UNIT_WORDS).map(({ stem }) => stem);
  const [, names = []] = CURRENCY_NAMES.find(([one]) => one === sign) ?? [];
  return names.some((name) => beside.includes(pack.stemOf(name)));
}

function hasOtherSign(word: Word, places: readonly number[], sentence: string, source: Source): boolean {
  const isBelow = isNegative(sentence, word);
  if (places.every((place) => isNegative(source.text, source.words[place] as Word) !== isBelow)) return true;
  const sign = signOf(sentence, word);
  return sign !== undefined && !places.some((place) => isOf(sign, place, source));
}

/** "$5" where the article has "€5", "-5" where it has "5", "5½" where it has 5: what the words do not tell. */
export const checkSigns: Check = ({ words, places }, source, sentence) => {
  const parts = (sentence.match(PART) ?? []).filter((part) => !source.text.includes(part));
  const turned = words.filter((word, at) => {
    const there = places[at] as readonly number[];
    return word.kind === 'number' && there.length > 0 && hasOtherSign(word, there, sentence, source);
  });
  return [
    ...parts.map((text): Fault => ({ kind: 'number', text })),
    ...turned.map(({ offset, length }): Fault => {
      return { kind: 'unit', text: sentence.slice(offset, offset + length) };
    }),
  ];
};
