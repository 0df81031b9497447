import * as z from 'zod';
import {
  articleInputSchema,
  imageSchema,
  instantSchema,
  languageSchema,
  slugSchema,
} from '../article/article.ts';
import { textField } from '../article/text-field.ts';
import { pageUrlSchema } from '../fetching/page-url.ts';
import {
  ALIASES_MAX_COUNT,
  BYLINE_MAX_LENGTH,
  DESCRIPTION_MAX_LENGTH,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
  TITLE_MAX_LENGTH,
} from '../limits.ts';
import { historyEntrySchema } from '../summary/review.ts';
import { articleMetaSchema } from './article-record.ts';

/** Article JSON, written out by us, the override beside it, and its history ({@link HISTORY_MAX_LENGTH}). */
export const BACKUP_RECORD_MAX_BYTES = 4 * 1024 * 1024;
const BACKUP_PAGE_MAX_COUNT = 100;

/**
 * What a backup keeps of an article: everything that people decided. What is worked out from the body (HTML, text,
 * digest) is left out and worked out again, so that no file can bring in HTML that was never sanitised.
 *
 * Held to the same limits as a PUT. Unknown members, of a later release, are dropped.
 */
const savedArticleSchema = articleMetaSchema.omit({ summaryOff: true, pinned: true }).extend({
  slug: slugSchema,
  url: pageUrlSchema.nullable(),
  aliases: z.array(pageUrlSchema).max(ALIASES_MAX_COUNT),
  formerUrls: z.array(pageUrlSchema).max(ALIASES_MAX_COUNT),
  title: textField(TITLE_MAX_LENGTH),
  byline: textField(BYLINE_MAX_LENGTH).nullable(),
  description: textField(DESCRIPTION_MAX_LENGTH).nullable().default(null),
  publishedAt: instantSchema,
  updatedAt: instantSchema,
  language: languageSchema,
  tags: z.array(textField(TAG_MAX_LENGTH)).max(TAGS_MAX_COUNT),
  image: imageSchema.nullable(),
  revision: articleInputSchema.shape.revision.unwrap(),
  bodySource: z.string(),
});
export type SavedArticle = z.infer<typeof savedArticleSchema>;

export const backupRecordSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('article'),
    slug: slugSchema,
    article: savedArticleSchema,
    /** Oldest first. Backups of earlier releases have none: what stands is left alone then. */
    history: z.array(historyEntrySchema).optional(),
  }),
  z.object({
    /** `forgotten` was deleted before any reader could see it: readers get the 404 of an unknown slug. */
    state: z.enum(['deleted', 'moved', 'forgotten']),
    slug: slugSchema,
    revision: z.int().min(1),
    movedTo: slugSchema.nullable(),
    /** Hashes of the pages that it holds; backups of earlier releases name none. */
    pages: z
      .array(z.string().regex(/^[0-9a-f]{64}$/u))
      .max(2 * ALIASES_MAX_COUNT + 1)
      .default([]),
  }),
]);
export type BackupRecord = z.infer<typeof backupRecordSchema>;

/** A whole record, and room for the brackets around it. */
export const BACKUP_BATCH_MAX_BYTES = BACKUP_RECORD_MAX_BYTES + 1024;
export const BACKUP_BATCH_MAX_COUNT = 100;

/** Body of `POST /v1/records`. */
export const backupBatchSchema = z.object({
  records: z
    .array(backupRecordSchema)
    .min(1)
    .max(BACKUP_BATCH_MAX_COUNT)
    .refine((records) => new Set(records.map(({ slug }) => slug)).size === records.length, {
      error: 'each record must have a slug of its own',
    })
    .refine((records) => records.every(hasOneSlug), { error: 'a record and its article must have one slug' }),
});

function hasOneSlug(record: BackupRecord): boolean {
  return record.state !== 'article' || record.article.slug === record.slug;
}

/** Parameters of `GET /v1/records`. */
export const backupQuerySchema = z.strictObject({
  /** Slug of the last record received: it need not exist any more. */
  after: slugSchema.optional(),
  limit: z.int().min(1).max(BACKUP_PAGE_MAX_COUNT).default(BACKUP_PAGE_MAX_COUNT),
});
