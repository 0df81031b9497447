import type { Article } from './article.ts';
import type { Columns } from './binned-model.ts';
import { holdsQuote } from './sentence-signs.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from './term-list.ts';

/** What is known of each different term of an article, as whole numbers; the first pass reads no more than these. */
export const FIRST_TERM_FEATURES = [
  'frequency',
  'first sentence',
  'first place',
  'capital',
  'digit',
  'letters',
  'title',
  'article size',
  'company',
  'rarity',
] as const;

/** All term features; the last four need a first judgement of the sentences. */
export const TERM_FEATURES = [
  ...FIRST_TERM_FEATURES,
  'sentences',
  'last sentence',
  'quoted',
  'mean place',
  'best sentence',
  'mean sentence',
  'best title match',
  'mean title match',
] as const;

export const FIRST_WIDTH: number = FIRST_TERM_FEATURES.length;
export const TERM_WIDTH: number = TERM_FEATURES.length;
/** Where the features begin that need judged sentences. */
const JUDGED: number = TERM_FEATURES.indexOf('best sentence');

/** Terms of a headline or a question that occur in the article, as marks by term number. */
export type TermMarks = Uint8Array;

/** Places and shares are told in this many steps. */
const STEPS = 100;
const QUOTED_STEPS = 12;
/** A natural logarithm, and the worth of a sentence, in thousandths. */
const MILLI = 1000;
const LONGEST_LOG = 256;
const LOGS = Int32Array.from({ length: LONGEST_LOG }, (_, count) =>
  Math.round(MILLI * Math.log(Math.max(1, count))),
);

const logOf = (count: number): number => LOGS[Math.min(count, LONGEST_LOG - 1)] as number;

const column = (name: (typeof TERM_FEATURES)[number]): number => TERM_FEATURES.indexOf(name);
const FREQUENCY = column('frequency');
const FIRST_SENTENCE = column('first sentence');
const FIRST_PLACE = column('first place');
const CAPITAL = column('capital');
const DIGIT = column('digit');
const LETTERS = column('letters');
const TITLE = column('title');
const ARTICLE_SIZE = column('article size');
const COMPANY = column('company');
const RARITY = column('rarity');
const SENTENCES = column('sentences');
const LAST_SENTENCE = column('last sentence');
const QUOTED = column('quoted');
const MEAN_PLACE = column('mean place');

/** Never seen inside a sentence, where capitals tell nothing; seen there in small letters; always with a capital. */
const SMALL = 1;
const ALWAYS_CAPITAL = 2;

/** Counts that are told by every single term: frequency, first place, shapes. */
function countTerms({ starts, terms, list, sentences }: Article, codes: Int32Array, size: number): void {
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const to = starts[sentence + 1] as number;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const term = terms[at] as number;
      const shape = list.shapeAt(at);
      if (codes[FREQUENCY * size + term] === 0) {
        codes[FIRST_SENTENCE * size + term] = sentence;
        codes[FIRST_PLACE * size + term] = at;
        codes[LETTERS * size + term] = list.lengthAt(at);
      }
      codes[FREQUENCY * size + term] = (codes[FREQUENCY * size + term] as number) + 1;
      if ((shape & TERM_DIGIT) !== 0) codes[DIGIT * size + term] = 1;
      if ((shape & TERM_FIRST) !== 0) continue;
      if ((shape & TERM_CAPITAL) === 0) codes[CAPITAL * size + term] = SMALL;
      else if (codes[CAPITAL * size + term] !== SMALL) codes[CAPITAL * size + term] = ALWAYS_CAPITAL;
    }
  }
}

/** What a term shares with its sentences: how many they are, where, and how often their words return. */
function countSentences(article: Article, codes: Int32Array, size: number): void {
  const { starts, terms, distinct, sentences } = article;
  const last = Math.max(1, sentences.length - 1);
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const quoted = holdsQuote(article, sentence) ? QUOTED_STEPS : 0;
    const place = Math.floor((STEPS * sentence) / last);
    const [from, to] = [starts[sentence] as number, starts[sentence + 1] as number];
    let logs = 0;
    for (let at = from; at < to; at += 1)
      logs += logOf(codes[FREQUENCY * size + (terms[at] as number)] as number);
    const company = Math.floor(logs / Math.max(1, to - from));
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const term = distinct.items[at] as number;
      codes[SENTENCES * size + term] = (codes[SENTENCES * size + term] as number) + 1;
      codes[LAST_SENTENCE * size + term] = sentences.length - 1 - sentence;
      codes[QUOTED * size + term] = (codes[QUOTED * size + term] as number) + quoted;
      codes[MEAN_PLACE * size + term] = (codes[MEAN_PLACE * size + term] as number) + place;
      codes[COMPANY * size + term] = (codes[COMPANY * size + term] as number) + company;
    }
  }
}

/** Sums become means, as whole numbers; most terms stand in one sentence only. */
function divideBySentences(codes: Int32Array, size: number, features: readonly number[]): void {
  for (const feature of features) {
    const column = feature * size;
    for (let term = 0; term < size; term += 1) {
      const held = codes[SENTENCES * size + term] as number;
      if (held > 1) codes[column + term] = ((codes[column + term] as number) / held) | 0;
    }
  }
}

/**
 * Measures every term of an article, those features left at 0 that need judged sentences. Linear.
 *
 * @param rarityOf - What the lexicon says of a term.
 */
export function measureTerms(
  article: Article,
  title: TermMarks | undefined,
  rarityOf: (term: number) => number,
): Columns {
  const size = article.table.size;
  const codes = article.arena.int32(size * TERM_WIDTH);
  countTerms(article, codes, size);
  countSentences(article, codes, size);
  const total = article.starts.at(-1) as number;
  divideBySentences(codes, size, [QUOTED, MEAN_PLACE, COMPANY]);
  for (let term = 0; term < size; term += 1) {
    codes[TITLE * size + term] = title === undefined ? 0 : 1 + (title[term] as number);
    codes[ARTICLE_SIZE * size + term] = total;
    codes[RARITY * size + term] = rarityOf(term);
  }
  return { codes, count: size };
}

/** Fills in, for every term, the best and the mean worth and headline match of the sentences that hold it. */
export function spreadToTerms(
  { distinct }: Article,
  { codes, count: size }: Columns,
  values: Float64Array,
  matches: Int32Array,
): void {
  const best = JUDGED * size;
  const [mean, bestMatch, meanMatch] = [best + size, best + 2 * size, best + 3 * size];
  for (let sentence = 0; sentence < values.length; sentence += 1) {
    const value = valueCode(values[sentence] as number);
    const match = matches[sentence] as number;
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const term = distinct.items[at] as number;
      if (value > (codes[best + term] as number)) codes[best + term] = value;
      if (match > (codes[bestMatch + term] as number)) codes[bestMatch + term] = match;
      codes[mean + term] = (codes[mean + term] as number) + value;
      codes[meanMatch + term] = (codes[meanMatch + term] as number) + match;
    }
  }
  divideBySentences(codes, size, [JUDGED + 1, JUDGED + 3]);
}

/** The worth of a sentence as a whole number. */
export const valueCode = (value: number): number => (MILLI * value) | 0;
