import type { PageElement } from '../../core/extraction/page/page-tree.ts';
import { PageText } from '../../core/extraction/page/page-tree.ts';
import { parsePage } from '../../core/extraction/page/parse-page.ts';

const SHINGLE_TOKENS = 4;

/**
 * F1 over shingles of four tokens, the measure of scrapinghub's article-extraction-benchmark: order counts within a
 * shingle, repetitions count, punctuation does not. Two texts shorter than a shingle are equal.
 */
export function shingleF1(found: string, truth: string): number {
  const ours = countShingles(found);
  const theirs = countShingles(truth);
  const total = sum(ours.values()) + sum(theirs.values());
  let shared = 0;
  for (const [shingle, count] of ours) shared += Math.min(count, theirs.get(shingle) ?? 0);
  return total === 0 ? 1 : (2 * shared) / total;
}

function countShingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let from = 0; from + SHINGLE_TOKENS <= tokens.length; from += 1) {
    const shingle = tokens.slice(from, from + SHINGLE_TOKENS).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

export function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;

/** The words of some HTML, blocks apart. @param captions - False leaves out what stands under pictures, and asides. */
export function wordsOf(html: string, captions: boolean): string {
  const read = (element: PageElement): string => {
    let text = '';
    for (const node of element.childNodes) {
      if (node instanceof PageText) text += node.textContent;
      else if (!captions && /^(?:figure|aside)$/.test(node.localName)) text += '\n';
      else text += INLINE.test(node.localName) ? read(node) : `\n${read(node)}\n`;
    }
    return text;
  };
  return read(parsePage(html, 'https://page.invalid/').body);
}

/**
 * Readability's expectations keep the name of the site where `og:title` has it. Ours is the article's own title, so
 * theirs without its last part counts as the same.
 */
export function sameTitle(found: string, expected: string): boolean {
  return (
    sameLine(found, expected) ||
    (found !== '' &&
      /^ [|:·–—-] /u.test(expected.slice(found.length)) &&
      sameLine(found, expected.slice(0, found.length)))
  );
}

/** Case, "By", and kinds of space do not make another title or name. */
export function sameLine(found: string | null, truth: string): boolean {
  return normalizeLine(found ?? '') === normalizeLine(truth);
}

function normalizeLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:by|par) /u, '');
}

/** To the second. */
export function sameInstant(found: string | null, truth: string): boolean {
  return found !== null && Math.floor(Date.parse(found) / 1000) === Math.floor(Date.parse(truth) / 1000);
}
