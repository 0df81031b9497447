import type { ChooseOptions } from './choose-sentences.ts';
import { PLAIN } from './ranking/models.ts';
import type { RankOptions } from './ranking/ranking.ts';
import { type Summarized, summarizeBy } from './summarize.ts';

export type { ChooseOptions } from './choose-sentences.ts';
export type { RankedSentence, RankOptions } from './ranking/ranking.ts';
export type { Summarized } from './summarize.ts';

export type PlainOptions = Omit<RankOptions, 'query'> & ChooseOptions;

/**
 * A second, smaller door: {@link summarizeBy} without questions, for who asks none. It chooses what `index.ts` chooses.
 *
 * @returns The chosen sentences in reading order.
 */
export function summarize(text: string, options: PlainOptions = {}): Summarized {
  return summarizeBy(PLAIN, text, options);
}
