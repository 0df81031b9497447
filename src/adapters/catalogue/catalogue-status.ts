import { formatInstant } from '../../core/article/dates.ts';
import type { CatalogueStatus, ReconciliationReport } from '../../flows/ports.ts';
import { readCounts } from './article-counts.ts';
import type { Facts } from './facts.ts';
import type { GenerationRows } from './generation-rows.ts';
import type { SqlOutbox } from './outbox.ts';
import type { SqlPurgeQueue } from './purge-queue.ts';
import { readRoom } from './room.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** What `GET /v1/status` tells; docs/operations.md says when to worry. */
export function readStatus(
  sql: SqlStorage,
  facts: Facts,
  outbox: SqlOutbox,
  purges: SqlPurgeQueue,
  generation: GenerationRows,
  now: number,
): CatalogueStatus {
  const { length, oldestQueuedAt } = outbox.state();
  const report = facts.text('lastReconciliation');
  return {
    catalogue: facts.catalogue(),
    schemaVersion: SCHEMA_VERSION,
    changes: facts.number('changes'),
    articles: readCounts(sql),
    outbox: { length, oldestWaitingSince: oldestQueuedAt === null ? null : formatInstant(oldestQueuedAt) },
    purges: { waiting: purges.length() },
    failures: { copies: facts.number('copyFailures'), purges: facts.number('purgeFailures') },
    generation: generation.status(now),
    lastReconciliation: report === undefined ? null : (JSON.parse(report) as ReconciliationReport),
    databaseBytes: sql.databaseSize,
    room: readRoom(facts, sql.databaseSize, now),
  };
}
