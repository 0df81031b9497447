import { encodeArticle } from '../core/catalogue/encode-projection.ts';
import { decodeProjection, holdsArticle } from '../core/catalogue/projection.ts';
import { type Preconditions, requireEditorsMatch } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import type { Catalogue, CatalogueEntry } from './ports.ts';
import { askTruth, type ReadableArticle } from './read-article.ts';

export type StoredEntry = Extract<CatalogueEntry, { state: 'article' }>;

/**
 * What a token may see, in the form that readers get it in: straight from the truth, drafts and text included.
 *
 * @throws {DomainError} `article-not-found`, `article-deleted`, `article-moved`, `store-unavailable`.
 */
export async function readForToken(catalogue: Catalogue, slug: string): Promise<ReadableArticle> {
  return toReadable(catalogue, await readStored(catalogue, slug));
}

export async function readStored(catalogue: Catalogue, slug: string): Promise<StoredEntry> {
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state === 'article') return entry;
  if (entry.state === 'absent') throw new DomainError({ kind: 'article-not-found' });
  if (entry.movedTo !== null) throw new DomainError({ kind: 'article-moved', slug: entry.movedTo });
  throw new DomainError({ kind: 'article-deleted' });
}

/** What was read or has just been written, in the form that readers get it in, text included. */
export async function toReadable(catalogue: Catalogue, entry: StoredEntry): Promise<ReadableArticle> {
  const version = {
    catalogue: await askTruth(() => catalogue.identify()),
    projection: entry.projection,
    withText: true,
  };
  const projection = await decodeProjection(
    new TextEncoder().encode(encodeArticle(entry.record, entry.neighbours, version)),
  );
  if (!holdsArticle(projection)) throw new Error('an article encodes to an article');
  return projection;
}

/**
 * Reads the article that an editor means to change: it must exist and be at the revision that `If-Match` names.
 *
 * @param preconditions - The fields as sent; nothing is changed blindly.
 * @throws {DomainError} `article-not-found`, `precondition-required`, `precondition-failed`, `store-unavailable`.
 */
export async function requireEditable(
  catalogue: Catalogue,
  slug: string,
  preconditions: Preconditions,
): Promise<StoredEntry> {
  const entry = await askTruth(() => catalogue.read(slug));
  if (entry.state !== 'article') throw new DomainError({ kind: 'article-not-found' });
  requireEditorsMatch(entry.record, preconditions, await askTruth(() => catalogue.identify()));
  return entry;
}
