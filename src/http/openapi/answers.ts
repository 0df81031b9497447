import * as z from 'zod';
import { listEntrySchema } from '../../core/article/article.ts';
import { BACKUP_BATCH_MAX_COUNT } from '../../core/catalogue/backup-record.ts';
import { GROUPINGS, MEASURES } from '../../core/measures/measure.ts';
import { historyEntrySchema, SUMMARY_STATES } from '../../core/summary/review.ts';

const fieldErrorSchema = z.strictObject({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  code: z.string(),
  detail: z.string(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  allowedValues: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/** RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
});

export const articleListSchema = z.strictObject({
  items: z.array(listEntrySchema),
  page: z.strictObject({ next: z.string().nullable(), previous: z.string().nullable() }),
});

/** Answer of `GET /v1/articles/{slug}/history`. */
export const historySchema = z.strictObject({ items: z.array(historyEntrySchema) });

/** Answer of `GET /v1/queue`. */
export const queueSchema = z.strictObject({
  items: z.array(listEntrySchema.extend({ state: z.enum(SUMMARY_STATES), revision: z.int() })),
  page: articleListSchema.shape.page,
  counts: z.strictObject(Object.fromEntries(SUMMARY_STATES.map((state) => [state, z.int().min(0)]))),
});

/** Answer of `POST /v1/queue`. */
export const approvalOutcomesSchema = z.strictObject({
  items: z.array(z.strictObject({ slug: z.string(), outcome: z.string() })),
});

const countsShape = Object.fromEntries(MEASURES.map((measure) => [measure, z.int().min(0)]));

/** Answer of `GET /v1/measures`. */
export const measuresSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  slug: z.string().optional(),
  by: z.enum(GROUPINGS),
  items: z.array(z.strictObject({ name: z.string(), ...countsShape })),
  total: z.strictObject(countsShape),
});

/** As a restore sends them: what is read there is what is written here. */
export const recordBatchSchema = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())).min(1).max(BACKUP_BATCH_MAX_COUNT),
});

export const recordPageSchema = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
});

export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'misconfigured']),
  build: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  faults: z.array(z.strictObject({ setting: z.string(), detail: z.string() })),
});

/** Answer of `POST /v1/extractions`. */
export const extractionSchema = z.strictObject({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  description: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string().nullable(),
  image: z.strictObject({ url: z.string(), alt: z.string() }).nullable(),
  url: z.string().nullable(),
  tags: z.array(z.string()),
  text: z.string(),
  html: z.string(),
});

/** Answer of `POST /v1/ingestions`. */
export const ingestionSchema = z.strictObject({ slug: z.string(), revision: z.int() });

const count = z.int().min(0);

const reconciliationSchema = z.strictObject({
  at: z.string(),
  compared: count,
  repaired: count,
  young: count,
  waiting: count,
  finishedRound: z.boolean(),
});

const feedResultSchema = z.strictObject({
  feed: z.string(),
  at: z.string(),
  outcome: z.enum(['read', 'unchanged', 'failed', 'waiting']),
  detail: z.string(),
  created: count,
  changed: count,
  unchanged: count,
  refused: count,
});

/** Answer of `GET /v1/status`. */
export const statusSchema = z.strictObject({
  build: z.string(),
  catalogue: z.string(),
  schemaVersion: z.int(),
  changes: count,
  articles: z.strictObject({ published: count, scheduled: count, drafts: count, tombstones: count }),
  outbox: z.strictObject({ length: count, oldestWaitingSince: z.string().nullable() }),
  purges: z.strictObject({ waiting: count }),
  failures: z.strictObject({ copies: count, purges: count }),
  generation: z.strictObject({
    waiting: count,
    callsToday: count,
    calls: count,
    proposals: count,
    failures: z.record(z.string(), count),
    lacks: z.array(z.literal('AI')),
  }),
  lastReconciliation: reconciliationSchema.nullable(),
  databaseBytes: count,
  room: z.strictObject({ bytesLeft: count, daysLeft: count.nullable() }),
  feeds: z.array(feedResultSchema),
});

export const restorationSchema = z.strictObject({ outcome: z.enum(['restored', 'unchanged']) });
/** One for each record, in order. */
export const restorationsSchema = z.strictObject({
  outcomes: z.array(
    z.discriminatedUnion('outcome', [
      z.strictObject({ slug: z.string(), outcome: z.enum(['restored', 'unchanged']) }),
      z.strictObject({
        slug: z.string(),
        outcome: z.literal('refused'),
        problem: z.strictObject({
          status: z.int(),
          title: z.string(),
          detail: z.string().optional(),
        }),
      }),
    ]),
  ),
});
export const refreshmentSchema = z.strictObject({
  refreshed: count,
  overtaken: count,
  next: z.string().nullable(),
});
