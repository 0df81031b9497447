import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { logWarning } from '../console-log.ts';
import type { Walked } from './walked.ts';
import { moveOn } from './walks.ts';

/** Articles taken into the index in one step: some tens of milliseconds, which readers hardly notice. */
const STEP_MAX_COUNT = 20;

/**
 * Brings the articles of an older database into the index of today: one step of a walk. Those that were written meanwhile
 * are taken in once more, which changes nothing.
 */
export async function walkDesk({ storage, rows, facts }: Walked, after: string): Promise<void> {
  const page = [...rows.between(after, null, STEP_MAX_COUNT)];
  const bodies = page.filter(({ state }) => state === 'article').map((row) => rows.body(row));
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
      if (rows.find(record.slug)?.revision === record.revision) rows.desk.save(record);
    }
    moveOn(facts, 'desk', page.length < STEP_MAX_COUNT ? undefined : page.at(-1)?.slug);
  });
}
