import { Readability } from '@mozilla/readability';
import type { PageElement } from '../page/page-tree.ts';
import type { PageDocument } from '../page/parse-page.ts';
import { linkShare, proseLength, textLength } from '../page/text-measure.ts';
import { isDiscussion, isStoryBody, namesOf } from './page-signs.ts';

export interface FoundArticle {
  /** Class names and ids are still there. */
  element: PageElement;
  title: string;
  byline: string | undefined;
}

/** Readability's answer is doubted when it holds less than this part of what the page itself names as its body. */
const DOUBT_SHARE = 0.5;
const LINKS_MAX_SHARE = 0.4;

/**
 * Finds the article of a page with Mozilla's Readability, and with the page's own names for its body as a second
 * opinion: Readability scores paragraphs, so a story told in lists can lose to a long comment below it.
 *
 * @param page - Cleaned; taken apart by this.
 */
export function findArticle(page: PageDocument): FoundArticle | undefined {
  const named = largestNamedBody(page);
  const kept = named?.cloneNode(true);
  const parsed = readArticle(page);
  const title = parsed?.title ?? page.title;
  const byline = parsed?.byline ?? undefined;
  if (parsed?.content != null) {
    const isDoubtful =
      kept !== undefined &&
      textLength(parsed.content) < proseLength(kept) * DOUBT_SHARE &&
      kept !== parsed.content;
    return { element: isDoubtful ? kept : parsed.content, title, byline };
  }
  return kept === undefined ? undefined : { element: kept, title, byline };
}

function readArticle(page: PageDocument) {
  const reader = new Readability<PageElement>(page as never, {
    keepClasses: true,
    // Metadata of every kind is read by `read-metadata.ts`, before the page is taken apart.
    disableJSONLD: true,
    serializer: (element) => element as unknown as PageElement,
  });
  return reader.parse();
}

/** The largest part that the page names as its body, unless it is a list of links. */
function largestNamedBody(page: PageDocument): PageElement | undefined {
  let largest: PageElement | undefined;
  let length = 0;
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      const names = namesOf(element);
      if (isDiscussion(names)) continue;
      const own = isStoryBody(element, names) ? proseLength(element) : 0;
      if (own > length && linkShare(element) < LINKS_MAX_SHARE) {
        largest = element;
        length = own;
      } else {
        visit(element);
      }
    }
  };
  visit(page.body);
  return largest;
}
