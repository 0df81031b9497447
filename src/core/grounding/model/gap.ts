import type { Source } from '../source/read-source.ts';

/** The places of the article where a word would stand if the article said the same. */
export interface Gap {
  places: readonly number[];
  /** 2: between its two neighbours; 1: beside one of them; 0: nowhere. */
  sides: 0 | 1 | 2;
  /** Words between its neighbours where they stand nearest to each other, -1 without both. */
  width: number;
}

export const NO_GAP: Gap = { places: [], sides: 0, width: -1 };

const WIDEST = 12;
const BESIDE = 5;
const FAR = 30;
/** Neighbours that are all over the article place nothing. */
const MOST_PLACES = 60;

function besides(places: readonly number[], step: 1 | -1, source: Source, found: Set<number>): void {
  for (const place of places)
    for (let count = 1; count <= BESIDE; count += 1) {
      const at = place + step * count;
      if (at < 0 || at >= source.words.length || source.sentenceOf[at] !== source.sentenceOf[place]) break;
      found.add(at);
    }
}

/** Finds what stands in the article where its known neighbours stand. */
export function findGap(left: readonly number[], right: readonly number[], source: Source): Gap {
  const found = new Set<number>();
  const [ours, theirs] = [left.slice(0, MOST_PLACES), right.slice(0, MOST_PLACES)];
  let width = -1;
  for (const from of ours)
    for (const to of theirs) {
      const between = to - from;
      if (between <= 0) continue;
      if (width < 0 || between < width) width = Math.min(FAR, between);
      if (between <= WIDEST) for (let at = from + 1; at < to; at += 1) found.add(at);
    }
  if (width >= 0 && width <= WIDEST) return { places: [...found], sides: 2, width };
  besides(ours, 1, source, found);
  besides(theirs, -1, source, found);
  return { places: [...found], sides: found.size > 0 ? 1 : 0, width };
}
