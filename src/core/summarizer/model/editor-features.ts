import { type Article, termCount } from '../article/read-article.ts';
import { holdsQuote, opensWithQuote } from '../article/sentence-signs.ts';
import { repeatsSource, type SourceMatch } from '../matching/match-source.ts';
import type { StemIndex } from '../matching/stem-index.ts';
import { logOfNext, SENTENCE_FEATURES, SENTENCE_WIDTH } from './sentence-features.ts';

/** What an editor's choice is learned from: few and plain, the same in every language. */
export const EDITOR_FEATURES = [
  'headline',
  'headline covered',
  'repeats headline',
  'description',
  'description covered',
  'best of both',
  'opening',
  'lateness',
  'announced opening',
  'opening without headline',
  'lateness without headline',
  'last',
  'opens paragraph',
  'alone in paragraph',
  'very short',
  'short',
  'length',
  'long',
  'number',
  'names',
  'opens with quote',
  'holds quote',
  'leans back',
  'answered back',
  'short and answered back',
  'first person',
  'central',
] as const;

export const EDITOR_WIDTH: number = EDITOR_FEATURES.length;

const column = (name: (typeof EDITOR_FEATURES)[number]): number => EDITOR_FEATURES.indexOf(name);
const HEADLINE = column('headline');
const HEADLINE_COVERED = column('headline covered');
const REPEATS_HEADLINE = column('repeats headline');
const DESCRIPTION = column('description');
const DESCRIPTION_COVERED = column('description covered');
const BEST_OF_BOTH = column('best of both');
const OPENING = column('opening');
const LATENESS = column('lateness');
const ANNOUNCED_OPENING = column('announced opening');
const BARE_OPENING = column('opening without headline');
const BARE_LATENESS = column('lateness without headline');
const LAST = column('last');
const OPENS_PARAGRAPH = column('opens paragraph');
const ALONE = column('alone in paragraph');
const VERY_SHORT = column('very short');
const SHORT = column('short');
const LENGTH = column('length');
const LONG = column('long');
const NUMBER = column('number');
const NAMES = column('names');
const OPENS_WITH_QUOTE = column('opens with quote');
const HOLDS_QUOTE = column('holds quote');
const LEANS_BACK = column('leans back');
const ANSWERED_BACK = column('answered back');
const SHORT_ANSWERED_BACK = column('short and answered back');
const FIRST_PERSON = column('first person');
const CENTRAL = column('central');
/** Where the rows of the sentence features have the same. */
const FIRST_PERSON_SENTENCE = SENTENCE_FEATURES.indexOf('speaks in the first person');
const NUMBER_SENTENCE = SENTENCE_FEATURES.indexOf('holds number');
const CAPITALS_SENTENCE = SENTENCE_FEATURES.indexOf('capitals');

const VERY_SHORT_LENGTH = 6;
const SHORT_LENGTH = 10;
const FULL_LENGTH = 13;
/** What goes beyond is measured in tens of words. */
const LONG_LENGTH = 22;
const EXCESS_STEP = 10;
const MOST_EXCESS = 2;
const MANY_NAMES = 3;
/** Worths differ by hundredths. */
const CENTRAL_SCALE = 10;

/** What the page says of itself: headline and description, matched with every sentence. */
export interface Announcements {
  index: StemIndex | undefined;
  title: SourceMatch | undefined;
  description: SourceMatch | undefined;
}

/** What the features are measured from beside the article. */
export interface EditorMaterial {
  announcements: Announcements;
  dangling: Uint8Array;
  /** Sentences that take up the one before as something said. */
  takingUp: Uint8Array;
  /** Lines that are never printed; they have no place among the others. */
  barred: Uint8Array;
  /** Worth of each sentence by its words. */
  values: Float64Array;
  /** Rows of `SENTENCE_FEATURES`. */
  features: Float64Array;
}

const shareOfBest = (match: SourceMatch | undefined, sentence: number): number =>
  match === undefined || match.best === 0 ? 0 : (match.scores[sentence] as number) / match.best;

/** Highest value among the sentences that may be printed. */
function highest(count: number, barred: Uint8Array, worthOf: (sentence: number) => number): number {
  let best = 0;
  for (let at = 0; at < count; at += 1) if (barred[at] === 0) best = Math.max(best, worthOf(at));
  return best;
}

/** Features row by row, at first all 0; `from` is where the row of a sentence begins. */
type Rows = Float64Array;

function measureAnnounced(
  rows: Rows,
  from: number,
  { index, title, description }: Announcements,
  at: number,
): void {
  rows[from + HEADLINE] = shareOfBest(title, at);
  rows[from + DESCRIPTION] = shareOfBest(description, at);
  rows[from + HEADLINE_COVERED] = title?.covered[at] ?? 0;
  rows[from + DESCRIPTION_COVERED] = description?.covered[at] ?? 0;
  if (title !== undefined && index !== undefined && repeatsSource(title, index, at))
    rows[from + REPEATS_HEADLINE] = 1;
}

/** @param place - Number of the sentence among those that may be printed. */
function measurePlace(
  rows: Rows,
  from: number,
  { paragraphs }: Article,
  at: number,
  place: number,
  printable: number,
  announced: boolean,
): void {
  const opening = 1 / (1 + place);
  const lateness = logOfNext(place) / logOfNext(Math.max(1, printable));
  const opens = paragraphs[at] !== paragraphs[at - 1];
  rows[from + OPENING] = opening;
  rows[from + LATENESS] = lateness;
  rows[from + ANNOUNCED_OPENING] =
    opening * Math.max(rows[from + HEADLINE] as number, rows[from + DESCRIPTION] as number);
  rows[from + BARE_OPENING] = announced ? 0 : opening;
  rows[from + BARE_LATENESS] = announced ? 0 : lateness;
  if (place >= printable - 1) rows[from + LAST] = 1;
  if (opens) rows[from + OPENS_PARAGRAPH] = 1;
  if (opens && paragraphs[at] !== paragraphs[at + 1]) rows[from + ALONE] = 1;
}

/** @param features - Rows of `SENTENCE_FEATURES`. */
function measureWords(rows: Rows, from: number, article: Article, at: number, features: Float64Array): void {
  const row = at * SENTENCE_WIDTH;
  const length = termCount(article, at);
  const names = Math.round(length * (features[row + CAPITALS_SENTENCE] as number));
  rows[from + NUMBER] = features[row + NUMBER_SENTENCE] as number;
  rows[from + FIRST_PERSON] = features[row + FIRST_PERSON_SENTENCE] as number;
  rows[from + NAMES] = Math.min(MANY_NAMES, names) / MANY_NAMES;
  if (length < VERY_SHORT_LENGTH) rows[from + VERY_SHORT] = 1;
  if (length < SHORT_LENGTH) rows[from + SHORT] = 1;
  rows[from + LENGTH] = Math.min(FULL_LENGTH, length) / FULL_LENGTH;
  rows[from + LONG] = Math.min(MOST_EXCESS, Math.max(0, length - LONG_LENGTH) / EXCESS_STEP);
}

/** A claim that the next sentence takes up ("That is what leaflets say, but …") says the wrong thing by itself. */
function measureStanding(
  rows: Rows,
  from: number,
  article: Article,
  at: number,
  { dangling, takingUp }: EditorMaterial,
): void {
  const { paragraphs } = article;
  const answered = (takingUp[at + 1] ?? 0) > 0;
  const together = paragraphs[at] === paragraphs[at + 1];
  rows[from + LEANS_BACK] = dangling[at] as number;
  if (answered && together) rows[from + ANSWERED_BACK] = 1;
  if (answered && termCount(article, at) < SHORT_LENGTH) rows[from + SHORT_ANSWERED_BACK] = 1;
  if (opensWithQuote(article, at)) rows[from + OPENS_WITH_QUOTE] = 1;
  if (holdsQuote(article, at)) rows[from + HOLDS_QUOTE] = 1;
}

/** Features of every sentence, row by row. Linear. */
export function measureEditorFeatures(article: Article, material: EditorMaterial): Float64Array {
  const { announcements, barred, values, features } = material;
  const count = article.sentences.length;
  const rows = article.arena.float64(count * EDITOR_WIDTH);
  const bothOf = (at: number) =>
    shareOfBest(announcements.title, at) + shareOfBest(announcements.description, at);
  const bestValue = highest(count, barred, (at) => values[at] as number);
  const isAnnounced = announcements.index !== undefined;
  const bestOfBoth = isAnnounced ? highest(count, barred, bothOf) : 0;
  const printable = barred.reduce((sum, mark) => sum + 1 - mark, 0);
  let place = 0;
  for (let at = 0; at < count; at += 1) {
    const from = at * EDITOR_WIDTH;
    if (isAnnounced) measureAnnounced(rows, from, announcements, at);
    measurePlace(rows, from, article, at, place, printable, announcements.title !== undefined);
    measureWords(rows, from, article, at, features);
    measureStanding(rows, from, article, at, material);
    if (bestOfBoth > 0 && bothOf(at) === bestOfBoth) rows[from + BEST_OF_BOTH] = 1;
    rows[from + CENTRAL] = CENTRAL_SCALE * ((values[at] as number) - bestValue);
    if (barred[at] === 0) place += 1;
  }
  return rows;
}
