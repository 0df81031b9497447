import { placesOf, type Source } from '../source/read-source.ts';
import type { Word, WordKind } from '../text/words.ts';
import type { SentenceView } from './sentence-view.ts';

/** What is known of a word wherever it stands in its sentence. */
export const ITSELF_FEATURES = [
  'kind',
  'times in the article',
  'exact form',
  'opening in the article',
  'in the best sentence',
  'in the three best',
  'rarity',
  'negating prefix',
  'capital unknown',
  'initials of a name',
  'letters',
  'first word',
  'share of words known',
  'words',
  'negations more than the best sentence',
  'share of the best sentence',
] as const;

const KINDS: Readonly<Record<WordKind, number>> = {
  number: 1,
  negation: 2,
  function: 3,
  name: 4,
  content: 5,
};
const MOST_TIMES = 5;
const MOST_LETTERS = 12;
const OPENING_LETTERS = 4;
const LONGEST_INITIALS = 5;
const NEGATING = ['un', 'in', 'im', 'non', 'dis', 'ir', 'mis'];
const NONE = -1;
const HUNDRED = 100;
const flag = (is: boolean): number => (is ? 1 : 0);
const percent = (share: number): number => Math.round(HUNDRED * share);

function negatingPrefix({ form }: Word, source: Source): number {
  for (const prefix of NEGATING) {
    const rest = form.slice(prefix.length);
    if (form.startsWith(prefix) && rest.length > 3 && placesOf(source, source.pack.stemOf(rest)).length > 0)
      return 1;
  }
  return NEGATING.some((prefix) => source.forms.has(prefix + form)) ? 2 : 0;
}

const isInitials = ({ form, capital }: Word): boolean =>
  capital && form.length > 1 && form.length <= LONGEST_INITIALS;

/** {@link ITSELF_FEATURES} of a word. */
export function describeItself(at: number, view: SentenceView): number[] {
  const { alignment, source, best, known, negationsMore } = view;
  const { words, places, rarity, share } = alignment;
  const word = words[at] as Word;
  const mine = places[at] as readonly number[];
  const isKnown = mine.length > 0;
  const opening = word.form.slice(0, OPENING_LETTERS);
  return [
    KINDS[word.kind],
    Math.min(MOST_TIMES, mine.length),
    flag(source.forms.has(word.form)),
    isKnown || opening.length < OPENING_LETTERS ? NONE : flag(source.openings.has(opening)),
    flag(mine.some((place) => source.sentenceOf[place] === alignment.best[0])),
    flag(mine.some((place) => best.has(source.sentenceOf[place] as number))),
    percent(rarity[at] as number),
    negatingPrefix(word, source),
    word.capital ? flag(!source.capitals.has(word.form)) : NONE,
    !isKnown && isInitials(word) ? flag(source.initials.has(word.form)) : NONE,
    Math.min(MOST_LETTERS, word.form.length),
    flag(at === 0),
    percent(known),
    words.length,
    negationsMore,
    percent(share),
  ];
}
