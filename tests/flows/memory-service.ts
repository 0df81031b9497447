import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { createMemoryCopies } from '../../src/adapters/memory-copies.ts';
import { createMemoryMeasures } from '../../src/adapters/memory-measures.ts';
import { articleKey, FRONT_KEY, SITEMAP_KEY, sitemapPartKey } from '../../src/core/catalogue/copy-keys.ts';
import { FRONT_MAX_COUNT } from '../../src/core/catalogue/front.ts';
import { urlKey } from '../../src/core/catalogue/page-keys.ts';
import { shownWriting } from '../../src/core/generation/generation-settings.ts';
import type { ArticleCopies, CatalogueStatus, Upkeep } from '../../src/flows/ports.ts';
import { createApp } from '../../src/http/app.ts';
import { AUTHORIZED, memoryDependencies, ORIGIN } from '../http/memory-service.ts';

/** SHA-256 of `test-token` and of `reader-token`. */
const TOKENS = [
  'tester:4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e',
  'reader:ba5005a40cf5212e4ac0190104cc127edab013294bb71279a975b27a80982d45:read',
].join();

export { AUTHORIZED, ORIGIN };

export interface MemoryService {
  catalogue: MemoryCatalogue;
  copies: ReturnType<typeof createMemoryCopies>;
  /** How often the fall-back limiters were asked. */
  limiter: { asked: number; isOpen: boolean };
  copyFailures: unknown[];
  fetch(request: Request): Promise<Response>;
  call(path: string, init?: RequestInit): Promise<Response>;
  put(slug: string, article: object, headers?: Record<string, string>): Promise<Response>;
  /** Brings the copies up to date, as the projector does. */
  project(slugs: readonly string[], pages?: readonly string[]): Promise<void>;
}

/** The whole HTTP service over the twins in memory; the copies may be wrapped to make them fail. */
export function openService(
  options: {
    now?: () => number;
    wrapCopies?: (copies: ArticleCopies) => ArticleCopies;
    sites?: string;
    environment?: Record<string, string>;
    database?: string;
  } = {},
): MemoryService {
  const { now = Date.now, wrapCopies = (copies) => copies, sites = '', environment = {}, database } = options;
  const catalogue = new MemoryCatalogue(now, database);
  const copies = createMemoryCopies();
  const limiter = { asked: 0, isOpen: true };
  const copyFailures: unknown[] = [];
  const gate = {
    allows: async () => {
      limiter.asked += 1;
      return limiter.isOpen;
    },
  };
  const dependencies = memoryDependencies(
    { API_TOKENS: TOKENS, SITES: sites, ...environment },
    { now },
    { send: noSuchPage },
  );
  const { generator, generated } = dependencies.settings;
  const app = createApp({
    ...dependencies,
    copies: wrapCopies(copies),
    measures: createMemoryMeasures({ copies, catalogue, generated: shownWriting(generator, generated) }),
    catalogue,
    archive: catalogue,
    desk: catalogue,
    upkeep: statusOnly(catalogue),
    fallbackLimiter: gate,
    lookupLimiter: gate,
    onCopyFailure: (error) => copyFailures.push(error),
  });
  const send = async (request: Request) => app.fetch(request);
  return {
    catalogue,
    copies,
    limiter,
    copyFailures,
    fetch: send,
    call: (path, init) => send(new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init })),
    put: (slug, article, headers = {}) =>
      send(
        new Request(`${ORIGIN}/v1/articles/${slug}`, {
          method: 'PUT',
          headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(article),
        }),
      ),
    project: (slugs, pages = []) => project(catalogue, copies, slugs, pages),
  };
}

/** A publisher whose pages are all gone. */
async function noSuchPage(): Promise<Response> {
  return new Response(null, { status: 404 });
}

async function project(
  catalogue: MemoryCatalogue,
  copies: ReturnType<typeof createMemoryCopies>,
  slugs: readonly string[],
  pages: readonly string[],
): Promise<void> {
  const write = (key: string, value: string | undefined) =>
    value === undefined ? copies.delete(key) : copies.put(key, value, null);
  for (const slug of slugs) await write(articleKey(slug), await catalogue.project(slug));
  for (const pageUrl of pages) await write(urlKey(pageUrl), await catalogue.resolve(pageUrl));
  const {
    catalogue: id,
    changes,
    items,
    hasOlder,
  } = await catalogue.list({ limit: FRONT_MAX_COUNT }, 'public');
  await write(SITEMAP_KEY, JSON.stringify(await catalogue.sitemap()));
  for (const { number } of (await catalogue.sitemap()).parts)
    await write(sitemapPartKey(number), JSON.stringify(await catalogue.sitemapPart(number)));
  const total = hasOlder ? FRONT_MAX_COUNT + 1 : items.length;
  await write(FRONT_KEY, JSON.stringify({ schema: 1, catalogue: id, changes, total, items }));
}

/** Upkeep needs a store of its own; what the programs ask for is how many records there are. */
function statusOnly(catalogue: MemoryCatalogue): Upkeep {
  const refuse = () => Promise.reject(new Error('the twin in memory keeps nothing up'));
  return {
    async status(): Promise<CatalogueStatus> {
      const { records } = await catalogue.records(null, Number.MAX_SAFE_INTEGER);
      return {
        catalogue: await catalogue.identify(),
        schemaVersion: 0,
        changes: 0,
        articles: { published: records.length, scheduled: 0, drafts: 0, tombstones: 0 },
        outbox: { length: 0, oldestWaitingSince: null },
        purges: { waiting: 0 },
        failures: { copies: 0, purges: 0 },
        generation: await catalogue.generationStatus(),
        lastReconciliation: null,
        databaseBytes: 0,
        room: { bytesLeft: 0, daysLeft: null },
      };
    },
    walkPosition: refuse,
    compareCopies: refuse,
    finishReconciliation: refuse,
  };
}
