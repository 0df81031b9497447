import { joinHashes } from '../language/hash.ts';
import { type Alignment, isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';

/** What the words of a sentence have in common: how the whole lies on the article. */
export interface SentenceView {
  alignment: Alignment;
  source: Source;
  best: ReadonlySet<number>;
  /** Words of the best sentences. */
  bestWords: readonly number[];
  /** Share of its words, and of its pairs of words, that the article has. */
  known: number;
  pairsKnown: number;
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
  let pairs = 0;
  for (let at = 1; at < words.length; at += 1)
    if (source.pairs.has(joinHashes((words[at - 1] as Word).stem, (words[at] as Word).stem))) pairs += 1;
  const negations = words.filter(({ kind }) => kind === 'negation').length;
  const theirs = source.negations.filter((place) => source.sentenceOf[place] === best[0]).length;
  return {
    alignment,
    source,
    best: bestSet,
    bestWords: wordsOf(best, source),
    known: telling.length === 0 ? 1 : known.length / telling.length,
    pairsKnown: words.length < 2 ? 1 : pairs / (words.length - 1),
    negationsMore: negations - theirs,
  };
}
