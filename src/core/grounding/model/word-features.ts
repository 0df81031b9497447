import type { Alignment } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Lexicon } from './lexicon.ts';
import { viewSentence } from './sentence-view.ts';
import { describeItself, ITSELF_FEATURES } from './word-itself.ts';
import { describeNeighbours, NEIGHBOUR_FEATURES } from './word-neighbours.ts';
import { describeRelations, RELATION_FEATURES } from './word-relations.ts';

/** What is known of a word of a sentence when it is judged; all whole numbers, shares in hundredths. */
export const WORD_FEATURES = [...ITSELF_FEATURES, ...NEIGHBOUR_FEATURES, ...RELATION_FEATURES] as const;

export const WIDTH: number = WORD_FEATURES.length;

/** Describes every word of a sentence: {@link WIDTH} numbers each. */
export function describeWords(alignment: Alignment, source: Source, lexicon: Lexicon): Int32Array {
  const view = viewSentence(alignment, source);
  const table = new Int32Array(alignment.words.length * WIDTH);
  for (const at of alignment.words.keys()) {
    const neighbours = describeNeighbours(at, view);
    const relations = describeRelations(at, neighbours, view, lexicon);
    table.set([...describeItself(at, view), ...neighbours.features, ...relations], at * WIDTH);
  }
  return table;
}
