import { createMemoryFeeds, createMemoryIngestion } from '../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../src/adapters/page-fetch.ts';
import type { FetchPolicy } from '../../src/core/fetch-policy.ts';
import type { Catalogue } from '../../src/flows/ports.ts';
import { createRefresher } from '../../src/flows/refresh-page.ts';

/** What the service needs to read pages, in a web where every page is 404. */
export function ingestNothing(catalogue: Catalogue, policy: FetchPolicy, now: () => number) {
  const send = async () => new Response(null, { status: 404 });
  const fetcher = createPageFetcher({ policy, userAgent: 'Standfirst/test', secret: undefined, send });
  const ingestion = createMemoryIngestion({ catalogue, fetcher, policy, now });
  const ignore = () => undefined;
  return {
    ingestion,
    refresher: createRefresher({ ingestion, defer: ignore, now, refreshHours: 24, onFailure: ignore }),
    extractionsLimiter: { allows: async () => true },
    feedMemory: createMemoryFeeds(),
  };
}
