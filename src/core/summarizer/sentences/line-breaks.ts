import { isSpace, skipSpaces } from './paragraph.ts';
import { flagsOf, IS_LOWER, IS_UPPER } from '../characters/character-classes.ts';
import { startsWithMarker } from './list-markers.ts';
import { CLOSER, COLON, isTerminator, LINE, markOf, QUOTE } from '../characters/mark-kinds.ts';

/** How the lines of one block are laid out; says whether its line breaks are wrapping or meaning. */
export interface LineShape {
  count: number;
  longest: number;
  /** Many short lines without end marks: a list, a poem, a table. */
  isList: boolean;
}

const SHORT_LINE = 30;
/** Lines below this length are never the work of a wrapping program. */
const SHORTEST_WRAP = 45;

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

/** Measures the lines of a block; undefined when it is a single line, the common case. */
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

/** Whether a sentence ends at the line break at `index` (a full stop before it has been looked at already). */
export function breaksLine(
  shape: LineShape,
  text: string,
  index: number,
  lineStart: number,
  end: number,
): boolean {
  const next = skipSpaces(text, index + 1, end);
  if (next >= end || startsWithMarker(text, next)) return next < end;
  const flags = flagsOf(text.charCodeAt(next));
  const length = index - lineStart;
  const mark = lastMark(text, lineStart, index);
  if (shape.isList) return true;
  if (isTerminator(mark) || mark === COLON) return (flags & IS_LOWER) === 0;
  if ((flags & IS_UPPER) !== 0 && startsWithMarker(text, lineStart)) return true;
  if ((flags & IS_LOWER) !== 0) return false;
  if ((flags & IS_UPPER) === 0) return shape.count > 2;
  // A wrapped line is nearly full: had the next word fitted, the break was meant.
  return shape.longest >= SHORTEST_WRAP ? length < shape.longest * 0.6 : shape.count > 2;
}
