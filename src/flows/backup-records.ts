import { decidedMembers } from '../core/catalogue/article-record.ts';
import { type BackupRecord, RULES_PLACE } from '../core/catalogue/backup-record.ts';
import { placeOf, type RestoreOutcome, type StoredRecord } from '../core/catalogue/catalogue-change.ts';
import { DomainError, type Fault } from '../core/errors.ts';
import { RULE_HISTORY_MAX_COUNT } from '../core/limits.ts';
import type { Archive } from './ports.ts';
import { askTruth } from './read-article.ts';
import { renderRecord } from './render-record.ts';

export interface BackupPage {
  records: BackupRecord[];
  /** Slug to go on after; null on the last page. */
  next: string | null;
}

type SavedRules = Extract<BackupRecord, { state: 'rules' }>;
type SavedSlug = Exclude<BackupRecord, SavedRules>;

/**
 * A page of the backup, in order of slug, the rules before all of them. Not a snapshot of all pages: what changes during the walk is kept as it
 * stands when its page is read.
 *
 * @throws {DomainError} `store-unavailable`.
 */
export async function readBackupPage(
  archive: Archive,
  after: string | null,
  limit: number,
): Promise<BackupPage> {
  const { records, isLast } = await askTruth(() => archive.records(after, limit));
  const last = records.at(-1);
  const rules = after === null ? await savedRules(archive) : [];
  return {
    records: [...rules, ...records.map(toBackupRecord)],
    next: isLast || last === undefined ? null : placeOf(last).slug,
  };
}

/** None where nobody has ever set one. */
async function savedRules(archive: Archive): Promise<SavedRules[]> {
  const { items, version } = await askTruth(() => archive.rules());
  if (version === 0) return [];
  const history = await askTruth(() => archive.ruleHistory(version + 1, RULE_HISTORY_MAX_COUNT));
  return [{ state: 'rules', slug: RULES_PLACE, rules: items, history: history.reverse() }];
}

function toBackupRecord(stored: StoredRecord): SavedSlug {
  if (stored.state !== 'article') return stored;
  const { record, history } = stored;
  const saved: SavedSlug = { state: 'article', slug: record.slug, article: decidedMembers(record) };
  return history === undefined ? saved : { ...saved, history };
}

/** What became of a record of a backup; a fault where it was refused. */
export type Restoration =
  | { slug: string; outcome: 'restored' | 'unchanged' }
  | { slug: string; outcome: 'refused'; fault: Fault };

/**
 * Puts records of a backup, each of another slug, back exactly as they were, revisions included. What is wrong with one
 * holds up none of the others. Repeating it changes nothing.
 *
 * Faults: `precondition-failed` (something newer stands there), `url-taken`, `nested-too-deeply`, `too-many-elements`,
 * `article-too-large`.
 *
 * @throws {DomainError} `store-unavailable`, `store-full`.
 */
export async function restoreRecords(
  archive: Archive,
  saved: readonly BackupRecord[],
): Promise<Restoration[]> {
  const rulesAt = saved.findIndex((one) => one.state === 'rules');
  const rulesBack = await Promise.all(
    saved.filter((one) => one.state === 'rules').map((rules) => restoreRules(archive, rules)),
  );
  const others = saved.filter((one) => one.state !== 'rules').map(renderSaved);
  const stored = others.flatMap((one) => ('stored' in one ? [one.stored] : []));
  const outcomes = (await askTruth(() => archive.restore(stored))).values();
  const othersBack = others.map((one): Restoration => {
    if (!('stored' in one)) return { slug: one.slug, outcome: 'refused', fault: one.fault };
    return describeOutcome(one.slug, outcomes.next().value);
  });
  return othersBack.toSpliced(rulesAt, 0, ...rulesBack);
}

/** Nobody who has set a rule since loses it: an older history gives way to one that goes on further. */
async function restoreRules(archive: Archive, { slug, rules, history }: SavedRules): Promise<Restoration> {
  const { version, items } = await askTruth(() => archive.rules());
  const newest = Math.max(...history.map(({ entry }) => entry));
  if (version === newest && JSON.stringify(items) === JSON.stringify(rules))
    return { slug, outcome: 'unchanged' };
  const isReplaced =
    version < newest && (await askTruth(() => archive.restoreRules({ rules, history }, version))) === 'set';
  if (isReplaced) return { slug, outcome: 'restored' };
  const detail = `Other rules are stored, at entry ${version} of their history.`;
  return { slug, outcome: 'refused', fault: { kind: 'precondition-failed', detail } };
}

function describeOutcome(slug: string, result: RestoreOutcome | undefined): Restoration {
  if (result === undefined) throw new Error('A record has no outcome.');
  switch (result.outcome) {
    case 'restored':
    case 'unchanged':
      return { slug, outcome: result.outcome };
    case 'url-taken':
      return { slug, outcome: 'refused', fault: { kind: 'url-taken', slug: result.slug } };
    case 'newer-stands': {
      const detail = `Another state of this slug is stored, at revision ${result.revision}.`;
      return { slug, outcome: 'refused', fault: { kind: 'precondition-failed', detail } };
    }
  }
}

function renderSaved(saved: SavedSlug): { slug: string } & ({ stored: StoredRecord } | { fault: Fault }) {
  const { slug } = saved;
  if (saved.state !== 'article') return { slug, stored: saved };
  const { state, history, article } = saved;
  const { revision, formerUrls, override, review, proposal, teaserOnly, ...authored } = article;
  try {
    const extras = { revision, formerUrls, override, review, proposal, teaserOnly };
    const record = renderRecord(authored, extras);
    return { slug, stored: history === undefined ? { state, record } : { state, record, history } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { slug, fault: error.fault };
  }
}
