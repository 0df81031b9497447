import { QUOTE } from '../characters/mark-kinds.ts';
import type { MarkList } from '../characters/mark-list.ts';

/** What closes a quotation, by the mark that opens it; all of them are marks of the kind {@link QUOTE}. */
const CLOSERS: ReadonlyMap<number, string> = new Map(
  ['“”', '„“”', '«»', '»«', '""'].map((marks) => [marks.charCodeAt(0), marks.slice(1)]),
);
const LONGEST_QUOTATION = 800;

/** Ranges of a text's first `length` units that are quotations, in order: `[from, to)`. Goes from mark to mark. */
export function findQuotes(text: string, marks: MarkList, length: number): [from: number, to: number][] {
  const quotes: [number, number][] = [];
  for (let mark = 0; marks.indexAt(mark) < length; mark += 1) {
    if (marks.kindAt(mark) !== QUOTE) continue;
    const open = marks.indexAt(mark);
    const closers = CLOSERS.get(text.charCodeAt(open));
    if (closers === undefined) continue;
    const end = Math.min(length, open + LONGEST_QUOTATION + 1);
    let close = mark + 1;
    while (marks.indexAt(close) < end && !closers.includes(text.charAt(marks.indexAt(close)))) close += 1;
    if (marks.indexAt(close) >= end) continue;
    quotes.push([open, marks.indexAt(close)]);
    mark = close;
  }
  return quotes;
}
