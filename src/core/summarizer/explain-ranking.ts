import { DETAILS, type RankedSentence, type Ranking } from './rank-sentences.ts';

/** Why a sentence has its score: what each group of features added to it, in plain names. */
export interface Explanation {
  sentence: RankedSentence;
  contributions: Record<string, number>;
}

export function explainRanking(ranking: Ranking): Explanation[] {
  const { contributions } = ranking[DETAILS];
  return ranking.sentences.map((sentence, index) => ({
    sentence,
    contributions: { ...contributions[index] },
  }));
}
