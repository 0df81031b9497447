import { joinLines, looksWrapped } from './body/line-structure.ts';
import type { Paragraph } from './body/paragraph.ts';
import { foldSpaces } from './body/whitespace.ts';
import { Budget } from './html/body-refused.ts';
import { cleanText } from './html/clean-text.ts';
import { escapeText } from './html/escape-text.ts';

/**
 * Finds the paragraphs of plain text.
 *
 * Blank lines part them; the lines between them belong together, as mail and text editors wrap them, or part items
 * (see {@link joinLines}). Two kinds of text do without blank lines, and there each line is a paragraph: lines longer than any editor wraps, and a text
 * that has no blank line at all and was not wrapped (see {@link looksWrapped}).
 *
 * @throws {BodyRefused} `too-many-elements`.
 */
export function splitText(source: string): Paragraph[] {
  const budget = new Budget();
  const paragraphs: Paragraph[] = [];
  for (const block of splitParagraphs(cleanText(source))) {
    const text = block.trim();
    if (text === '') continue;
    budget.spend();
    paragraphs.push({ text, pinned: false });
  }
  return paragraphs;
}

/** The body of plain text: each paragraph escaped, in a `p`, its lines parted by `br`. */
export function writeParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ text }, index) => `<p id="p${index + 1}">${escapeText(text).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** CR LF, LF, CR, form feed, NEL, and the two separators that Unicode made for this. */
const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/;

function splitParagraphs(text: string): string[] {
  const blocks = groupLines(text.split(LINE_END));
  const [only, second] = blocks;
  if (only !== undefined && second === undefined) return isParagraphPerLine(only) ? only : [joinLines(only)];
  return blocks.flatMap((lines) => (hasOverlongLine(lines) ? lines : [joinLines(lines)]));
}

/** Lines in a row without a blank one between them. */
function groupLines(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (line.trim() === '') {
      open = undefined;
    } else if (open === undefined) {
      open = [foldSpaces(line).trim()];
      blocks.push(open);
    } else {
      open.push(foldSpaces(line).trim());
    }
  }
  return blocks;
}

/** Beyond this no editor or mailer wraps by itself: the widest common setting is 132. */
const WIDEST_WRAP = 160;

function hasOverlongLine(lines: readonly string[]): boolean {
  return lines.some((line) => line.length > WIDEST_WRAP);
}

function isParagraphPerLine(lines: readonly string[]): boolean {
  return hasOverlongLine(lines) || !looksWrapped(lines);
}
