import type { Preconditions } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import {
  createOverride,
  digestWithOverride,
  type Override,
  type OverrideInput,
} from '../core/summary/override.ts';
import { requireEditable, type StoredEntry } from './edit-article.ts';
import type { Catalogue } from './ports.ts';
import { askTruth } from './read-article.ts';
import { limitSize } from './stored-size.ts';

/**
 * Puts the editor's word in place of the engine's. Counts as a revision.
 *
 * @throws {DomainError} `article-not-found`, `precondition-required`, `precondition-failed`, `article-too-large`,
 *   `store-unavailable`.
 */
export async function setOverride(
  catalogue: Catalogue,
  slug: string,
  input: OverrideInput,
  preconditions: Preconditions,
): Promise<StoredEntry> {
  const entry = await requireEditable(catalogue, slug, preconditions);
  return replaceOverride(catalogue, entry, createOverride(input, entry.record.text));
}

/**
 * Returns the summary to the engine.
 *
 * @throws {DomainError} as {@link setOverride}; `override-not-found`.
 */
export async function removeOverride(
  catalogue: Catalogue,
  slug: string,
  preconditions: Preconditions,
): Promise<void> {
  const entry = await requireEditable(catalogue, slug, preconditions);
  if (entry.record.override === null) throw new DomainError({ kind: 'override-not-found' });
  await replaceOverride(catalogue, entry, null);
}

async function replaceOverride(
  catalogue: Catalogue,
  { record }: StoredEntry,
  override: Override | null,
): Promise<StoredEntry> {
  const digest = digestWithOverride({ ...record, override });
  const changed = limitSize({ ...record, override, digest, revision: record.revision + 1 });
  const result = await askTruth(() =>
    catalogue.write({ record: changed, expectedRevision: record.revision, takeOver: [] }),
  );
  if (result.outcome !== 'written') {
    throw new DomainError({ kind: 'precondition-failed', detail: 'The article was changed meanwhile.' });
  }
  return { state: 'article', record: changed, projection: result.projection, neighbours: result.neighbours };
}
