import { joinHashes } from '../language/hash.ts';
import { findGap } from '../model/gap.ts';
import { OPPOSITE } from '../model/lexicon.ts';
import { isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import type { Fault } from '../verdict/verdict.ts';
import type { Check } from './check.ts';

/** Neighbours this far apart leave room for the word alone. */
const NARROW = 4;

const NEGATING = ['un', 'non', 'dis', 'il', 'ir', 'im', 'in'];
const SHORTEST_BASE = 5;

/** "Unsurprising" where the article has "surprising" alone, or the other way round. */
function isNegatedForm({ form }: Word, { forms }: Source): boolean {
  if (forms.has(form)) return false;
  return NEGATING.some((prefix) => {
    const base = form.slice(prefix.length);
    return (
      (form.startsWith(prefix) && base.length >= SHORTEST_BASE && forms.has(base)) ||
      (form.length >= SHORTEST_BASE && forms.has(prefix + form))
    );
  });
}

const faultOf = ({ offset, length }: Word, sentence: string): Fault => ({
  kind: 'opposite',
  text: sentence.slice(offset, offset + length),
});

/** "Rose" where the article has "fell": the word is not in the article, and its opposite stands in its place. */
export const checkOpposites: Check = ({ words, places }, source, sentence, lexicon) =>
  words.flatMap((word, at) => {
    if (!isTelling(word) || word.kind === 'number') return [];
    const pairs = source.pairs;
    const [before, behind] = [words[at - 1], words[at + 1]];
    if (before !== undefined && pairs.has(joinHashes(before.stem, word.stem))) return [];
    if (behind !== undefined && pairs.has(joinHashes(word.stem, behind.stem))) return [];
    const beside = (step: 1 | -1): readonly number[] => {
      for (let other = at + step; other >= 0 && other < words.length; other += step)
        if (isTelling(words[other] as Word) && (places[other] as readonly number[]).length > 0)
          return places[other] as readonly number[];
      return [];
    };
    if (isNegatedForm(word, source)) return [faultOf(word, sentence)];
    const gap = findGap(beside(-1), beside(1), source);
    const isKnown = (places[at] as readonly number[]).length > 0;
    if (gap.sides === 0 || (isKnown && (gap.sides === 1 || gap.width > NARROW))) return [];
    const relatives = lexicon.relativesOf(source.pack, word.stem);
    const turned = gap.places.some((place) => relatives.get((source.words[place] as Word).stem) === OPPOSITE);
    return turned ? [{ kind: 'opposite', text: sentence.slice(word.offset, word.offset + word.length) }] : [];
  });
