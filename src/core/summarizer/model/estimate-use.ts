import type { Article } from '../article/read-article.ts';
import type { Arena } from '../memory/arena.ts';
import { type Columns, WEIGHT_UNIT } from './binned-model.ts';
import type { Profile } from './language-profile.ts';
import { measurePairs, type Pairs } from './pair-features.ts';
import { measureSentences, measureTitleMatch } from './sentence-values.ts';
import { measureTerms, spreadToTerms, type TermMarks } from './term-features.ts';

/** How likely a careful summary uses each word, and each pair of words, of an article. */
export interface Estimate {
  /** By term number, 0 to 1. */
  chances: Float64Array;
  /** By pair number, 0 to 1. */
  pairChances: Float64Array;
  pairs: Pairs;
  /** Expected use of each sentence's words per word. */
  values: Float64Array;
  /** How much of the headline each sentence holds; see {@link measureTitleMatch}. */
  matches: Int32Array;
  /** Codes of `TERM_FEATURES`, for explanations. */
  termCodes: Columns;
}

/** Beyond these log-odds (in {@link WEIGHT_UNIT}s) a chance is as good as 0 or 1. */
const SURE = 1000;
/** Filled as they are asked for, since an article asks for a few hundred; no chance is 0. */
const CHANCES = new Float64Array(2 * SURE + 1);

function learnChance(place: number): number {
  const chance = 1 / (1 + Math.exp(-(place - SURE) * WEIGHT_UNIT));
  CHANCES[place] = chance;
  return chance;
}

export function toChances(odds: Int32Array, arena: Arena): Float64Array {
  const chances = arena.float64(odds.length);
  for (let at = 0; at < odds.length; at += 1) {
    const place = Math.min(2 * SURE, Math.max(0, (odds[at] as number) + SURE));
    const known = CHANCES[place] as number;
    chances[at] = known === 0 ? learnChance(place) : known;
  }
  return chances;
}

/** Runs both passes over the words, then the pairs. Linear in the article. */
export function estimateUse(
  article: Article,
  { firstPass, secondPass, pairs: pairModel, lexicon }: Profile,
  title: TermMarks | undefined,
): Estimate {
  const { arena } = article;
  const words = lexicon.numberTerms(article.table, arena);
  const terms = measureTerms(article, title, lexicon.rarities(words, arena));
  const firstChances = toChances(firstPass.score(terms, arena), arena);
  const matches = measureTitleMatch(article, title);
  spreadToTerms(article, terms, measureSentences(article, firstChances), matches);
  const odds = secondPass.score(terms, arena);
  lexicon.addOdds(words, odds);
  const chances = toChances(odds, arena);
  const values = measureSentences(article, chances);
  const pairs = measurePairs(article, odds, values);
  const pairChances = toChances(pairModel.score(pairs.columns, arena), arena);
  return { chances, pairChances, pairs, values, matches, termCodes: terms };
}
