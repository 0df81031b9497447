import * as z from 'zod/mini';
import {
  articleInputSchema,
  imageSchema,
  instantSchema,
  languageSchema,
  slugSchema,
} from '../article/article.ts';
import { textField } from '../article/text-field.ts';
import { pageUrlSchema } from '../fetching/page-url.ts';
import { lazily } from '../lazily.ts';
import {
  ALIASES_MAX_COUNT,
  BYLINE_MAX_LENGTH,
  DESCRIPTION_MAX_LENGTH,
  RULE_HISTORY_MAX_COUNT,
  RULES_MAX_COUNT,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
  TITLE_MAX_LENGTH,
} from '../limits.ts';
import { historyEntrySchema } from '../summary/review.ts';
import { ruleEntrySchema, tagRuleSchema } from '../summary/rule.ts';
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
const savedArticleSchema = lazily(() =>
  z.extend(z.omit(articleMetaSchema(), { summaryOff: true, pinned: true, rule: true }), {
    slug: slugSchema(),
    url: z.nullable(pageUrlSchema()),
    aliases: z.array(pageUrlSchema()).check(z.maxLength(ALIASES_MAX_COUNT)),
    formerUrls: z.array(pageUrlSchema()).check(z.maxLength(ALIASES_MAX_COUNT)),
    title: textField(TITLE_MAX_LENGTH),
    byline: z.nullable(textField(BYLINE_MAX_LENGTH)),
    description: z._default(z.nullable(textField(DESCRIPTION_MAX_LENGTH)), null),
    publishedAt: instantSchema(),
    updatedAt: instantSchema(),
    language: languageSchema(),
    tags: z.array(textField(TAG_MAX_LENGTH)).check(z.maxLength(TAGS_MAX_COUNT)),
    image: z.nullable(imageSchema()),
    revision: articleInputSchema().shape.revision.def.innerType,
    bodySource: z.string(),
  }),
);
export type SavedArticle = z.infer<ReturnType<typeof savedArticleSchema>>;

/** In the place of a slug, before all of them: so the rules are back before the articles that follow them. */
export const RULES_PLACE = '-rules';
const savedRulesSchema = lazily(() =>
  z.object({
    state: z.literal('rules'),
    slug: z.literal(RULES_PLACE),
    rules: z.array(tagRuleSchema()).check(z.maxLength(RULES_MAX_COUNT)),
    /** Oldest first. */
    history: z.array(ruleEntrySchema()).check(z.minLength(1), z.maxLength(RULE_HISTORY_MAX_COUNT)),
  }),
);

export const backupRecordSchema = lazily(() =>
  z.discriminatedUnion('state', [
    z.object({
      state: z.literal('article'),
      slug: slugSchema(),
      article: savedArticleSchema(),
      /** Oldest first. Backups of earlier releases have none: what stands is left alone then. */
      history: z.optional(z.array(historyEntrySchema())),
    }),
    z.object({
      /** `forgotten` was deleted before any reader could see it: readers get the 404 of an unknown slug. */
      state: z.enum(['deleted', 'moved', 'forgotten']),
      slug: slugSchema(),
      revision: z.int().check(z.minimum(1)),
      movedTo: z.nullable(slugSchema()),
      /** Hashes of the pages that it holds; backups of earlier releases name none. */
      pages: z._default(
        z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/u))).check(z.maxLength(2 * ALIASES_MAX_COUNT + 1)),
        [],
      ),
    }),
    savedRulesSchema(),
  ]),
);
export type BackupRecord = z.infer<ReturnType<typeof backupRecordSchema>>;

/** A whole record, and room for the brackets around it. */
export const BACKUP_BATCH_MAX_BYTES = BACKUP_RECORD_MAX_BYTES + 1024;
export const BACKUP_BATCH_MAX_COUNT = 100;

/** Body of `POST /v1/records`. */
export const backupBatchSchema = lazily(() =>
  z.object({
    records: z.array(backupRecordSchema()).check(
      z.minLength(1),
      z.maxLength(BACKUP_BATCH_MAX_COUNT),
      z.refine((records) => new Set(records.map(({ slug }) => slug)).size === records.length, {
        error: 'each record must have a slug of its own',
      }),
      z.refine((records) => records.every(hasOneSlug), {
        error: 'a record and its article must have one slug',
      }),
    ),
  }),
);

function hasOneSlug(record: BackupRecord): boolean {
  return record.state !== 'article' || record.article.slug === record.slug;
}

/** Parameters of `GET /v1/records`. */
export const backupQuerySchema = lazily(() =>
  z.strictObject({
    /** Slug of the last record received: it need not exist any more. */
    after: z.optional(slugSchema()),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(BACKUP_PAGE_MAX_COUNT)), BACKUP_PAGE_MAX_COUNT),
  }),
);
