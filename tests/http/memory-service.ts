import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { createMemoryCopies } from '../../src/adapters/memory-copies.ts';
import { createMemoryFeeds, createMemoryIngestion } from '../../src/adapters/memory-ingestion.ts';
import { createPageFetcher, type PageFetchOptions } from '../../src/adapters/page-fetch.ts';
import type { Upkeep } from '../../src/flows/ports.ts';
import { createRefresher } from '../../src/flows/refresh-page.ts';
import { createSingleFlight } from '../../src/flows/single-flight.ts';
import { createApp } from '../../src/http/app.ts';
import type { Dependencies, LogEntry } from '../../src/http/context.ts';
import { parseSettings } from '../../src/http/settings.ts';

/** SHA-256 of `test-token`. */
const TOKEN_DIGEST = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';
export const ORIGIN = 'https://standfirst.test';
export const AUTHORIZED = { Authorization: 'Bearer test-token' };

const inWorkerdOnly = () => Promise.reject(new Error('the Durable Object alone looks after its copies'));
const NO_UPKEEP: Upkeep = {
  status: inWorkerdOnly,
  walkPosition: inWorkerdOnly,
  compareCopies: inWorkerdOnly,
  finishReconciliation: inWorkerdOnly,
};

export interface MemoryService {
  call(path: string, init?: RequestInit): Promise<Response>;
  put(slug: string, article: unknown, headers?: Record<string, string>): Promise<Response>;
  catalogue: MemoryCatalogue;
  log: LogEntry[];
  /** Work that no answer waited for. */
  background: Promise<unknown>[];
}

/** The whole HTTP service in one process: the memory twins behind the same app. */
export function createMemoryService(
  environment: Record<string, string> = {},
  replaced: Partial<Dependencies> = {},
  network: Pick<PageFetchOptions, 'send'> = {},
): MemoryService {
  const { settings, faults } = parseSettings({
    API_TOKENS: `tester:${TOKEN_DIGEST}`,
    PUBLIC_ORIGIN: ORIGIN,
    ...environment,
  });
  const allowsAll = { allows: async () => true };
  const catalogue = new MemoryCatalogue(replaced.now);
  const log: LogEntry[] = [];
  const background: Promise<unknown>[] = [];
  const policy = { sites: settings.sites, ownHosts: [new URL(ORIGIN).hostname] };
  const fetcher = createPageFetcher({
    policy,
    userAgent: 'Standfirst/test',
    secret: settings.fetchSecret,
    send: () => Promise.reject(new Error('no network')),
    ...network,
  });
  const clock = replaced.now ?? Date.now;
  const ingestion = createMemoryIngestion({ catalogue, fetcher, policy, now: clock });
  const app = createApp({
    settings,
    settingFaults: faults,
    copies: createMemoryCopies(),
    catalogue,
    archive: catalogue,
    upkeep: NO_UPKEEP,
    fallbackLimiter: allowsAll,
    lookupLimiter: allowsAll,
    summariesLimiter: allowsAll,
    extractionsLimiter: allowsAll,
    feedMemory: createMemoryFeeds(),
    ingestion,
    refresher: createRefresher({
      ingestion,
      defer: (work) => background.push(work),
      now: clock,
      refreshHours: settings.refreshHours,
      onFailure: () => {},
    }),
    fallbacks: createSingleFlight(),
    now: Date.now,
    build: 'test',
    log: (entry) => log.push(entry),
    onCopyFailure: () => {},
    ...replaced,
  });
  const call = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`${ORIGIN}${path}`, init));
  return {
    call,
    put: (slug, article, headers = {}) =>
      call(`/v1/articles/${slug}`, {
        method: 'PUT',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
        body: typeof article === 'string' ? article : JSON.stringify(article),
      }),
    catalogue,
    log,
    background,
  };
}
