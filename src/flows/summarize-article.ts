import { lastChangeOf } from '../core/article/dates.ts';
import { DomainError } from '../core/errors.ts';
import { readerUrl } from '../core/fetching/reader-url.ts';
import type { ShownWriting } from '../core/generation/generation-settings.ts';
import { PRESET_MAX_SENTENCES } from '../core/limits.ts';
import { loadOnce } from '../core/load-once.ts';
import { ENGINE } from '../core/summarizer/engine.ts';
import { composeSummary, type SummarySubject } from '../core/summary/compose-summary.ts';
import type { Digest } from '../core/summary/digest.ts';
import type { Generated } from '../core/summary/proposal.ts';
import type { DigestInput } from '../core/summary/rank-text.ts';
import type { Summary } from '../core/summary/summary.ts';
import type { SummaryOptions } from '../core/summary/summary-options.ts';
import { explainsRanking, needsRanking } from '../core/summary/wanted.ts';
import type { ReadableArticle } from './read-article.ts';
import { showLabels } from './show-labels.ts';

/** The engine is a third of the Worker: an isolate that only reads off never runs it. */
const ranker = loadOnce(() => import('./rank-stored.ts'));
/** Made ready where there is something that a model wrote. */
const writing = loadOnce(() => import('../core/summary/compose-generated.ts'));

/** How summaries are shown at the moment. */
export interface SummaryView {
  /** Where our own pages stand, without a trailing slash. */
  origin: string;
  generated: ShownWriting;
}

/** Whether a caller may have the text of every article; if not, what it lacks. */
export type TextAccess = 'granted' | 'needs-token' | 'needs-scope';

/**
 * Refuses what must not be answered from this article, before anything is worked out.
 *
 * @param access - Lifts the limits of an article whose summary alone is public.
 * @throws {DomainError} `summary-disabled`, `token-required`, `insufficient-scope`.
 */
export function allowSummary({ head }: ReadableArticle, options: SummaryOptions, access: TextAccess): void {
  if (!head.summaryEnabled) throw new DomainError({ kind: 'summary-disabled', stored: true });
  if (head.access === 'full' || access === 'granted') return;
  const parameter = parameterForText(options);
  if (parameter === undefined) return;
  throw new DomainError(
    access === 'needs-scope'
      ? { kind: 'insufficient-scope', scope: 'read' }
      : { kind: 'token-required', parameter },
  );
}

/**
 * The summary of a stored article. A preset is read off what travels with the article; a query, `avoid` or another
 * engine version ranks its text on the spot.
 *
 * @throws {DomainError} `nothing-to-summarise`.
 */
export async function summarizeArticle(
  article: ReadableArticle,
  options: SummaryOptions,
  view: SummaryView,
): Promise<Summary> {
  return showLabels(await summarizeStored(article, options, view), options);
}

async function summarizeStored(
  article: ReadableArticle,
  options: SummaryOptions,
  view: SummaryView,
): Promise<Summary> {
  const { head } = article;
  const digest = article.digest();
  if (digest.sentences.length === 0) throw new DomainError({ kind: 'nothing-to-summarise', stored: true });
  const subject = describeSubject(article, view.origin);
  const generated = shownGenerated(article, view.generated);
  if (generated !== null) {
    const { composeGenerated } = await writing();
    const written = composeGenerated(generated, digest, subject, head.language, options);
    if (written !== undefined) return written;
  }
  if (canBeReadOff(article, digest, options)) return composeSummary(digest, subject, head.language, options);
  const { rankStored } = await ranker();
  return rankStored(rankingInput(article, digest), digest, subject, options);
}

/** What a model wrote of the article, where readers get it. */
export function shownGenerated(
  article: Pick<ReadableArticle, 'generated'>,
  shown: ShownWriting,
): Generated | null {
  const generated = shown === 'none' ? null : article.generated();
  return generated !== null && (shown === 'all' || generated.reviewed) ? generated : null;
}

/** An editor's sentences answer everything; a copy without the text answers with the digest that it has. */
function canBeReadOff(article: ReadableArticle, digest: Digest, options: SummaryOptions): boolean {
  const isKnown =
    digest.label === 'edited' || (!needsRanking(options) && digest.engine.version === ENGINE.version);
  if (isKnown && !explainsRanking(options)) return true;
  return article.head.access === 'summary' && article.article().text === null;
}

/** The option, if there is one, that can only be answered from the text. */
function parameterForText(options: SummaryOptions): string | undefined {
  if (options.query !== undefined) return 'query';
  if (options.avoid.length > 0) return 'avoid';
  if (explainsRanking(options)) return 'include';
  return (options.sentences ?? 0) > PRESET_MAX_SENTENCES ? 'sentences' : undefined;
}

function rankingInput(article: ReadableArticle, digest: Digest): DigestInput {
  const { head } = article;
  const stored = article.article();
  return {
    text: stored.text ?? '',
    title: head.title,
    description: stored.description,
    language: head.language,
    pinned: digest.pinned,
    excluded: digest.excluded,
    linked: head.url !== null,
    page: digest.page,
  };
}

/** For surfaces that go without where there is nothing to show. */
export async function summaryIfAny(
  article: ReadableArticle,
  options: SummaryOptions,
  view: SummaryView,
): Promise<Summary | null> {
  const hasSummary = article.head.summaryEnabled && article.digest().sentences.length > 0;
  return hasSummary ? summarizeArticle(article, options, view) : null;
}

function describeSubject({ head }: ReadableArticle, origin: string): SummarySubject {
  return {
    slug: head.slug,
    title: head.title,
    revision: head.revision,
    updatedAt: lastChangeOf(head),
    pageUrl: readerUrl(head, origin),
    ownPage: head.url === null,
    teaserOnly: head.teaserOnly,
    reviewed: head.reviewed ?? false,
    correction: head.correction ?? null,
  };
}
