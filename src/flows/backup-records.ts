import { decidedMembers } from '../core/catalogue/article-record.ts';
import type { BackupRecord, SavedArticle } from '../core/catalogue/backup-record.ts';
import { placeOf, type StoredRecord } from '../core/catalogue/catalogue-change.ts';
import { DomainError } from '../core/errors.ts';
import type { Archive } from './ports.ts';
import { askTruth } from './read-article.ts';
import { renderRecord } from './render-record.ts';

export interface BackupPage {
  records: BackupRecord[];
  /** Slug to go on after; null on the last page. */
  next: string | null;
}

/**
 * A page of the backup, in order of slug. Not a snapshot of all pages: what changes during the walk is kept as it
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
  return {
    records: records.map(toBackupRecord),
    next: isLast || last === undefined ? null : placeOf(last).slug,
  };
}

function toBackupRecord(stored: StoredRecord): BackupRecord {
  if (stored.state !== 'article') return stored;
  const { record, history } = stored;
  const saved: BackupRecord = { state: 'article', slug: record.slug, article: decidedMembers(record) };
  return history === undefined ? saved : { ...saved, history };
}

/**
 * Puts one record of a backup back exactly as it was, revision included. Repeating it changes nothing.
 *
 * @throws {DomainError} `precondition-failed` (something newer stands there), `url-taken`, `nested-too-deeply`,
 *   `too-many-elements`, `article-too-large`, `store-unavailable`.
 */
export async function restoreRecord(
  archive: Archive,
  saved: BackupRecord,
): Promise<'restored' | 'unchanged'> {
  const result = await askTruth(() => archive.restore(toStoredRecord(saved)));
  switch (result.outcome) {
    case 'restored':
    case 'unchanged':
      return result.outcome;
    case 'url-taken':
      throw new DomainError({ kind: 'url-taken', slug: result.slug });
    case 'newer-stands':
      throw new DomainError({
        kind: 'precondition-failed',
        detail: `Another state of this slug is stored, at revision ${result.revision}.`,
      });
  }
}

function toStoredRecord(saved: BackupRecord): StoredRecord {
  if (saved.state !== 'article') return saved;
  const { state, article, history } = saved;
  const record = renderSaved(article);
  return history === undefined ? { state, record } : { state, record, history };
}

function renderSaved(article: SavedArticle) {
  const { revision, formerUrls, override, review, proposal, teaserOnly, ...authored } = article;
  return renderRecord(authored, { revision, formerUrls, override, review, proposal, teaserOnly });
}
