import { flagsOf } from '../characters/character-classes.ts';
import { IS_LOWER, IS_UPPER } from '../characters/class-flags.ts';
import { COLON, isTerminator } from '../characters/mark-kinds.ts';
import { skipSpaces } from '../characters/white-space.ts';
import { type LineShape, lastMark } from './line-shape.ts';
import { startsWithMarker } from './list-markers.ts';

/** Lines below this length are never the work of a wrapping program. */
const SHORTEST_WRAP = 45;

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
  return shape.longest >= SHORTEST_WRAP ? length < shape.longest * 0.6 : true;
}
