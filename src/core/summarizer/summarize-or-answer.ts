import { TRAINED } from './answering-models.ts';
import type { ChooseOptions } from './choose-sentences.ts';
import type { Models } from './ranking/models.ts';
import { rankSentences as rank } from './ranking/rank-sentences.ts';
import type { Ranking, RankOptions } from './ranking/ranking.ts';
import { type Summarized, summarizeBy } from './summarize.ts';

/**
 * Ranks and chooses in one call; with a `query`, what answers it.
 *
 * @param models - Other than those that come with the engine; training judges with them.
 * @returns The chosen sentences in reading order.
 */
export function summarize(
  text: string,
  options: RankOptions & ChooseOptions = {},
  models: Models = TRAINED,
): Summarized {
  return summarizeBy(models, text, options);
}

/**
 * Ranks every sentence of a text by what it adds to a summary, or with a `query` by how well it answers.
 *
 * @param source - Plain text; a blank line parts paragraphs.
 *
 * Cost: linear in the text. Deterministic: the same text, options and engine version give the same scores.
 */
export function rankSentences(source: string, options: RankOptions = {}, models: Models = TRAINED): Ranking {
  return rank(source, options, models);
}
