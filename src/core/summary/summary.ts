import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { SUMMARY_LENGTHS, SUMMARY_TYPES } from './presets.ts';

const summarySentenceSchema = lazily(() =>
  z.object({
    text: z.string(),
    offset: z.nullable(z.int()),
    length: z.nullable(z.int()),
    rankScore: z.number().check(z.minimum(0), z.maximum(1)),
    paragraph: z.nullable(z.int()),
    url: z.nullable(z.string()),
    /** Only of a sentence that a model wrote. */
    support: z.optional(z.array(z.object({ offset: z.int(), length: z.int(), paragraph: z.int() }))),
  }),
);
export type SummarySentence = z.infer<ReturnType<typeof summarySentenceSchema>>;

const WARNINGS = ['already-short', 'fewer-sentences', 'override-stale', 'teaser-only', 'no-answer'] as const;

/** The answer of every summary call with `format=json`. */
export const summarySchema = lazily(() =>
  z.object({
    article: z.nullable(
      z.object({ slug: z.string(), url: z.string(), title: z.string(), revision: z.int() }),
    ),
    type: z.enum(SUMMARY_TYPES),
    length: z.nullable(z.enum(SUMMARY_LENGTHS)),
    method: z.enum(['extractive', 'editorial', 'generated']),
    engine: z.object({ name: z.string(), version: z.string() }),
    language: z.string(),
    text: z.string(),
    sentences: z.array(summarySentenceSchema()),
    label: z.object({
      code: z.enum(['extracted', 'edited', 'generated', 'generated-reviewed']),
      aiGenerated: z.boolean(),
      reviewed: z.boolean(),
      text: z.string(),
    }),
    correction: z.nullable(z.object({ text: z.string(), at: z.string() })),
    stale: z.boolean(),
    updatedAt: z.nullable(z.string()),
    warnings: z.array(z.enum(WARNINGS)),
    stats: z.optional(
      z.object({
        words: z.int(),
        sentences: z.int(),
        readingTimeSeconds: z.int(),
        reduction: z.number().check(z.minimum(0), z.maximum(1)),
      }),
    ),
    ranking: z.optional(
      z.array(
        z.object({
          text: z.string(),
          offset: z.int(),
          length: z.int(),
          paragraph: z.int(),
          rankScore: z.number().check(z.minimum(0), z.maximum(1)),
          contributions: z.record(z.string(), z.number()),
        }),
      ),
    ),
    keywords: z.optional(z.array(z.string())),
    labels: z.optional(z.record(z.string(), z.string())),
  }),
);
export type Summary = z.infer<ReturnType<typeof summarySchema>>;
