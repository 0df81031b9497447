import { isSpace, skipSpaces } from './block.ts';
import { LINE, markOf } from './sentence-marks.ts';

/** A paragraph as a range of the text. */
interface TextBlock {
  start: number;
  end: number;
  lines: number;
}

/** Line ends other than a line feed; without them a native search finds the lines. */
const RARE_LINE_END = /[\r\v\f\u0085\u2028\u2029]/u;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const PARAGRAPH_SEPARATOR = 0x2029;

function findLineEnd(text: string, from: number, rare: boolean): number {
  if (!rare) {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
  }
  let at = from;
  while (at < text.length && markOf(text.charCodeAt(at)) !== LINE) at += 1;
  return at;
}

/** Line breaks in the white space that begins at `index`, and where it ends. */
function countBreaks(text: string, index: number): { breaks: number; next: number } {
  let breaks = 0;
  let next = index;
  for (; next < text.length && isSpace(text.charCodeAt(next)); next += 1) {
    const code = text.charCodeAt(next);
    const isSecondOfTwo = code === LINE_FEED && text.charCodeAt(next - 1) === CARRIAGE_RETURN;
    if (markOf(code) === LINE && !isSecondOfTwo) breaks += code === PARAGRAPH_SEPARATOR ? 2 : 1;
  }
  return { breaks, next };
}

/** Cuts a text at its blank lines. Linear. */
export function listBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const rare = RARE_LINE_END.test(text);
  let start = skipSpaces(text, 0, text.length);
  let lines = 1;
  for (let at = findLineEnd(text, start, rare); start < text.length; at = findLineEnd(text, at, rare)) {
    const { breaks, next } = countBreaks(text, at);
    if (breaks > 1 || next >= text.length) {
      blocks.push({ start, end: at, lines });
      start = next;
      lines = 1;
    } else lines += 1;
    at = next;
  }
  return blocks;
}
