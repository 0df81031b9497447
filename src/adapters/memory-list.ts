import type { ListQuery } from '../core/article/article-list.ts';
import { toListEntry } from '../core/catalogue/article-record.ts';
import type { ListPage } from '../flows/ports.ts';
import { type ArticleRow, compareSlugs } from './memory-rows.ts';

/** One page of a list that is there as a whole. @param all - Newest first. */
export function cutPage(
  all: readonly ArticleRow[],
  limit: number,
  cursor: ListQuery['cursor'],
): Pick<ListPage, 'items' | 'hasNewer' | 'hasOlder'> {
  const place = (row: ArticleRow) =>
    cursor === undefined
      ? -1
      : row.publishedAt - cursor.publishedAt || compareSlugs(row.record.slug, cursor.slug);
  const newer = all.filter((row) => place(row) > 0);
  const older = all.filter((row) => place(row) < 0);
  const page = cursor?.direction === 'before' ? newer.slice(-limit) : older.slice(0, limit);
  const [first = 0, last = 0] = [page[0], page.at(-1)].map((row) => row && all.indexOf(row));
  return {
    items: page.map(({ record }) => toListEntry(record)),
    hasNewer: page.length === 0 ? newer.length > 0 : first > 0,
    hasOlder: page.length === 0 ? older.length > 0 : last < all.length - 1,
  };
}
