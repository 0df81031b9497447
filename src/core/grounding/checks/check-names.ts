import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Check } from './check.ts';

const OPENING_LETTERS = 4;
const SHORTEST_PART = 5;
/** "Q" of "Q4". */
const SHORTEST_NAME = 2;

/** A word that is made of one of the article's, or is part of one: "Hafenbrücke" and "Brücke". */
function isCompound({ form }: Word, { forms }: Source): boolean {
  if (form.length < SHORTEST_PART) return false;
  for (const other of forms)
    if (other.length >= SHORTEST_PART && (other.includes(form) || form.includes(other))) return true;
  return false;
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
    if (isCompound(word, source)) return [];
    return [{ kind: 'name', text: sentence.slice(word.offset, word.offset + word.length) }];
  });
