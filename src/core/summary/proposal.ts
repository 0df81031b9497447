import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { digestSentenceSchema } from './digest.ts';
import { hasContext } from './presets-only.ts';

const placeSchema = lazily(() =>
  z.object({
    /** UTF-16 units into the article's text. */
    offset: z.int(),
    length: z.int(),
    paragraph: z.int(),
    /** `text=…` directive that selects this sentence of the article, where there is one. */
    fragment: z.nullable(z.string()),
  }),
);

/** A sentence of a proposal. One that stands in the article word for word has a place, and needs no support. */
const proposedSentenceSchema = lazily(() =>
  z.extend(digestSentenceSchema(), {
    /** Sentences of the article that hold it up, in reading order. */
    support: z.array(placeSchema()),
  }),
);
export type ProposedSentence = z.infer<ReturnType<typeof proposedSentenceSchema>>;

export const PROPOSAL_STATES = ['waiting', 'shown', 'refused', 'failed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a model wrote about an article, as far as the article holds it up. */
export const proposalSchema = lazily(() =>
  z.object({
    /** Names the words that it was made from: other words leave it behind. */
    of: z.string(),
    /** Revision of the article that it was made from. */
    revision: z.int(),
    at: z.string(),
    generator: z.string(),
    /** `waiting` for an editor; `shown`; `refused` by an editor; `failed`: there is nothing to show, for this reason. */
    state: z.enum(PROPOSAL_STATES),
    reason: z.nullable(z.string()),
    /** Most important first; at least one unless it failed. */
    points: z.array(proposedSentenceSchema()),
    tldr: z.nullable(proposedSentenceSchema()),
  }),
);
export type Proposal = z.infer<ReturnType<typeof proposalSchema>>;

/** What travels to readers of a proposal that is shown. */
export const generatedSchema = lazily(() =>
  z.extend(z.pick(proposalSchema(), { generator: true, points: true, tldr: true }), {
    reviewed: z.boolean(),
  }),
);
export type Generated = z.infer<ReturnType<typeof generatedSchema>>;

const NAME_DIGITS = 32;
const nameOf = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, NAME_DIGITS);

/** Names what a model is shown of an article. */
export function nameWords({ title, text, language }: { title: string; text: string; language: string }) {
  return nameOf([title, text, language]);
}

/** Names the sentences of a proposal, so that an approval holds for these and no others. */
export function nameProposal({ points, tldr }: Pick<Proposal, 'points' | 'tldr'>): string {
  return nameOf([points.map(({ text }) => text), tldr?.text ?? null]);
}

/** What of a proposal still stands beside these words: all of it, or nothing. */
export function keepProposal(
  proposal: Proposal | null | undefined,
  article: { title: string; text: string; language: string },
): Proposal | null {
  return proposal != null && proposal.of === nameWords(article) ? proposal : null;
}

/** As it travels where only the summary is public: a link that needs the words around a sentence gives those away. */
export function withoutContext(generated: Generated): Generated {
  const bare = (sentence: ProposedSentence): ProposedSentence => ({
    ...sentence,
    fragment: hasContext(sentence.fragment) ? null : sentence.fragment,
    support: sentence.support.map((place) =>
      hasContext(place.fragment) ? { ...place, fragment: null } : place,
    ),
  });
  return {
    ...generated,
    points: generated.points.map(bare),
    tldr: generated.tldr && bare(generated.tldr),
  };
}
