import { LINE, markOf } from '../characters/mark-kinds.ts';
import type { MarkList } from '../characters/mark-list.ts';
import { isSpace, skipSpaces } from '../characters/white-space.ts';

/** A paragraph as a range of the text. */
interface ParagraphRange {
  start: number;
  end: number;
  lines: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const PARAGRAPH_SEPARATOR = 0x2029;

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

/** Number of the first line end at `index` or behind it, looked for from mark `number` on. */
function nextLineEnd(marks: MarkList, index: number, number: number): number {
  let found = marks.firstFrom(index, number);
  while (found < marks.length && marks.kindAt(found) !== LINE) found += 1;
  return found;
}

/** Cuts a text at its blank lines. Linear. */
export function listParagraphs(text: string, marks: MarkList): ParagraphRange[] {
  const paragraphs: ParagraphRange[] = [];
  let start = skipSpaces(text, 0, text.length);
  let at = start;
  let mark = 0;
  let lines = 1;
  while (start < text.length) {
    mark = nextLineEnd(marks, at, mark);
    const end = Math.min(text.length, marks.indexAt(mark));
    const { breaks, next } = countBreaks(text, end);
    if (breaks > 1 || next >= text.length) {
      paragraphs.push({ start, end, lines });
      start = next;
      lines = 1;
    } else lines += 1;
    at = next;
  }
  return paragraphs;
}
