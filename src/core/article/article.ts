import * as z from 'zod/mini';
import { pageUrlSchema } from '../fetching/page-url.ts';
import { lazily } from '../lazily.ts';
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
import { formatInstant } from './dates.ts';
import { canonicalLanguage } from './language-tag.ts';
import { SLUG } from './slug.ts';
import { textField } from './text-field.ts';

export const slugSchema = lazily(() => z.string().check(z.regex(SLUG), z.maxLength(SLUG_MAX_LENGTH)));

/** RFC 3339 with any offset in, UTC out; milliseconds only where there are some. */
export const instantSchema = lazily(() =>
  z.pipe(
    z.iso
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
      }),
    z.transform((text) => formatInstant(Date.parse(text))),
  ),
);

/** BCP 47, canonical case out (`PT-br` becomes `pt-BR`). */
export const languageSchema = lazily(() =>
  z.pipe(
    z.string().check(z.minLength(2), z.maxLength(LANGUAGE_MAX_LENGTH), (context) => {
      if (canonicalLanguage(context.value) === undefined) {
        context.issues.push({
          code: 'custom',
          params: { code: 'invalid-language' },
          message: 'must be a BCP 47 language tag, such as en or pt-BR',
          input: context.value,
        });
      }
    }),
    z.transform((tag) => canonicalLanguage(tag) ?? tag),
  ),
);

export const imageSchema = lazily(() =>
  z.strictObject({
    url: pageUrlSchema(),
    alt: z._default(z.string().check(z.maxLength(ALT_MAX_LENGTH)), ''),
  }),
);

export const statusSchema = lazily(() => z.enum(['published', 'draft']));
const accessSchema = lazily(() => z.enum(['full', 'summary']));

/** Who wrote it, strongest first: a weaker source never changes what a stronger one wrote. */
const SOURCES = ['api', 'import', 'feed', 'page'] as const;
export const sourceSchema = lazily(() => z.enum(SOURCES));
export type Source = z.infer<ReturnType<typeof sourceSchema>>;

export function isWeaker(source: Source, than: Source): boolean {
  return SOURCES.indexOf(source) > SOURCES.indexOf(than);
}

/** An article as an author or importer sends it. With `revision` an article that moves here goes on counting. */
export const articleInputSchema = lazily(() =>
  z
    .strictObject({
      title: textField(TITLE_MAX_LENGTH),
      ...optionalBodies(),
      url: z.nullish(pageUrlSchema()),
      aliases: z.optional(z.array(pageUrlSchema()).check(z.maxLength(ALIASES_MAX_COUNT))),
      byline: z.nullish(textField(BYLINE_MAX_LENGTH)),
      description: z.nullish(textField(DESCRIPTION_MAX_LENGTH)),
      publishedAt: z.optional(instantSchema()),
      updatedAt: z.optional(instantSchema()),
      language: z.optional(languageSchema()),
      tags: z.optional(z.array(textField(TAG_MAX_LENGTH)).check(z.maxLength(TAGS_MAX_COUNT))),
      image: z.nullish(imageSchema()),
      status: z.optional(statusSchema()),
      access: z.optional(accessSchema()),
      summaryEnabled: z.optional(z.boolean()),
      source: z.optional(sourceSchema()),
      revision: z.optional(z.int().check(z.minimum(1))),
    })
    .check(exactlyOneBody),
);
export type ArticleInput = z.infer<ReturnType<typeof articleInputSchema>>;

const neighbourSchema = lazily(() => z.object({ slug: slugSchema(), title: z.string() }));
export type Neighbour = z.infer<ReturnType<typeof neighbourSchema>>;

/**
 * Body of `PUT /v1/articles/{slug}`: an article as it is sent, or as a GET gave it. What that holds beside, and which
 * body counts, is judged against what is stored (`readPut`).
 */
export const articlePutSchema = lazily(() =>
  z.strictObject({
    ...articleInputSchema().shape,
    html: z.nullish(z.string()),
    text: z.nullish(z.string()),
    slug: z.optional(slugSchema()),
    readingTimeSeconds: z.optional(z.int()),
    previous: z.nullish(neighbourSchema()),
    next: z.nullish(neighbourSchema()),
  }),
);
export type ArticlePut = z.infer<ReturnType<typeof articlePutSchema>>;

/** What every form of an article says of it, once it is stored. */
export const describedShape = lazily(() => ({
  url: z.nullable(z.string()),
  title: z.string(),
  byline: z.nullable(z.string()),
  /** Copies written before there was one have none. */
  description: z._default(z.nullable(z.string()), null),
  publishedAt: z.string(),
  updatedAt: z.string(),
  language: z.string(),
  tags: z.array(z.string()),
  image: z.nullable(z.object({ url: z.string(), alt: z.string() })),
  access: accessSchema(),
}));

/** What lists, feeds and the front page know of an article. `summary` is its one-sentence summary. */
export const listEntrySchema = lazily(() =>
  z.object({
    slug: slugSchema(),
    ...describedShape(),
    /** Anything but published is shown to tokens alone. */
    status: z._default(statusSchema(), 'published'),
    readingTimeSeconds: z.int(),
    summary: z.nullable(z.string()),
  }),
);
export type ListEntry = z.infer<ReturnType<typeof listEntrySchema>>;

/** The article as served. `html` and `text` are null where only its summary is public. */
export const articleSchema = lazily(() =>
  z.object({
    slug: slugSchema(),
    ...describedShape(),
    aliases: z.array(z.string()),
    status: statusSchema(),
    source: sourceSchema(),
    html: z.nullable(z.string()),
    text: z.nullable(z.string()),
    revision: z.int(),
    summaryEnabled: z.boolean(),
    readingTimeSeconds: z.int(),
    previous: z.nullable(neighbourSchema()),
    next: z.nullable(neighbourSchema()),
  }),
);
export type Article = z.infer<ReturnType<typeof articleSchema>>;
