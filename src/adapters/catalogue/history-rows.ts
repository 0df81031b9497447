import { HISTORY_MAX_LENGTH } from '../../core/limits.ts';
import { type HistoryEntry, historyEntrySchema, type SummaryEvent } from '../../core/summary/review.ts';

type EntryRow = { entry: number; revision: number; event: string };

/** Every decision on a summary, by article. Callers hold the transaction. */
export class HistoryRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(slug: string, revision: number, event: SummaryEvent): void {
    this.#sql.exec(
      `INSERT INTO desk_history (slug, entry, revision, event)
       SELECT ?1, coalesce(max(entry), 0) + 1, ?2, ?3 FROM desk_history WHERE slug = ?1`,
      slug,
      revision,
      JSON.stringify(event),
    );
  }

  /** Newest first. */
  below(slug: string, before: number | null, limit: number): HistoryEntry[] {
    return this.#sql
      .exec<EntryRow>(
        'SELECT entry, revision, event FROM desk_history WHERE slug = ? AND entry < ? ORDER BY entry DESC LIMIT ?',
        slug,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .toArray()
      .map(({ event, ...row }) => historyEntrySchema().parse({ ...JSON.parse(event), ...row }));
  }

  /** Oldest first, the newest decisions of a history that is longer than a backup takes. */
  all(slug: string): HistoryEntry[] {
    const entries: HistoryEntry[] = [];
    let length = 0;
    for (const { event, ...row } of this.#sql.exec<EntryRow>(
      'SELECT entry, revision, event FROM desk_history WHERE slug = ? ORDER BY entry DESC',
      slug,
    )) {
      length += event.length;
      if (length > HISTORY_MAX_LENGTH) break;
      entries.push(historyEntrySchema().parse({ ...JSON.parse(event), ...row }));
    }
    return entries.reverse();
  }

  /** As a backup has it, number by number. */
  replace(slug: string, entries: readonly HistoryEntry[]): void {
    this.forget(slug);
    for (const { entry, revision, ...event } of entries)
      this.#sql.exec(
        'INSERT OR REPLACE INTO desk_history (slug, entry, revision, event) VALUES (?, ?, ?, ?)',
        slug,
        entry,
        revision,
        JSON.stringify(event),
      );
  }

  /** The history goes with the article that was taken over. */
  follow(from: string, to: string): void {
    this.#sql.exec(
      `UPDATE desk_history SET slug = ?2,
         entry = entry + (SELECT coalesce(max(entry), 0) FROM desk_history WHERE slug = ?2) WHERE slug = ?1`,
      from,
      to,
    );
  }

  /** An article that is removed leaves nothing of what its summaries said. */
  forget(slug: string): void {
    this.#sql.exec('DELETE FROM desk_history WHERE slug = ?', slug);
  }
}
