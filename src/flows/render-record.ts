import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import type { AuthoredArticle } from '../core/catalogue/write-decision.ts';
import { renderContent } from '../core/content/render-content.ts';
import { DomainError } from '../core/errors.ts';
import { wordsOfBody } from '../core/summary/body-words.ts';
import { digestWithOverride } from '../core/summary/digest-article.ts';
import { type Override, reviewOverride } from '../core/summary/override.ts';
import { keepProposal, type Proposal } from '../core/summary/proposal.ts';
import { type Review, UNREVIEWED } from '../core/summary/review.ts';
import { limitSize } from './stored-size.ts';

export interface RecordExtras {
  revision: number;
  formerUrls: string[];
  override: Override | null;
  review?: Review;
  /** Stays only beside the words that it was made from. */
  proposal?: Proposal | null;
  teaserOnly: boolean;
}

/**
 * Body in, everything that is served out. The same members give the same record, so that a backup can leave out what
 * is worked out here.
 *
 * @throws {DomainError} `nested-too-deeply`, `too-many-elements`, `article-too-large`.
 */
export function renderRecord(authored: AuthoredArticle, extras: RecordExtras): ArticleRecord {
  const rendered = renderContent(
    authored.bodyKind,
    authored.bodySource,
    authored.url === null ? {} : { baseUrl: authored.url },
  );
  if (!rendered.ok) throw new DomainError(rendered.fault);
  const { html, summaryOff } = rendered.content;
  const words = wordsOfBody(rendered.content, authored.title, authored.language);
  const { text, language, pinned } = words;
  const override = extras.override === null ? null : reviewOverride(extras.override, text);
  return limitSize({
    ...authored,
    ...extras,
    language,
    override,
    review: extras.review ?? UNREVIEWED,
    proposal: keepProposal(extras.proposal, { title: authored.title, text, language }),
    rule: 'automatic', // The catalogue knows the rules.
    pinned,
    html,
    text,
    summaryOff,
    digest: digestWithOverride({ ...authored, ...words, override }),
  });
}
