import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { logWarning } from '../console-log.ts';
import type { ArticleRow, ArticleRows } from './article-rows.ts';
import { parseWork, type RuleWork } from './rule-rows.ts';
import type { Walked } from './walked.ts';
import { moveOn } from './walks.ts';

/** Articles looked at in one step: some tens of milliseconds, which readers hardly notice. */
const STEP_MAX_COUNT = 20;

/** Has the articles of a tag whose rule was changed follow the rules as they stand: one step of a walk. */
export async function walkRules({ storage, rows, changes, facts }: Walked, position: string): Promise<void> {
  const { tags, after } = parseWork(position);
  const [tag = '', ...others] = tags;
  const page = rows.tagged(tag, after, STEP_MAX_COUNT);
  const read = await Promise.all(page.map(async (row) => ({ row, record: await readRecord(rows, row) })));
  storage.transactionSync(() => {
    if (facts.text('walk:rules') !== position) return; // A rule was changed meanwhile: the next step sees to it.
    let passed = after;
    for (const { row, record } of read) {
      // What came between may be a save, or a neighbour's: it is read again.
      if (rows.find(row.slug)?.projection !== row.projection) break;
      if (record !== undefined) changes.followRules(record, row, Date.now());
      passed = row.slug;
    }
    const isThrough = page.length < STEP_MAX_COUNT && passed === (page.at(-1)?.slug ?? after);
    const next: RuleWork = isThrough ? { tags: others, after: '' } : { tags, after: passed };
    moveOn(facts, 'rules', next.tags.length === 0 ? undefined : JSON.stringify(next));
  });
}

/** Undefined where the article follows its rules already, or cannot be read: it holds up none of the others. */
async function readRecord(rows: ArticleRows, row: ArticleRow): Promise<ArticleRecord | undefined> {
  if (rows.ruleOf(row.slug) === row.rule) return undefined;
  try {
    return await rows.body(row).record();
  } catch (error) {
    logWarning('rule-not-followed', error);
    return undefined;
  }
}
