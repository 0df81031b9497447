import { DomainError } from '../core/errors.ts';
import { type DecisionDependencies, decideSummary } from './decide-summary.ts';
import { askTruth } from './read-article.ts';

export interface Approval {
  slug: string;
  /** `approved`, or the kind of the problem that stood in the way. */
  outcome: string;
}

/**
 * Approves several summaries, each by itself: one that was changed since it was looked at does not hold up the others.
 *
 * @throws {DomainError} `store-unavailable`.
 */
export async function approveArticles(
  dependencies: DecisionDependencies,
  articles: readonly { slug: string; revision: number }[],
  by: string,
): Promise<Approval[]> {
  const catalogue = await askTruth(() => dependencies.catalogue.identify());
  const outcomes: Approval[] = [];
  for (const { slug, revision } of articles) {
    const ifMatch = `"${catalogue}.${slug}.${revision}.0.desk"`;
    try {
      const preconditions = { ifMatch, ifNoneMatch: undefined };
      await decideSummary(dependencies, slug, { decision: 'approve' }, by, preconditions);
      outcomes.push({ slug, outcome: 'approved' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault.kind === 'store-unavailable') throw error;
      outcomes.push({ slug, outcome: error.fault.kind });
    }
  }
  return outcomes;
}
