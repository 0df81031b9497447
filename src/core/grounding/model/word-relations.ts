import { placeRelation } from '../language/language-pack.ts';
import { isTelling } from '../source/align.ts';
import type { Source } from '../source/read-source.ts';
import type { Word } from '../text/words.ts';
import { type Lexicon, OPPOSITE, SAME_SENSE, UNRELATED } from './lexicon.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Neighbours } from './word-neighbours.ts';

/** What is known of a word's meaning against the words that stand where it should. */
export const RELATION_FEATURES = [
  'related in its place',
  'related in the best sentences',
  'related anywhere',
  'excludes what stands there',
  'learned of the word',
] as const;

const NONE = -1;

/** How a word is related to the words at some places: opposites win over synonyms. */
function relationAt(word: Word, at: readonly number[], source: Source, lexicon: Lexicon): number {
  const relatives = lexicon.relativesOf(source.pack, word.stem);
  if (relatives.size === 0) return UNRELATED;
  let found = UNRELATED;
  for (const place of at) {
    const relation = relatives.get((source.words[place] as Word).stem);
    if (relation === OPPOSITE) return OPPOSITE;
    if (relation === SAME_SENSE) found = SAME_SENSE;
  }
  return found;
}

function relatedAnywhere({ stem }: Word, { pack, places }: Source, lexicon: Lexicon): number {
  let found = UNRELATED;
  for (const [other, relation] of lexicon.relativesOf(pack, stem)) {
    if (!places.has(other)) continue;
    if (relation === OPPOSITE) return OPPOSITE;
    found = SAME_SENSE;
  }
  return found;
}

/** How near the article comes to excluding a word; 0 for words that exclude none. */
const EXCLUSION = { known: 1, knownElsewhere: 2, unknown: 3, unknownInBest: 4, unknownInPlace: 5 } as const;

function exclusion(word: Word, isKnown: boolean, { pairs, gap }: Neighbours, view: SentenceView): number {
  const { pack, words } = view.source;
  if (word.kind === 'number' || !pack.places.has(word.stem)) return 0;
  if (isKnown && pairs.includes(1)) return EXCLUSION.known;
  const excludes = (at: number) => placeRelation(pack, word.stem, (words[at] as Word).stem) === 'opposite';
  if (isKnown) return gap.places.some(excludes) ? EXCLUSION.knownElsewhere : EXCLUSION.known;
  if (gap.places.some(excludes)) return EXCLUSION.unknownInPlace;
  return view.bestWords.some(excludes) ? EXCLUSION.unknownInBest : EXCLUSION.unknown;
}

/** {@link RELATION_FEATURES} of a word. */
export function describeRelations(
  at: number,
  neighbours: Neighbours,
  view: SentenceView,
  lexicon: Lexicon,
): number[] {
  const { alignment, source, bestWords } = view;
  const word = alignment.words[at] as Word;
  const isKnown = (alignment.places[at] as readonly number[]).length > 0;
  const isPaired = neighbours.pairs[0] === 1 && neighbours.pairs[1] === 1;
  const isJudged = isTelling(word) && word.kind !== 'number' && !isPaired;
  return [
    isJudged ? relationAt(word, neighbours.gap.places, source, lexicon) : NONE,
    isJudged ? relationAt(word, bestWords, source, lexicon) : NONE,
    isJudged && !isKnown ? relatedAnywhere(word, source, lexicon) : NONE,
    exclusion(word, isKnown, neighbours, view),
    lexicon.oddsOf(source.pack, word.form),
  ];
}
