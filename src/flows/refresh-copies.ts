import { placeOf, type StoredRecord } from '../core/catalogue/catalogue-change.ts';
import { digestAgain } from './digest-again.ts';
import type { Archive } from './ports.ts';
import { askTruth } from './read-article.ts';

export interface RefreshedPage {
  refreshed: number;
  /** Changed while they were worked on, which has their copies written anyway. */
  overtaken: number;
  /** Slug to go on after; null when the end is reached. */
  next: string | null;
}

/**
 * Ranks a page of articles anew with the engine of this release and has all their copies written. Revisions stay:
 * nobody has changed an article.
 *
 * Cost: one ranking an article.
 *
 * @throws {DomainError} `store-unavailable`.
 */
export async function refreshCopies(
  archive: Archive,
  after: string | null,
  limit: number,
): Promise<RefreshedPage> {
  const { records, isLast } = await askTruth(() => archive.records(after, limit));
  const page: RefreshedPage = { refreshed: 0, overtaken: 0, next: null };
  for (const stored of records) {
    const outcome = await refreshRecord(archive, stored);
    page[outcome === 'refreshed' ? 'refreshed' : 'overtaken'] += 1;
    page.next = placeOf(stored).slug;
  }
  return isLast ? { ...page, next: null } : page;
}

async function refreshRecord(archive: Archive, stored: StoredRecord) {
  if (stored.state !== 'article') return askTruth(() => archive.refresh(stored.slug, stored.revision, null));
  const { slug, revision } = stored.record;
  const digest = await digestAgain(stored.record);
  return askTruth(() => archive.refresh(slug, revision, digest));
}
