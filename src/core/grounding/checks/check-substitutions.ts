import { type Alignment, isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** A word that stands this near to its neighbour in the article has not been put in its place. */
const NEAR = 4;
const FARTHEST_NEIGHBOUR = 6;
/** Words to each side that tell whether a place of the article speaks of the same. */
const COMPANY_WORDS = 8;
/** A word at home where that much more of the sentence stands than where the article has another one. */
const AT_HOME_FACTOR = 1.5;

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

/** Whether one may be put for the other: a share is none for a count. */
const areAlike = (one: Word, other: Word): boolean =>
  one.kind === other.kind && one.percent === other.percent && one.stem !== other.stem;

/** Where the article has another name, or number, as far from a neighbour as the sentence has this one. */
function othersAt(at: number, anchor: number, words: readonly Word[], source: Source): number[] {
  return (source.places.get((words[anchor] as Word).stem) ?? []).flatMap((place) => {
    const other = place + at - anchor;
    const there = source.words[other];
    if (there === undefined || !areAlike(there, words[at] as Word)) return [];
    return source.sentenceOf[place] === source.sentenceOf[other] ? [other] : [];
  });
}

/** How much of the rest of a sentence stands around a place of the article, each word by its rarity. */
function companyAt(place: number, at: number, { words, rarity }: Alignment, source: Source): number {
  const around = source.words.slice(Math.max(0, place - COMPANY_WORDS), place + COMPANY_WORDS + 1);
  const stems = new Set(around.map(({ stem }) => stem));
  let sum = 0;
  words.forEach((word, other) => {
    // Each stem counts once.
    if (other !== at && isTelling(word) && stems.delete(word.stem)) sum += rarity[other] as number;
  });
  return sum;
}

/** A name or number of the article that stands where the article has another one. */
export const checkSubstitutions: Check = (alignment, source, sentence) => {
  const { words, places } = alignment;
  const best = (found: readonly number[], at: number) =>
    Math.max(...found.map((place) => companyAt(place, at, alignment, source)));
  return words.flatMap((word, at): Fault[] => {
    const there = places[at] as readonly number[];
    if (!isNamed(word) || there.length === 0) return [];
    const anchors = neighboursOf(at, words);
    const others = anchors.flatMap((anchor) => othersAt(at, anchor, words, source));
    if (others.length === 0) return [];
    const isNear = anchors.some((anchor) =>
      (places[anchor] as readonly number[]).some((place) =>
        there.some((mine) => Math.abs(mine - place) <= NEAR),
      ),
    );
    if (isNear || best(there, at) > AT_HOME_FACTOR * best(others, at)) return [];
    return [
      {
        kind: word.kind === 'number' ? 'number' : 'name',
        text: sentence.slice(word.offset, word.offset + word.length),
      },
    ];
  });
};
