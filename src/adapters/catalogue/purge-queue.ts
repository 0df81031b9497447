import { LIST_TAG } from '../../core/catalogue/copy-keys.ts';
import type { PurgeScope } from '../../flows/ports.ts';
import type { PurgeQueue } from '../../flows/project-changes.ts';
import type { Facts } from './facts.ts';

/** Every account may purge 5 times a minute; 4 leaves room for a purge by hand. */
const PURGE_SPACING_MS = 15_000;
const PURGE_MAX_TAGS = 100;
/** More than may be purged one by one within a minute: an import, `reproject`. */
const EVERYTHING_ABOVE_TAGS = 4 * PURGE_MAX_TAGS;
/** KV lags up to a minute: what the edge cached again from an old copy in that time goes too. */
const SECOND_PURGE_AFTER_MS = 65_000;

/** Cache tags to be dropped, once the copy is written and again when it can be read everywhere. */
export class SqlPurgeQueue implements PurgeQueue {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;

  constructor(sql: SqlStorage, facts: Facts) {
    this.#sql = sql;
    this.#facts = facts;
  }

  /**
   * What is due already keeps its place in the queue, so that a tag that changes all the time is not put off for ever;
   * a second purge still to come moves behind the newest write.
   */
  queue(tags: Iterable<string>, now: number): void {
    for (const tag of tags) {
      this.#sql.exec('DELETE FROM purges WHERE tag = ? AND due_at > ?', tag, now);
      for (const dueAt of [now, now + SECOND_PURGE_AFTER_MS]) {
        this.#sql.exec('INSERT OR REPLACE INTO purges (tag, due_at, attempts) VALUES (?, ?, 0)', tag, dueAt);
      }
    }
  }

  /** The list first, then whoever has waited longest. A crowd costs one purge of everything instead of its turn. */
  due(now: number): PurgeScope | undefined {
    if (now < this.#facts.number('purgedAt') + PURGE_SPACING_MS) return undefined;
    if (this.#countDue(now) > EVERYTHING_ABOVE_TAGS) return 'everything';
    const tags = this.#oldestDue(now);
    return tags.length === 0 ? undefined : { tags };
  }

  #countDue(now: number): number {
    const query = 'SELECT count(DISTINCT tag) AS count FROM purges WHERE due_at <= ?';
    return this.#sql.exec<{ count: number }>(query, now).one().count;
  }

  #oldestDue(now: number): string[] {
    return this.#sql
      .exec<{ tag: string }>(
        `SELECT tag FROM purges WHERE due_at <= ? GROUP BY tag
         ORDER BY tag = ? DESC, min(due_at), tag LIMIT ?`,
        now,
        LIST_TAG,
        PURGE_MAX_TAGS,
      )
      .toArray()
      .map(({ tag }) => tag);
  }

  /** Called before the call goes out, so that even a call that never comes back counts against the allowance. */
  begin(now: number): void {
    this.#facts.set('purgedAt', now);
  }

  settle(scope: PurgeScope, through: number): void {
    if (scope === 'everything') this.#sql.exec('DELETE FROM purges WHERE due_at <= ?', through);
    else
      for (const tag of scope.tags)
        this.#sql.exec('DELETE FROM purges WHERE tag = ? AND due_at <= ?', tag, through);
  }

  nextAt(): number | undefined {
    const at = this.#sql.exec<{ at: number | null }>('SELECT min(due_at) AS at FROM purges').one().at;
    return at === null ? undefined : Math.max(at, this.#facts.number('purgedAt') + PURGE_SPACING_MS);
  }

  /** Tags that wait for their first or their second purge. */
  length(): number {
    return this.#sql.exec<{ length: number }>('SELECT count(DISTINCT tag) AS length FROM purges').one()
      .length;
  }
}
