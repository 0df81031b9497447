import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { createKvCopies } from '../../src/adapters/kv-copies.ts';
import { createMeasures } from '../../src/adapters/measures/measures-client.ts';
import { createLimiter } from '../../src/adapters/rate-limiter.ts';
import { buildOf, missingBindings } from '../../src/adapters/required-bindings.ts';
import { createFeedMemory, createIngestion } from '../../src/adapters/site-crawler/site-crawler-client.ts';
import type { Dependencies } from '../../src/http/context.ts';
import { AUTHORIZED, createMemoryService } from '../http/memory-service.ts';

/** What the adapters are over a binding that is not there. */
const absent = undefined as never;
const crawl = {
  policy: { sites: [], ownHosts: [] },
  userAgent: 'Standfirst/test',
  secret: undefined,
  timeZone: undefined,
};
const catalogue = createCatalogueClient(absent);
const limiter = createLimiter(absent);
const WITHOUT: Record<string, Partial<Dependencies>> = {
  ARTICLES: { copies: createKvCopies(absent) },
  CATALOGUE: { catalogue, archive: catalogue, upkeep: catalogue },
  SITE_CRAWLERS: { ingestion: createIngestion(absent, crawl), feedMemory: createFeedMemory(absent) },
  MEASURES: { measures: createMeasures(absent, () => undefined) },
  SUMMARIES_LIMITER: { summariesLimiter: limiter },
  EXTRACTIONS_LIMITER: { extractionsLimiter: limiter },
  LOOKUPS_LIMITER: { lookupLimiter: limiter },
  FALLBACKS_LIMITER: { fallbackLimiter: limiter },
  VERSION: { build: buildOf({}) },
};
const NAMES = Object.keys(WITHOUT);

const READS = [
  ...['/', '/feed.xml', '/feed.json', '/sitemap.xml', '/docs', '/openapi.json', '/embed', '/articles/tides'],
  ...['/v1/articles', '/v1/articles/tides', '/v1/articles/tides/summary', '/s?url=https://news.example/a'],
  ...['/v1/summary?url=https://news.example/a', '/v1/summary?url=https://other.example/a'],
];
const WITH_TOKEN = ['/v1/articles', '/v1/articles/tides', '/v1/records'];

afterEach(() => {
  vi.restoreAllMocks();
});

/** A deployment that has forgotten these. */
function deployWithout(forgotten: readonly string[]) {
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
  const bound = Object.fromEntries(
    NAMES.filter((name) => !forgotten.includes(name)).map((name) => [name, {}]),
  );
  const adapters = Object.assign({}, ...forgotten.map((name) => WITHOUT[name])) as Partial<Dependencies>;
  const replaced = { settingFaults: missingBindings(bound as Partial<Env>), ...adapters };
  return createMemoryService({ SITES: 'news.example' }, replaced);
}

describe.each([...NAMES.map((name) => [name]), NAMES])(
  'a deployment that has forgotten %s',
  (...forgotten) => {
    it('says so at /health', async () => {
      const answer = await deployWithout(forgotten).call('/health');
      expect(answer.status).toBe(503);
      const { faults } = (await answer.json()) as { faults: { setting: string }[] };
      expect(faults.map(({ setting }) => setting)).toEqual(forgotten);
    });

    it('answers nothing with 500, and goes on summarising what is sent', async () => {
      const service = deployWithout(forgotten);
      for (const path of READS) expect((await service.call(path)).status, path).not.toBe(500);
      for (const path of WITH_TOKEN)
        expect((await service.call(path, { headers: AUTHORIZED })).status, path).not.toBe(500);
      expect((await service.put('tides', { title: 'Tides', text: 'One ferry sailed.' })).status).not.toBe(
        500,
      );
      const headers = { 'Content-Type': 'text/plain' };
      const sent = { method: 'POST', headers, body: 'One ferry sailed. Two men waved.' };
      expect((await service.call('/v1/summaries', sent)).status).toBe(200);
    });
  },
);

it('what is asked for is what wrangler.toml binds', () => {
  const config = parse(readFileSync('wrangler.toml', 'utf8')) as Record<string, unknown>;
  const named = (key: string, member: string) =>
    ((config[key] ?? []) as Record<string, string>[]).map((entry) => entry[member]);
  const objects = (config.durable_objects as { bindings: { name: string }[] }).bindings.map(
    ({ name }) => name,
  );
  const bound = [...named('kv_namespaces', 'binding'), ...objects, ...named('ratelimits', 'name')];
  const version = (config.version_metadata as { binding: string }).binding;
  expect([...bound, version].sort()).toEqual([...NAMES].sort());
  expect(missingBindings({}).map(({ setting }) => setting)).toEqual(NAMES);
});
