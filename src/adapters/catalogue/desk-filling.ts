import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { logWarning } from '../console-log.ts';
import type { ArticleRows } from './article-rows.ts';
import type { Facts } from './facts.ts';
import { moveOn } from './walks.ts';

/** Articles taken into the index in one step: some tens of milliseconds, which readers hardly notice. */
const STEP_MAX_COUNT = 20;

/** Brings the articles of a database that was made before the desk into its index: one step of a walk. */
export async function walkDesk(
  storage: Pick<DurableObjectStorage, 'transactionSync'>,
  rows: ArticleRows,
  facts: Facts,
  after: string,
): Promise<void> {
  const page = [...rows.between(after, null, STEP_MAX_COUNT)];
  const bodies = page
    .filter(({ state, slug }) => state === 'article' && !rows.desk.has(slug))
    .map((row) => rows.body(row));
  const records: ArticleRecord[] = [];
  for (const body of bodies) {
    try {
      records.push(await body.record());
    } catch (error) {
      logWarning('record-not-indexed', error); // It holds up none of the others.
    }
  }
  storage.transactionSync(() => {
    for (const record of records) {
      const isAsRead = rows.find(record.slug)?.revision === record.revision;
      if (isAsRead && !rows.desk.has(record.slug)) rows.desk.save(record);
    }
    moveOn(facts, 'desk', page.length < STEP_MAX_COUNT ? undefined : page.at(-1)?.slug);
  });
}
