import type { Article } from '../article/read-article.ts';
import {
  asks,
  endsWithMark,
  hasLeadingColon,
  holdsQuote,
  opensWithQuote,
} from '../article/sentence-signs.ts';
import { hashWord, hashWords } from '../terms/scan-terms.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from '../terms/term-list.ts';
import type { Estimate } from './estimate-use.ts';
import { shareOfMatch } from './sentence-values.ts';

/** What is added to a sentence beside its words; learned on whole summaries. */
export const SENTENCE_FEATURES = [
  'first',
  'second',
  'third',
  'fourth to sixth',
  'lateness',
  'last',
  'dangling start',
  'opens with quote',
  'holds quote',
  'asks',
  'holds number',
  'capitals',
  'very short',
  'short',
  'long',
  'speaks in the first person',
  'leading colon',
  'opens paragraph',
  'no end mark',
  'title match',
  'best title match',
  'value',
  'best value',
] as const;

export const SENTENCE_WIDTH: number = SENTENCE_FEATURES.length;

const column = (name: (typeof SENTENCE_FEATURES)[number]): number => SENTENCE_FEATURES.indexOf(name);
const FIRST = column('first');
const SECOND = column('second');
const THIRD = column('third');
const FOURTH_TO_SIXTH = column('fourth to sixth');
const LATENESS = column('lateness');
const LAST = column('last');
const DANGLING_START = column('dangling start');
const OPENS_WITH_QUOTE = column('opens with quote');
const HOLDS_QUOTE = column('holds quote');
const ASKS = column('asks');
const HOLDS_NUMBER = column('holds number');
const CAPITALS = column('capitals');
const VERY_SHORT = column('very short');
const SHORT = column('short');
const LONG = column('long');
const FIRST_PERSON = column('speaks in the first person');
const LEADING_COLON = column('leading colon');
const OPENS_PARAGRAPH = column('opens paragraph');
const NO_END_MARK = column('no end mark');
const TITLE_MATCH = column('title match');
const BEST_TITLE_MATCH = column('best title match');
const VALUE = column('value');
const BEST_VALUE = column('best value');

const VERY_SHORT_LENGTH = 8;
const SHORT_LENGTH = 12;
const LONG_LENGTH = 40;
const LOGS = Float64Array.from({ length: 256 }, (_, index) => Math.log1p(index));
/** The natural logarithm of one more than a whole number. */
export const logOfNext = (index: number): number => LOGS[index] ?? Math.log1p(index);

/** What the place of each of the first sentences is told by. */
const PLACES = [FIRST, SECOND, THIRD, FOURTH_TO_SIXTH, FOURTH_TO_SIXTH, FOURTH_TO_SIXTH];

/** Features row by row, at first all 0; `from` is where the row of a sentence begins. */
type Rows = Float64Array;

function measurePlace(rows: Rows, from: number, { paragraphs, sentences }: Article, index: number): void {
  if (index < PLACES.length) rows[from + (PLACES[index] as number)] = 1;
  rows[from + LATENESS] = logOfNext(index);
  if (index === sentences.length - 1) rows[from + LAST] = 1;
  if (index === 0 || paragraphs[index] !== paragraphs[index - 1]) rows[from + OPENS_PARAGRAPH] = 1;
}

function measureMarks(rows: Rows, from: number, article: Article, index: number): void {
  if (opensWithQuote(article, index)) rows[from + OPENS_WITH_QUOTE] = 1;
  if (holdsQuote(article, index)) rows[from + HOLDS_QUOTE] = 1;
  if (asks(article, index)) rows[from + ASKS] = 1;
  if (hasLeadingColon(article, index)) rows[from + LEADING_COLON] = 1;
  if (!endsWithMark(article, index)) rows[from + NO_END_MARK] = 1;
}

const SELF_WORDS = hashWords(
  'we my our you je nous vous mon notre votre ich wir uns mein yo nosotros jeg vi tôi chúng',
);
/** The English pronoun is told from the Scandinavian preposition by its capital. */
const I = hashWord('I');
const SELF = 1;
const SELF_WITH_CAPITAL = 2;

/** Terms of an article that a speaker uses of himself. */
function markSelf({ table, arena }: Article): Uint8Array {
  const marks = arena.uint8(table.size);
  for (const hash of SELF_WORDS) {
    const term = table.find(hash);
    if (term >= 0) marks[term] = SELF;
  }
  const pronoun = table.find(I);
  if (pronoun >= 0) marks[pronoun] = SELF_WITH_CAPITAL;
  return marks;
}

function measureWords(
  rows: Rows,
  from: number,
  { starts, list: { shapes }, terms }: Article,
  index: number,
  self: Uint8Array,
): void {
  const first = starts[index] as number;
  const to = starts[index + 1] as number;
  let capitals = 0;
  for (let at = first; at < to; at += 1) {
    const shape = shapes[at] as number;
    const own = self[terms[at] as number] as number;
    if ((shape & TERM_DIGIT) !== 0) rows[from + HOLDS_NUMBER] = 1;
    if ((shape & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL) capitals += 1;
    if (own === SELF || (own === SELF_WITH_CAPITAL && (shape & TERM_CAPITAL) !== 0))
      rows[from + FIRST_PERSON] = 1;
  }
  const length = to - first;
  rows[from + CAPITALS] = capitals / Math.max(1, length);
  if (length < VERY_SHORT_LENGTH) rows[from + VERY_SHORT] = 1;
  if (length < SHORT_LENGTH) rows[from + SHORT] = 1;
  if (length > LONG_LENGTH) rows[from + LONG] = 1;
}

const highest = (values: ArrayLike<number>): number => {
  let best = 0;
  for (let at = 0; at < values.length; at += 1) best = Math.max(best, values[at] as number);
  return best;
};

/** Features of every sentence, row by row. Linear. */
export function measureSentenceFeatures(
  article: Article,
  { values, matches }: Pick<Estimate, 'values' | 'matches'>,
  dangling: Uint8Array,
): Float64Array {
  const { sentences, arena } = article;
  const rows = arena.float64(sentences.length * SENTENCE_WIDTH);
  const bestMatch = highest(matches);
  const bestValue = highest(values);
  const self = markSelf(article);
  for (let index = 0; index < sentences.length; index += 1) {
    const from = index * SENTENCE_WIDTH;
    const match = matches[index] as number;
    const value = values[index] as number;
    measurePlace(rows, from, article, index);
    measureMarks(rows, from, article, index);
    measureWords(rows, from, article, index, self);
    rows[from + DANGLING_START] = dangling[index] as number;
    rows[from + TITLE_MATCH] = shareOfMatch(match);
    if (match > 1 && match === bestMatch) rows[from + BEST_TITLE_MATCH] = 1;
    rows[from + VALUE] = value;
    if (value === bestValue) rows[from + BEST_VALUE] = 1;
  }
  return rows;
}
