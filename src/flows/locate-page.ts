import type { ArticleProjection } from '../core/catalogue/projection.ts';
import { holdsArticle } from '../core/catalogue/projection.ts';
import type { ShownWriting } from '../core/generation/generation-settings.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { ArticleCopies, Catalogue } from './ports.ts';
import { projectArticle } from './read-article.ts';
import { shownGenerated } from './summarize-article.ts';

/** The article that a page of readers shows, and how the summary in its box was made. */
export interface LocatedPage {
  slug: string;
  method: Summary['method'];
}

export interface LocateDependencies {
  copies: ArticleCopies;
  catalogue: Catalogue;
  generated: ShownWriting;
}

const OWN = 'slug:';

/**
 * Undefined for a page that leads to no article: what is said of it counts for nothing.
 *
 * @param page - As a `Tally` names it.
 * @throws {DomainError} `store-unavailable`.
 */
export async function locatePage(
  { copies, catalogue, generated }: LocateDependencies,
  page: string,
): Promise<LocatedPage | undefined> {
  const slug = page.startsWith(OWN) ? page.slice(OWN.length) : await slugOf(copies, catalogue, page);
  if (slug === undefined) return undefined;
  const projection = (await copies.load(slug)) ?? (await projectArticle(catalogue, slug));
  if (projection === undefined || !holdsArticle(projection)) return undefined;
  return { slug, method: methodOf(projection, generated) };
}

async function slugOf(
  copies: ArticleCopies,
  catalogue: Catalogue,
  page: string,
): Promise<string | undefined> {
  const copy = await copies.pageOf(page);
  return copy !== undefined && 'slug' in copy ? copy.slug : catalogue.resolve(page);
}

function methodOf(article: ArticleProjection, shown: ShownWriting): LocatedPage['method'] {
  if (shownGenerated(article, shown) !== null) return 'generated';
  return article.digest().label === 'edited' ? 'editorial' : 'extractive';
}
