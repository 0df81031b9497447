import { encodeCursor } from '../core/article/article-list.ts';
import { searchTerms } from '../core/article/search-text.ts';
import type { Desk, QueueItem, QueuePage, QueueQuery } from './ports.ts';
import { askTruth } from './read-article.ts';

export interface Queue {
  items: QueueItem[];
  /** Opaque cursors; null at either end. */
  page: { next: string | null; previous: string | null };
  counts: QueuePage['counts'];
}

/**
 * One page of what is at the desk: newest first, or best first where something is searched for.
 *
 * @throws {DomainError} `store-unavailable`.
 */
export async function readQueue(
  desk: Desk,
  query: QueueQuery & { search?: string | undefined },
): Promise<Queue> {
  const { search, ...filters } = query;
  const page = await askTruth(() => desk.reviewQueue(filters));
  if (search !== undefined) {
    const { limit, tag, state } = filters;
    const found = await askTruth(() =>
      desk.search({ terms: searchTerms(search), limit, ...(tag === undefined ? {} : { tag }), state }, 'all'),
    );
    return { items: found.items, page: { next: null, previous: null }, counts: page.counts };
  }
  const { items, hasNewer, hasOlder, counts } = page;
  const cursorFrom = (item: QueueItem | undefined, direction: 'after' | 'before') =>
    item === undefined
      ? null
      : encodeCursor({ publishedAt: Date.parse(item.publishedAt), slug: item.slug, direction });
  return {
    items,
    page: {
      next: hasOlder ? cursorFrom(items.at(-1), 'after') : null,
      previous: hasNewer ? cursorFrom(items[0], 'before') : null,
    },
    counts,
  };
}
