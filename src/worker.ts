import { WorkerEntrypoint } from 'cloudflare:workers';
import { createCatalogueClient } from './adapters/catalogue/catalogue-client.ts';
import { logEvent, logRequest, logWarning } from './adapters/console-log.ts';
import { createKvCopies, createKvCopyInventory } from './adapters/kv-copies.ts';
import { createLimiter } from './adapters/rate-limiter.ts';
import { reconcileCopies } from './flows/reconcile-copies.ts';
import { createSingleFlight } from './flows/single-flight.ts';
import { createApp } from './http/app.ts';
import { parseSettings } from './http/settings.ts';

export { Catalogue } from './adapters/catalogue/catalogue.ts';

/** The door: the only file that sees bindings. */
export default class extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return openApp(this.env).fetch(request);
  }

  /** Every hour (`wrangler.toml`): the copies are compared with the catalogue. */
  override async scheduled(): Promise<void> {
    const upkeep = createCatalogueClient(this.env.CATALOGUE);
    const inventory = createKvCopyInventory(this.env.ARTICLES);
    try {
      logEvent('reconciled', await reconcileCopies({ upkeep, inventory, now: Date.now }));
    } catch (error) {
      logWarning('reconciliation-failed', error);
      throw error; // The platform then counts the run as failed.
    }
  }

  /** Purges this entrypoint's own cache: the only one that an entrypoint can reach. */
  async purge(tags: readonly string[]): Promise<void> {
    const result = await this.ctx.cache?.purge({ tags: [...tags] });
    if (result?.success === false) throw new Error(`purge refused: ${JSON.stringify(result.errors)}`);
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
  return createApp({
    ...readSettings(env),
    copies: createKvCopies(env.ARTICLES),
    catalogue,
    archive: catalogue,
    upkeep: catalogue,
    fallbackLimiter: createLimiter(env.FALLBACKS_LIMITER),
    lookupLimiter: createLimiter(env.LOOKUPS_LIMITER),
    summariesLimiter: createLimiter(env.SUMMARIES_LIMITER),
    fallbacks: createSingleFlight(),
    now: Date.now,
    build: env.VERSION.id.slice(0, 8),
    log: logRequest,
    onCopyFailure: (error) => logWarning('copy-read-failed', error),
  });
}

function readSettings(env: Env) {
  const { settings, faults } = parseSettings(env as unknown as Record<string, unknown>);
  return { settings, settingFaults: faults };
}
