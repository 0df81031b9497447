import type { Line } from './article-lines.ts';
import { foldWords, type PageWords } from './find-words.ts';
import { isElement, type TextNode } from './scan-page.ts';

/** The longest lines are tried in turn; the first that is on the page tells where the article is. */
const PIVOTS_MAX_COUNT = 6;
const PIVOT_LENGTH = 120;
/** Letters by which an end of a line is recognised where the whole is not there; fewer than the least could be anywhere. */
const KEY_LENGTH = 40;
const KEY_MIN_LENGTH = 16;
/** What may stand between two lines of an article, pictures and teasers in it; short lines are only looked for nearby. */
const GAP_MAX_LETTERS = 2_000;
/** A line of few words stands in menus and modules too, and belongs to the article only near the line beside it. */
const SHORT_LENGTH = 60;
const SHORT_GAP_MAX_LETTERS = 300;
const TINY_GAP_MAX_LETTERS = 40;
/** So many lines at either end may be written otherwise on the page. */
const MISSED_MAX_COUNT = 3;

interface Extent {
  start: number;
  end: number;
}

/**
 * First letter and end of the article in {@link PageWords}; undefined where the page shows other words. From its longest
 * line on, each next one is looked for near the one before, since lines come again: in teasers, in captions, in the article.
 *
 * @param lines - The article's, in their order.
 */
export function findArticleWords(words: PageWords, lines: readonly Line[]): Extent | undefined {
  const { text } = words;
  const folded = lines
    .map((line) => ({ kind: line.kind, text: foldWords(line.text) }))
    .filter((line) => line.text !== '');
  const pivot = findPivot(text, folded);
  if (pivot === undefined) return undefined;
  const start = findStart(words, folded, pivot);
  const end = findEnd(text, folded, pivot);
  if (start === undefined || end === undefined) return undefined;
  // A teaser far above, or a comment that quotes the end far below, is no part of the article.
  const length = folded.reduce((sum, line) => sum + line.text.length, 0);
  return end - start <= length * 3 + 2_000 ? { start, end } : undefined;
}

interface Pivot {
  index: number;
  at: number;
}

/** Whole lines first: a teaser of the article begins with the very same words. */
function findPivot(text: string, lines: readonly Line[]): Pivot | undefined {
  const longest = lines.toSorted((a, b) => b.text.length - a.text.length).slice(0, PIVOTS_MAX_COUNT);
  for (const length of [Number.POSITIVE_INFINITY, PIVOT_LENGTH]) {
    for (const line of longest) {
      const at = text.indexOf(line.text.slice(0, length));
      if (at !== -1) return { index: lines.indexOf(line), at };
    }
  }
  return undefined;
}

function findEnd(text: string, lines: readonly Line[], { index, at }: Pivot): number | undefined {
  let end = at;
  let skipped = 0;
  let missed = 0;
  for (const { text: line } of lines.slice(index)) {
    const found = lineBehind(text, line, end, skipped);
    missed = found === undefined ? missed + 1 : 0;
    skipped = found === undefined ? skipped + line.length : 0;
    end = found ?? end;
  }
  return end === at || missed > MISSED_MAX_COUNT ? undefined : end;
}

/** Where a line ends that begins not far behind `from`. */
function lineBehind(text: string, line: string, from: number, skipped: number): number | undefined {
  const near = text.slice(from, from + skipped + gapOf(line) + line.length);
  const whole = near.indexOf(line);
  if (whole !== -1) return from + whole + line.length;
  const key = line.length < KEY_MIN_LENGTH ? '' : line.slice(-KEY_LENGTH);
  const tail = key === '' ? -1 : near.indexOf(key);
  return tail === -1 ? undefined : from + tail + key.length;
}

/** Pictures before the first line belong to the head of the page, those behind the last one to the article. */
function findStart(words: PageWords, lines: readonly Line[], { index, at }: Pivot): number | undefined {
  const { text } = words;
  const first = lines.findIndex(({ kind }) => kind === 'text');
  let start = at;
  let skipped = 0;
  let missed = 0;
  for (let above = index - 1; above >= 0; above -= 1) {
    const { kind, text: line } = lines[above] as Line;
    if (kind === 'caption') continue;
    // A heading right above the first line belongs to it; one further up is the page's.
    const found =
      above < first ? headingRightAbove(words, line, start) : lineAbove(text, line, start, skipped);
    missed = found === undefined && above >= first ? missed + 1 : 0;
    skipped = found === undefined ? skipped + line.length : 0;
    start = found ?? start;
    if (above < first && found === undefined) break;
  }
  return missed > MISSED_MAX_COUNT ? undefined : start;
}

function headingRightAbove(words: PageWords, heading: string, start: number): number | undefined {
  const from = start - heading.length;
  return words.text.endsWith(heading, start) && !isTitle(words.nodeAt(from)) ? from : undefined;
}

/** What a page calls its title is above the box, even where it is another one than that of its window. */
function isTitle(node: TextNode | undefined): boolean {
  for (let around = node?.parentNode; around != null && isElement(around); around = around.parentNode)
    if (around.tagName === 'h1') return true;
  return false;
}

/** Where a line begins that ends not far above `to`. */
function lineAbove(text: string, line: string, to: number, skipped: number): number | undefined {
  const from = Math.max(0, to - skipped - gapOf(line) - line.length);
  const near = text.slice(from, to);
  const whole = near.lastIndexOf(line);
  if (whole !== -1) return from + whole;
  if (line.length < KEY_MIN_LENGTH) return undefined;
  const head = near.lastIndexOf(line.slice(0, KEY_LENGTH));
  if (head !== -1) return from + head;
  // The page says more within its first words, as in a card of the person that they name.
  const tail = near.lastIndexOf(line.slice(-KEY_LENGTH));
  const opening = tail === -1 ? -1 : near.lastIndexOf(line.slice(0, KEY_MIN_LENGTH), tail);
  return opening === -1 ? undefined : from + opening;
}

function gapOf({ length }: string): number {
  if (length < KEY_MIN_LENGTH) return TINY_GAP_MAX_LETTERS;
  return length < SHORT_LENGTH ? SHORT_GAP_MAX_LETTERS : GAP_MAX_LETTERS;
}
