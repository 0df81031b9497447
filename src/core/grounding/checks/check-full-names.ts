import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** "Joe R. Biden" for "Joe Biden", "the mayor, Ann Keane" for "Mayor Keane". */
const NEAR = 3;
/** "Lind, the Chancellor" for "Chancellor Lind". */
const NEAR_TURNED = 2;
const JOINED = /^[ \u00a0-]$/u;

/** Whether the article knows the word as a name and as nothing else: a title may stand beside anybody. */
function isOnlyName({ places, word }: Placed, { words }: Source): boolean {
  return (
    places.length > 0 && word.country === undefined && places.every((place) => words[place]?.capital === true)
  );
}

interface Placed {
  word: Word;
  places: readonly number[];
}

function areNear(first: Placed, second: Placed, { sentenceOf }: Source): boolean {
  return first.places.some((left) =>
    second.places.some(
      (right) =>
        right - left <= NEAR && left - right <= NEAR_TURNED && sentenceOf[left] === sentenceOf[right],
    ),
  );
}

/**
 * Two names of the article that nowhere in it stand together: a first name before another's surname, a street of one
 * name that is called by another. Where nouns have capitals, as in German, nothing is known of a pair.
 */
export const checkFullNames: Check = ({ words, places }, source, sentence) => {
  if (source.pack.language === 'de') return [];
  return words.flatMap((word, at): Fault[] => {
    const next = words[at + 1];
    if (next === undefined || !word.capital || !next.capital || next.kind !== 'name') return [];
    if (!JOINED.test(sentence.slice(word.offset + word.length, next.offset))) return [];
    const first = { word, places: places[at] as readonly number[] };
    const second = { word: next, places: places[at + 1] as readonly number[] };
    if (!isOnlyName(first, source) || !isOnlyName(second, source) || areNear(first, second, source))
      return [];
    return [{ kind: 'name', text: sentence.slice(word.offset, next.offset + next.length) }];
  });
};
