import { CLOSER, isTerminator, LINE, markOf, QUOTE } from '../characters/mark-kinds.ts';
import { isSpace } from '../characters/white-space.ts';

/** How the lines of one paragraph are laid out; says whether its line breaks are wrapping or meaning. */
export interface LineShape {
  count: number;
  longest: number;
  /** Many short lines without end marks: a list, a poem, a table. */
  isList: boolean;
}

const SHORT_LINE = 30;

/** Kind of the mark that a range ends with, white space, closing quotes and brackets passed. */
export function lastMark(text: string, from: number, to: number): number {
  let index = to - 1;
  while (index >= from && isSpace(text.charCodeAt(index))) index -= 1;
  while (
    index > from &&
    (markOf(text.charCodeAt(index)) === CLOSER || markOf(text.charCodeAt(index)) === QUOTE)
  )
    index -= 1;
  return index < from ? 0 : markOf(text.charCodeAt(index));
}

/** Measures the lines of a paragraph; undefined when it is a single line, the common case. */
export function measureLines(text: string, start: number, end: number): LineShape | undefined {
  let count = 0;
  let longest = 0;
  let openEnded = 0;
  let lineStart = start;
  for (let index = start; index <= end; index += 1) {
    if (index < end && markOf(text.charCodeAt(index)) !== LINE) continue;
    if (index > lineStart) {
      count += 1;
      longest = Math.max(longest, index - lineStart);
      if (index - lineStart <= SHORT_LINE && !isTerminator(lastMark(text, lineStart, index))) openEnded += 1;
    }
    lineStart = index + 1;
  }
  return count < 2 ? undefined : { count, longest, isList: count >= 3 && openEnded * 2 > count };
}
