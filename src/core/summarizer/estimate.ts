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

/** Term features of an article, those of the second pass left empty. `words` numbers its terms in the lexicon. */
export function measureFirst(
  article: Article,
  { lexicon }: Pick<Profile, 'lexicon'>,
  title: TermMarks | undefined,
  words: Int32Array,
): Float32Array {
  return measureTerms(article, title, (term) => lexicon.rarityOf(words[term] as number), SECOND_WIDTH);
}

/** Fills in the term features that need a first judgement of the sentences. */
export function measureSecond(
  article: Article,
  rows: Float32Array,
  firstOdds: Float64Array,
  matches: Float64Array,
): void {
  const values = measureSentences(article, toChances(firstOdds));
  spreadToTerms(article, values, rows, SECOND_WIDTH, FIRST_WIDTH);
  spreadToTerms(article, matches, rows, SECOND_WIDTH, FIRST_WIDTH + 2);
}

export function toChances(odds: Float64Array): Float64Array {
  const chances = new Float64Array(odds.length);
  for (let at = 0; at < odds.length; at += 1) chances[at] = toChance(odds[at] as number);
  return chances;
}

/** Runs both passes over the words, then the pairs. Linear in the article. */
export function estimateUse(article: Article, profile: Profile, title: TermMarks | undefined): Estimate {
  const { table } = article;
  const { firstPass, secondPass, lexicon } = profile;
  const matches = measureTitleMatch(article, title);
  const words = lexicon.numberTerms(table.size, (term) => table.hashAt(term));
  const termRows = measureFirst(article, profile, title, words);
  const bins = firstPass.bin(termRows, table.size, SECOND_WIDTH);
  measureSecond(article, termRows, firstPass.scoreBins(bins, table.size), matches);
  // Both passes cut their common features alike: training reads the cuts from the same rows.
  const odds = secondPass.scoreBins(secondPass.bin(termRows, table.size, SECOND_WIDTH, bins), table.size);
  for (let term = 0; term < table.size; term += 1)
    odds[term] = (odds[term] as number) + lexicon.oddsOf(words[term] as number);
  const chances = toChances(odds);
  const values = measureSentences(article, chances);
  const pairs = measurePairs(article, odds, title, values, matches);
  const pairChances = toChances(profile.pairs.score(pairs.rows, pairs.count));
  return { chances, odds, pairChances, pairs, values, matches, termRows };
}
