import type { Preconditions } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import type { OverrideInput } from '../core/summary/override.ts';
import { type DecisionDependencies, decideSummary } from './decide-summary.ts';
import { requireEditable, type StoredEntry } from './edit-article.ts';

/**
 * Puts the editor's word in place of the engine's. Counts as a revision.
 *
 * @param by - Who says so, where the word itself names nobody.
 * @throws {DomainError} as {@link decideSummary}.
 */
export function setOverride(
  dependencies: DecisionDependencies,
  slug: string,
  input: OverrideInput,
  by: string,
  preconditions: Preconditions,
): Promise<StoredEntry> {
  return decideSummary(dependencies, slug, { decision: 'edit', ...input }, input.editor ?? by, preconditions);
}

/**
 * Returns the summary to the engine.
 *
 * @throws {DomainError} as {@link decideSummary}; `override-not-found`.
 */
export async function removeOverride(
  dependencies: DecisionDependencies,
  slug: string,
  by: string,
  preconditions: Preconditions,
): Promise<void> {
  const { record } = await requireEditable(dependencies.catalogue, slug, preconditions);
  if (record.override === null) throw new DomainError({ kind: 'override-not-found' });
  await decideSummary(dependencies, slug, { decision: 'return' }, by, preconditions);
}
