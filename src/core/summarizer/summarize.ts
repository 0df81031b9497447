import { type ChooseOptions, chooseFrom } from './choose-sentences.ts';
import { type RankedSentence, type RankOptions, rankSentences } from './ranking/rank-sentences.ts';

/**
 * Ranks and chooses in one call.
 *
 * @returns The chosen sentences in reading order, the language used, and how many sentences could be chosen at all.
 */
export function summarize(
  text: string,
  options: RankOptions & ChooseOptions = {},
): { language: string; sentences: RankedSentence[]; available: number } {
  const ranking = rankSentences(text, options);
  const { sentences, available } = chooseFrom(ranking, options);
  return { language: ranking.language, sentences, available };
}
