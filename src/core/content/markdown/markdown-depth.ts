/**
 * Counts how deep block quotes and lists of a Markdown text stand in one another, without parsing it.
 *
 * Linear, one pass over the starts of lines. A line is as deep as its `>` marks plus the list markers that are open
 * at its column; a marker closes those that start at its column or right of it (CommonMark 0.31.2, sections 5.1 and
 * 5.2). A line without marks may go on with the paragraph before it and is as deep as that ("lazy continuation").
 * The count errs on the high side only; 257 levels need a line that is indented by more than 500 columns or holds
 * that many marks.
 *
 * @param limit - Deepest level that is accepted; counting stops behind it.
 * @returns The deepest level, or `limit + 1` for a text that is deep in too many lines: a parser keeps every line for
 *   every level: 250 levels over 500,000 short lines are 125 million entries.
 */
export function markdownDepth(source: string, limit: number): number {
  const markers: number[] = [];
  let deepest = 0;
  let before = 0;
  let deepLevels = 0;
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 ? source.length : newline;
    const own = depthOfLine(source, start, end, markers);
    const depth = own === 0 && hasText(source, start, end) ? before : own;
    deepest = Math.max(deepest, depth);
    deepLevels += Math.max(0, depth - USUAL_DEPTH);
    if (deepest > limit) return deepest;
    if (deepLevels > MAX_DEEP_LEVELS) return limit + 1;
    before = depth;
    start = end + 1;
  }
  return deepest;
}

/** Nobody writes deeper; the levels beyond are added up over all lines. */
const USUAL_DEPTH = 16;
const MAX_DEEP_LEVELS = 10_000;

const TAB_STOP = 4;
const LIST_MARKER = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;

function depthOfLine(source: string, start: number, end: number, markers: number[]): number {
  let quotes = 0;
  let column = 0;
  for (let at = start; at < end; ) {
    const character = source[at];
    if (character === ' ') column += 1;
    else if (character === '\t') column += TAB_STOP - (column % TAB_STOP);
    else if (character === '>') {
      quotes += 1;
      column += 1;
    } else {
      LIST_MARKER.lastIndex = at;
      const width = LIST_MARKER.exec(source)?.[0].length ?? 0;
      if (width === 0) break;
      while ((markers.at(-1) ?? -1) >= column) markers.pop();
      markers.push(column);
      column += width;
      at += width - 1;
    }
    at += 1;
  }
  return column > 0 ? quotes + markers.length : 0;
}

function hasText(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const character = source[at];
    if (character !== ' ' && character !== '\t' && character !== '\r') return true;
  }
  return false;
}
