import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { textField } from '../article/text-field.ts';
import { lazily } from '../lazily.ts';
import { CORRECTION_MAX_LENGTH, EDITOR_MAX_LENGTH } from '../limits.ts';
import type { Digest } from './digest.ts';
import { editDecisionSchema, type Override } from './override.ts';
import { nameProposal, PROPOSAL_STATES, type Proposal } from './proposal.ts';
import type { Rule } from './rule.ts';

const approvalSchema = lazily(() =>
  z.object({
    by: z.string().check(z.maxLength(EDITOR_MAX_LENGTH)),
    at: z.string(),
    /** Names the sentences that were approved: others that come after them are not. */
    of: z.string(),
  }),
);
export const correctionSchema = lazily(() =>
  z.object({ text: textField(CORRECTION_MAX_LENGTH), at: z.string() }),
);
export type Correction = z.infer<ReturnType<typeof correctionSchema>>;

/** What editors say of a summary besides its words. */
export const reviewSchema = lazily(() =>
  z.object({
    approval: z.nullable(approvalSchema()),
    /** A public note on a change after publication. */
    correction: z.nullable(correctionSchema()),
  }),
);
export type Review = z.infer<ReturnType<typeof reviewSchema>>;
export const UNREVIEWED: Review = { approval: null, correction: null };

/** Everything that editors decide of a summary, as it stood at one moment. */
export const standingSchema = lazily(() =>
  z.extend(reviewSchema(), {
    enabled: z.boolean(),
    /** The editor's own; null where the engine chooses. */
    sentences: z.nullable(z.array(z.string())),
    exclude: z.array(z.string()),
    /** What was decided of a model's sentences, and which these were; null where there are none. */
    proposal: z._default(z.nullable(z.object({ name: z.string(), state: z.enum(PROPOSAL_STATES) })), null),
  }),
);
export type Standing = z.infer<ReturnType<typeof standingSchema>>;

export const SUMMARY_STATES = [
  'automatic',
  'proposed',
  'generated',
  'edited',
  'approved',
  'stale',
  'waiting',
  'failed',
  'off',
] as const;
export type SummaryState = (typeof SUMMARY_STATES)[number];

/** What an editor asks for: body of `POST /v1/articles/{slug}/review`. */
export const decisionSchema = lazily(() =>
  z.discriminatedUnion('decision', [
    editDecisionSchema(),
    z.strictObject({ decision: z.enum(['return', 'approve', 'accept', 'switch-off', 'switch-on']) }),
    z.strictObject({ decision: z.literal('correct'), text: z.nullable(textField(CORRECTION_MAX_LENGTH)) }),
    z.strictObject({
      decision: z.literal('restore'),
      entry: z.int().check(z.minimum(1)),
      side: z._default(z.enum(['before', 'after']), 'after'),
    }),
  ]),
);
export type Decision = z.infer<ReturnType<typeof decisionSchema>>;

const ACTIONS = [
  'edit',
  'return',
  'approve',
  'accept',
  'switch-off',
  'switch-on',
  'correct',
  'restore',
] as const;

/** One line of the history: who, when, what, from what to what. */
export const historyEntrySchema = lazily(() =>
  z.object({
    entry: z.int(),
    at: z.string(),
    by: z.string(),
    action: z.enum(ACTIONS),
    /** Revision of the article that the decision made. */
    revision: z.int(),
    before: standingSchema(),
    after: standingSchema(),
  }),
);
export type HistoryEntry = z.infer<ReturnType<typeof historyEntrySchema>>;
/** An entry before the catalogue has numbered it. */
export type SummaryEvent = Omit<HistoryEntry, 'entry' | 'revision'>;

/** The members of a record that a decision is about. */
export interface Decided {
  summaryEnabled: boolean;
  /** The body itself asks for no summary. */
  summaryOff: boolean;
  override: Override | null;
  review: Review;
  /** The strictest of its tags. */
  rule: Rule;
  digest: Digest;
  /** What a model wrote of the article as it stands. */
  proposal: Proposal | null;
}

export function standingOf({ summaryEnabled, override, review, proposal }: Decided): Standing {
  return {
    ...review,
    enabled: summaryEnabled,
    sentences: override?.sentences?.map(({ text }) => text) ?? null,
    exclude: override?.exclude ?? [],
    proposal: proposal && { name: nameProposal(proposal), state: proposal.state },
  };
}

/** A model's sentences where they are what readers get: an editor's own stand before them. */
export function shownProposal({
  override,
  proposal,
}: Pick<Decided, 'override' | 'proposal'>): Proposal | null {
  return override === null && proposal?.state === 'shown' ? proposal : null;
}

/** Whether an editor has approved just these sentences of a model's. */
export function isProposalApproved(proposal: Proposal, { approval }: Review): boolean {
  return approval !== null && approval.of === nameProposal(proposal);
}

/** Whether the sentences that stand now, a model's apart, are those that an editor approved. */
export function isApproved({ review, digest }: Pick<Decided, 'review' | 'digest'>): boolean {
  return review.approval !== null && review.approval.of === nameSentences(digest);
}

/** Whether a rule keeps the summary from readers: an editor's words, or approval of what stands, win over it. */
export function isWithheld(
  record: Pick<Decided, 'rule' | 'override' | 'review' | 'digest' | 'proposal'>,
): boolean {
  if (record.rule === 'automatic') return false;
  const shown = shownProposal(record);
  if (shown !== null) return !isProposalApproved(shown, record.review);
  return record.digest.label !== 'edited' && !isApproved(record);
}

export function summaryStateOf(record: Decided): SummaryState {
  if (!record.summaryEnabled || record.summaryOff) return 'off';
  if (isWithheld(record)) return record.rule === 'off' ? 'off' : 'waiting';
  const shown = shownProposal(record);
  if (shown !== null) return isProposalApproved(shown, record.review) ? 'approved' : 'generated';
  if (isApproved(record)) return 'approved';
  if (record.override?.stale === true || record.review.approval !== null) return 'stale';
  if (record.override !== null) return 'edited';
  return UNSHOWN[record.proposal?.state ?? 'refused'] ?? 'automatic';
}

/** States of a summary by those of a proposal that readers do not get. */
const UNSHOWN: Partial<Record<Proposal['state'], SummaryState>> = { waiting: 'proposed', failed: 'failed' };

/**
 * What stands after a decision. Whoever edits a summary or returns it to the engine sets a model's sentences aside.
 *
 * @param restored - What the entry holds that is restored.
 */
export function decide(
  record: Decided,
  decision: Decision,
  { by, at, restored }: { by: string; at: string; restored: Standing | undefined },
): Standing {
  const standing = standingOf(record);
  switch (decision.decision) {
    case 'edit': {
      const { sentences = null, exclude = [] } = decision;
      return { ...standing, sentences, exclude, approval: null, proposal: setAside(standing) };
    }
    case 'return':
      return { ...standing, sentences: null, exclude: [], approval: null, proposal: setAside(standing) };
    case 'accept': {
      const of = standing.proposal?.name ?? '';
      const proposal = { name: of, state: 'shown' as const };
      return { ...standing, sentences: null, exclude: [], approval: { by, at, of }, proposal };
    }
    case 'approve':
      return { ...standing, approval: { by, at, of: nameShown(record) } };
    case 'switch-off':
    case 'switch-on':
      return { ...standing, enabled: decision.decision === 'switch-on' };
    case 'correct':
      return { ...standing, correction: decision.text === null ? null : { text: decision.text, at } };
    case 'restore':
      // Sentences that a model wrote of other words do not come back, and what was said of them says nothing of these.
      return restored === undefined
        ? standing
        : restored.proposal?.name === standing.proposal?.name
          ? restored
          : { ...restored, proposal: standing.proposal };
  }
}

function setAside({ proposal }: Standing): Standing['proposal'] {
  return proposal === null || proposal.state === 'failed' ? proposal : { ...proposal, state: 'refused' };
}

function nameShown(record: Decided): string {
  const shown = shownProposal(record);
  return shown === null ? nameSentences(record.digest) : nameProposal(shown);
}

const NAME_DIGITS = 32;

/** A name for what readers see, whatever length they ask for. */
function nameSentences({ sentences, whole, opening }: Digest): string {
  const seen = JSON.stringify([sentences.map(({ text }) => text), whole, opening]);
  return bytesToHex(sha256(utf8ToBytes(seen))).slice(0, NAME_DIGITS);
}
