import { DomainError } from '../core/errors.ts';
import { readPage } from '../core/extraction/read-page.ts';
import type { FetchPolicy } from '../core/fetching/fetch-policy.ts';
import { normalizePageUrl } from '../core/fetching/page-identity.ts';
import { findPlaces } from '../core/injection/find-places.ts';
import { ingestPage } from '../flows/ingestion/ingest-page.ts';
import {
  type FeedMemory,
  type FeedState,
  type Ingestion,
  type PageFetcher,
  READING_MAX_MS,
  type SiteMemory,
} from '../flows/ingestion/ports.ts';
import { learnPage } from '../flows/injection/learn-page.ts';
import type { PlaceCopies } from '../flows/injection/ports.ts';
import type { Absences, Catalogue, Clock } from '../flows/ports.ts';
import { createSingleFlight } from '../flows/single-flight.ts';
import { createMemoryPlaces } from './memory-places.ts';
import { createMemorySite } from './memory-site.ts';

export interface MemoryIngestionOptions {
  catalogue: Catalogue;
  /** Without one nothing is told. */
  absences?: Absences;
  fetcher: PageFetcher;
  policy: FetchPolicy;
  now: Clock;
  /** Of dates on pages that name none. */
  timeZone?: string | undefined;
  places?: PlaceCopies;
}

/** The site crawlers in one process. */
export function createMemoryIngestion({
  catalogue,
  absences = { noteAbsence: async () => undefined },
  fetcher,
  policy,
  now,
  timeZone,
  places = createMemoryPlaces(),
}: MemoryIngestionOptions): Ingestion {
  const sites = new Map<string, SiteMemory>();
  const flights = createSingleFlight(READING_MAX_MS);
  const memoryOf = (pageUrl: string): SiteMemory => {
    const { hostname } = new URL(pageUrl);
    const memory = sites.get(hostname) ?? createMemorySite();
    sites.set(hostname, memory);
    return memory;
  };
  return {
    ingest: (order) =>
      flights.run(
        `${order.reason === 'order' || order.reason === 'places' ? order.reason : 'page'} ${normalizePageUrl(order.pageUrl)}`,
        async () => {
          const memory = memoryOf(order.pageUrl);
          try {
            const extract = async (answer: Parameters<typeof readPage>[0]) =>
              readPage({ ...answer, timeZone });
            const dependencies = { catalogue, absences, fetcher, memory, policy, extract, now };
            const page =
              order.reason === 'places'
                ? await learnPage(
                    { ...dependencies, places, findPlaces: async (body, html) => findPlaces(body, html) },
                    order,
                  )
                : await ingestPage(dependencies, order);
            return { ok: true, page };
          } catch (error) {
            if (error instanceof DomainError) return { ok: false, fault: error.fault };
            throw error;
          }
        },
      ),
  };
}

export function createMemoryFeeds(): FeedMemory {
  const states = new Map<string, FeedState>();
  return {
    load: async (feedUrl) => states.get(feedUrl),
    save: async (feedUrl, state) => void states.set(feedUrl, state),
  };
}
