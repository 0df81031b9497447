import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPages, type Truth } from '../../src/cli/evaluation/extraction-pages.ts';
import { decodePage } from '../../src/core/extraction/page/decode-page.ts';
import { readPage } from '../../src/core/extraction/read-page.ts';
import { findPlaces } from '../../src/core/injection/find-places.ts';
import { foldWords, PageWords } from '../../src/core/injection/find-words.ts';
import { placeBoxes, splicePieces } from '../../src/core/injection/place-boxes.ts';
import { isElement, isText, type ParentNode, scanPage } from '../../src/core/injection/scan-page.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/suites/pages', import.meta.url));

/** Signs that no page has, to be found again among its words. */
const SIGNS = { above: '\uE000', below: '\uE001' };
const PIECES = { above: `<div>${SIGNS.above}</div>`, below: `<div>${SIGNS.below}</div>` };

/** Lines of the truth; shorter ones are names, dates and credits. */
const LINE_MIN_LETTERS = 60;
const KEY_LETTERS = 32;
/** So much of the page may stand between two lines of the truth. */
const NEXT_LINE_MAX_LETTERS = 5_000;
/** A box may stand above a picture with its caption, or below a line about the author, no further. */
const NEAR_MAX_LETTERS = 1_500;
/** What the truth counts as its first or last line where a reader sees a caption, a teaser or who the author is. */
const EDGE_MAX_LETTERS = 300;
/** The aim is 0.95 of those with an article; this is what holds, and may only rise. */
const RIGHT_MIN_SHARE = 0.9;
/** Elsewhere a box is left out rather than misplaced; 5 of 225 are not where the truth has them, comments and teasers in it. */
const MISPLACED_MAX_SHARE = 0.03;

type Verdict = 'right' | 'at an edge' | 'left out' | 'misplaced' | 'no article';

/** By where the article's first and last words are, as people have marked them. */
function judge(truth: Truth, bytes: Uint8Array): Verdict {
  const contentType = truth.encoding == null ? 'text/html' : `text/html; charset=${truth.encoding}`;
  const source = decodePage(bytes, contentType);
  const page = scanPage(source);
  const lines = linesOf(truth).filter((line) => line.length >= LINE_MIN_LETTERS);
  const [first, last] = [lines[0], lines.at(-1)];
  if (page === undefined || first === undefined || last === undefined) return 'no article';
  const words = new PageWords(page.document).text;
  const [start, end] = findExtent(words, lines);
  if (start === -1 || end === -1 || end < start) return 'no article';
  const { html, isArticle } = readPage({ bytes, contentType, url: truth.url, robots: '' });
  const places = isArticle ? findPlaces({ bytes, contentType }, html) : undefined;
  if (places === undefined) return 'left out';
  const boxed = scanPage(splicePieces(source, placeBoxes(page.tags, places), PIECES));
  const found = new PageWords(boxed?.document as ParentNode).text;
  const above = found.indexOf(SIGNS.above);
  const below = found.indexOf(SIGNS.below);
  if (above === -1 || below === -1) return 'left out';
  const before = start - above; // Letters of the page between a box and the words that it stands at.
  const behind = below - 1 - end;
  if (Math.min(before, behind) < -EDGE_MAX_LETTERS || Math.max(before, behind) > NEAR_MAX_LETTERS)
    return 'misplaced';
  return before >= 0 && behind >= 0 ? 'right' : 'at an edge';
}

/**
 * Teasers, captions and comments quote an article, and lines come again in it: its first and last words are those that are
 * met when its lines are followed from the longest one on. -1: not on the page.
 */
function findExtent(words: string, lines: readonly string[]): [start: number, end: number] {
  const index = lines.reduce(
    (longest, line, at) => (line.length > (lines[longest]?.length ?? 0) ? at : longest),
    0,
  );
  const middle = words.indexOf(lines[index]?.slice(0, 2 * KEY_LETTERS) ?? '');
  let [start, end] = [middle, middle];
  for (const line of lines.slice(0, index).toReversed()) {
    const found = words.lastIndexOf(line.slice(0, KEY_LETTERS), start - 1);
    if (found !== -1 && start - found <= line.length + NEXT_LINE_MAX_LETTERS) start = found;
    else if (line === lines[0]) return [-1, -1];
  }
  for (const line of lines.slice(index)) {
    const found = words.indexOf(line.slice(-KEY_LETTERS), end);
    if (found !== -1 && found - end <= line.length + NEXT_LINE_MAX_LETTERS) end = found + KEY_LETTERS;
    else if (line === lines.at(-1)) return [-1, -1];
  }
  return [start, end];
}

function linesOf({ text, expected_html: html }: Truth): string[] {
  if (html == null) return (text ?? '').split(/\n+/u).map(foldWords);
  const document = scanPage(html)?.document;
  return document === undefined ? [] : [...blocksOf(document)].map(foldWords);
}

const BLOCKS = new Set('p li blockquote pre h1 h2 h3 h4 figcaption td div section article'.split(' '));
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

describe.skipIf(!existsSync(FOLDER))('places of boxes in real pages', () => {
  it('are above the first words of the article and below its last, in those that have one', async () => {
    const verdicts = new Map<Verdict, string[]>();
    for (const { truth, bytes } of await loadPages(FOLDER)) {
      const verdict = judge(truth, bytes);
      verdicts.set(verdict, [...(verdicts.get(verdict) ?? []), truth.file]);
    }
    const countOf = (verdict: Verdict) => verdicts.get(verdict)?.length ?? 0;
    const all = [...verdicts.values()].reduce((sum, files) => sum + files.length, 0);
    const judged = all - countOf('no article');
    const share = countOf('right') / judged;
    const told = [...verdicts].map(([verdict, files]) => `${verdict} ${files.length}`).join(', ');
    console.log(`Boxes by the truth file: ${told}; right in ${(100 * share).toFixed(1)} %`);
    expect(share).toBeGreaterThanOrEqual(RIGHT_MIN_SHARE);
    expect(verdicts.get('misplaced')?.length ?? 0, `${verdicts.get('misplaced')}`).toBeLessThanOrEqual(
      judged * MISPLACED_MAX_SHARE,
    );
  });
});
