/**
 * Counts how deep block quotes and lists of a Markdown text stand in one another, without parsing it.
 *
 * Linear, one pass over the starts of lines. A line is as deep as its `>` marks plus the list markers that are open
 * at its column; a marker closes those that start at its column or right of it (CommonMark 0.31.2, sections 5.1 and
 * 5.2). Lines without a marker close nothing, so the count errs on the high side only; 257 levels need a line that
 * is indented by more than 500 columns or holds that many marks.
 */
export function markdownDepth(source: string, enough: number): number {
  const markers: number[] = [];
  let deepest = 0;
  let lineStart = 0;
  while (lineStart < source.length && deepest <= enough) {
    const newline = source.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? source.length : newline;
    deepest = Math.max(deepest, depthOfLine(source, lineStart, lineEnd, markers));
    lineStart = lineEnd + 1;
  }
  return deepest;
}

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
  return quotes + markers.length;
}
