import { joinHashes } from '../language/hash.ts';
import { type Alignment, isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import { findGap, type Gap, NO_GAP } from './gap.ts';
import type { SentenceView } from './sentence-view.ts';

/** What is known of a word beside its neighbours: whether the article has them together, and how near. */
export const NEIGHBOUR_FEATURES = [
  'pair with the word before',
  'pair with the word behind',
  'triple around it',
  'distance to the word before',
  'distance to the word behind',
  'company',
  'word before unknown',
  'word behind unknown',
  'unknown in a row',
  'order turned',
  'in one sentence with the word before',
  'in one sentence with the word behind',
  'steps to a known word before',
  'steps to a known word behind',
  'place found',
  'width of the place',
  'another number in its place',
] as const;

const NONE = -1;
const NO_NEIGHBOUR = -2;
const FAR = 30;
const TURNED_WITHIN = 20;
const NEAR_WORDS = 10;
const COMPANY_WORDS = 5;
const MOST_PLACES = 40;
const MOST_STEPS = 9;
const HUNDRED = 100;
const flag = (is: boolean): number => (is ? 1 : 0);

/** The nearest two places of two words: how many words apart, and whether the second stands first. */
function nearest(left: readonly number[], right: readonly number[]): { distance: number; turned: boolean } {
  let best = FAR;
  let turned = false;
  let a = 0;
  let b = 0;
  while (a < left.length && b < right.length) {
    const gap = (right[b] as number) - (left[a] as number);
    if (gap !== 0 && Math.abs(gap) < best) {
      best = Math.abs(gap);
      turned = gap < 0;
    }
    if (gap > 0) a += 1;
    else b += 1;
  }
  return { distance: best, turned };
}

/** The largest share of the words around that stands around one of its places, too. */
function companyOf(at: number, { words, places }: Alignment): number {
  const around: number[] = [];
  for (
    let other = Math.max(0, at - COMPANY_WORDS);
    other <= at + COMPANY_WORDS && other < words.length;
    other += 1
  )
    if (other !== at && words[other]?.kind !== 'function') around.push(other);
  if (around.length === 0) return 0;
  let best = 0;
  for (const place of (places[at] as readonly number[]).slice(0, MOST_PLACES)) {
    const held = around.filter((other) =>
      (places[other] as readonly number[]).some((there) => Math.abs(there - place) <= NEAR_WORDS),
    );
    best = Math.max(best, held.length / around.length);
  }
  return best;
}

/** The nearest word to one side that says something and that the article holds. */
function knownBeside(at: number, step: number, { words, places }: Alignment): number {
  for (let other = at + step; other >= 0 && other < words.length; other += step)
    if (isTelling(words[other] as Word) && (places[other] as readonly number[]).length > 0) return other;
  return NONE;
}

function shareSentence(source: Source, left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || right.length === 0) return NONE;
  const held = new Set(left.map((place) => source.sentenceOf[place]));
  return right.some((place) => held.has(source.sentenceOf[place])) ? 1 : 0;
}

/** Words without a place in the article that stand together with a word that has none. */
function unknownInRow(at: number, { places }: Alignment): number {
  const isUnknown = (other: number) => places[other]?.length === 0;
  if (!isUnknown(at)) return 0;
  let row = 1;
  for (let other = at - 1; isUnknown(other); other -= 1) row += 1;
  for (let other = at + 1; isUnknown(other); other += 1) row += 1;
  return row;
}

/** How a word stands between its neighbours. */
export interface Neighbours {
  /** Whether the article has it with the word before, and behind; -1 where there is none. */
  pairs: readonly [number, number];
  /** What the article has in its place; nothing where it has the word there. */
  gap: Gap;
  features: number[];
}

function pairsOf(at: number, words: readonly Word[], source: Source): [number, number] {
  const stem = (words[at] as Word).stem;
  const [before, behind] = [words[at - 1], words[at + 1]];
  return [
    before === undefined ? NONE : flag(source.pairs.has(joinHashes(before.stem, stem))),
    behind === undefined ? NONE : flag(source.pairs.has(joinHashes(stem, behind.stem))),
  ];
}

function tripleAround(at: number, words: readonly Word[], source: Source): number {
  const [before, word, behind] = [words[at - 1], words[at] as Word, words[at + 1]];
  if (before === undefined || behind === undefined) return NONE;
  return flag(source.triples.has(joinHashes(joinHashes(before.stem, word.stem), behind.stem)));
}

function hasOtherNumber(word: Word, gap: Gap, source: Source): number {
  if (word.kind !== 'number') return NONE;
  return flag(
    gap.places.some((place) => {
      const there = source.words[place] as Word;
      return there.kind === 'number' && there.stem !== word.stem;
    }),
  );
}

/** {@link NEIGHBOUR_FEATURES} of a word, and what they were found from. */
export function describeNeighbours(at: number, { alignment, source }: SentenceView): Neighbours {
  const { words, places } = alignment;
  const mine = places[at] as readonly number[];
  const isKnown = mine.length > 0;
  const pairs = pairsOf(at, words, source);
  const [left, right] = [knownBeside(at, -1, alignment), knownBeside(at, 1, alignment)];
  const [leftPlaces, rightPlaces] = [places[left] ?? [], places[right] ?? []];
  const toLeft = isKnown && left >= 0 ? nearest(leftPlaces, mine) : undefined;
  const toRight = isKnown && right >= 0 ? nearest(mine, rightPlaces) : undefined;
  const gap = pairs[0] === 1 && pairs[1] === 1 ? NO_GAP : findGap(leftPlaces, rightPlaces, source);
  const isTurned = (side: typeof toLeft) => flag(side?.turned === true && side.distance < TURNED_WITHIN);
  const features = [
    ...pairs,
    tripleAround(at, words, source),
    left < 0 ? NO_NEIGHBOUR : (toLeft?.distance ?? NONE),
    right < 0 ? NO_NEIGHBOUR : (toRight?.distance ?? NONE),
    isKnown && isTelling(words[at] as Word) ? Math.round(HUNDRED * companyOf(at, alignment)) : NONE,
    flag(places[at - 1]?.length === 0),
    flag(places[at + 1]?.length === 0),
    unknownInRow(at, alignment),
    isTurned(toLeft) + 2 * isTurned(toRight),
    left < 0 ? NONE : shareSentence(source, leftPlaces, mine),
    right < 0 ? NONE : shareSentence(source, mine, rightPlaces),
    left < 0 ? MOST_STEPS : at - left,
    right < 0 ? MOST_STEPS : right - at,
    gap.sides,
    gap.width,
    hasOtherNumber(words[at] as Word, gap, source),
  ];
  return { pairs, gap, features };
}
