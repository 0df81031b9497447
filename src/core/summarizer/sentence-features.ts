import { type Article, termCount } from './article.ts';
import type { Estimate } from './estimate.ts';
import { hashWord } from './scan-terms.ts';
import { asks, endsWithMark, hasLeadingColon, holdsQuote, opensWithQuote } from './sentence-signs.ts';
import { shareOfMatch } from './sentence-values.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from './term-list.ts';

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

const FIRST_PERSON =
  'we my our you je nous vous mon notre votre ich wir uns mein yo nosotros jeg vi tôi chúng'
    .split(' ')
    .map(hashWord);
/** The English pronoun is told from the Scandinavian preposition by its capital. */
const I = hashWord('I');

const VERY_SHORT = 8;
const SHORT = 12;
const LONG = 40;
const LOGS = Float64Array.from({ length: 256 }, (_, index) => Math.log1p(index));
const latenessOf = (index: number): number => LOGS[index] ?? Math.log1p(index);

const flag = (condition: boolean): number => (condition ? 1 : 0);

/** Terms of an article that a speaker uses of himself. */
function markFirstPerson({ table, arena }: Article): Uint8Array {
  const marks = arena.uint8(table.size);
  for (const hash of FIRST_PERSON) {
    const term = table.find(hash);
    if (term >= 0) marks[term] = 1;
  }
  return marks;
}

interface TermSigns {
  digits: number;
  capitals: number;
  firstPerson: number;
}

function readTerms(article: Article, sentence: number, firstPerson: Uint8Array): TermSigns {
  const { starts, list, terms } = article;
  const i = article.table.find(I);
  const from = starts[sentence] as number;
  const to = starts[sentence + 1] as number;
  const signs = { digits: 0, capitals: 0, firstPerson: 0 };
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const shape = list.shapeAt(at);
    const term = terms[at] as number;
    if ((shape & TERM_DIGIT) !== 0) signs.digits = 1;
    if ((shape & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL) capitals += 1;
    if (firstPerson[term] === 1 || (term === i && (shape & TERM_CAPITAL) !== 0)) signs.firstPerson = 1;
  }
  signs.capitals = capitals / Math.max(1, to - from);
  return signs;
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
  const { sentences, paragraphs } = article;
  const rows = article.arena.float64(sentences.length * SENTENCE_WIDTH);
  const bestMatch = highest(matches);
  const bestValue = highest(values);
  const firstPerson = markFirstPerson(article);
  for (let index = 0; index < sentences.length; index += 1) {
    const length = termCount(article, index);
    const signs = readTerms(article, index, firstPerson);
    const match = matches[index] as number;
    const value = values[index] as number;
    rows.set(
      [
        flag(index === 0),
        flag(index === 1),
        flag(index === 2),
        flag(index >= 3 && index <= 5),
        latenessOf(index),
        flag(index === sentences.length - 1),
        dangling[index] as number,
        flag(opensWithQuote(article, index)),
        flag(holdsQuote(article, index)),
        flag(asks(article, index)),
        signs.digits,
        signs.capitals,
        flag(length < VERY_SHORT),
        flag(length < SHORT),
        flag(length > LONG),
        signs.firstPerson,
        flag(hasLeadingColon(article, index)),
        flag(index === 0 || paragraphs[index] !== paragraphs[index - 1]),
        flag(!endsWithMark(article, index)),
        shareOfMatch(match),
        flag(match > 1 && match === bestMatch),
        value,
        flag(value === bestValue),
      ],
      index * SENTENCE_WIDTH,
    );
  }
  return rows;
}
