import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Check } from './check.ts';
import { isCompound } from './compounds.ts';

const OPENING_LETTERS = 4;
/** "Q" of "Q4". */
const SHORTEST_NAME = 2;

/** "Los Angeles" where the article has "LA": the capitals around a word, as the article may shorten them. */
function isSpelledOut(at: number, words: readonly Word[], { words: theirs, text }: Source): boolean {
  const isCapital = (other: number) => words[other]?.capital === true;
  let [from, to] = [at, at];
  while (isCapital(from - 1)) from -= 1;
  while (isCapital(to + 1)) to += 1;
  if (from === to) return false;
  const initials = words
    .slice(from, to + 1)
    .map(({ form }) => form.charAt(0))
    .join('');
  return theirs.some(({ form, offset, length }) => {
    if (form !== initials) return false;
    const written = text.slice(offset, offset + length);
    return written === written.toUpperCase();
  });
}

/** Names that the article does not have, in whatever inflection or abbreviation. */
export const checkNames: Check = ({ words, places }, source, sentence) =>
  words.flatMap((word, at) => {
    if (
      word.kind !== 'name' ||
      at === 0 ||
      word.form.length < SHORTEST_NAME ||
      (places[at] as readonly number[]).length > 0
    )
      return [];
    if (source.initials.has(word.form)) return [];
    const opening = word.form.slice(0, OPENING_LETTERS);
    if (word.form.length >= OPENING_LETTERS && source.openings.has(opening)) return [];
    if (isCompound(word.form, source) || isSpelledOut(at, words, source)) return [];
    return [{ kind: 'name', text: sentence.slice(word.offset, word.offset + word.length) }];
  });
