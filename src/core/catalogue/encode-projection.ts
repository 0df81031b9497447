import { presetsOnly } from '../summary/presets-only.ts';
import { type Generated, type Proposal, withoutContext } from '../summary/proposal.ts';
import { isApproved, isProposalApproved, shownProposal } from '../summary/review.ts';
import { type ArticleRecord, isSummaryShown, type Neighbours, toArticle } from './article-record.ts';
import type { Version } from './etag.ts';
import { PROJECTION_SCHEMA } from './projection.ts';
import type { ArticleHead, ProjectionHead } from './projection-schema.ts';

const encoder = new TextEncoder();

/** @param withText - The form for a token: the text of an article whose summary alone is public. */
export function encodeArticle(
  record: ArticleRecord,
  neighbours: Neighbours,
  { catalogue, projection, withText = false }: { catalogue: string; projection: number; withText?: boolean },
): string {
  const isPublic = withText || record.access === 'full';
  const { correction } = record.review;
  const article = JSON.stringify(toArticle(record, neighbours, isPublic));
  const digest = JSON.stringify(isPublic ? record.digest : presetsOnly(record.digest));
  const head: ArticleHead = {
    schema: PROJECTION_SCHEMA,
    state: 'article',
    catalogue,
    slug: record.slug,
    revision: record.revision,
    projection,
    title: record.title,
    url: record.url,
    access: record.access,
    language: record.language,
    publishedAt: record.publishedAt,
    updatedAt: record.updatedAt,
    summaryEnabled: isSummaryShown(record),
    teaserOnly: record.teaserOnly,
    previous: neighbours.previous?.slug ?? null,
    next: neighbours.next?.slug ?? null,
    ...(isApproved(record) ? { reviewed: true } : {}),
    ...(correction === null ? {} : { correction }),
    articleBytes: encoder.encode(article).length,
  };
  const shown = shownProposal(record);
  const generated = shown === null ? '' : `\n${JSON.stringify(describeGenerated(shown, record, isPublic))}`;
  return `${JSON.stringify(head)}\n${article}\n${digest}${generated}`;
}

function describeGenerated(proposal: Proposal, { review }: ArticleRecord, isPublic: boolean): Generated {
  const { generator, points, tldr } = proposal;
  const generated = { generator, points, tldr, reviewed: isProposalApproved(proposal, review) };
  return isPublic ? generated : withoutContext(generated);
}

export function encodeTombstone(
  slug: string,
  { catalogue, revision, projection }: Omit<Version, 'slug'>,
  movedTo: string | null,
): string {
  const shared = { schema: PROJECTION_SCHEMA, slug, catalogue, revision, projection };
  const head: ProjectionHead =
    movedTo === null ? { ...shared, state: 'deleted' } : { ...shared, state: 'moved', to: movedTo };
  return JSON.stringify(head);
}
