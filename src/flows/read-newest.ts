import { holdsArticle, type Projection } from '../core/catalogue/projection.ts';
import { limitRate } from './limit-rate.ts';
import { listArticles } from './list-articles.ts';
import type { CallerName } from './ports.ts';
import { projectArticle, type ReadableArticle, type ReadDependencies, tryCopy } from './read-article.ts';

export interface NewestArticles {
  catalogue: string;
  changes: number;
  /** Newest first. */
  articles: ReadableArticle[];
}

/**
 * The newest articles whole, for feeds: one bulk read of the copies, the missing ones from the catalogue.
 *
 * @throws {DomainError} `rate-limited`, `store-unavailable`.
 */
export async function readNewest(
  dependencies: ReadDependencies,
  limit: number,
  caller: CallerName,
): Promise<NewestArticles> {
  const { catalogue, changes, items } = await listArticles(dependencies, { limit }, caller);
  const slugs = items.map(({ slug }) => slug);
  const copies = (await tryCopy(dependencies, () => dependencies.copies.loadMany(slugs))) ?? new Map();
  if (copies.size < slugs.length) await limitRate(dependencies.fallbackLimiter, caller);
  const articles = await Promise.all(
    slugs.map(async (slug) => copies.get(slug) ?? loadTruth(dependencies, slug)),
  );
  return { catalogue, changes, articles: articles.flatMap(onlyReadable) };
}

function loadTruth(
  { catalogue, fallbacks }: ReadDependencies,
  slug: string,
): Promise<Projection | undefined> {
  return fallbacks.run(`article:${slug}`, () => projectArticle(catalogue, slug));
}

/** An article that was removed since the list was made is left out. */
function onlyReadable(projection: Projection | undefined): ReadableArticle[] {
  return projection !== undefined && holdsArticle(projection) ? [projection] : [];
}
