import { faultOf } from '../../core/catalogue/absence.ts';
import { DomainError } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { CallerName, Clock, PageCopy } from '../ports.ts';
import {
  askTruth,
  type ReadableArticle,
  type ReadDependencies,
  readArticle,
  readArticleByUrl,
  tryCopy,
} from '../read-article.ts';
import type { Ingestion } from './ports.ts';
import type { Refresher } from './refresh-page.ts';
import { requireFetchable } from './require-fetchable.ts';

/** A page has ten seconds, its robots.txt as many, and somebody may stand before us. */
export const INGESTION_DEADLINE_MS = 40_000;

export interface PageReadDependencies extends ReadDependencies {
  ingestion: Ingestion;
  refresher: Refresher;
  now: Clock;
}

/**
 * The article that a page leads to; a page of ours that nobody has asked for yet is read now. A stored page is answered
 * whatever the list of sites says, and looked at again in the background when it is time.
 *
 * @param policy - Which pages may be read.
 * @throws {DomainError} as `readArticleByUrl` and `ingestPage`; `site-not-registered` for an unknown page of another site.
 */
export async function readPageArticle(
  dependencies: PageReadDependencies,
  pageUrl: string,
  caller: CallerName,
  policy: FetchPolicy,
): Promise<ReadableArticle> {
  const copy = await tryCopy(dependencies, () => dependencies.copies.pageOf(pageUrl));
  refuseAbsent(copy, pageUrl, dependencies.now());
  try {
    const named = copy !== undefined && 'slug' in copy ? copy.slug : undefined;
    const article = await readArticleByUrl(dependencies, pageUrl, caller, named);
    dependencies.refresher.consider(article, policy);
    return article;
  } catch (error) {
    if (!isUnknownPage(error)) throw error;
  }
  requireFetchable(pageUrl, policy);
  const order = { pageUrl, reason: 'view', maxAgeMs: 0 } as const;
  const result = await dependencies.fallbacks.run(`page:${pageUrl}`, () =>
    askTruth(() => dependencies.ingestion.ingest(order), INGESTION_DEADLINE_MS),
  );
  if (!result.ok) throw new DomainError(result.fault);
  return readArticle(dependencies, result.page.slug, caller);
}

/** A crowd on a page without a summary gets no further than the copy that says so. */
function refuseAbsent(copy: PageCopy | undefined, pageUrl: string, now: number): void {
  if (copy === undefined || !('absence' in copy)) return;
  const fault = faultOf(copy.absence, pageUrl, now);
  if (fault !== undefined) throw new DomainError(fault);
}

function isUnknownPage(error: unknown): boolean {
  return error instanceof DomainError && error.fault.kind === 'page-not-found';
}
