import { formatInstant } from '../../core/article/article.ts';
import type { CatalogueStatus, ReconciliationReport } from '../../flows/ports.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';
import type { SqlPurgeQueue } from './purge-queue.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** What `GET /v1/status` tells; docs/operations.md says when to worry. */
export function readStatus(
  sql: SqlStorage,
  facts: Facts,
  outbox: SqlOutbox,
  purges: SqlPurgeQueue,
): CatalogueStatus {
  const { length, oldestQueuedAt } = outbox.state();
  const report = facts.text('lastReconciliation');
  return {
    catalogue: facts.catalogue(),
    schemaVersion: SCHEMA_VERSION,
    changes: facts.number('changes'),
    articles: countByState(sql),
    outbox: { length, oldestWaitingSince: oldestQueuedAt === null ? null : formatInstant(oldestQueuedAt) },
    purges: { waiting: purges.length() },
    failures: { copies: facts.number('copyFailures'), purges: facts.number('purgeFailures') },
    lastReconciliation: report === undefined ? null : (JSON.parse(report) as ReconciliationReport),
    databaseBytes: sql.databaseSize,
  };
}

/** Articles by what an editor would call them. */
function countByState(sql: SqlStorage): CatalogueStatus['articles'] {
  return sql
    .exec<CatalogueStatus['articles']>(
      `SELECT count(*) FILTER (WHERE visible = 1) AS published,
              count(*) FILTER (WHERE scheduled = 1) AS scheduled,
              count(*) FILTER (WHERE state = 'article' AND visible = 0 AND scheduled = 0) AS drafts,
              count(*) FILTER (WHERE state <> 'article') AS tombstones
       FROM articles`,
    )
    .one();
}
