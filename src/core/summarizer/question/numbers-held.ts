import type { Article } from '../article/read-article.ts';
import { TERM_DIGIT } from '../terms/term-list.ts';
import type { HashedQuestionWords } from './question-words.ts';

const DIGIT_0 = 48;
const YEAR_DIGITS = 4;
/** Terms between a number and what it counts: "31 of the 40 applicants". */
const REACH = 3;

/** Terms of an article from one to before another. */
export interface Terms {
  from: number;
  to: number;
}

export const hashAt = ({ table, terms }: Article, at: number): number => table.hashAt(terms[at] as number);

export function holdsAny({ from, to }: Terms, isIt: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (isIt(at)) return true;
  return false;
}

const LETTER = /[a-z]/i;

/** Whether a term is a number, whatever is written on to it ("400g"); names of types ("i9") are none. */
const hasDigit = ({ list, text }: Article, at: number): boolean =>
  (list.shapeAt(at) & TERM_DIGIT) !== 0 && !LETTER.test(text.charAt(list.offsetAt(at)));

export const isNumber = (article: Article, at: number, { numbers }: HashedQuestionWords): boolean =>
  hasDigit(article, at) || numbers.has(hashAt(article, at));

export function isYear(article: Article, at: number): boolean {
  const { list, text } = article;
  if (list.lengthAt(at) !== YEAR_DIGITS || !hasDigit(article, at)) return false;
  const first = text.charCodeAt(list.offsetAt(at)) - DIGIT_0;
  return first === 1 || first === 2;
}

/** Whether a number counts something: it is no year and no day of a month. */
export function isCount(article: Article, at: number, words: HashedQuestionWords): boolean {
  if (!isNumber(article, at, words) || isYear(article, at)) return false;
  const around = { from: Math.max(0, at - 1), to: Math.min(article.terms.length, at + 2) };
  return !(hasDigit(article, at) && holdsAny(around, (near) => words.times.has(hashAt(article, near))));
}

/** Whether a term in the sentence stands close behind or before a number. */
export function besideNumber(
  article: Article,
  { from, to }: Terms,
  words: HashedQuestionWords,
  isIt: (at: number) => boolean,
): boolean {
  for (let at = from; at < to; at += 1) {
    if (!isNumber(article, at, words)) continue;
    for (let near = Math.max(from, at - REACH); near <= Math.min(to - 1, at + REACH); near += 1)
      if (near !== at && isIt(near)) return true;
  }
  return false;
}
