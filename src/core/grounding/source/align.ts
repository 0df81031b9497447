import type { Word } from '../text/words.ts';
import { placesOf, type Source } from './read-source.ts';

/** How a sentence lies on its article. */
export interface Alignment {
  words: readonly Word[];
  /** Where each word stands in the article. */
  places: readonly (readonly number[])[];
  /** Sentences of the article that share most with it, best first, at most three. */
  best: readonly number[];
  /** Share of its words, weighed by rarity, that the best sentence holds. */
  share: number;
  /** Rarity of each word in the article. */
  rarity: Float64Array;
}

const MOST_ALIGNED = 3;
/** A paragraph that the generator named wins a tie and a little more. */
const HINTED_SHARE = 1.15;

export const isTelling = ({ kind }: Word): boolean => kind !== 'function' && kind !== 'negation';

/**
 * Finds the sentences of the article that a sentence rests on.
 *
 * @param hinted - Sentences that the generator says it rests on.
 */
export function alignSentence(
  words: readonly Word[],
  source: Source,
  hinted?: ReadonlySet<number>,
): Alignment {
  const places = words.map(({ stem }) => placesOf(source, stem));
  const count = source.sentences.length;
  const rarity = Float64Array.from(words, ({ stem }) =>
    Math.log(1 + count / ((source.spread.get(stem) ?? 0) + 0.5)),
  );
  const scores = new Float64Array(count);
  const seen = new Set<number>();
  let total = 0;
  words.forEach((word, at) => {
    if (!isTelling(word) || seen.has(word.stem)) return;
    seen.add(word.stem);
    total += rarity[at] as number;
    let last = -1;
    for (const place of places[at] as readonly number[]) {
      const sentence = source.sentenceOf[place] as number;
      if (sentence === last) continue;
      scores[sentence] = (scores[sentence] as number) + (rarity[at] as number);
      last = sentence;
    }
  });
  const weight = (sentence: number) =>
    (scores[sentence] as number) * (hinted?.has(sentence) === true ? HINTED_SHARE : 1);
  const best = [...scores.keys()]
    .filter((sentence) => (scores[sentence] as number) > 0)
    .sort((left, right) => weight(right) - weight(left) || left - right)
    .slice(0, MOST_ALIGNED);
  const share = total === 0 ? 0 : (scores[best[0] ?? 0] ?? 0) / total;
  return { words, places, best, share, rarity };
}
