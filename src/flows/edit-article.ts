import { DomainError } from '../core/errors.ts';
import { decodeProjection, encodeArticle, holdsArticle } from '../core/projection.ts';
import type { Catalogue, CatalogueEntry } from './ports.ts';
import { askTruth, type ReadableArticle } from './read-article.ts';

export type StoredEntry = Extract<CatalogueEntry, { state: 'article' }>;

/**
 * What a token may see: drafts included, straight from the truth.
 *
 * @throws {DomainError} `article-not-found`, `article-deleted`, `article-moved`, `store-unavailable`.
 */
export async function readStoredArticle(catalogue: Catalogue, slug: string): Promise<StoredEntry> {
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state === 'article') return entry;
  if (entry.state === 'absent') throw new DomainError({ kind: 'article-not-found' });
  if (entry.movedTo !== null) throw new DomainError({ kind: 'article-moved', slug: entry.movedTo });
  throw new DomainError({ kind: 'article-deleted' });
}

/** The stored article in the form that readers get it in, text included. */
export async function readForToken(catalogue: Catalogue, slug: string): Promise<ReadableArticle> {
  const entry = await readStoredArticle(catalogue, slug);
  const version = {
    catalogue: await askTruth(() => catalogue.identify()),
    projection: entry.projection,
    withText: true,
  };
  const projection = decodeProjection(
    new TextEncoder().encode(encodeArticle(entry.record, entry.neighbours, version)),
  );
  if (!holdsArticle(projection)) throw new Error('an article encodes to an article');
  return projection;
}

/**
 * Reads the article that an editor means to change: it must exist and be at the revision that `If-Match` names.
 *
 * @throws {DomainError} `article-not-found`, `precondition-required`, `precondition-failed`.
 */
export async function requireStored(catalogue: Catalogue, slug: string): Promise<StoredEntry> {
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state !== 'article') throw new DomainError({ kind: 'article-not-found' });
  return entry;
}
