import { listEntrySchema } from '../../core/article/article.ts';
import { CUT_COUNT, CUT_THROUGH, type DeskIndex, textOfEntry } from './desk-index.ts';
import type { Facts } from './facts.ts';
import { moveOn } from './walks.ts';

/** Articles whose words are cut in one step: some tens of milliseconds, which readers hardly notice. */
const STEP_MAX_COUNT = 100;

/** Has the oldest of too many articles found by the words of their list entry alone: one step of a walk. */
export function walkSearch(
  storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>,
  desk: DeskIndex,
  facts: Facts,
): void {
  storage.transactionSync(() => {
    const excess = desk.excess();
    const rows = storage.sql
      .exec<{ id: number; entry: string }>(
        `SELECT desk_articles.id, entry FROM desk_articles JOIN articles USING (slug)
         WHERE desk_articles.id > ? ORDER BY desk_articles.id LIMIT ?`,
        desk.cutThrough(),
        Math.max(0, Math.min(excess, STEP_MAX_COUNT)),
      )
      .toArray();
    for (const { id, entry } of rows) desk.index(id, textOfEntry(listEntrySchema().parse(JSON.parse(entry))));
    const last = rows.at(-1);
    if (last !== undefined) facts.set(CUT_THROUGH, last.id);
    facts.set(CUT_COUNT, facts.number(CUT_COUNT) + rows.length);
    moveOn(facts, 'search', excess > rows.length && last !== undefined ? 'on' : undefined);
  });
}
