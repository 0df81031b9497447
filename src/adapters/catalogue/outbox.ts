import { FRONT_KEY, parseCopyKey } from '../../core/catalogue/copy-keys.ts';
import type { Outbox, OutboxItem } from '../../flows/project-changes.ts';

/** KV takes one write a second to a key; the rest is room for clocks that differ. */
const KEY_SPACING_MS = 1_100;
/** Every change touches the front; waiting a moment makes a burst of changes one write of it. */
const FRONT_DELAY_MS = 1_000;
/** A part of the sitemap is larger, and no crawler comes within seconds. */
const SITEMAP_DELAY_MS = 20_000;
/** A failing key is tried for ever, but never more rarely than this. */
const RETRY_MAX_MS = 60_000;
const RETRY_FIRST_MS = 1_000;
/** A write that seemed to fail may still arrive, and overtake the one that came after it. */
const LATE_WRITE_MS = 60_000;

/** Keys whose copy has to be written anew. One row a key: a burst of changes is one write. */
export class SqlOutbox implements Outbox {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  queue(key: string, now: number): void {
    const [recent] = this.#sql
      .exec<{ written_at: number }>('SELECT written_at FROM recent_writes WHERE key = ?', key)
      .toArray();
    const ready = now + delayOf(key);
    const notBefore = recent === undefined ? ready : Math.max(ready, recent.written_at + KEY_SPACING_MS);
    this.#sql.exec(
      `INSERT INTO outbox (key, ticket, not_before, queued_at, attempts) VALUES (?, 1, ?, ?, 0)
       ON CONFLICT (key) DO UPDATE SET ticket = ticket + 1,
         not_before = iif(attempts = 0, min(not_before, excluded.not_before), not_before)`,
      key,
      notBefore,
      now,
    );
  }

  has(key: string): boolean {
    return this.#sql.exec('SELECT 1 FROM outbox WHERE key = ?', key).toArray().length > 0;
  }

  /**
   * The front first, so that a long import does not hold it back; then whoever has waited longest. Each by its index:
   * an import has tens of thousands of rows waiting, and a pass takes thirty.
   */
  due(now: number, limit: number): OutboxItem[] {
    const items = 'SELECT key, ticket, attempts FROM outbox WHERE not_before <= ?';
    const front = this.#sql.exec<OutboxItem>(`${items} AND key = ?`, now, FRONT_KEY).toArray();
    const others = this.#sql
      .exec<OutboxItem>(
        `${items} AND key <> ? ORDER BY not_before LIMIT ?`,
        now,
        FRONT_KEY,
        limit - front.length,
      )
      .toArray();
    return [...front, ...others];
  }

  /**
   * The copy was written as it stood when `item` was read. A change since then keeps the row; so does an earlier failure:
   * the key is written once more when nothing of it can be under way any longer.
   */
  settle(item: OutboxItem, now: number): void {
    const hasFailed = item.attempts > 0;
    if (!hasFailed) this.#sql.exec('DELETE FROM outbox WHERE key = ? AND ticket = ?', item.key, item.ticket);
    this.#sql.exec(
      `UPDATE outbox SET not_before = iif(ticket = ?, ?, ?), queued_at = ?, attempts = 0 WHERE key = ?`,
      item.ticket,
      now + LATE_WRITE_MS,
      now + KEY_SPACING_MS,
      now,
      item.key,
    );
    this.#sql.exec('INSERT OR REPLACE INTO recent_writes (key, written_at) VALUES (?, ?)', item.key, now);
    this.#sql.exec('DELETE FROM recent_writes WHERE written_at < ?', now - 2 * KEY_SPACING_MS);
  }

  /** Exponential back-off with jitter on its upper half, so that keys that failed together part ways. */
  postpone(item: OutboxItem, now: number): void {
    const delay = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.min(item.attempts, 16));
    const notBefore = now + Math.round(delay * (0.5 + Math.random() / 2)) + KEY_SPACING_MS;
    this.#sql.exec(
      'UPDATE outbox SET not_before = ?, attempts = attempts + 1 WHERE key = ?',
      notBefore,
      item.key,
    );
  }

  nextAt(): number | undefined {
    return (
      this.#sql.exec<{ at: number | null }>('SELECT min(not_before) AS at FROM outbox').one().at ?? undefined
    );
  }

  state(): { length: number; oldestQueuedAt: number | null } {
    const query = 'SELECT count(*) AS length, min(queued_at) AS oldestQueuedAt FROM outbox';
    return this.#sql.exec<{ length: number; oldestQueuedAt: number | null }>(query).one();
  }
}

function delayOf(key: string): number {
  switch (parseCopyKey(key).kind) {
    case 'front':
      return FRONT_DELAY_MS;
    case 'sitemap':
    case 'sitemap-part':
      return SITEMAP_DELAY_MS;
    default:
      return 0;
  }
}
