import * as z from 'zod/mini';
import { listEntrySchema } from '../../core/article/article.ts';
import { BACKUP_BATCH_MAX_COUNT } from '../../core/catalogue/backup-record.ts';
import { GROUPINGS, MEASURES } from '../../core/measures/measure.ts';
import { historyEntrySchema, SUMMARY_STATES } from '../../core/summary/review.ts';
import { ruleEntrySchema, tagRuleSchema } from '../../core/summary/rule.ts';

const fieldErrorSchema = z.strictObject({
  pointer: z.optional(z.string()),
  parameter: z.optional(z.string()),
  code: z.string(),
  detail: z.string(),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  allowedValues: z.optional(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

/** RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.string(),
  errors: z.optional(z.array(fieldErrorSchema)),
});

export const articleListSchema = z.strictObject({
  items: z.array(listEntrySchema()),
  page: z.strictObject({ next: z.nullable(z.string()), previous: z.nullable(z.string()) }),
});

/** Answer of `GET /v1/articles/{slug}/history`. */
export const historySchema = z.strictObject({ items: z.array(historyEntrySchema()) });

/** Answer of `GET /v1/rules`. */
export const rulesSchema = z.strictObject({ items: z.array(tagRuleSchema()), applied: z.boolean() });

/** Answer of `GET /v1/rules/history`. */
export const ruleHistorySchema = z.strictObject({ items: z.array(ruleEntrySchema()) });

/** Answer of `GET /v1/queue`. */
export const queueSchema = z.strictObject({
  items: z.array(z.extend(listEntrySchema(), { state: z.enum(SUMMARY_STATES), revision: z.int() })),
  page: articleListSchema.shape.page,
  counts: z.strictObject(
    Object.fromEntries(SUMMARY_STATES.map((state) => [state, z.int().check(z.minimum(0))])),
  ),
});

/** Answer of `POST /v1/queue`. */
export const approvalOutcomesSchema = z.strictObject({
  items: z.array(z.strictObject({ slug: z.string(), outcome: z.string() })),
});

const countsShape = Object.fromEntries(MEASURES.map((measure) => [measure, z.int().check(z.minimum(0))]));

/** Answer of `GET /v1/measures`. */
export const measuresSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  slug: z.optional(z.string()),
  by: z.enum(GROUPINGS),
  items: z.array(z.strictObject({ name: z.string(), ...countsShape })),
  total: z.strictObject(countsShape),
});

/** As a restore sends them: what is read there is what is written here. */
export const recordBatchSchema = z.strictObject({
  records: z
    .array(z.record(z.string(), z.unknown()))
    .check(z.minLength(1), z.maxLength(BACKUP_BATCH_MAX_COUNT)),
});

export const recordPageSchema = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())),
  next: z.nullable(z.string()),
});

export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'misconfigured']),
  build: z.string(),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  faults: z.array(z.strictObject({ setting: z.string(), detail: z.string() })),
});

/** Answer of `POST /v1/extractions`. */
export const extractionSchema = z.strictObject({
  title: z.nullable(z.string()),
  byline: z.nullable(z.string()),
  description: z.nullable(z.string()),
  publishedAt: z.nullable(z.string()),
  language: z.nullable(z.string()),
  image: z.nullable(z.strictObject({ url: z.string(), alt: z.string() })),
  url: z.nullable(z.string()),
  tags: z.array(z.string()),
  text: z.string(),
  html: z.string(),
});

/** Answer of `POST /v1/ingestions`. */
export const ingestionSchema = z.strictObject({ slug: z.string(), revision: z.int() });

const count = z.int().check(z.minimum(0));

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
  outbox: z.strictObject({ length: count, oldestWaitingSince: z.nullable(z.string()) }),
  purges: z.strictObject({ waiting: count }),
  failures: z.strictObject({ copies: count, purges: count }),
  generation: z.strictObject({
    waiting: count,
    callsToday: count,
    calls: count,
    proposals: count,
    failures: z.record(z.string(), count),
    lacks: z.array(z.enum(['AI', 'generator'])),
  }),
  lastReconciliation: z.nullable(reconciliationSchema),
  databaseBytes: count,
  room: z.strictObject({ bytesLeft: count, daysLeft: z.nullable(count) }),
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
          detail: z.optional(z.string()),
        }),
      }),
    ]),
  ),
});
export const refreshmentSchema = z.strictObject({
  refreshed: count,
  overtaken: count,
  next: z.nullable(z.string()),
});
