import type { Article } from './article.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_FIRST } from './scan-terms.ts';
import type { TermMarks } from './term-features.ts';
import { TermTable } from './term-table.ts';

/** What is known of two terms that stand side by side. */
export const PAIR_FEATURES = [
  'left word',
  'right word',
  'frequency',
  'first sentence',
  'capitals',
  'digits',
  'title',
  'sentences',
  'best sentence',
  'best title match',
] as const;

export const PAIR_WIDTH: number = PAIR_FEATURES.length;

export interface Pairs {
  count: number;
  /** Pair number of the terms at `i` and `i + 1`, or -1 where a sentence ends. */
  numbers: Int32Array;
  rows: Float32Array;
}

const hashPair = (left: number, right: number): number =>
  Math.imul(left + 1, 0x9e3779b1) ^ Math.imul(right + 7, 0x85ebca6b);

function writeRow(
  rows: Float32Array,
  row: number,
  article: Article,
  at: number,
  sentence: number,
  odds: Float64Array,
  title: TermMarks | undefined,
): void {
  const { terms, shapes } = article;
  const left = terms[at] as number;
  const right = terms[at + 1] as number;
  const leftShape = shapes[at] as number;
  const rightShape = shapes[at + 1] as number;
  const leftCapital = (leftShape & (TERM_CAPITAL | TERM_FIRST)) === TERM_CAPITAL ? 1 : 0;
  rows[row] = odds[left] as number;
  rows[row + 1] = odds[right] as number;
  rows[row + 3] = sentence;
  rows[row + 4] = leftCapital + ((rightShape & TERM_CAPITAL) !== 0 ? 2 : 0);
  rows[row + 5] = ((leftShape | rightShape) & TERM_DIGIT) !== 0 ? 1 : 0;
  rows[row + 6] = title === undefined ? 0 : 1 + (title[left] as number) + (title[right] as number);
  rows[row + 9] = -1;
}

/** Numbers the pairs of an article and lays their features out row by row. Linear. */
export function measurePairs(
  article: Article,
  odds: Float64Array,
  title: TermMarks | undefined,
  values: Float64Array,
  matches: Float64Array,
): Pairs {
  const { starts, terms } = article;
  const sentences = article.sentences.length;
  const total = starts[sentences] as number;
  const numbers = new Int32Array(total).fill(-1);
  const table = new TermTable(total);
  const rows = new Float32Array(total * PAIR_WIDTH);
  const last = new Int32Array(total);
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    const to = (starts[sentence + 1] as number) - 1;
    for (let at = starts[sentence] as number; at < to; at += 1) {
      const known = table.size;
      const pair = table.add(hashPair(terms[at] as number, terms[at + 1] as number), 0);
      numbers[at] = pair;
      const row = pair * PAIR_WIDTH;
      if (pair === known) writeRow(rows, row, article, at, sentence, odds, title);
      rows[row + 2] = (rows[row + 2] as number) + 1;
      if (last[pair] !== sentence + 1) rows[row + 7] = (rows[row + 7] as number) + 1;
      last[pair] = sentence + 1;
      rows[row + 8] = Math.max(rows[row + 8] as number, values[sentence] as number);
      rows[row + 9] = Math.max(rows[row + 9] as number, matches[sentence] as number);
    }
  }
  return { count: table.size, numbers, rows };
}
