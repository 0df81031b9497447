import type { ArticlePut } from '../core/article/article.ts';
import { isWeaker, type Source } from '../core/article/article.ts';
import { formatInstant } from '../core/article/dates.ts';
import type { ArticleRecord, Neighbours } from '../core/catalogue/article-record.ts';
import { aliasesOf, pageUrlsOf } from '../core/catalogue/article-record.ts';
import type { ArticleWrite } from '../core/catalogue/catalogue-change.ts';
import { readPut } from '../core/catalogue/read-put.ts';
import {
  type AuthoredArticle,
  decideWrite,
  type Preconditions,
  type StoredState,
} from '../core/catalogue/write-decision.ts';
import { DomainError } from '../core/errors.ts';
import { ALIASES_MAX_COUNT } from '../core/limits.ts';
import { type Review, type SummaryEvent, standingOf, UNREVIEWED } from '../core/summary/review.ts';
import type { Catalogue, CatalogueEntry, Clock } from './ports.ts';
import { askTruth } from './read-article.ts';
import { refuseForeignAliases } from './refuse-foreign-aliases.ts';
import { renderRecord } from './render-record.ts';

export interface PublishDependencies {
  catalogue: Catalogue;
  now: Clock;
  /** Whether a page is on a host of the publication; left out where that was looked at before. */
  isOurs?: (pageUrl: string) => boolean;
  /** Who publishes, for the history; the source where nobody is named. */
  by?: string;
}

export interface PublishedArticle {
  outcome: 'created' | 'replaced' | 'unchanged';
  catalogue: string;
  record: ArticleRecord;
  projection: number;
  neighbours: Neighbours;
}

/** What only a page that was read can say. */
export interface PageExtras {
  /** The page said that only its beginning is free to read. */
  teaserOnly: boolean;
}

/** Another writer came between reading and writing; the decision is simply made anew. */
const ATTEMPTS_MAX_COUNT = 8;

/**
 * Creates or replaces an article: decide on what is stored, render the body, rank it, commit if nothing has changed
 * meanwhile. The answer is made from what was written, never from a copy.
 *
 * @throws {DomainError} as `decideWrite` and {@link renderRecord}, `url-taken`, `store-unavailable`.
 */
export async function publishArticle(
  { catalogue, now, isOurs, by }: PublishDependencies,
  slug: string,
  put: ArticlePut,
  preconditions: Preconditions,
  extras: PageExtras = { teaserOnly: false },
): Promise<PublishedArticle> {
  const id = await askTruth(() => catalogue.identify());
  for (let attempt = 1; attempt <= ATTEMPTS_MAX_COUNT; attempt += 1) {
    const entry = await askTruth(() => catalogue.read(slug));
    const context = { catalogue: id, now: formatInstant(now()) };
    const previous = entry.state === 'article' ? entry.record : undefined;
    if (isOurs !== undefined) refuseForeignAliases(put, previous, isOurs);
    const input = readPut(put, previous);
    const decision = decideWrite(storedState(entry), slug, input, preconditions, context);
    if (decision.action === 'none') return unchanged(id, entry, decision.record);
    const prepared = await prepareWrite(catalogue, entry, decision.authored, decision.revision, extras);
    const change = {
      ...prepared,
      event: switchEvent(entry, prepared.record, by ?? prepared.record.source, context.now),
    };
    const result = await askTruth(() => catalogue.write(change));
    if (result.outcome === 'written') {
      const { projection, neighbours } = result;
      const outcome = decision.action === 'create' ? 'created' : 'replaced';
      return { outcome, catalogue: id, record: change.record, projection, neighbours };
    }
    // A URL that was taken meanwhile is judged with the rest of the next attempt.
  }
  throw new DomainError({ kind: 'store-unavailable', retryAfterSeconds: 1 });
}

function storedState(entry: CatalogueEntry): StoredState {
  if (entry.state === 'article') return { state: 'article', record: entry.record };
  return entry.state === 'tombstone' ? { state: 'tombstone', revision: entry.revision } : { state: 'absent' };
}

function unchanged(catalogue: string, entry: CatalogueEntry, record: ArticleRecord): PublishedArticle {
  if (entry.state !== 'article') throw new Error('only a stored article can be equal to what is sent');
  return {
    outcome: 'unchanged',
    catalogue,
    record,
    projection: entry.projection,
    neighbours: entry.neighbours,
  };
}

async function prepareWrite(
  catalogue: Catalogue,
  entry: CatalogueEntry,
  authored: AuthoredArticle,
  revision: number,
  { teaserOnly }: PageExtras,
): Promise<ArticleWrite> {
  const previous = entry.state === 'article' ? entry.record : undefined;
  const formerUrls = formerUrlsOf(authored, previous);
  const taken = await articlesToTakeOver(catalogue, { ...authored, formerUrls });
  const decided = [...(previous === undefined ? [] : [previous]), ...taken];
  const { override = null } = decided.find((one) => one.override !== null) ?? {};
  const { review = UNREVIEWED } = decided.find((one) => standsReviewed(one.review)) ?? {};
  const record = renderRecord(authored, {
    revision,
    formerUrls: [...new Set([...formerUrls, ...taken.flatMap(pageUrlsOf)])].slice(0, ALIASES_MAX_COUNT),
    override,
    review,
    proposal: previous?.proposal ?? null,
    teaserOnly,
  });
  return {
    record,
    expectedRevision:
      entry.state === 'absent' ? 0 : entry.state === 'article' ? entry.record.revision : entry.revision,
    takeOver: taken.map((owner) => ({ slug: owner.slug, expectedRevision: owner.revision })),
  };
}

/** A summary that is switched off or on with the article is a decision like that of an editor. */
function switchEvent(
  entry: CatalogueEntry,
  record: ArticleRecord,
  by: string,
  at: string,
): SummaryEvent | undefined {
  if (entry.state !== 'article' || entry.record.summaryEnabled === record.summaryEnabled) return undefined;
  const action = record.summaryEnabled ? 'switch-on' : 'switch-off';
  return { at, by, action, before: standingOf(entry.record), after: standingOf(record) };
}

function standsReviewed({ approval, correction }: Review): boolean {
  return approval !== null || correction !== null;
}

/** A changed `url` leaves the old one as an alias. */
function formerUrlsOf(authored: AuthoredArticle, previous: ArticleRecord | undefined): string[] {
  if (previous === undefined) return [];
  const moved = previous.url !== null && previous.url !== authored.url ? [previous.url] : [];
  return [...new Set([...moved, ...previous.formerUrls])].filter((url) => url !== authored.url);
}

/**
 * The articles that already stand for one of these pages: those of weaker sources are taken over.
 *
 * @throws {DomainError} `url-taken` when one of them is of an equal or stronger source.
 */
async function articlesToTakeOver(
  catalogue: Catalogue,
  article: Pick<ArticleRecord, 'slug' | 'url' | 'aliases' | 'formerUrls'> & { source: Source },
): Promise<ArticleRecord[]> {
  const urls = [...(article.url === null ? [] : [article.url]), ...aliasesOf(article)];
  if (urls.length === 0) return [];
  const owners = (await askTruth(() => catalogue.ownersOf(urls))).filter((slug) => slug !== article.slug);
  const entries = await Promise.all(owners.map((slug) => askTruth(() => catalogue.read(slug))));
  const records = entries.flatMap((entry) => (entry.state === 'article' ? [entry.record] : []));
  const stronger = records.find((owner) => !isWeaker(owner.source, article.source));
  if (stronger !== undefined) throw new DomainError({ kind: 'url-taken', slug: stronger.slug });
  return records;
}
