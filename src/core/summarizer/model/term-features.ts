import type { Article } from '../article/read-article.ts';
import type { Columns } from './binned-model.ts';

/** What is known of each different term of an article, as whole numbers; the first pass reads no more than these. */
const FIRST_TERM_FEATURES = [
  'frequency',
  'first sentence',
  'first place',
  'letters',
  'title',
  'article size',
  'company',
  'rarity',
] as const;

/** All term features; the last three need a first judgement of the sentences. */
export const TERM_FEATURES = [
  ...FIRST_TERM_FEATURES,
  'mean place',
  'best sentence',
  'mean sentence',
  'best title match',
] as const;

export const FIRST_WIDTH: number = FIRST_TERM_FEATURES.length;
export const TERM_WIDTH: number = TERM_FEATURES.length;

const column = (name: (typeof TERM_FEATURES)[number]): number => TERM_FEATURES.indexOf(name);
const FREQUENCY = column('frequency');
const FIRST_SENTENCE = column('first sentence');
const FIRST_PLACE = column('first place');
const LETTERS = column('letters');
const TITLE = column('title');
const ARTICLE_SIZE = column('article size');
const COMPANY = column('company');
const RARITY = column('rarity');
const MEAN_PLACE = column('mean place');
const BEST_SENTENCE = column('best sentence');
const MEAN_SENTENCE = column('mean sentence');
const BEST_TITLE_MATCH = column('best title match');

/** Features of terms, and how many sentences hold each term. */
export interface TermColumns extends Columns {
  held: Int32Array;
}

/** Terms of a headline or a question that occur in the article, as marks by term number. */
export type TermMarks = Uint8Array;

/** Places are told in this many steps. */
const STEPS = 100;
/** A natural logarithm, and the worth of a sentence, in thousandths. */
const MILLI = 1000;
const LONGEST_LOG = 256;
/** Filled as they are asked for: terms are frequent a few times. */
const LOGS = new Int32Array(LONGEST_LOG);

/** @param count - More than one, of which it is 0. */
function logOf(count: number): number {
  const place = Math.min(count, LONGEST_LOG - 1);
  const known = LOGS[place] as number;
  return known === 0 ? learnLog(place) : known;
}

function learnLog(place: number): number {
  const log = Math.round(MILLI * Math.log(place));
  LOGS[place] = log;
  return log;
}

/** Counts that are told by every single term: frequency, first place, length. */
function countTerms(
  { starts, terms, list: { lengths }, sentences }: Article,
  { codes, count: size }: TermColumns,
): void {
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const to = starts[sentence + 1] as number;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const term = terms[at] as number;
      const frequency = codes[FREQUENCY * size + term] as number;
      codes[FREQUENCY * size + term] = frequency + 1;
      if (frequency > 0) continue;
      codes[FIRST_SENTENCE * size + term] = sentence;
      codes[FIRST_PLACE * size + term] = at;
      codes[LETTERS * size + term] = lengths[at] as number;
    }
  }
}

/** What a term shares with its sentences: how many they are, where, and how often their words return. */
function countSentences(article: Article, { codes, count: size, held }: TermColumns): void {
  const { starts, terms, distinct, sentences } = article;
  const last = Math.max(1, sentences.length - 1);
  for (let sentence = 0; sentence < sentences.length; sentence += 1) {
    const place = Math.floor((STEPS * sentence) / last);
    const [from, to] = [starts[sentence] as number, starts[sentence + 1] as number];
    let logs = 0;
    for (let at = from; at < to; at += 1) {
      const frequency = codes[FREQUENCY * size + (terms[at] as number)] as number;
      if (frequency > 1) logs += logOf(frequency);
    }
    const company = Math.floor(logs / Math.max(1, to - from));
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const term = distinct.items[at] as number;
      held[term] = (held[term] as number) + 1;
      codes[MEAN_PLACE * size + term] = (codes[MEAN_PLACE * size + term] as number) + place;
      codes[COMPANY * size + term] = (codes[COMPANY * size + term] as number) + company;
    }
  }
}

/** Sums become means, as whole numbers; most terms stand in one sentence only. */
function divideBySentences({ codes, count: size, held }: TermColumns, features: readonly number[]): void {
  for (const feature of features) {
    const from = feature * size;
    for (let term = 0; term < size; term += 1) {
      const sentences = held[term] as number;
      if (sentences > 1) codes[from + term] = ((codes[from + term] as number) / sentences) | 0;
    }
  }
}

/**
 * Measures every term of an article, those features left at 0 that need judged sentences. Linear.
 *
 * @param rarities - What the lexicon says of each term.
 */
export function measureTerms(
  article: Article,
  title: TermMarks | undefined,
  rarities: Int32Array,
): TermColumns {
  const { arena, table, starts } = article;
  const size = table.size;
  const columns = { codes: arena.int32(size * TERM_WIDTH), count: size, held: arena.int32(size) };
  countTerms(article, columns);
  countSentences(article, columns);
  divideBySentences(columns, [MEAN_PLACE, COMPANY]);
  const { codes } = columns;
  codes.fill(starts.at(-1) as number, ARTICLE_SIZE * size, (ARTICLE_SIZE + 1) * size);
  codes.set(rarities, RARITY * size);
  if (title !== undefined)
    for (let term = 0; term < size; term += 1) codes[TITLE * size + term] = 1 + (title[term] as number);
  return columns;
}

/** Fills in, for every term, the best and the mean worth and the best headline match of the sentences that hold it. */
export function spreadToTerms(
  { distinct }: Article,
  columns: TermColumns,
  values: Float64Array,
  matches: Int32Array,
): void {
  const { codes, count: size } = columns;
  const [best, mean, bestMatch] = [BEST_SENTENCE * size, MEAN_SENTENCE * size, BEST_TITLE_MATCH * size];
  for (let sentence = 0; sentence < values.length; sentence += 1) {
    const value = valueCode(values[sentence] as number);
    const match = matches[sentence] as number;
    const end = distinct.starts[sentence + 1] as number;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1) {
      const term = distinct.items[at] as number;
      codes[mean + term] = (codes[mean + term] as number) + value;
      if (value > (codes[best + term] as number)) codes[best + term] = value;
      if (match > (codes[bestMatch + term] as number)) codes[bestMatch + term] = match;
    }
  }
  divideBySentences(columns, [MEAN_SENTENCE]);
}

/** The worth of a sentence as a whole number. */
export const valueCode = (value: number): number => (MILLI * value) | 0;
