import * as z from 'zod/mini';
import {
  type Article,
  describedShape,
  type ListEntry,
  type Neighbour,
  sourceSchema,
  statusSchema,
} from '../article/article.ts';
import { BODY_KINDS } from '../article/body-kind.ts';
import { lazily } from '../lazily.ts';
import { chooseFromDigest } from '../summary/choose-from-digest.ts';
import { digestSchema } from '../summary/digest.ts';
import { overrideSchema } from '../summary/override.ts';
import { keepProposal, type Proposal, proposalSchema } from '../summary/proposal.ts';
import { isWithheld, reviewSchema, UNREVIEWED } from '../summary/review.ts';
import { ruleSchema } from '../summary/rule.ts';

/** Everything that the catalogue keeps of an article, short members first: the long ones are stored in parts. */
export const articleMetaSchema = lazily(() =>
  z.object({
    slug: z.string(),
    ...describedShape(),
    /** Sent by the author. */
    aliases: z.array(z.string()),
    /** Canonical URLs that the article has had; they stay aliases. */
    formerUrls: z.array(z.string()),
    status: statusSchema(),
    source: sourceSchema(),
    summaryEnabled: z.boolean(),
    /** The body itself asks for no summary (`<meta name="standfirst" content="off">`). */
    summaryOff: z.boolean(),
    /** The page said that only its beginning is free to read. */
    teaserOnly: z.boolean(),
    bodyKind: z.enum(BODY_KINDS),
    /** Paragraph numbers whose first sentence is always chosen. */
    pinned: z.array(z.int()),
    override: z.nullable(overrideSchema()),
    /** Records of earlier releases have none. */
    review: z._default(reviewSchema(), UNREVIEWED),
    /** What a model wrote; null where nothing was asked for yet, or the article has other words since. */
    proposal: z._default(z.nullable(proposalSchema()), null),
    /** Follows from its tags. Kept with the article's row, as it was when that was last brought up to date. */
    rule: z._default(ruleSchema(), 'automatic'),
    revision: z.int(),
  }),
);
export type ArticleMeta = z.infer<ReturnType<typeof articleMetaSchema>>;

export const articleRecordSchema = lazily(() =>
  z.extend(articleMetaSchema(), {
    /** The body exactly as sent. */
    bodySource: z.string(),
    html: z.string(),
    text: z.string(),
    digest: digestSchema(),
  }),
);
export type ArticleRecord = z.infer<ReturnType<typeof articleRecordSchema>>;

/** What people decided of an article: everything but what is worked out from its body, and from its tags. */
export function decidedMembers(record: ArticleRecord) {
  const { html: _html, text: _text, digest: _digest, summaryOff: _off, pinned: _pinned, ...rest } = record;
  const { rule: _rule, ...decided } = rest;
  return decided;
}

export interface Neighbours {
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** Other addresses of the article's page, former ones included. */
export function aliasesOf(record: Pick<ArticleMeta, 'aliases' | 'formerUrls' | 'url'>): string[] {
  return [...new Set([...record.aliases, ...record.formerUrls])].filter((alias) => alias !== record.url);
}

/** Every page URL that leads to the article. */
export function pageUrlsOf(record: Pick<ArticleMeta, 'aliases' | 'formerUrls' | 'url'>): string[] {
  return record.url === null ? aliasesOf(record) : [record.url, ...aliasesOf(record)];
}

/** Whether the article is to have a summary: the author's setting, unless the body says otherwise. */
export function isSummarised(record: Pick<ArticleMeta, 'summaryEnabled' | 'summaryOff'>): boolean {
  return record.summaryEnabled && !record.summaryOff;
}

/** Whether readers get it: they do unless a rule withholds it. */
export function isSummaryShown(record: ArticleRecord): boolean {
  return isSummarised(record) && !isWithheld(record);
}

/**
 * Whether a model is to be asked: readers are to see the article, with a summary that no editor has taken in hand, and
 * nothing was proposed for these words yet.
 */
export function wantsProposal(record: ArticleRecord): boolean {
  return (
    record.status === 'published' &&
    isSummarised(record) &&
    record.rule !== 'off' &&
    record.digest.sentences.length > 0 &&
    record.override === null &&
    record.proposal === null
  );
}

/** Whether just this proposal is: an article has one for its words, however often the model was asked. */
export function isWanted(proposal: Proposal, record: ArticleRecord): boolean {
  return wantsProposal(record) && keepProposal(proposal, record) !== null;
}

/** @param withText - False gives the public form of an article whose text is not public. */
export function toArticle(record: ArticleRecord, neighbours: Neighbours, withText: boolean): Article {
  return {
    slug: record.slug,
    ...describe(record),
    aliases: aliasesOf(record),
    status: record.status,
    source: record.source,
    html: withText ? record.html : null,
    text: withText ? record.text : null,
    revision: record.revision,
    summaryEnabled: isSummarised(record),
    readingTimeSeconds: record.digest.readingTimeSeconds,
    previous: neighbours.previous,
    next: neighbours.next,
  };
}

export function toListEntry(record: ArticleRecord): ListEntry {
  const [first] = isSummaryShown(record) ? chooseFromDigest(record.digest, 1, 'whole') : [];
  return {
    slug: record.slug,
    ...describe(record),
    status: record.status,
    readingTimeSeconds: record.digest.readingTimeSeconds,
    summary: first?.text ?? null,
  };
}

function describe(record: ArticleRecord): Pick<ArticleRecord, keyof ReturnType<typeof describedShape>> {
  const { url, title, byline, description, publishedAt, updatedAt, language, tags, image, access } = record;
  return { url, title, byline, description, publishedAt, updatedAt, language, tags, image, access };
}
