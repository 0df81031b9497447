import type { Article } from '../article/read-article.ts';
import { functionWordsOf } from '../language/word-holders.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from '../terms/term-list.ts';
import { besideNumber, hashAt, holdsAny, isCount, isNumber, isYear, type Terms } from './numbers-held.ts';
import type { AnswerKind, HashedQuestionWords } from './question-words.ts';

const CURRENCY =
  /[$€£¥₹₽₺₩₫円元원]|(?<![a-z])(?<!per |pro )(?:dollar|euro|pound|crown|mark|franc|peso|rupee|cent|pence|penny|won|yen|yuan|forint|dinar|dirham|rial|lira|lire|reais|real|koruna|kroon|krone[rn]?|kronor|franken|kr|rs|eur|usd|gbp|chf)s?(?![a-z])|złot|zł|рубл|гривн|دينار|ريال|جنيه|دولار|یورو|تومان|đồng|रुपये/iu;
/** An age stands between commas: "Kofi Adjei, 25, who". */
const AGE_APART = /[,(] ?\d{1,3}[,).]/;
const CLOCK = /(?:^|[^\d.:])\d{1,2}[.:h]\d{2}(?!\d)/;
/** How surely a sentence holds a thing of a kind, 0 to 1. */
export type Holding = 0 | 0.5 | 1;

/** A number with a measure beside it, or a number alone. */
function measures(
  article: Article,
  terms: Terms,
  words: HashedQuestionWords,
  isUnit: (hash: number) => boolean,
): Holding {
  if (besideNumber(article, terms, words, (at) => isUnit(hashAt(article, at)))) return 1;
  return holdsAny(terms, (at) => isNumber(article, at, words)) ? 0.5 : 0;
}

/** A capital within a sentence. */
const holdsName = ({ list }: Article, terms: Terms): Holding =>
  holdsAny(terms, (at) => (list.shapeAt(at) & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL) ? 1 : 0;

const LOOK: Readonly<
  Record<AnswerKind, (article: Article, terms: Terms, text: string, words: HashedQuestionWords) => Holding>
> = {
  number: (article, terms, _text, words) => (holdsAny(terms, (at) => isCount(article, at, words)) ? 1 : 0),
  money: (article, terms, text, words) => {
    if (!holdsAny(terms, (at) => isNumber(article, at, words))) return 0;
    return CURRENCY.test(text) ? 1 : 0.5;
  },
  age: (article, terms, text, words) => {
    if (AGE_APART.test(text)) return 1;
    const { ages } = words;
    if (besideNumber(article, terms, words, (at) => ages.has(hashAt(article, at)))) return 1;
    return ages.size === 0 && holdsAny(terms, (at) => isNumber(article, at, words)) ? 0.5 : 0;
  },
  extent: (article, terms, _text, words) => {
    const { units, spans } = words;
    return measures(article, terms, words, (hash) => units.has(hash) || spans.has(hash));
  },
  size: (article, terms, _text, words) => {
    const { units } = words;
    return measures(article, terms, words, (hash) => units.has(hash));
  },
  time: (article, terms, text, words) => {
    const { times } = words;
    if (CLOCK.test(text) || holdsAny(terms, (at) => times.has(hashAt(article, at)) || isYear(article, at)))
      return 1;
    return holdsAny(terms, (at) => (article.list.shapeAt(at) & TERM_DIGIT) !== 0) ? 0.5 : 0;
  },
  name: holdsName,
  place: holdsName,
  which: holdsName,
  manner: (article, terms, _text, words) =>
    holdsAny(terms, (at) => words.manners.has(hashAt(article, at))) ? 1 : 0,
  reason: (article, terms, _text, words) => {
    if (holdsAny(terms, (at) => words.reasons.has(hashAt(article, at)))) return 1;
    return holdsAny(terms, (at) => words.occasions.has(hashAt(article, at))) ? 0.5 : 0;
  },
  advice: (article, terms, _text, words) =>
    holdsAny(terms, (at) => words.advises.has(hashAt(article, at))) ? 1 : 0,
};

/** How surely a sentence holds a thing of this kind. Linear in the sentence. */
export function holdsKind(
  article: Article,
  sentence: number,
  kind: AnswerKind,
  words: HashedQuestionWords,
): Holding {
  const terms = {
    from: article.starts[sentence] as number,
    to: article.starts[sentence + 1] as number,
  };
  return LOOK[kind](article, terms, article.sentences[sentence]?.text ?? '', words);
}

const COUNTED: ReadonlySet<AnswerKind> = new Set(['number', 'money', 'extent', 'size'] as const);
const MEASURED: ReadonlySet<AnswerKind> = new Set([...COUNTED, 'age', 'time']);
/** Whether a kind is told in numbers. */
export const isMeasure = (kind: AnswerKind): boolean => MEASURED.has(kind);
const NAMED: ReadonlySet<AnswerKind> = new Set(['name', 'place', 'which'] as const);

/**
 * How close what is asked for stands to the words of the question in a sentence: 1 side by side, half at two terms'
 * distance, 0 where one of them is missing.
 *
 * @param isAsked - Whether a term is one of the question's.
 */
export function closenessOf(
  article: Article,
  sentence: number,
  kind: AnswerKind,
  words: HashedQuestionWords,
  isAsked: (at: number) => boolean,
): number {
  const { starts, list } = article;
  const from = starts[sentence] as number;
  const to = starts[sentence + 1] as number;
  const { times } = words;
  const isFunctionWord = functionWordsOf(article.language);
  const isWanted = (at: number): boolean => {
    if (NAMED.has(kind))
      return (list.shapeAt(at) & TERM_CAPITAL) !== 0 && !isFunctionWord(hashAt(article, at)) && !isAsked(at);
    if (kind === 'time' && times.has(hashAt(article, at))) return true;
    return MEASURED.has(kind) && (COUNTED.has(kind) ? isCount : isNumber)(article, at, words);
  };
  let [wantedAt, askedAt, nearest] = [-1, -1, 0];
  for (let at = from; at < to; at += 1) {
    if (isWanted(at)) wantedAt = at;
    else if (isAsked(at)) askedAt = at;
    else continue;
    if (wantedAt >= 0 && askedAt >= 0) nearest = Math.max(nearest, 1 / Math.abs(wantedAt - askedAt));
  }
  return nearest;
}
