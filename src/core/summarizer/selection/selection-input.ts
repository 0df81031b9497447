import { type Article, type Lists, sumDistinct, termCount } from '../article/read-article.ts';
import type { Arena } from '../memory/arena.ts';
import type { Estimate } from '../model/estimate-use.ts';
import type { Introductions } from '../screening/introductions.ts';

/** What choosing looks at. The value of a summary is a property of the set, not of its sentences one by one. */
export interface SelectionInput {
  /** Different terms, and different pairs of terms, of each sentence. */
  terms: Lists;
  pairs: Lists;
  chances: Float64Array;
  pairChances: Float64Array;
  /** Sum of the chances of each sentence's terms, and of its pairs: the most that it can add to a set. */
  termSums: Float64Array;
  pairSums: Float64Array;
  /** Worth of each sentence beside its words. */
  bonuses: Float64Array;
  /** Terms in each sentence. */
  lengths: Int32Array;
  /** Mean length of a sentence, kept within sane bounds. */
  meanLength: number;
  referenceShare: number;
  pairWorth: number;
  /** Sentences that lean on the one before. */
  dangling: Uint8Array;
  /** Sentences that the next one takes up as something said; they support nothing. */
  takenUp: Uint8Array;
  /** Names that need somebody to introduce them. */
  introductions: Introductions;
  arena: Arena;
}

const SHORTEST_MEAN = 8;
const LONGEST_MEAN = 40;

function lengthsOf(article: Article): Int32Array {
  const lengths = article.arena.int32(article.sentences.length);
  for (let at = 0; at < lengths.length; at += 1) lengths[at] = termCount(article, at);
  return lengths;
}

export function makeSelectionInput(
  article: Article,
  { chances, pairChances, pairs }: Pick<Estimate, 'chances' | 'pairChances' | 'pairs'>,
  { referenceShare, pairWorth }: { referenceShare: number; pairWorth: number },
  bonuses: Float64Array,
  dangling: Uint8Array,
  takenUp: Uint8Array,
  introductions: Introductions,
): SelectionInput {
  const lengths = lengthsOf(article);
  const mean = (article.starts.at(-1) as number) / Math.max(1, lengths.length);
  return {
    terms: article.distinct,
    pairs: pairs.distinct,
    chances,
    pairChances,
    termSums: sumDistinct(article.distinct, chances, article.arena),
    pairSums: sumDistinct(pairs.distinct, pairChances, article.arena),
    bonuses,
    lengths,
    meanLength: Math.min(LONGEST_MEAN, Math.max(SHORTEST_MEAN, mean)),
    referenceShare,
    pairWorth,
    dangling,
    takenUp,
    introductions,
    arena: article.arena,
  };
}

/** Words that the article itself spends on as many sentences, within sane bounds. */
export function lengthBudget(
  { lengths, meanLength }: SelectionInput,
  candidates: readonly number[],
  count: number,
): number {
  let opening = 0;
  for (const sentence of candidates.slice(0, count)) opening += lengths[sentence] as number;
  const usual = meanLength * count;
  return Math.min(1.5 * usual, Math.max(0.7 * usual, opening));
}
