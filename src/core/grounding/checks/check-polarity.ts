import { joinHashes } from '../language/hash.ts';
import { isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault, FaultKind } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** How far a "not" reaches, in words. */
const REACH = 5;
const WINDOW = 6;

type Marks = (word: Word) => boolean;

/** The nearest words that say something before and behind a place of a list, within reach. */
function around(words: readonly Word[], at: number, within: (at: number) => boolean): (Word | undefined)[] {
  const find = (from: number, step: 1 | -1): number => {
    for (let place = from + step; Math.abs(place - at) <= REACH + 1; place += step) {
      const word = words[place];
      if (word === undefined || !within(place)) return -1;
      if (isTelling(word)) return place;
    }
    return -1;
  };
  const first = find(at, 1);
  return [words[find(at, -1)], words[first], first < 0 ? undefined : words[find(first, 1)]];
}

/** Places where two stems follow each other within a window. */
function placesOfBoth(
  left: Word,
  right: Word,
  places: (stem: number) => readonly number[],
): { from: number; to: number }[] {
  return places(left.stem).flatMap((from) => {
    const to = places(right.stem).find((place) => place > from && place - from <= WINDOW);
    return to === undefined ? [] : [{ from, to }];
  });
}

const isMarked = (words: readonly Word[], from: number, to: number, marks: Marks): boolean =>
  words.slice(Math.max(0, from - REACH), to + REACH + 1).some(marks);

const everywhere = () => true;

/** Of the two sides, what one marks and the other says of the same words without the mark. */
function findTurned(
  marked: { words: readonly Word[]; at: readonly number[]; within: (at: number, mark: number) => boolean },
  plain: { words: readonly Word[]; places: (stem: number) => readonly number[] },
  marksOfPlain: Marks,
): { mark: Word; focus: Word }[] {
  return marked.at.flatMap((at) => {
    const mark = marked.words[at] as Word;
    const [left, right, second] = around(marked.words, at, (place) => marked.within(place, at));
    const frames = [
      [left, right],
      [right, second],
      [left, second],
    ] as const;
    for (const [first, next] of frames) {
      if (first === undefined || next === undefined) continue;
      const found = placesOfBoth(first, next, plain.places);
      if (found.length === 0) continue;
      return found.every(({ from, to }) => !isMarked(plain.words, from, to, marksOfPlain))
        ? [{ mark, focus: right ?? next }]
        : [];
    }
    return [];
  });
}

function indexWords(words: readonly Word[]): (stem: number) => readonly number[] {
  const places = new Map<number, number[]>();
  words.forEach(({ stem }, at) => {
    places.set(stem, [...(places.get(stem) ?? []), at]);
  });
  return (stem) => places.get(stem) ?? [];
}

const written = (sentence: string, { offset, length }: Word): string =>
  sentence.slice(offset, offset + length);

function compare(
  words: readonly Word[],
  source: Source,
  sentence: string,
  kind: FaultKind,
  places: readonly number[],
  marks: Marks,
  isAddedToo: boolean,
): Fault[] {
  const theirs = (stem: number) => source.places.get(stem) ?? [];
  const ours = indexWords(words);
  const sameSentence = (place: number, mark: number) => source.sentenceOf[place] === source.sentenceOf[mark];
  const dropped = findTurned(
    { words: source.words, at: places, within: sameSentence },
    { words, places: ours },
    marks,
  ).filter(({ focus }) => {
    return theirs(focus.stem).every((place) => isMarked(source.words, place, place, marks));
  });
  const here = [...words.keys()].filter((at) => marks(words[at] as Word));
  const added = isAddedToo
    ? findTurned({ words, at: here, within: everywhere }, { words: source.words, places: theirs }, marks)
    : [];
  return [
    ...dropped.map(({ focus }): Fault => {
      const here = words.find(({ stem }) => stem === focus.stem) ?? (words[0] as Word);
      return { kind, text: written(sentence, here) };
    }),
    ...added.map(({ mark }): Fault => ({ kind, text: written(sentence, mark) })),
  ];
}

/** A "not" between two words that the article has side by side, or none between two that it parts with one. */
function checkBridges(words: readonly Word[], source: Source, sentence: string): Fault[] {
  return words.flatMap((word, at): Fault[] => {
    const [before, behind] = [words[at - 1], words[at + 1]];
    if (before === undefined) return [];
    const pair = joinHashes(before.stem, word.stem);
    if (word.kind !== 'negation')
      return before.kind !== 'negation' && source.bridged.has(pair) && !source.pairs.has(pair)
        ? [{ kind: 'negation', text: written(sentence, word) }]
        : [];
    if (behind === undefined) return [];
    const around = joinHashes(before.stem, behind.stem);
    return source.pairs.has(around) && !source.bridged.has(around)
      ? [{ kind: 'negation', text: written(sentence, word) }]
      : [];
  });
}

/** A "not" that the article has not, or that the sentence has lost. */
export const checkNegation: Check = ({ words }, source, sentence) => [
  ...compare(words, source, sentence, 'negation', source.negations, ({ kind }) => kind === 'negation', true),
  ...checkBridges(words, source, sentence),
];

/** "May close" that has become "closes". */
export const checkModality: Check = ({ words }, source, sentence) => {
  const { modals } = source.pack;
  if (modals.size === 0) return [];
  return compare(words, source, sentence, 'modality', source.modals, ({ form }) => modals.has(form), false);
};
