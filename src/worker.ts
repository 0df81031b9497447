import { WorkerEntrypoint, waitUntil } from 'cloudflare:workers';
import { createAccessKeys } from './adapters/access-keys.ts';
import { createCatalogueClient } from './adapters/catalogue/catalogue-client.ts';
import { createRequestLog, logEvent, logWarning } from './adapters/console-log.ts';
import { createKvCopies, createKvCopyInventory } from './adapters/kv-copies.ts';
import { createKvPlaces } from './adapters/kv-places.ts';
import { createMeasures } from './adapters/measures/measures-client.ts';
import { createPageFetcher } from './adapters/page-fetch/page-fetcher.ts';
import { createLimiter } from './adapters/rate-limiter.ts';
import { buildOf, missingBindings } from './adapters/required-bindings.ts';
import type { CrawlSettings } from './adapters/site-crawler/site-crawler.ts';
import { createFeedMemory, createIngestion } from './adapters/site-crawler/site-crawler-client.ts';
import { createStaticData } from './adapters/static-data.ts';
import { purgeCache } from './adapters/workers-cache.ts';
import type { Gate } from './flows/gate-ports.ts';
import { createRefresher } from './flows/ingestion/refresh-page.ts';
import { createPlaceLearner } from './flows/injection/read-injection.ts';
import type { PurgeScope } from './flows/ports.ts';
import { reconcileCopies } from './flows/reconcile-copies.ts';
import { createSingleFlight } from './flows/single-flight.ts';
import { createApp } from './http/app.ts';
import { parseSettings, type Settings } from './http/settings.ts';
import { WIDGET_VERSION } from './pages/widget-release.ts';

export { Catalogue, Measures, SiteCrawler } from './adapters/durable-objects.ts';

/** The door: besides it only the Durable Objects see bindings. */
export default class extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return openApp(this.env).fetch(request);
  }

  /** Every ten minutes (`adapters/catalogue/clock.ts`). */
  async readFeeds(): Promise<void> {
    const { settings } = readSettings(this.env);
    if (settings.feeds.length === 0) return;
    // Loaded by the clock alone: an isolate that only serves never pays for it.
    const { readFeeds } = await import('./flows/ingestion/read-feeds.ts');
    const crawl = crawlSettings(settings);
    const feedHosts = settings.feeds.map((feed) => new URL(feed).hostname);
    const results = await readFeeds({
      feeds: settings.feeds,
      timeZone: settings.timeZone,
      policy: crawl.policy,
      fetcher: createPageFetcher({ ...crawl, feedHosts }),
      memory: createFeedMemory(this.env.SITE_CRAWLERS),
      ingestion: createIngestion(this.env.SITE_CRAWLERS, crawl),
      now: Date.now,
      onFailure: (error) => logWarning('feed-failed', error),
    });
    logEvent('feeds-read', { feeds: results });
  }

  /** Every hour: the copies are compared with the catalogue. */
  async reconcile(): Promise<void> {
    const upkeep = createCatalogueClient(this.env.CATALOGUE);
    const inventory = createKvCopyInventory(this.env.ARTICLES);
    logEvent('reconciled', await reconcileCopies({ upkeep, inventory, now: Date.now }));
  }

  /** Purges this entrypoint's own cache: the only one that an entrypoint can reach. */
  purge(scope: PurgeScope): Promise<void> {
    return purgeCache(this.ctx.cache, scope);
  }
}

let opened: ReturnType<typeof createApp> | undefined;

/** Wired once an isolate: bindings do not change while it lives. */
function openApp(env: Env): ReturnType<typeof createApp> {
  opened ??= wire(env);
  return opened;
}

function wire(env: Env): ReturnType<typeof createApp> {
  const catalogue = createCatalogueClient(env.CATALOGUE);
  const { settings, settingFaults } = readSettings(env);
  const ingestion = createIngestion(env.SITE_CRAWLERS, crawlSettings(settings));
  const { refreshHours } = settings;
  const onFailure = (error: unknown) => logWarning('recheck-failed', error);
  return createApp({
    settings,
    settingFaults,
    ingestion,
    refresher: createRefresher({ ingestion, defer: waitUntil, now: Date.now, refreshHours, onFailure }),
    places: createKvPlaces(env.ARTICLES),
    placeLearner: createPlaceLearner({ ingestion, defer: waitUntil, now: Date.now, refreshHours, onFailure }),
    feedMemory: createFeedMemory(env.SITE_CRAWLERS),
    extractionsLimiter: createLimiter(env.EXTRACTIONS_LIMITER),
    copies: createKvCopies(env.ARTICLES),
    catalogue,
    archive: catalogue,
    upkeep: catalogue,
    desk: catalogue,
    gate: (env as Env & { GATE?: Gate }).GATE,
    measures: createMeasures(env.MEASURES, waitUntil),
    staticData: createStaticData(env.ASSETS),
    accessKeys: createAccessKeys(settings.access?.team ?? '', { now: Date.now }),
    fallbackLimiter: createLimiter(env.FALLBACKS_LIMITER),
    lookupLimiter: createLimiter(env.LOOKUPS_LIMITER),
    summariesLimiter: createLimiter(env.SUMMARIES_LIMITER),
    fallbacks: createSingleFlight(),
    now: Date.now,
    build: buildOf(env),
    log: createRequestLog(waitUntil),
    onCopyFailure: (error) => logWarning('copy-read-failed', error),
  });
}

function readSettings(env: Env) {
  const { settings, faults } = parseSettings(env as unknown as Record<string, unknown>);
  return { settings, settingFaults: [...missingBindings(env), ...faults] };
}

/** What a crawler has to know: sites, our own names, how we introduce ourselves (RFC 9110, section 10.1.5). */
function crawlSettings({ sites, publicOrigin, fetchSecret, timeZone }: Settings): CrawlSettings {
  const contact = publicOrigin === undefined ? '' : ` (+${publicOrigin}/docs)`;
  return {
    policy: { sites, ownHosts: publicOrigin === undefined ? [] : [new URL(publicOrigin).hostname] },
    userAgent: `Standfirst/${WIDGET_VERSION}${contact}`,
    secret: fetchSecret,
    timeZone,
  };
}
