import { type Lexicon, SAME_SENSE } from '../model/lexicon.ts';
import { type Alignment, isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Check } from './check.ts';
import { isCompound } from './compounds.ts';

const OPENING_LETTERS = 4;
/** What stands between two words of the article where another word may take its place: "closed it to", "shut it for". */
const GAP_MAX_WORDS = 4;
/** A sentence in which more words are put for others is a new one. */
const REPLACED_MAX_COUNT = 2;

/** Whether the article has the word in some form, or one that can stand for it. */
function isHeld({ words, places }: Alignment, at: number, source: Source, lexicon: Lexicon): boolean {
  const { form, stem } = words[at] as { form: string; stem: number };
  if ((places[at] as readonly number[]).length > 0 || source.initials.has(form)) return true;
  if (form.length >= OPENING_LETTERS && source.openings.has(form.slice(0, OPENING_LETTERS))) return true;
  if (isCompound(form, source)) return true;
  for (const [other, relation] of lexicon.relativesOf(source.pack, stem))
    if (relation === SAME_SENSE && source.places.has(other)) return true;
  return false;
}

/** The nearest word to one side that says something and stands in the article itself. */
function anchorBeside({ words, places }: Alignment, at: number, step: 1 | -1): number | undefined {
  for (let other = at + step; ; other += step) {
    const word = words[other];
    if (word === undefined) return undefined;
    if (!isTelling(word)) continue;
    // Where another new word comes first, they are together no word put for a word.
    return (places[other] as readonly number[]).length > 0 ? other : undefined;
  }
}

/** Whether the article has other words between the same two words, so that this one may stand for them. */
function standsForWords(alignment: Alignment, at: number, source: Source): boolean {
  const { places } = alignment;
  const before = anchorBeside(alignment, at, -1);
  const behind = anchorBeside(alignment, at, 1);
  if (before === undefined || behind === undefined) return false;
  return (places[before] as readonly number[]).some((left) =>
    (places[behind] as readonly number[]).some(
      (right) =>
        right - left > 1 &&
        right - left - 1 <= GAP_MAX_WORDS &&
        source.sentenceOf[left] === source.sentenceOf[right],
    ),
  );
}

/** Words that the article has in no form, and for which it has no others in their place: what was made up. */
export const checkAdditions: Check = (alignment, source, sentence, lexicon) => {
  const { words } = alignment;
  const added = words.flatMap((word, at) =>
    isTelling(word) && word.kind !== 'number' && !isHeld(alignment, at, source, lexicon) ? [at] : [],
  );
  const faulty =
    added.length > REPLACED_MAX_COUNT ? added : added.filter((at) => !standsForWords(alignment, at, source));
  return faulty.map((at) => {
    const { offset, length } = words[at] as { offset: number; length: number };
    return { kind: 'unsupported', text: sentence.slice(offset, offset + length) };
  });
};
