import { linesOf } from './article-lines.ts';
import { findArticleWords } from './find-article-words.ts';
import { PageWords } from './find-words.ts';
import { readTree } from './read-tree.ts';
import {
  type Element,
  type ParentNode,
  type ScannedPage,
  scanPage,
  type Tag,
  type TextNode,
} from './scan-page.ts';

/** So many letters may stand between a box and the article: a caption, a line of who and when. */
export const BETWEEN_MAX_LETTERS = 300;

/** A page with the extent of its article. */
export interface ArticleOnPage extends ScannedPage {
  words: PageWords;
  /** Letters of the page before the article's first and up to the end of its last. */
  start: number;
  end: number;
  /** Offsets of the page: where the text that holds the first word begins, and where that of the last ends. */
  from: number;
  to: number;
  /** The element that holds the last word. */
  last: ParentNode | null;
  signature: number;
  /** Elements by where their start tags begin in the page. */
  elements: ReadonlyMap<number, Element>;
  /** Names of elements that no place can be told by. */
  unselectable: ReadonlySet<string>;
}

/** HTMLRewriter holds a whole start tag that it has to look into, and gives up the page where that is too much. */
const SELECTED_TAG_MAX_LENGTH = 16 * 1024;

/** Undefined where the page does not show the words of the article. */
export function findArticleOnPage(page: ScannedPage, html: string): ArticleOnPage | undefined {
  const story = scanPage(html);
  const words = new PageWords(page.document);
  const extent = story && findArticleWords(words, linesOf(story.document));
  if (extent === undefined) return undefined;
  const first = words.nodeAt(extent.start);
  const last = words.nodeAt(extent.end - 1);
  const from = first?.sourceCodeLocation?.startOffset;
  const to = last && endOf(last, page.tags);
  if (from === undefined || to === undefined) return undefined;
  const { signature, elements } = readTree(page.document);
  const unselectable = unselectableNames(page.tags);
  return {
    ...page,
    ...extent,
    words,
    from,
    to,
    last: last?.parentNode ?? null,
    signature,
    elements,
    unselectable,
  };
}

function unselectableNames(tags: readonly Tag[]): Set<string> {
  const long = tags.filter(({ from, to }) => to - from > SELECTED_TAG_MAX_LENGTH);
  return new Set(long.map(({ name }) => name));
}

/** White space behind `</body>` counts to the last text of the page (HTML standard, "after body"): its words end earlier. */
function endOf({ sourceCodeLocation: extent }: TextNode, tags: readonly Tag[]): number | undefined {
  if (extent == null) return undefined;
  const next = tags.find(({ from }) => from >= extent.startOffset);
  return Math.min(extent.endOffset, next?.from ?? extent.endOffset);
}
