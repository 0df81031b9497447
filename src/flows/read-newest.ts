import { decodeProjection, type Projection } from '../core/projection.ts';
import { listArticles } from './list-articles.ts';
import { askTruth, type ReadableArticle, type ReadDependencies } from './read-article.ts';

export interface NewestArticles {
  catalogue: string;
  changes: number;
  /** Newest first. */
  articles: ReadableArticle[];
}

/** The newest articles whole, for feeds: one bulk read of the copies, the missing ones from the catalogue. */
export async function readNewest(
  dependencies: ReadDependencies,
  limit: number,
  caller: string,
): Promise<NewestArticles> {
  const { catalogue, changes, items } = await listArticles(dependencies, { limit }, caller);
  const slugs = items.map(({ slug }) => slug);
  const copies = await loadCopies(dependencies, slugs);
  const articles = await Promise.all(
    slugs.map(async (slug) => copies.get(slug) ?? loadTruth(dependencies, slug)),
  );
  return { catalogue, changes, articles: articles.flatMap(onlyReadable) };
}

/** Copies that cannot be read are the catalogue's to give. */
async function loadCopies(
  dependencies: ReadDependencies,
  slugs: readonly string[],
): Promise<Map<string, Projection>> {
  try {
    return await dependencies.copies.loadMany(slugs);
  } catch (error) {
    dependencies.onCopyFailure(error);
    return new Map();
  }
}

async function loadTruth({ catalogue }: ReadDependencies, slug: string): Promise<Projection | undefined> {
  const value = await askTruth(() => catalogue.project(slug));
  return value === undefined ? undefined : decodeProjection(new TextEncoder().encode(value));
}

/** An article that was removed since the list was made is left out. */
function onlyReadable(projection: Projection | undefined): ReadableArticle[] {
  if (projection === undefined) return [];
  const { head } = projection;
  return head.state === 'article' ? [{ ...projection, head }] : [];
}
