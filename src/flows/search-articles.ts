import { searchTerms } from '../core/article/search-text.ts';
import { limitRate } from './limit-rate.ts';
import type { ArticleList } from './list-articles.ts';
import type { CallerName, Desk } from './ports.ts';
import { askTruth, type ReadDependencies } from './read-article.ts';

export interface Search {
  search: string;
  limit: number;
  tag?: string | undefined;
  language?: string | undefined;
}

/**
 * The articles that hold these words, best first.
 *
 * @param caller - Null for a token, which sees everything and is not counted.
 * @throws {DomainError} `rate-limited`, `store-unavailable`.
 */
export async function searchArticles(
  { desk, fallbackLimiter, fallbacks }: ReadDependencies & { desk: Desk },
  { search, ...filters }: Search,
  caller: CallerName | null,
): Promise<ArticleList> {
  const query = { ...filters, terms: searchTerms(search) };
  if (caller !== null) await limitRate(fallbackLimiter, caller);
  const scope = caller === null ? 'all' : 'public';
  const { catalogue, changes, items } = await fallbacks.run(`search:${scope}:${JSON.stringify(query)}`, () =>
    askTruth(() => desk.search(query, scope)),
  );
  return {
    catalogue,
    changes,
    items: items.map(({ state: _state, revision: _revision, ...entry }) => entry),
    page: { next: null, previous: null },
  };
}
