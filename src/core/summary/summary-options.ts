import * as z from 'zod/mini';
import { languageSchema } from '../article/article.ts';
import { textField } from '../article/text-field.ts';
import { lazily } from '../lazily.ts';
import { QUERY_MAX_LENGTH, SUMMARY_MAX_SENTENCES } from '../limits.ts';
import { SUMMARY_EXTRAS, SUMMARY_FORMATS, SUMMARY_LENGTHS, SUMMARY_TYPES } from './presets.ts';

/** Members of `POST /v1/summaries` and, as strings, parameters of every summary by GET. */
export const summaryOptionShape = lazily(() => ({
  type: z._default(z.enum(SUMMARY_TYPES), 'key-points'),
  length: z.optional(z.enum(SUMMARY_LENGTHS)),
  sentences: z.optional(z.int().check(z.minimum(1), z.maximum(SUMMARY_MAX_SENTENCES))),
  query: z.optional(textField(QUERY_MAX_LENGTH)),
  /** By default as in the article; the answers to a `query` best first. */
  order: z.optional(z.enum(['offset', 'rank'])),
  avoid: z._default(z.array(z.enum(['quotes', 'questions'])), []),
  include: z._default(z.array(z.enum(SUMMARY_EXTRAS)), []),
  labels: z.optional(languageSchema()),
  /** The sentences of the article where others would be shown that a model wrote. */
  source: z.optional(z.enum(['extractive'])),
  format: z._default(z.enum(SUMMARY_FORMATS), 'json'),
}));

/** `length` and `sentences` say the same thing in two ways. */
export function lengthOrSentences(
  context: z.core.ParsePayload<{ length?: string | undefined; sentences?: number | undefined }>,
): void {
  if (context.value.length === undefined || context.value.sentences === undefined) return;
  context.issues.push({
    code: 'custom',
    params: { code: 'exclusive' },
    message: 'send length or sentences, not both',
    input: context.value,
    path: ['sentences'],
  });
}

export const summaryOptionsSchema = lazily(() =>
  z.strictObject(summaryOptionShape()).check(lengthOrSentences),
);
export type SummaryOptions = z.infer<ReturnType<typeof summaryOptionsSchema>>;
