import * as z from 'zod';
import { pageUrlSchema } from '../fetching/page-url.ts';
import {
  ALIASES_MAX_COUNT,
  ALT_MAX_LENGTH,
  BYLINE_MAX_LENGTH,
  DESCRIPTION_MAX_LENGTH,
  LANGUAGE_MAX_LENGTH,
  SLUG_MAX_LENGTH,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
  TITLE_MAX_LENGTH,
} from '../limits.ts';
import { exactlyOneBody, optionalBodies } from './article-body.ts';
import { textField } from './text-field.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

export const slugSchema = z.string().regex(SLUG).max(SLUG_MAX_LENGTH);

/** {@link slugSchema} without its report, for the path of every request. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_MAX_LENGTH && SLUG.test(text);
}

/** RFC 3339 with any offset in, UTC out; milliseconds only where there are some. */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    error: ({ code }) =>
      code === 'invalid_format'
        ? 'must be an RFC 3339 time with its offset from UTC, such as 2026-03-02T08:30:00+01:00'
        : undefined,
  })
  .check((context) => {
    // An offset can lead out of the four digits that RFC 3339 has for a year, and then nobody reads it back.
    const timestamp = Date.parse(context.value);
    if (Number.isNaN(timestamp) || /^\d{4}-/u.test(formatInstant(timestamp))) return;
    context.issues.push({
      code: 'custom',
      params: { code: 'out-of-range' },
      message: 'must lie in the years 0000 to 9999 in UTC',
      input: context.value,
    });
  })
  .transform((text) => formatInstant(Date.parse(text)));

/**
 * The date of what has none. Lists are in order of date, and an article that nobody dated must not lead them as the
 * newest; broken templates print the same instant, and readers of feeds take it for none. It is never shown.
 */
export const UNDATED = '1970-01-01T00:00:00Z';

/** When an article was published, where that is known. */
export const dateOf = ({ publishedAt }: { publishedAt: string }): string | null =>
  publishedAt === UNDATED ? null : publishedAt;

/** @param timestamp - Milliseconds since the epoch. */
export function formatInstant(timestamp: number): string {
  return new Date(timestamp).toISOString().replace('.000Z', 'Z');
}

/** When what readers see was last changed: what was written ahead of its time changed nothing before it. */
export function lastChangeOf({ publishedAt, updatedAt }: { publishedAt: string; updatedAt: string }): string {
  return Date.parse(updatedAt) < Date.parse(publishedAt) ? publishedAt : updatedAt;
}

/** BCP 47, canonical case out (`PT-br` becomes `pt-BR`). */
export const languageSchema = z
  .string()
  .min(2)
  .max(LANGUAGE_MAX_LENGTH)
  .check((context) => {
    if (canonicalLanguage(context.value) === undefined) {
      context.issues.push({
        code: 'custom',
        params: { code: 'invalid-language' },
        message: 'must be a BCP 47 language tag, such as en or pt-BR',
        input: context.value,
      });
    }
  })
  .transform((tag) => canonicalLanguage(tag) ?? tag);

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // RangeError: not a well-formed tag.
  }
}

export const imageSchema = z.strictObject({
  url: pageUrlSchema,
  alt: z.string().max(ALT_MAX_LENGTH).default(''),
});

export const statusSchema = z.enum(['published', 'draft']);
const accessSchema = z.enum(['full', 'summary']);

/** Who wrote it, strongest first: a weaker source never changes what a stronger one wrote. */
const SOURCES = ['api', 'import', 'feed', 'page'] as const;
export const sourceSchema = z.enum(SOURCES);
export type Source = z.infer<typeof sourceSchema>;

export function isWeaker(source: Source, than: Source): boolean {
  return SOURCES.indexOf(source) > SOURCES.indexOf(than);
}

/** An article as an author or importer sends it. With `revision` an article that moves here goes on counting. */
export const articleInputSchema = z
  .strictObject({
    title: textField(TITLE_MAX_LENGTH),
    ...optionalBodies,
    url: pageUrlSchema.nullish(),
    aliases: z.array(pageUrlSchema).max(ALIASES_MAX_COUNT).optional(),
    byline: textField(BYLINE_MAX_LENGTH).nullish(),
    description: textField(DESCRIPTION_MAX_LENGTH).nullish(),
    publishedAt: instantSchema.optional(),
    updatedAt: instantSchema.optional(),
    language: languageSchema.optional(),
    tags: z.array(textField(TAG_MAX_LENGTH)).max(TAGS_MAX_COUNT).optional(),
    image: imageSchema.nullish(),
    status: statusSchema.optional(),
    access: accessSchema.optional(),
    summaryEnabled: z.boolean().optional(),
    source: sourceSchema.optional(),
    revision: z.int().min(1).optional(),
  })
  .check(exactlyOneBody);
export type ArticleInput = z.infer<typeof articleInputSchema>;

const neighbourSchema = z.object({ slug: slugSchema, title: z.string() });
export type Neighbour = z.infer<typeof neighbourSchema>;

/**
 * Body of `PUT /v1/articles/{slug}`: an article as it is sent, or as a GET gave it. What that holds beside, and which
 * body counts, is judged against what is stored (`readPut`).
 */
export const articlePutSchema = z.strictObject({
  ...articleInputSchema.shape,
  html: z.string().nullish(),
  text: z.string().nullish(),
  slug: slugSchema.optional(),
  readingTimeSeconds: z.int().optional(),
  previous: neighbourSchema.nullish(),
  next: neighbourSchema.nullish(),
});
export type ArticlePut = z.infer<typeof articlePutSchema>;

/** What every form of an article says of it, once it is stored. */
export const describedShape = {
  url: z.string().nullable(),
  title: z.string(),
  byline: z.string().nullable(),
  /** Copies written before there was one have none. */
  description: z.string().nullable().default(null),
  publishedAt: z.string(),
  updatedAt: z.string(),
  language: z.string(),
  tags: z.array(z.string()),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  access: accessSchema,
};

/** What lists, feeds and the front page know of an article. `summary` is its one-sentence summary. */
export const listEntrySchema = z.object({
  slug: slugSchema,
  ...describedShape,
  /** Anything but published is shown to tokens alone. */
  status: statusSchema.default('published'),
  readingTimeSeconds: z.int(),
  summary: z.string().nullable(),
});
export type ListEntry = z.infer<typeof listEntrySchema>;

/** The article as served. `html` and `text` are null where only its summary is public. */
export const articleSchema = z.object({
  slug: slugSchema,
  ...describedShape,
  aliases: z.array(z.string()),
  status: statusSchema,
  source: sourceSchema,
  html: z.string().nullable(),
  text: z.string().nullable(),
  revision: z.int(),
  summaryEnabled: z.boolean(),
  readingTimeSeconds: z.int(),
  previous: neighbourSchema.nullable(),
  next: neighbourSchema.nullable(),
});
export type Article = z.infer<typeof articleSchema>;
