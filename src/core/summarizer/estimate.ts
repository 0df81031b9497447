import type { Article } from './article.ts';
import { measurePairs, type Pairs } from './pair-features.ts';
import type { Profile } from './profile.ts';
import {
  measureSentences,
  measureTerms,
  measureTitleMatch,
  SENTENCE_TERM_FEATURES,
  spreadToTerms,
  TERM_FEATURES,
  type TermMarks,
} from './term-features.ts';

/** How likely a careful summary uses each word, and each pair of words, of an article. */
export interface Estimate {
  /** By term number, 0 to 1. */
  chances: Float64Array;
  odds: Float64Array;
  /** By pair number, 0 to 1. */
  pairChances: Float64Array;
  pairs: Pairs;
  /** Expected use of each sentence's words per word. */
  values: Float64Array;
  /** How much of the headline each sentence holds; -1 without a headline. */
  matches: Float64Array;
  /** Rows of `SENTENCE_TERM_FEATURES`, for explanations and training. */
  termRows: Float32Array;
}

export const FIRST_WIDTH: number = TERM_FEATURES.length;
export const SECOND_WIDTH: number = SENTENCE_TERM_FEATURES.length;

export const toChance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Term features of an article, without those that need a first judgement. */
export function firstRows(
  article: Article,
  profile: Pick<Profile, 'lexicon'>,
  title: TermMarks | undefined,
): Float32Array {
  return measureTerms(
    article,
    title,
    (term) => profile.lexicon.rarityOf(article.table.hashAt(term)),
    FIRST_WIDTH,
  );
}

/** Term features with what a first judgement of the sentences adds. */
export function secondRows(
  article: Article,
  first: Float32Array,
  firstOdds: Float64Array,
  matches: Float64Array,
): Float32Array {
  const rows = new Float32Array(article.table.size * SECOND_WIDTH);
  for (let term = 0; term < article.table.size; term += 1) {
    for (let column = 0; column < FIRST_WIDTH; column += 1)
      rows[term * SECOND_WIDTH + column] = first[term * FIRST_WIDTH + column] as number;
  }
  const values = measureSentences(article, firstOdds.map(toChance));
  spreadToTerms(article, values, rows, SECOND_WIDTH, FIRST_WIDTH);
  spreadToTerms(article, matches, rows, SECOND_WIDTH, FIRST_WIDTH + 2);
  return rows;
}

/** Runs both passes over the words, then the pairs. Linear in the article. */
export function estimateUse(article: Article, profile: Profile, title: TermMarks | undefined): Estimate {
  const { table } = article;
  const matches = measureTitleMatch(article, title);
  const first = firstRows(article, profile, title);
  const termRows = secondRows(article, first, profile.firstPass.score(first, table.size), matches);
  const odds = profile.secondPass.score(termRows, table.size);
  for (let term = 0; term < table.size; term += 1)
    odds[term] = (odds[term] as number) + profile.lexicon.oddsOf(table.hashAt(term));
  const chances = odds.map(toChance);
  const values = measureSentences(article, chances);
  const pairs = measurePairs(article, odds, title, values, matches);
  const pairChances = profile.pairs.score(pairs.rows, pairs.count).map(toChance);
  return { chances, odds, pairChances, pairs, values, matches, termRows };
}
