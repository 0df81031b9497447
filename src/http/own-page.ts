import { isSlug } from '../core/article/slug.ts';
import { type PageReadDependencies, readPageArticle } from '../flows/ingestion/read-page-article.ts';
import { type ReadableArticle, readArticle } from '../flows/read-article.ts';
import { type Context, callerAddress, fetchPolicyOf, originOf } from './context.ts';
import type { Settings } from './settings.ts';

/**
 * The article that a page shows: one of ours by its path, any other by what is stored for it or read off it now.
 *
 * @throws {DomainError} as `readPageArticle`.
 */
export function readArticleOfPage(
  dependencies: PageReadDependencies & { settings: Settings },
  context: Context,
  pageUrl: string,
): Promise<ReadableArticle> {
  const { settings } = dependencies;
  const slug = slugOfOwnPage(pageUrl, originOf(context, settings));
  return slug === undefined
    ? readPageArticle(dependencies, pageUrl, callerAddress(context), fetchPolicyOf(context, settings))
    : readArticle(dependencies, slug, callerAddress(context));
}

/** Slug of the article whose page this address is, where it is one of ours. @param origin - As `URL` writes it. */
export function slugOfOwnPage(pageUrl: string, origin: string): string | undefined {
  const { host, pathname } = new URL(pageUrl);
  if (host !== origin.slice(origin.indexOf('//') + 2)) return undefined;
  const name = /^\/articles\/([^/.]+)\/?$/u.exec(pathname)?.[1];
  return name !== undefined && isSlug(name) ? name : undefined;
}
