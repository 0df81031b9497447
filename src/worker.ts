import { WorkerEntrypoint, waitUntil } from 'cloudflare:workers';
import { createRequestLog, logEvent, logWarning } from './adapters/console-log.ts';
import { createKvCopies, createKvCopyInventory } from './adapters/kv-copies.ts';
import { latePort } from './adapters/late-port.ts';
import { createMeasures } from './adapters/measures/measures-client.ts';
import { createLimiter } from './adapters/rate-limiter.ts';
import { buildOf, missingBindings } from './adapters/required-bindings.ts';
import type { CrawlSettings } from './adapters/site-crawler/site-crawler.ts';
import { createFeedMemory, createIngestion } from './adapters/site-crawler/site-crawler-client.ts';
import { createStaticData } from './adapters/static-data.ts';
import { purgeCache } from './adapters/workers-cache.ts';
import type { Gate } from './flows/gate-ports.ts';
import { createRefresher } from './flows/ingestion/refresh-page.ts';
import { createPlaceLearner } from './flows/injection/place-learner.ts';
import type { AccessKeys, PurgeScope } from './flows/ports.ts';
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
    const [{ readFeeds }, { createPageFetcher }] = await Promise.all([
      import('./flows/ingestion/read-feeds.ts'),
      import('./adapters/page-fetch/page-fetcher.ts'),
    ]);
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
    const { reconcileCopies } = await import('./flows/reconcile-copies.ts');
    const upkeep = createCatalogue(this.env);
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
  const catalogue = createCatalogue(env);
  const { settings, settingFaults } = readSettings(env);
  const ingestion = createIngestion(env.SITE_CRAWLERS, crawlSettings(settings));
  const { refreshHours } = settings;
  const onFailure = (error: unknown) => logWarning('recheck-failed', error);
  return createApp({
    settings,
    settingFaults,
    ingestion,
    refresher: createRefresher({ ingestion, defer: waitUntil, now: Date.now, refreshHours, onFailure }),
    places: latePort(async () => (await import('./adapters/kv-places.ts')).createKvPlaces(env.ARTICLES)),
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
    accessKeys: createAccessKeys(settings.access?.team ?? ''),
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

/** Most answers are made of copies alone. */
function createCatalogue(env: Env) {
  return latePort(async () => {
    const { createCatalogueClient } = await import('./adapters/catalogue/catalogue-client.ts');
    return createCatalogueClient(env.CATALOGUE);
  });
}

/** Asked for by the desk alone, and only behind Cloudflare Access. */
function createAccessKeys(team: string): AccessKeys {
  let keys: AccessKeys | undefined;
  return async (kid) => {
    const adapter = await import('./adapters/access-keys.ts');
    keys ??= adapter.createAccessKeys(team, { now: Date.now });
    return keys(kid);
  };
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
