import type { Check } from './check.ts';
import { isCompound } from './compounds.ts';

const OPENING_LETTERS = 4;
/** "Q" of "Q4". */
const SHORTEST_NAME = 2;

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
    if (isCompound(word.form, source)) return [];
    return [{ kind: 'name', text: sentence.slice(word.offset, word.offset + word.length) }];
  });
