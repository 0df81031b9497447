import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPages, type Truth } from '../../src/cli/evaluation/extraction-pages.ts';
import { decodePage } from '../../src/core/extraction/page/decode-page.ts';
import { readPage } from '../../src/core/extraction/read-page.ts';
import { findPlaces } from '../../src/core/injection/find-places.ts';
import { foldWords, PageWords } from '../../src/core/injection/find-words.ts';
import { placeBoxes, splicePieces } from '../../src/core/injection/place-boxes.ts';
import {
  type Element,
  isElement,
  isText,
  type ParentNode,
  scanPage,
} from '../../src/core/injection/scan-page.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/suites/pages', import.meta.url));

/** Signs that no page has, to be found again among its words; pages draw their icons with the other private characters. */
const SIGNS = { above: '\u{10FF0A}', below: '\u{10FF0B}' };
const PIECES = { above: `<div>${SIGNS.above}</div>`, below: `<div>${SIGNS.below}</div>` };

/** Lines of the truth; shorter ones are names, dates and credits. */
const LINE_MIN_LETTERS = 60;
/** A letter of these scripts says as much as three of an alphabet. */
const DENSE_LETTER = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;
const DENSE_LETTER_WEIGHT = 3;
const KEY_LETTERS = 32;
/** So much of the page may stand between two lines of the truth. */
const NEXT_LINE_MAX_LETTERS = 5_000;
/** A box may stand above a picture with its caption, or below a line about the author, no further. */
const NEAR_MAX_LETTERS = 1_500;
/** What the truth counts as its first or last line where a reader sees a teaser or who the author is. */
const EDGE_MAX_LETTERS = 300;
const RIGHT_MIN_SHARE = 0.95;
/** Its truth goes on to the author's life and the print edition, 440 letters below the last paragraph. */
const FURTHER_PAGE = 'readability-nytimes-3.html';

type Verdict = 'right' | 'at an edge' | 'left out' | 'misplaced' | 'no article';

/** By where the article's first and last words are, as people have marked them. */
function judge(truth: Truth, bytes: Uint8Array): Verdict {
  const contentType = truth.encoding == null ? 'text/html' : `text/html; charset=${truth.encoding}`;
  const source = decodePage(bytes, contentType);
  const page = scanPage(source);
  const words = page && new PageWords(page.document);
  const [start, end] = words === undefined ? [-1, -1] : findExtent(words, paragraphsOf(truth, words));
  if (page === undefined || start === -1 || end === -1 || end < start) return 'no article';
  const { html, isArticle } = readPage({ bytes, contentType, url: truth.url, robots: '' });
  const places = isArticle ? findPlaces({ bytes, contentType }, html) : undefined;
  if (places === undefined) return 'left out';
  const boxed = scanPage(splicePieces(source, placeBoxes(page.tags, places), PIECES));
  const found = new PageWords(boxed?.document as ParentNode).text;
  const above = found.indexOf(SIGNS.above);
  const below = found.indexOf(SIGNS.below) - SIGNS.above.length;
  if (above < 0 || below < 0) return 'left out';
  const before = start - above; // Letters of the page between a box and the words that it stands at.
  const behind = below - end;
  if (Math.min(before, behind) < -EDGE_MAX_LETTERS || Math.max(before, behind) > NEAR_MAX_LETTERS)
    return 'misplaced';
  return before >= 0 && behind >= 0 ? 'right' : 'at an edge';
}

/** Lines of the truth that are paragraphs to a reader: a page says by its own names what is a caption or a comment. */
function paragraphsOf(truth: Truth, words: PageWords): string[] {
  const lines = linesOf(truth)
    .filter((line) => weightOf(line) >= LINE_MIN_LETTERS)
    .map((line) => ({ line, around: elementsAround(nodeOf(words, line)).filter(isCaptionOrComment) }));
  const lettersIn = (element: Element) =>
    lines.reduce((sum, { line, around }) => sum + (around.includes(element) ? line.length : 0), 0);
  const letters = lines.reduce((sum, { line }) => sum + line.length, 0);
  // Some pages call all of an article so.
  const isParagraph = ({ around }: { around: Element[] }) =>
    around.every((element) => lettersIn(element) > letters / 2);
  const paragraphs = lines.slice(lines.findIndex(isParagraph), lines.findLastIndex(isParagraph) + 1);
  return paragraphs.map(({ line }) => line);
}

function nodeOf(words: PageWords, line: string): ParentNode | null {
  const at = findLine(words.text, line);
  return at === -1 ? null : (words.nodeAt(at)?.parentNode ?? null);
}

function longestOf(lines: readonly string[]): string {
  return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}

function weightOf(line: string): number {
  return line.length + (DENSE_LETTER_WEIGHT - 1) * (line.match(DENSE_LETTER)?.length ?? 0);
}

const OTHER_NAME = /(?:^|[-_ ])(?:fig)?(?:captions?|comments?|commentlist)(?:$|[-_ ])/iu;

function elementsAround(node: ParentNode | null): Element[] {
  return node === null || !isElement(node) ? [] : [node, ...elementsAround(node.parentNode)];
}

function isCaptionOrComment({ tagName, attrs }: Element): boolean {
  const names = attrs.filter(({ name }) => name === 'class' || name === 'id').map(({ value }) => value);
  return tagName === 'figcaption' || names.some((name) => OTHER_NAME.test(name));
}

/** Where a line stands: the whole of it, else by how it begins, else by how it ends. -1: nowhere. */
function findLine(words: string, line: string): number {
  const keys = [line, line.slice(0, 2 * KEY_LETTERS), line.slice(-KEY_LETTERS)];
  return keys.map((key) => words.indexOf(key)).find((at) => at !== -1) ?? -1;
}

/**
 * Teasers, captions and comments quote an article, and lines come again in it: its first and last words are those that are
 * met when its lines are followed from the longest one on. -1: not on the page.
 */
function findExtent({ text: words }: PageWords, lines: readonly string[]): [start: number, end: number] {
  if (lines.length === 0) return [-1, -1];
  const index = lines.indexOf(longestOf(lines));
  const middle = findLine(words, lines[index] ?? '');
  let [start, end] = [middle, middle];
  for (const line of lines.slice(0, index).toReversed()) {
    const found = lineAbove(words, line, start);
    if (found !== -1) start = found;
    else if (line === lines[0]) return [-1, -1];
  }
  for (const line of lines.slice(index)) {
    const found = lineBehind(words, line, end);
    if (found !== -1) end = found;
    else if (line === lines.at(-1)) return [-1, -1];
  }
  return [start, end];
}

/** Where the last line begins that ends before an offset; one that begins otherwise on the page is told by its end. */
function lineAbove(words: string, line: string, to: number): number {
  const keys = [line, line.slice(0, KEY_LETTERS), line.slice(-KEY_LETTERS)];
  const from = to - line.length - NEXT_LINE_MAX_LETTERS;
  return keys.map((key) => words.lastIndexOf(key, to - 1)).find((at) => at !== -1 && at >= from) ?? -1;
}

/** Where the next line ends. */
function lineBehind(words: string, line: string, from: number): number {
  for (const key of [line, line.slice(-KEY_LETTERS)]) {
    const found = words.indexOf(key, from);
    if (found !== -1 && found - from <= line.length + NEXT_LINE_MAX_LETTERS) return found + key.length;
  }
  return -1;
}

function linesOf({ text, expected_html: html }: Truth): string[] {
  if (html == null) return (text ?? '').split(/\n+/u).map(foldWords);
  const document = scanPage(html)?.document;
  return document === undefined ? [] : [...blocksOf(document)].map(foldWords);
}

const BLOCKS = new Set(
  'p li blockquote pre h1 h2 h3 h4 figure figcaption td div section article main header footer aside ul ol dl table tbody tr'.split(
    ' ',
  ),
);
const NO_PARAGRAPH = new Set('h1 h2 h3 h4 figure figcaption'.split(' '));

function* blocksOf(parent: ParentNode): Generator<string> {
  const holdsBlock = parent.childNodes.some((node) => isElement(node) && BLOCKS.has(node.tagName));
  if (!holdsBlock && isElement(parent) && BLOCKS.has(parent.tagName)) yield wordsOf(parent);
  else
    for (const node of parent.childNodes)
      if (isElement(node) && !NO_PARAGRAPH.has(node.tagName)) yield* blocksOf(node);
}

function wordsOf(parent: ParentNode): string {
  return parent.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) ? wordsOf(node) : ''))
    .join('');
}

const isHere = existsSync(FOLDER);
const pages = isHere ? await loadPages(FOLDER) : [];
const known = new Map<string, Verdict>();

/** Each page once, in a test of its own: all of them are half a minute of work. */
function verdictOn({ truth, bytes }: (typeof pages)[number]): Verdict {
  const verdict = known.get(truth.file) ?? judge(truth, bytes);
  known.set(truth.file, verdict);
  return verdict;
}

describe.skipIf(!isHere)('places of boxes in real pages', () => {
  it.each(pages)('are left out rather than far from the article in $truth.file', (page) => {
    expect(verdictOn(page) === 'misplaced').toBe(page.truth.file === FURTHER_PAGE);
  });

  it('are above the first words of the article and below its last, in those that have one', () => {
    const verdicts = Map.groupBy(pages, verdictOn);
    const countOf = (verdict: Verdict) => verdicts.get(verdict)?.length ?? 0;
    const share = countOf('right') / (pages.length - countOf('no article'));
    const told = [...verdicts].map(([verdict, { length }]) => `${verdict} ${length}`).join(', ');
    console.log(`Boxes by the truth file: ${told}; right in ${(100 * share).toFixed(1)} %`);
    expect(share).toBeGreaterThanOrEqual(RIGHT_MIN_SHARE);
  });
});
