import { arenaFor } from './article/read-article.ts';
import { type ChooseOptions, chooseFrom } from './choose-sentences.ts';
import type { Arena } from './memory/arena.ts';
import type { Models } from './ranking/models.ts';
import { rankIn } from './ranking/rank-sentences.ts';
import type { RankedSentence, RankOptions } from './ranking/ranking.ts';

export interface Summarized {
  /** BCP 47 primary tag that was given or found. */
  language: string;
  sentences: RankedSentence[];
  /** How many sentences could be chosen at all. */
  available: number;
  /** False when a `query` was given that the text does not answer; the sentences are then the ordinary summary. */
  answered: boolean;
}

/** Memory of the last call: nothing of it is in what was answered, so the next one uses it again. */
let spare: Arena | undefined;

/** Ranks and chooses in one call. @returns The chosen sentences in reading order. */
export function summarizeBy(models: Models, text: string, options: RankOptions & ChooseOptions): Summarized {
  const arena = spare ?? arenaFor(text);
  // A call that throws leaves its memory to the garbage collector.
  spare = undefined;
  const ranking = rankIn(arena, text, options, models);
  const { sentences, available } = chooseFrom(ranking, options);
  arena.reset();
  spare = arena;
  return { language: ranking.language, sentences, available, answered: ranking.answered };
}
