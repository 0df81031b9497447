import { SUMMARY_MAX_SENTENCES } from '../limits.ts';
import { chooseSentences, type RankedSentence, type Ranking } from '../summarizer/index.ts';
import type { Digest } from './digest.ts';
import { linkSentences } from './link-sentences.ts';
import { PRESET_SENTENCES } from './presets.ts';
import { type DigestInput, factsOf, measureText, rankInput } from './rank-text.ts';

/** Ranks a text once and keeps the choices for every length. Cost: one ranking plus 23 selections. */
export function digestText(input: DigestInput): Digest {
  const ranking = rankInput(input);
  const choose = (count: number, range: 'whole' | 'opening') =>
    chooseSentences(ranking, { sentences: count, range });
  const whole = choicesUpTo(SUMMARY_MAX_SENTENCES, (count) => choose(count, 'whole'));
  const opening = choicesUpTo(PRESET_SENTENCES.teaser.long, (count) => choose(count, 'opening'));
  return indexChoices(input, ranking, whole, opening);
}

/** Choices of 1, 2, … sentences, ending where no more can be had. */
function choicesUpTo(limit: number, choose: (count: number) => RankedSentence[]): RankedSentence[][] {
  const choices: RankedSentence[][] = [];
  for (let count = 1; count <= limit; count += 1) {
    const choice = choose(count);
    if (choice.length < count) break;
    choices.push(choice);
  }
  return choices;
}

function indexChoices(
  input: DigestInput,
  ranking: Ranking,
  whole: RankedSentence[][],
  opening: RankedSentence[][],
): Digest {
  const byOffset = new Map<string, RankedSentence>();
  for (const sentence of [...whole, ...opening].flat()) byOffset.set(placeOf(sentence), sentence);
  const kept = [...byOffset.values()].sort((a, b) => a.offset - b.offset || a.length - b.length);
  const indexes = new Map(kept.map((sentence, index) => [placeOf(sentence), index]));
  const toIndexes = (choice: RankedSentence[]) =>
    choice.map((sentence) => indexes.get(placeOf(sentence)) ?? 0);
  return {
    ...factsOf(ranking),
    ...measureText(input),
    sentences: linkSentences(kept, input),
    whole: whole.map(toIndexes),
    opening: opening.map(toIndexes),
    pinned: [...input.pinned],
    excluded: [...input.excluded],
    ...(input.linked && input.page !== undefined
      ? { page: { ...input.page, elsewhere: [...input.page.elsewhere] } }
      : {}),
  };
}

/** A sentence may be chosen with or without its leading connective, so the offset alone does not name it. */
function placeOf(sentence: RankedSentence): string {
  return `${sentence.offset}+${sentence.length}`;
}
