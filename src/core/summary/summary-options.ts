import * as z from 'zod/mini';
import { languageSchema } from '../article/article.ts';
import { textField } from '../article/text-field.ts';
import { lazily } from '../lazily.ts';
import { QUERY_MAX_LENGTH, SUMMARY_MAX_SENTENCES } from '../limits.ts';

export const SUMMARY_TYPES = ['key-points', 'tldr', 'teaser'] as const;
export const SUMMARY_LENGTHS = ['short', 'medium', 'long'] as const;
export const SUMMARY_FORMATS = ['json', 'plain-text', 'markdown', 'html'] as const;

/** Sentences per preset. A teaser takes them from the first third of the text. */
export const PRESET_SENTENCES = {
  'key-points': { short: 3, medium: 5, long: 7 },
  tldr: { short: 1, medium: 2, long: 3 },
  teaser: { short: 1, medium: 2, long: 3 },
} as const satisfies Record<(typeof SUMMARY_TYPES)[number], Record<(typeof SUMMARY_LENGTHS)[number], number>>;

/** Members of `POST /v1/summaries` and, as strings, parameters of every summary by GET. */
export const summaryOptionShape = lazily(() => ({
  type: z._default(z.enum(SUMMARY_TYPES), 'key-points'),
  length: z.optional(z.enum(SUMMARY_LENGTHS)),
  sentences: z.optional(z.int().check(z.minimum(1), z.maximum(SUMMARY_MAX_SENTENCES))),
  query: z.optional(textField(QUERY_MAX_LENGTH)),
  /** By default as in the article; the answers to a `query` best first. */
  order: z.optional(z.enum(['offset', 'rank'])),
  avoid: z._default(z.array(z.enum(['quotes', 'questions'])), []),
  include: z._default(z.array(z.enum(['ranking', 'keywords', 'stats', 'labels'])), []),
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

/** What a caller gets who asks for nothing in particular: what the schema makes of that, without the schema. */
export const DEFAULT_SUMMARY_OPTIONS: SummaryOptions = {
  type: 'key-points',
  avoid: [],
  include: [],
  format: 'json',
};

/** How many sentences these options ask for. */
export function wantedSentences(options: Pick<SummaryOptions, 'type' | 'length' | 'sentences'>): number {
  return options.sentences ?? PRESET_SENTENCES[options.type][options.length ?? 'short'];
}

/** A teaser never tells the ending. */
export function rangeOf(options: Pick<SummaryOptions, 'type'>): 'whole' | 'opening' {
  return options.type === 'teaser' ? 'opening' : 'whole';
}

/** Whether the choice of sentences cannot be read off what travels with the article, and the text has to be ranked. */
export function needsRanking(options: SummaryOptions): boolean {
  return (
    options.query !== undefined ||
    options.avoid.length > 0 ||
    (options.type === 'teaser' && wantedSentences(options) > PRESET_SENTENCES.teaser.long)
  );
}
