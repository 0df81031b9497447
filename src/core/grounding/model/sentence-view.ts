import { type Alignment, isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';

/** What the words of a sentence have in common: how the whole lies on the article. */
export interface SentenceView {
  alignment: Alignment;
  source: Source;
  best: ReadonlySet<number>;
  /** Words of the best sentences. */
  bestWords: readonly number[];
  /** Share of its words that the article has. */
  known: number;
  negationsMore: number;
}

const wordsOf = (sentences: readonly number[], { starts }: Source): number[] =>
  sentences.flatMap((sentence) => {
    const from = starts[sentence] as number;
    return Array.from({ length: (starts[sentence + 1] as number) - from }, (_, at) => from + at);
  });

export function viewSentence(alignment: Alignment, source: Source): SentenceView {
  const { words, places, best } = alignment;
  const bestSet = new Set(best);
  const telling = words.filter(isTelling);
  const known = words.filter((word, at) => isTelling(word) && (places[at] as readonly number[]).length > 0);
  const negations = words.filter(({ kind }) => kind === 'negation').length;
  const theirs = source.negations.filter((place) => source.sentenceOf[place] === best[0]).length;
  return {
    alignment,
    source,
    best: bestSet,
    bestWords: wordsOf(best, source),
    known: telling.length === 0 ? 1 : known.length / telling.length,
    negationsMore: negations - theirs,
  };
}
