import { formatInstant } from '../core/article/dates.ts';
import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import type { Preconditions } from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import { createOverride } from '../core/summary/override.ts';
import { type Decision, decide, type Standing, standingOf } from '../core/summary/review.ts';
import { digestAgain } from './digest-again.ts';
import { requireEditable, type StoredEntry } from './edit-article.ts';
import type { Catalogue, Clock, Desk } from './ports.ts';
import { askTruth } from './read-article.ts';
import { limitSize } from './stored-size.ts';

export interface DecisionDependencies {
  catalogue: Catalogue;
  desk: Desk;
  now: Clock;
}

/**
 * Carries out what an editor decides of a summary, and writes the line of its history in the same transaction. Counts
 * as a revision; a decision for what stands already changes nothing.
 *
 * @param by - Who decides, for the history.
 * @throws {DomainError} `article-not-found`, `precondition-required`, `precondition-failed`, `entry-not-found`,
 *   `proposal-not-found`, `article-too-large`, `store-unavailable`.
 */
export async function decideSummary(
  { catalogue, desk, now }: DecisionDependencies,
  slug: string,
  decision: Decision,
  by: string,
  preconditions: Preconditions,
): Promise<StoredEntry> {
  const entry = await requireEditable(catalogue, slug, preconditions);
  const { record } = entry;
  if (decision.decision === 'accept' && (record.proposal === null || record.proposal.state === 'failed'))
    throw new DomainError({ kind: 'proposal-not-found' });
  const at = formatInstant(now());
  const restored =
    decision.decision === 'restore'
      ? await findStanding(desk, slug, decision.entry, decision.side)
      : undefined;
  const before = standingOf(record);
  const after = decide(record, decision, { by, at, restored });
  if (decision.decision !== 'edit' && JSON.stringify(before) === JSON.stringify(after)) return entry;
  const changed = limitSize(await withStanding(record, after, decision));
  const result = await askTruth(() =>
    catalogue.write({
      record: changed,
      expectedRevision: record.revision,
      takeOver: [],
      event: { at, by, action: decision.decision, before, after },
    }),
  );
  if (result.outcome !== 'written')
    throw new DomainError({ kind: 'precondition-failed', detail: 'The article was changed meanwhile.' });
  return { state: 'article', record: changed, projection: result.projection, neighbours: result.neighbours };
}

async function findStanding(
  desk: Desk,
  slug: string,
  wanted: number,
  side: 'before' | 'after',
): Promise<Standing> {
  const [found] = await askTruth(() => desk.history(slug, wanted + 1, 1));
  if (found?.entry !== wanted) throw new DomainError({ kind: 'entry-not-found' });
  return found[side];
}

async function withStanding(
  record: ArticleRecord,
  after: Standing,
  decision: Decision,
): Promise<ArticleRecord> {
  const { enabled, sentences, exclude, approval, correction, proposal } = after;
  const changed = {
    ...record,
    summaryEnabled: enabled,
    review: { approval, correction },
    proposal: record.proposal && { ...record.proposal, state: proposal?.state ?? record.proposal.state },
    revision: record.revision + 1,
  };
  if (decision.decision !== 'edit' && !areOtherWords(standingOf(record), after)) return changed;
  const isAutomatic = sentences === null && exclude.length === 0;
  const words = { exclude, ...(sentences === null ? {} : { sentences }) };
  const editor =
    decision.decision === 'edit' && decision.editor !== undefined ? { editor: decision.editor } : {};
  const override = isAutomatic ? null : createOverride({ ...words, ...editor }, record.text);
  return { ...changed, override, digest: await digestAgain(record, override) };
}

function areOtherWords(a: Standing, b: Standing): boolean {
  return JSON.stringify([a.sentences, a.exclude]) !== JSON.stringify([b.sentences, b.exclude]);
}
