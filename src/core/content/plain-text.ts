import type { Paragraph } from './body/paragraph.ts';
import { foldSpaces } from './body/whitespace.ts';
import { cleanText } from './html/allow-list.ts';
import { Budget } from './html/body-refused.ts';
import { escapeText } from './html/sanitize.ts';

/**
 * Finds the paragraphs of plain text.
 *
 * Blank lines part them; the lines between them belong together, as mail and text editors wrap them. Two kinds of
 * text do without blank lines, and there each line is a paragraph: lines longer than any editor wraps, and a text
 * that has no blank line at all and was not wrapped (see {@link looksWrapped}).
 *
 * @throws {BodyRefused} `too-many-elements`.
 */
export function splitText(source: string): Paragraph[] {
  const budget = new Budget();
  const paragraphs: Paragraph[] = [];
  for (const block of splitParagraphs(cleanText(source))) {
    const text = foldSpaces(block).trim();
    if (text === '') continue;
    budget.spend();
    paragraphs.push({ text, pinned: false });
  }
  return paragraphs;
}

/** The body of plain text: each paragraph escaped, in a `p`. */
export function writeParagraphs(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }, index) => `<p id="p${index + 1}">${escapeText(text)}</p>`).join('');
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
      open = [line.trim()];
      blocks.push(open);
    } else {
      open.push(line.trim());
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

/** Below this, lines were ended by hand: verse, lists, addresses. */
const NARROWEST_WRAP = 40;
/** Of the line ends of a wrapped text; the rest are ends of paragraphs, or lines broken by hand. */
const MIN_FORCED_ENDS = 0.5;

/**
 * Whether an editor ended these lines: at most ends, the first word of the next line would not have fitted any more.
 * The width is the longest line's.
 */
function looksWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  if (lines.length === 1 || width < NARROWEST_WRAP) return lines.length === 1;
  let forced = 0;
  for (const [index, line] of lines.entries()) {
    const nextWord = /^\S+/.exec(lines[index + 1] ?? '')?.[0];
    if (nextWord !== undefined && line.length + 1 + nextWord.length > width) forced += 1;
  }
  return forced / (lines.length - 1) >= MIN_FORCED_ENDS;
}

/** Scripts that write no spaces between words: a wrapped line goes on without one. */
const SPACELESS = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF]';
const SPACELESS_END = new RegExp(`${SPACELESS}$`, 'u');
const SPACELESS_START = new RegExp(`^${SPACELESS}`, 'u');

function joinLines(lines: readonly string[]): string {
  const seams = lines.map((line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return '';
    return SPACELESS_END.test(before.slice(-2)) && SPACELESS_START.test(line) ? '' : ' ';
  });
  return lines.map((line, index) => seams[index] + line).join('');
}
