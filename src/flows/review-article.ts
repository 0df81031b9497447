import * as z from 'zod/mini';
import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import { lazily } from '../core/lazily.ts';
import { sentenceFaultSchema } from '../core/summary/check-sentence.ts';
import { chooseFromDigest } from '../core/summary/choose-from-digest.ts';
import type { Digest } from '../core/summary/digest.ts';
import { PRESET_SENTENCES } from '../core/summary/presets.ts';
import { PROPOSAL_STATES, type Proposal, type ProposedSentence } from '../core/summary/proposal.ts';
import {
  isApproved,
  isProposalApproved,
  SUMMARY_STATES,
  shownProposal,
  standingOf,
  standingSchema,
  summaryStateOf,
} from '../core/summary/review.ts';
import { ruleSchema } from '../core/summary/rule.ts';
import { digestAgain } from './digest-again.ts';
import type { Gate } from './gate-ports.ts';
import { judgeSentences } from './judge-sentences.ts';

const placedSchema = lazily(() =>
  z.object({
    text: z.string(),
    offset: z.nullable(z.int()),
    length: z.nullable(z.int()),
    paragraph: z.nullable(z.int()),
  }),
);

const proposedSchema = lazily(() =>
  z.extend(placedSchema(), {
    support: z.array(z.object({ offset: z.int(), length: z.int(), paragraph: z.int() })),
  }),
);

/** A summary as an editor sees it. */
export const summaryReviewSchema = lazily(() =>
  z.object({
    slug: z.string(),
    title: z.string(),
    revision: z.int(),
    state: z.enum(SUMMARY_STATES),
    approved: z.boolean(),
    rule: ruleSchema(),
    standing: standingSchema(),
    sentences: z.array(
      z.extend(placedSchema(), {
        /** What the article does not hold of it. */
        faults: z.array(sentenceFaultSchema()),
      }),
    ),
    /** What the engine would choose. */
    automatic: z.array(placedSchema()),
    proposal: z.nullable(
      z.object({
        state: z.enum(PROPOSAL_STATES),
        reason: z.nullable(z.string()),
        generator: z.string(),
        at: z.string(),
        points: z.array(proposedSchema()),
        tldr: z.nullable(proposedSchema()),
      }),
    ),
  }),
);
export type SummaryReview = z.infer<ReturnType<typeof summaryReviewSchema>>;

/**
 * Cost: one ranking where an editor's sentences stand, to show the engine's beside them; where some of them are free,
 * one question to the gate.
 */
export async function reviewArticle(record: ArticleRecord, gate: Gate | undefined): Promise<SummaryReview> {
  const isAutomatic = record.override === null;
  const automatic = isAutomatic ? record.digest : await digestAgain(record, null);
  const shown = shownProposal(record);
  return {
    slug: record.slug,
    title: record.title,
    revision: record.revision,
    state: summaryStateOf(record),
    approved: shown === null ? isApproved(record) : isProposalApproved(shown, record.review),
    rule: record.rule,
    standing: standingOf(record),
    sentences:
      shown === null
        ? await judgePlaced(longest(record.digest), record, gate)
        : shown.points.map((point) => ({ ...place(point), faults: [] })), // They have passed the gate.
    automatic: longest(automatic),
    proposal: record.proposal && describeProposal(record.proposal),
  };
}

type Placed = z.infer<ReturnType<typeof placedSchema>>;

async function judgePlaced(
  sentences: readonly Placed[],
  record: ArticleRecord,
  gate: Gate | undefined,
): Promise<SummaryReview['sentences']> {
  const judged = sentences.map(({ text, offset }) => ({ text, isFree: offset === null }));
  const faults = await judgeSentences(judged, record, gate);
  return sentences.map((sentence, at) => ({ ...sentence, faults: faults[at] ?? [] }));
}

function describeProposal({
  state,
  reason,
  generator,
  at,
  points,
  tldr,
}: Proposal): SummaryReview['proposal'] {
  return {
    state,
    reason,
    generator,
    at,
    points: points.map(describeProposed),
    tldr: tldr && describeProposed(tldr),
  };
}

function describeProposed(sentence: ProposedSentence): z.infer<ReturnType<typeof proposedSchema>> {
  const support = sentence.support.map(({ offset, length, paragraph }) => ({ offset, length, paragraph }));
  return { ...place(sentence), support };
}

function place({ text, offset, length, paragraph }: Placed): Placed {
  return { text, offset, length, paragraph };
}

/** Those of the short summary, then what longer ones add: saved in this order, each length stays what it is. */
function longest(digest: Digest): z.infer<ReturnType<typeof placedSchema>>[] {
  const { short, medium, long } = PRESET_SENTENCES['key-points'];
  const counts = digest.label === 'edited' ? [digest.sentences.length] : [short, medium, long];
  const chosen = new Set(counts.flatMap((count) => chooseFromDigest(digest, count, 'whole')));
  return [...chosen].map(place);
}
