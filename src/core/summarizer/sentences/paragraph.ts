import { flagsOf, IS_SPACE } from '../characters/character-classes.ts';
import type { LineShape } from './line-breaks.ts';
import type { MarkList } from '../characters/mark-list.ts';
import type { QuotedSpans } from './quoted-spans.ts';

/** One paragraph on its way to be cut: a range of the text without a blank line inside. */
export interface Block {
  text: string;
  language: string;
  start: number;
  end: number;
  /** The marks of the whole text, and the number of the first that stands in the block or behind it. */
  marks: MarkList;
  firstMark: number;
  spans: QuotedSpans;
  lines: LineShape | undefined;
}

export const isSpace = (code: number): boolean => (flagsOf(code) & IS_SPACE) !== 0;

export function skipSpaces(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isSpace(text.charCodeAt(index))) index += 1;
  return index;
}
