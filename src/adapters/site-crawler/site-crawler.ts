import { DurableObject } from 'cloudflare:workers';
import { DomainError } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import { normalizePageUrl } from '../../core/fetching/page-identity.ts';
import type { IngestDependencies } from '../../flows/ingestion/ingest-page.ts';
import {
  type FeedState,
  type IngestedPage,
  type IngestOrder,
  type IngestReason,
  type IngestResult,
  type PageAnswer,
  READING_MAX_MS,
} from '../../flows/ingestion/ports.ts';
import { createSingleFlight } from '../../flows/single-flight.ts';
import { createCatalogueClient } from '../catalogue/catalogue-client.ts';
import { logWarning } from '../console-log.ts';
import { createKvPlaces } from '../kv-places.ts';
import { createPageFetcher } from '../page-fetch/page-fetcher.ts';
import { migrateSite } from './site-schema.ts';
import { SqlSiteMemory } from './sql-site-memory.ts';

/** What the door knows of the settings, handed on with each order. */
export interface CrawlSettings {
  policy: FetchPolicy;
  userAgent: string;
  secret: string | undefined;
  /** Of dates on pages that name none. */
  timeZone: string | undefined;
}

/**
 * Everything that is read from one site passes through one of these, one object a host: so a page is read once however
 * many ask for it at a time and wherever they are, the site's share of requests is kept, and what is not there is
 * not asked for again.
 */
export class SiteCrawler extends DurableObject<Env> {
  readonly #memory: SqlSiteMemory;
  /** Work in a Durable Object does not end with the request that began it. */
  readonly #flights = createSingleFlight(READING_MAX_MS);

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrateSite(ctx.storage.sql);
    this.#memory = new SqlSiteMemory(ctx.storage.sql);
  }

  /** Never throws for what a page does: faults are data. */
  ingest(order: IngestOrder, settings: CrawlSettings): Promise<IngestResult> {
    return this.#flights.run(`${flightOf(order.reason)} ${normalizePageUrl(order.pageUrl)}`, () =>
      this.#ingest(order, settings),
    );
  }

  feed(feedUrl: string): FeedState | undefined {
    return this.#memory.feed(feedUrl);
  }

  rememberFeed(feedUrl: string, state: FeedState): void {
    this.#memory.rememberFeed(feedUrl, state);
  }

  async #ingest(
    order: IngestOrder,
    { policy, userAgent, secret, timeZone }: CrawlSettings,
  ): Promise<IngestResult> {
    const catalogue = createCatalogueClient(this.env.CATALOGUE);
    try {
      const dependencies = {
        catalogue,
        absences: catalogue,
        fetcher: createPageFetcher({ policy, userAgent, secret }),
        memory: this.#memory,
        policy,
        extract: async (answer: PageBody) => {
          const { readPage } = await import('../../core/extraction/read-page.ts');
          return readPage({ ...answer, timeZone });
        },
        now: Date.now,
      };
      const page = await this.#read(order, dependencies);
      return { ok: true, page };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.cause !== undefined) logWarning('page-unreadable', error.cause);
      return { ok: false, fault: error.fault };
    }
  }

  /** What reads is loaded with the first page: an isolate that only serves never pays for it. */
  async #read(order: IngestOrder, dependencies: IngestDependencies): Promise<IngestedPage> {
    if (order.reason !== 'places') {
      const { ingestPage } = await import('../../flows/ingestion/ingest-page.ts');
      return ingestPage(dependencies, order);
    }
    const { learnPage } = await import('../../flows/injection/learn-page.ts');
    return learnPage({ ...dependencies, places: createKvPlaces(this.env.ARTICLES), findPlaces }, order);
  }
}

/** An editor's order is content with nothing that was read before it, and places are learned only by who asks for them. */
function flightOf(reason: IngestReason): string {
  return reason === 'order' || reason === 'places' ? reason : 'page';
}

async function findPlaces(page: PageBody, html: string) {
  const { findPlaces: find } = await import('../../core/injection/find-places.ts');
  return find(page, html);
}

type PageBody = Extract<PageAnswer, { kind: 'body' }>;
