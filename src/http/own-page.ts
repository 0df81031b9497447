import { slugSchema } from '../core/article.ts';
import {
  type ReadableArticle,
  type ReadDependencies,
  readArticle,
  readArticleByUrl,
} from '../flows/read-article.ts';

/**
 * The article that a page shows: one of ours by its path, any other by what is stored for it.
 *
 * @param origin - Where our own pages stand.
 * @throws {DomainError} as `readArticleByUrl`.
 */
export function readArticleOfPage(
  dependencies: ReadDependencies,
  pageUrl: string,
  caller: string,
  origin: string,
): Promise<ReadableArticle> {
  const slug = slugOfOwnPage(pageUrl, origin);
  return slug === undefined
    ? readArticleByUrl(dependencies, pageUrl, caller)
    : readArticle(dependencies, slug, caller);
}

function slugOfOwnPage(pageUrl: string, origin: string): string | undefined {
  const { host, pathname } = new URL(pageUrl);
  if (host !== new URL(origin).host) return undefined;
  return slugSchema.safeParse(/^\/articles\/([^/.]+)\/?$/u.exec(pathname)?.[1]).data;
}
