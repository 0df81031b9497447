import * as z from 'zod/mini';
import { languageSchema } from '../core/article/article.ts';
import { lazily } from '../core/lazily.ts';
import { sentenceFaultSchema } from '../core/summary/check-sentence.ts';
import { createOverride, overrideWordsShape } from '../core/summary/override.ts';
import { summarySchema } from '../core/summary/summary.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../core/summary/wanted.ts';
import { digestAgain } from './digest-again.ts';
import { readStored, toReadable } from './edit-article.ts';
import type { Gate } from './gate-ports.ts';
import { judgeSentences } from './judge-sentences.ts';
import type { Catalogue } from './ports.ts';
import { type SummaryView, summarizeArticle } from './summarize-article.ts';

/** Body of `POST /v1/articles/{slug}/preview`; nothing given is the engine's choice. */
export const previewRequestSchema = lazily(() =>
  z.strictObject({
    ...overrideWordsShape(),
    labels: z.optional(languageSchema()),
  }),
);

export const summaryPreviewSchema = lazily(() =>
  z.object({
    revision: z.int(),
    /** What the article does not hold of each sentence, in the order in which they were sent. */
    faults: z.array(z.array(sentenceFaultSchema())),
    short: summarySchema(),
    medium: summarySchema(),
    long: summarySchema(),
  }),
);
export type SummaryPreview = z.infer<ReturnType<typeof summaryPreviewSchema>>;

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
  { labels, ...words }: z.infer<ReturnType<typeof previewRequestSchema>>,
  view: SummaryView,
): Promise<SummaryPreview> {
  const entry = await readStored(catalogue, slug);
  const { text, revision } = entry.record;
  const own = (words.sentences ?? []).map((sentence) => ({
    text: sentence,
    isFree: !text.includes(sentence),
  }));
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
    faults: await judgeSentences(own, entry.record, gate),
    short: await inLength('short'),
    medium: await inLength('medium'),
    long: await inLength('long'),
  };
}
