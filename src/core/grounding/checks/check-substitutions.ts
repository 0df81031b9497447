import { isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** A word that stands this near to its neighbour in the article has not been put in its place. */
const NEAR = 4;
const FARTHEST_NEIGHBOUR = 6;

const isNamed = ({ kind }: Word): boolean => kind === 'name' || kind === 'number';

/** The nearest word to each side that says something. */
function neighboursOf(at: number, words: readonly Word[]): number[] {
  return [-1, 1].flatMap((step) => {
    for (let steps = 1; steps <= FARTHEST_NEIGHBOUR; steps += 1) {
      const other = at + step * steps;
      const word = words[other];
      if (word === undefined) return [];
      if (isTelling(word)) return [other];
    }
    return [];
  });
}

/** Whether the article has another name, or number, as far from a neighbour as the sentence has this one. */
function hasOtherAt(at: number, anchor: number, words: readonly Word[], source: Source): boolean {
  const word = words[at] as Word;
  return (source.places.get((words[anchor] as Word).stem) ?? []).some((place) => {
    const there = source.words[place + at - anchor];
    return (
      there !== undefined &&
      there.kind === word.kind &&
      there.stem !== word.stem &&
      source.sentenceOf[place] === source.sentenceOf[place + at - anchor]
    );
  });
}

/** A name or number of the article that stands where the article has another one. */
export const checkSubstitutions: Check = ({ words, places }, source, sentence) =>
  words.flatMap((word, at): Fault[] => {
    const there = places[at] as readonly number[];
    if (!isNamed(word) || there.length === 0) return [];
    const anchors = neighboursOf(at, words);
    if (!anchors.some((anchor) => hasOtherAt(at, anchor, words, source))) return [];
    const isNear = anchors.some((anchor) =>
      (places[anchor] as readonly number[]).some((place) =>
        there.some((mine) => Math.abs(mine - place) <= NEAR),
      ),
    );
    if (isNear) return [];
    return [
      {
        kind: word.kind === 'number' ? 'number' : 'name',
        text: sentence.slice(word.offset, word.offset + word.length),
      },
    ];
  });
