import * as z from 'zod';
import { languageSchema } from '../core/article/article.ts';
import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import { type SentenceFault, sentenceFaultSchema } from '../core/summary/check-sentence.ts';
import { createOverride, overrideWordsShape } from '../core/summary/override.ts';
import { summarySchema } from '../core/summary/summary.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../core/summary/summary-options.ts';
import { digestAgain } from './digest-again.ts';
import { readStored, toReadable } from './edit-article.ts';
import type { Gate } from './gate-ports.ts';
import type { Catalogue } from './ports.ts';
import { judge } from './review-article.ts';
import { type SummaryView, summarizeArticle } from './summarize-article.ts';

/** Body of `POST /v1/articles/{slug}/preview`; nothing given is the engine's choice. */
export const previewRequestSchema = z.strictObject({
  ...overrideWordsShape,
  labels: languageSchema.optional(),
});

export const summaryPreviewSchema = z.object({
  revision: z.int(),
  /** What the article does not hold of each sentence, in the order in which they were sent. */
  faults: z.array(z.array(sentenceFaultSchema)),
  short: summarySchema,
  medium: summarySchema,
  long: summarySchema,
});
export type SummaryPreview = z.infer<typeof summaryPreviewSchema>;

/**
 * A summary as readers would get it, were these words saved; stores nothing.
 *
 * Cost: one ranking of the article.
 *
 * @throws {DomainError} `article-not-found`, `article-deleted`, `article-moved`, `nothing-to-summarise`,
 *   `store-unavailable`.
 */
export async function previewSummary(
  { catalogue, gate }: { catalogue: Catalogue; gate: Gate | undefined },
  slug: string,
  { labels, ...words }: z.infer<typeof previewRequestSchema>,
  view: SummaryView,
): Promise<SummaryPreview> {
  const entry = await readStored(catalogue, slug);
  const { text, revision } = entry.record;
  const isAutomatic = words.sentences === undefined && words.exclude === undefined;
  const override = isAutomatic ? null : createOverride(words, text);
  const record = { ...entry.record, override, digest: await digestAgain(entry.record, override) };
  const article = await toReadable(catalogue, { ...entry, record });
  const inLength = (length: 'short' | 'medium' | 'long') =>
    summarizeArticle(
      article,
      {
        ...DEFAULT_SUMMARY_OPTIONS,
        length,
        include: ['labels'],
        ...(labels === undefined ? {} : { labels }),
      },
      view,
    );
  return {
    revision,
    faults: (await judgeOwn(words.sentences ?? [], entry.record, gate)).map((faults) => [...faults]),
    short: await inLength('short'),
    medium: await inLength('medium'),
    long: await inLength('long'),
  };
}

/** A sentence of the article needs no judge. */
async function judgeOwn(
  sentences: readonly string[],
  record: ArticleRecord,
  gate: Gate | undefined,
): Promise<(readonly SentenceFault[])[]> {
  const free = sentences.filter((sentence) => !record.text.includes(sentence));
  const judged = free.length === 0 ? [] : await judge(free, record, gate);
  const faultsOf = new Map(free.map((sentence, at) => [sentence, judged[at] ?? []]));
  return sentences.map((sentence) => faultsOf.get(sentence) ?? []);
}
