import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { DomainError, type Fault } from '../../core/errors.ts';
import { ABSENCE_REMEMBERED_MS, SECOND_MISS_AFTER_MS } from '../../core/fetching/fetch-policy-recheck.ts';
import type { Catalogue, Clock } from '../ports.ts';
import { askTruth } from '../read-article.ts';
import { isFromPages, isOwnAddress } from './article-of-page.ts';
import type { IngestedPage, PageVisit, SiteMemory } from './ports.ts';

interface WithdrawDependencies {
  catalogue: Catalogue;
  memory: SiteMemory;
  now: Clock;
}

/**
 * 404: one may be a slip, a second one ten minutes later is not.
 *
 * @throws {DomainError} `page-not-found`, unless the article is taken back.
 */
export async function countMiss(
  dependencies: WithdrawDependencies,
  pageUrl: string,
  visit: PageVisit | undefined,
): Promise<IngestedPage> {
  const { memory, now } = dependencies;
  const missingSince = visit?.missingSince ?? now();
  if (visit?.outcome !== 'stored' || now() - missingSince >= SECOND_MISS_AFTER_MS)
    return withdrawPage(dependencies, pageUrl, visit, { kind: 'page-not-found' });
  memory.remember(pageUrl, { ...visit, checkedAt: now(), missingSince });
  throw new DomainError({ kind: 'page-not-found' });
}

/**
 * Takes the article of a page back that is gone or opted out, if the page is where we have it from. An alias that is
 * gone says nothing of the article, and what a stronger source wrote is not the page's to take back.
 *
 * @param why - What those are told who have never had its article.
 * @throws {DomainError} `why`, where there is nothing to take back; `store-unavailable`.
 */
export async function withdrawPage(
  { catalogue, memory, now }: WithdrawDependencies,
  pageUrl: string,
  visit: PageVisit | undefined,
  why: Fault,
): Promise<IngestedPage> {
  const record = await findArticle(catalogue, pageUrl, visit);
  if (record === undefined || !isFromPages(record) || !isOwnAddress(record, pageUrl))
    throw new DomainError(why);
  const { slug, revision } = record;
  const outcome = await askTruth(() => catalogue.remove(slug, revision, 'released'));
  // Changed meanwhile: the next look decides anew.
  if (outcome !== 'removed') throw new DomainError({ kind: 'store-unavailable', retryAfterSeconds: 1 });
  memory.remember(pageUrl, {
    outcome: 'withdrawn',
    slug,
    checkedAt: now(),
    missingSince: null,
    etag: null,
    lastModified: null,
    contentKey: null,
  });
  const fault: Fault = why.kind === 'page-opted-out' ? why : { kind: 'article-deleted' };
  memory.refuse(pageUrl, { fault, until: now() + ABSENCE_REMEMBERED_MS });
  return { slug, revision: revision + 1, change: 'removed' };
}

async function findArticle(
  catalogue: Catalogue,
  pageUrl: string,
  visit: PageVisit | undefined,
): Promise<ArticleRecord | undefined> {
  const [slug = visit?.slug] = await askTruth(() => catalogue.ownersOf([pageUrl]));
  if (slug === undefined) return undefined;
  const entry = await askTruth(() => catalogue.read(slug));
  return entry.state === 'article' ? entry.record : undefined;
}
