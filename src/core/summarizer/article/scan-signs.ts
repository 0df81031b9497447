import { CLOSER, OPENER, QUOTE } from '../characters/mark-kinds.ts';
import type { MarkList } from '../characters/mark-list.ts';
import { isSpace } from '../characters/white-space.ts';

/** Beside one bit `1 << kind` for each kind of mark in a sentence: it holds words of somebody. */
export const QUOTATION = 1 << 15;

export const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const DOUBLE_QUOTES = codesOf('"“”„«»「」『』');
/** An apostrophe as well, unless it stands before a word. */
const SINGLE_QUOTES = codesOf("'‘");
const MAY_QUOTE = (1 << QUOTE) | (1 << OPENER) | (1 << CLOSER);

function isQuotation(text: string, start: number, index: number): boolean {
  const code = text.charCodeAt(index);
  return (
    DOUBLE_QUOTES.has(code) ||
    (SINGLE_QUOTES.has(code) && (index === start || isSpace(text.charCodeAt(index - 1))))
  );
}

/** What the marks of a sentence say, as bits; looked for from mark `first` on. Spares most sentences all further search. */
export function signsOf(text: string, start: number, end: number, marks: MarkList, first: number): number {
  let signs = 0;
  for (let mark = first; marks.indexAt(mark) < end; mark += 1) {
    const kind = 1 << marks.kindAt(mark);
    signs |= kind;
    if ((kind & MAY_QUOTE) !== 0 && isQuotation(text, start, marks.indexAt(mark))) signs |= QUOTATION;
  }
  return signs;
}
