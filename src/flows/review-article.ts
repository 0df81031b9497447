import * as z from 'zod';
import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import { checkSentence, sentenceFaultSchema } from '../core/summary/check-sentence.ts';
import { chooseFromDigest, type Digest } from '../core/summary/digest.ts';
import {
  isApproved,
  SUMMARY_STATES,
  standingOf,
  standingSchema,
  summaryStateOf,
} from '../core/summary/review.ts';
import { PRESET_SENTENCES } from '../core/summary/summary-options.ts';
import { digestAgain } from './digest-again.ts';

const placedSchema = z.object({
  text: z.string(),
  offset: z.int().nullable(),
  length: z.int().nullable(),
  paragraph: z.int().nullable(),
});

/** A summary as an editor sees it. */
export const summaryReviewSchema = z.object({
  slug: z.string(),
  title: z.string(),
  revision: z.int(),
  state: z.enum(SUMMARY_STATES),
  approved: z.boolean(),
  standing: standingSchema,
  sentences: z.array(
    placedSchema.extend({
      /** What the article does not hold of it. */
      faults: z.array(sentenceFaultSchema),
    }),
  ),
  /** What the engine would choose. */
  automatic: z.array(placedSchema),
});
export type SummaryReview = z.infer<typeof summaryReviewSchema>;

/** Cost: one ranking where an editor's sentences stand, to show the engine's beside them. */
export async function reviewArticle(record: ArticleRecord): Promise<SummaryReview> {
  const isAutomatic = record.override === null;
  const automatic = isAutomatic ? record.digest : await digestAgain(record, null);
  return {
    slug: record.slug,
    title: record.title,
    revision: record.revision,
    state: summaryStateOf(record),
    approved: isApproved(record),
    standing: standingOf(record),
    sentences: longest(record.digest).map((sentence) => ({
      ...sentence,
      faults: checkSentence(sentence.text, record.text),
    })),
    automatic: longest(automatic),
  };
}

/** Those of the short summary, then what longer ones add: saved in this order, each length stays what it is. */
function longest(digest: Digest): z.infer<typeof placedSchema>[] {
  const { short, medium, long } = PRESET_SENTENCES['key-points'];
  const counts = digest.label === 'edited' ? [digest.sentences.length] : [short, medium, long];
  const chosen = new Set(counts.flatMap((count) => chooseFromDigest(digest, count, 'whole')));
  return [...chosen].map(({ text, offset, length, paragraph }) => ({ text, offset, length, paragraph }));
}
