import type { ListEntry } from '../core/article/article.ts';
import { encodeCursor, type ListQuery } from '../core/article/article-list.ts';
import type { Front } from '../core/catalogue/front.ts';
import type { CallerName, Catalogue, ListPage } from './ports.ts';
import { askTruth, copyOrTruth, type ReadDependencies } from './read-article.ts';

export interface ArticleList {
  catalogue: string;
  changes: number;
  items: ListEntry[];
  /** Opaque cursors; null at either end. */
  page: { next: string | null; previous: string | null };
}

/** Everything that an editor has, drafts and scheduled articles included, straight from the truth. */
export async function listForToken(catalogue: Catalogue, query: ListQuery): Promise<ArticleList> {
  return addCursors(await askTruth(() => catalogue.list(query, 'all')));
}

/**
 * One page of the list, newest first. The unfiltered first page is read from the copy near the reader, the others
 * from the catalogue.
 *
 * @throws {DomainError} `rate-limited`, `store-unavailable`.
 */
export async function listArticles(
  dependencies: ReadDependencies,
  query: ListQuery,
  caller: CallerName,
): Promise<ArticleList> {
  const isFirstPage = query.cursor === undefined && query.tag === undefined && query.language === undefined;
  const page = await copyOrTruth(dependencies, {
    name: `list:${JSON.stringify(query)}`,
    caller,
    limiter: dependencies.fallbackLimiter,
    copy: async () => (isFirstPage ? frontPage(await dependencies.copies.front(), query.limit) : undefined),
    truth: () => dependencies.catalogue.list(query, 'public'),
  });
  if (page === undefined) throw new Error('a catalogue always has a list');
  return addCursors(page);
}

function frontPage(front: Front | undefined, limit: number): ListPage | undefined {
  if (front === undefined) return undefined;
  const { catalogue, changes, items, total } = front;
  return { catalogue, changes, items: items.slice(0, limit), hasNewer: false, hasOlder: total > limit };
}

function addCursors({ catalogue, changes, items, hasNewer, hasOlder }: ListPage): ArticleList {
  const [first, last] = [items.at(0), items.at(-1)];
  const next = hasOlder && last !== undefined ? cursorFrom(last, 'after') : null;
  const previous = hasNewer && first !== undefined ? cursorFrom(first, 'before') : null;
  return { catalogue, changes, items, page: { next, previous } };
}

function cursorFrom({ publishedAt, slug }: ListEntry, direction: 'after' | 'before'): string {
  return encodeCursor({ publishedAt: Date.parse(publishedAt), slug, direction });
}
