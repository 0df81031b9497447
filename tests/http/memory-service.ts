import { withMemoryAbsences } from '../../src/adapters/memory-absences.ts';
import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { createMemoryCopies } from '../../src/adapters/memory-copies.ts';
import { createMemoryFeeds, createMemoryIngestion } from '../../src/adapters/memory-ingestion.ts';
import { createMemoryMeasures } from '../../src/adapters/memory-measures.ts';
import { createMemoryPlaces } from '../../src/adapters/memory-places.ts';
import { createPageFetcher, type PageFetchOptions } from '../../src/adapters/page-fetch/page-fetcher.ts';
import { shownWriting } from '../../src/core/generation/generation-settings.ts';
import type { Ingestion } from '../../src/flows/ingestion/ports.ts';
import { createRefresher } from '../../src/flows/ingestion/refresh-page.ts';
import { createPlaceLearner } from '../../src/flows/injection/place-learner.ts';
import type { Upkeep } from '../../src/flows/ports.ts';
import { createSingleFlight } from '../../src/flows/single-flight.ts';
import { createApp } from '../../src/http/app.ts';
import type { Dependencies, LogEntry } from '../../src/http/context.ts';
import { completeContract } from '../../src/http/contract.ts';
import { describeContract } from '../../src/http/openapi/describe-contract.ts';
import { parseSettings } from '../../src/http/settings.ts';
import { createContract } from './contract.ts';

/** SHA-256 of `test-token`. */
export const TESTER_DIGEST = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';
export const ORIGIN = 'https://standfirst.test';
export const AUTHORIZED = { Authorization: 'Bearer test-token' };

const inWorkerdOnly = () => Promise.reject(new Error('the Durable Object alone looks after its copies'));
const NO_UPKEEP: Upkeep = {
  status: inWorkerdOnly,
  walkPosition: inWorkerdOnly,
  compareCopies: inWorkerdOnly,
  finishReconciliation: inWorkerdOnly,
};

/** Loaded where it is needed: workerd has no files. */
async function readPublicFile(path: string): Promise<unknown> {
  const { readFile } = await import('node:fs/promises');
  try {
    return JSON.parse(await readFile(`public${path}`, 'utf8'));
  } catch {
    return undefined; // There is none.
  }
}

export interface MemoryService {
  /** Any request, held to no contract. */
  fetch(request: Request): Promise<Response>;
  call(path: string, init?: RequestInit): Promise<Response>;
  put(slug: string, article: unknown, headers?: Record<string, string>): Promise<Response>;
  catalogue: MemoryCatalogue;
  ingestion: Ingestion;
  log: LogEntry[];
  /** Work that no answer waited for. */
  background: Promise<unknown>[];
}

/** What the door would hand in, from memory. */
export function memoryDependencies(
  environment: Record<string, string> = {},
  replaced: Partial<Dependencies> = {},
  network: Pick<PageFetchOptions, 'send'> = {},
): Dependencies & { catalogue: MemoryCatalogue; background: Promise<unknown>[] } {
  const { settings, faults } = parseSettings({
    API_TOKENS: `tester:${TESTER_DIGEST}`,
    PUBLIC_ORIGIN: ORIGIN,
    ...environment,
  });
  const allowsAll = { allows: async () => true };
  const catalogue = new MemoryCatalogue(replaced.now);
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
  const places = createMemoryPlaces();
  const { timeZone } = settings;
  const { absences, copies } = withMemoryAbsences(catalogue, createMemoryCopies());
  const ingestion = createMemoryIngestion({
    catalogue,
    absences,
    fetcher,
    policy,
    now: clock,
    places,
    timeZone,
  });
  const inBackground = {
    ingestion,
    defer: (work: Promise<unknown>) => background.push(work),
    now: clock,
    refreshHours: settings.refreshHours,
    onFailure: () => {},
  };
  return {
    settings,
    settingFaults: faults,
    copies,
    archive: catalogue,
    upkeep: NO_UPKEEP,
    desk: catalogue,
    gate: undefined,
    measures: createMemoryMeasures({
      copies,
      catalogue,
      generated: shownWriting(settings.generator, settings.generated),
    }),
    staticData: readPublicFile,
    accessKeys: async () => [],
    fallbackLimiter: allowsAll,
    lookupLimiter: allowsAll,
    summariesLimiter: allowsAll,
    extractionsLimiter: allowsAll,
    feedMemory: createMemoryFeeds(),
    ingestion,
    refresher: createRefresher(inBackground),
    places,
    placeLearner: createPlaceLearner(inBackground),
    fallbacks: createSingleFlight(),
    now: Date.now,
    build: 'test',
    log: () => {},
    onCopyFailure: () => {},
    ...replaced,
    catalogue,
    background,
  };
}

/** The whole HTTP service in one process: the memory twins behind the same app. Every answer is held to the contract. */
export function createMemoryService(
  environment: Record<string, string> = {},
  replaced: Partial<Dependencies> = {},
  network: Pick<PageFetchOptions, 'send'> = {},
): MemoryService {
  const log: LogEntry[] = [];
  const dependencies = memoryDependencies(
    environment,
    { log: (entry) => log.push(entry), ...replaced },
    network,
  );
  const app = createApp(dependencies);
  const contract = createContract(
    completeContract(describeContract(), {
      origin: ORIGIN,
      publicationName: dependencies.settings.publicationName,
      version: '0',
    }),
  );
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await app.fetch(new Request(`${ORIGIN}${path}`, init));
    await contract.check({ method: init.method ?? 'GET', path }, response);
    return response;
  };
  return {
    fetch: async (request) => app.fetch(request),
    call,
    put: (slug, article, headers = {}) =>
      call(`/v1/articles/${slug}`, {
        method: 'PUT',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
        body: typeof article === 'string' ? article : JSON.stringify(article),
      }),
    catalogue: dependencies.catalogue,
    ingestion: dependencies.ingestion,
    log,
    background: dependencies.background,
  };
}
