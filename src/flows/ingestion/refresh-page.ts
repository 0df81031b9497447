import { decideFetch, type FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import { recheckAfterMs } from '../../core/fetching/fetch-policy-recheck.ts';
import type { Clock, Defer } from '../ports.ts';
import type { ReadableArticle } from '../read-article.ts';
import { isFromPages } from './article-of-page.ts';
import type { Ingestion } from './ports.ts';

/** Has pages looked at again while readers read them. */
export interface Refresher {
  consider(article: ReadableArticle, policy: FetchPolicy): void;
}

export interface RefreshDependencies {
  ingestion: Ingestion;
  defer: Defer;
  now: Clock;
  refreshHours: number;
  onFailure: (error: unknown) => void;
}

const REMEMBERED_MAX_COUNT = 5_000;

/**
 * A page of the publisher's is looked at again when its last look is old enough; the reader does not wait for it.
 *
 * Each isolate asks the site's crawler at most once an interval, and the crawler, which knows of all looks, decides.
 */
export function createRefresher({
  ingestion,
  defer,
  now,
  refreshHours,
  onFailure,
}: RefreshDependencies): Refresher {
  const askAgainAt = new Map<string, number>();
  return {
    consider(article, policy) {
      const { slug, url, publishedAt, updatedAt } = article.head;
      if (url === null) return;
      const maxAgeMs = recheckAfterMs(publishedAt, now(), refreshHours);
      if (now() - Date.parse(updatedAt) < maxAgeMs || now() < (askAgainAt.get(slug) ?? 0)) return;
      if (askAgainAt.size >= REMEMBERED_MAX_COUNT) askAgainAt.clear();
      askAgainAt.set(slug, now() + maxAgeMs);
      if (!isFromPages(article.article()) || !decideFetch(url, policy).allowed) return;
      defer(ingestion.ingest({ pageUrl: url, reason: 'recheck', maxAgeMs }).catch(onFailure));
    },
  };
}
