import { DurableObject } from 'cloudflare:workers';
import { DomainError } from '../../core/errors.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import { normalizePageUrl } from '../../core/fetching/page-url.ts';
import {
  type FeedState,
  type IngestOrder,
  type IngestResult,
  READING_MAX_MS,
} from '../../flows/ingestion/ports.ts';
import { createSingleFlight } from '../../flows/single-flight.ts';
import { createCatalogueClient } from '../catalogue/catalogue-client.ts';
import { logWarning } from '../console-log.ts';
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
    const isOrder = order.reason === 'order';
    return this.#flights.run(`${isOrder} ${normalizePageUrl(order.pageUrl)}`, () =>
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
    try {
      // Loaded with the first page, as its reader is below: an isolate that only serves never pays for them.
      const { ingestPage } = await import('../../flows/ingestion/ingest-page.ts');
      const page = await ingestPage(
        {
          catalogue: createCatalogueClient(this.env.CATALOGUE),
          fetcher: createPageFetcher({ policy, userAgent, secret }),
          memory: this.#memory,
          policy,
          extract: async (answer) => {
            const { readPage } = await import('../../core/extraction/read-page.ts');
            return readPage({ ...answer, timeZone });
          },
          now: Date.now,
        },
        order,
      );
      return { ok: true, page };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.cause !== undefined) logWarning('page-unreadable', error.cause);
      return { ok: false, fault: error.fault };
    }
  }
}
