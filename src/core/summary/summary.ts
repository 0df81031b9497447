import * as z from 'zod';
import { SUMMARY_LENGTHS, SUMMARY_TYPES } from './summary-options.ts';

const summarySentenceSchema = z.object({
  text: z.string(),
  offset: z.int().nullable(),
  length: z.int().nullable(),
  rankScore: z.number().min(0).max(1),
  paragraph: z.int().nullable(),
  url: z.string().nullable(),
  /** Only of a sentence that a model wrote. */
  support: z.array(z.object({ offset: z.int(), length: z.int(), paragraph: z.int() })).optional(),
});
export type SummarySentence = z.infer<typeof summarySentenceSchema>;

const WARNINGS = ['already-short', 'fewer-sentences', 'override-stale', 'teaser-only', 'no-answer'] as const;

/** The answer of every summary call with `format=json`. */
export const summarySchema = z.object({
  article: z.object({ slug: z.string(), url: z.string(), title: z.string(), revision: z.int() }).nullable(),
  type: z.enum(SUMMARY_TYPES),
  length: z.enum(SUMMARY_LENGTHS).nullable(),
  method: z.enum(['extractive', 'editorial', 'generated']),
  engine: z.object({ name: z.string(), version: z.string() }),
  language: z.string(),
  text: z.string(),
  sentences: z.array(summarySentenceSchema),
  label: z.object({
    code: z.enum(['extracted', 'edited', 'generated', 'generated-reviewed']),
    aiGenerated: z.boolean(),
    reviewed: z.boolean(),
    text: z.string(),
  }),
  correction: z.object({ text: z.string(), at: z.string() }).nullable(),
  stale: z.boolean(),
  updatedAt: z.string().nullable(),
  warnings: z.array(z.enum(WARNINGS)),
  stats: z
    .object({
      words: z.int(),
      sentences: z.int(),
      readingTimeSeconds: z.int(),
      reduction: z.number().min(0).max(1),
    })
    .optional(),
  ranking: z
    .array(
      z.object({
        text: z.string(),
        offset: z.int(),
        length: z.int(),
        paragraph: z.int(),
        rankScore: z.number().min(0).max(1),
        contributions: z.record(z.string(), z.number()),
      }),
    )
    .optional(),
  keywords: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
});
export type Summary = z.infer<typeof summarySchema>;
