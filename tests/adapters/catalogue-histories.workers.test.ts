import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue as CatalogueObject } from '../../src/adapters/catalogue/catalogue.ts';
import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { formatInstant } from '../../src/core/article/dates.ts';
import { DomainError } from '../../src/core/errors.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { removeOverride, setOverride } from '../../src/flows/override-summary.ts';
import { publishArticle } from '../../src/flows/publish-article.ts';
import {
  articleInput,
  currentEtag,
  decidingIn,
  listedIn,
  NO_PRECONDITIONS,
  onlyIf,
  type WholeCatalogue,
} from './article-fixtures.ts';
import { wipe } from './catalogue-bench.ts';

/**
 * Random histories: whatever editors and the clock do, the Durable Object says what the model in memory says, and the
 * number of a projection grows whenever what is served of a slug has changed.
 */
const RUNS = 1_000;
const START = Date.UTC(2026, 10, 1);
const HOUR_MS = 3_600_000;
const SLUGS = ['a', 'b', 'c', 'd'];
const PAGES = ['https://news.example/1', 'https://news.example/2', 'https://news.example/3'];
const BODIES = ['One ferry sailed. Two men waved.', 'Three gulls cried. Nobody waved.', ''];

const slugs = fc.constantFrom(...SLUGS);
const commands = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('put' as const),
      slug: slugs,
      title: fc.constantFrom('Ferry', 'Gulls'),
      text: fc.constantFrom(...BODIES),
      hour: fc.integer({ min: -3, max: 3 }),
      url: fc.option(fc.constantFrom(...PAGES)),
      alias: fc.option(fc.constantFrom(...PAGES)),
      status: fc.constantFrom('published' as const, 'published' as const, 'draft' as const),
      source: fc.constantFrom('api' as const, 'api' as const, 'feed' as const, 'page' as const),
      tag: fc.constantFrom('sea', 'sky'),
      isBlind: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), slug: slugs }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('override' as const),
      slug: slugs,
      sentence: fc.constantFrom('Two men waved.', 'Said by hand.'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('return' as const), slug: slugs }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 2 }) }),
  },
);
type Command = typeof commands extends fc.Arbitrary<infer T> ? T : never;

async function perform(catalogue: WholeCatalogue, command: Command): Promise<unknown> {
  try {
    return await attempt(catalogue, command);
  } catch (error) {
    if (error instanceof DomainError) return { ...error.fault, detail: undefined };
    throw error;
  }
}

async function attempt(catalogue: WholeCatalogue, command: Command): Promise<unknown> {
  if (command.does === 'wait') return undefined;
  const ifMatch = await currentEtag(catalogue, command.slug);
  switch (command.does) {
    case 'put': {
      const { title, text, hour, url, alias, status, source, tag } = command;
      const publishedAt = formatInstant(START + hour * HOUR_MS);
      const aliases = alias === null ? [] : [alias];
      const members = { title, text, url, aliases, status, source, tags: [tag], publishedAt };
      const preconditions = { ...NO_PRECONDITIONS, ...(command.isBlind ? {} : { ifMatch }) };
      const dependencies = { catalogue, now: Date.now };
      const { outcome, record, neighbours } = await publishArticle(
        dependencies,
        command.slug,
        articleInput(members),
        preconditions,
      );
      return { outcome, record, neighbours };
    }
    case 'delete':
      return deleteArticle(catalogue, command.slug, onlyIf(ifMatch));
    case 'override':
      return (
        await setOverride(
          decidingIn(catalogue),
          command.slug,
          { sentences: [command.sentence] },
          'tester',
          onlyIf(ifMatch),
        )
      ).record;
    case 'return':
      return removeOverride(decidingIn(catalogue), command.slug, 'tester', onlyIf(ifMatch));
  }
}

/** All that anybody can see of it. Numbers of projections are each catalogue's own affair. */
async function describeAll(catalogue: WholeCatalogue) {
  const list = (scope: 'public' | 'all', filter = {}) => catalogue.list({ limit: 100, ...filter }, scope);
  const items = async (page: ReturnType<typeof list>) => (await page).items;
  return {
    shown: await items(list('public')),
    stored: await items(list('all')),
    ofTheSea: await items(list('public', { tag: 'sea' })),
    pages: await Promise.all(PAGES.map((page) => catalogue.resolve(page))),
    owners: await Promise.all(PAGES.map((page) => catalogue.ownersOf([page]))),
    records: (await catalogue.records(null, 100)).records,
    indexed: listedIn(await catalogue.sitemapPart(1)),
    news: (await catalogue.sitemap()).news,
    entries: await Promise.all(
      SLUGS.map(async (slug) => ({ ...(await catalogue.read(slug)), projection: undefined })),
    ),
    served: (await describeServed(catalogue)).map(({ documents }) => documents),
  };
}

/** What readers get of each slug, apart from the number of its projection; the order of members is no promise. */
async function describeServed(
  catalogue: WholeCatalogue,
): Promise<{ number: number; documents: unknown[] }[]> {
  return Promise.all(
    SLUGS.map(async (slug) => {
      const value = await catalogue.project(slug);
      if (value === undefined) return { number: 0, documents: [] };
      const [head, ...rest] = value.split('\n').map((line) => JSON.parse(line) as object);
      const { projection, ...told } = head as { projection: number };
      return { number: projection, documents: [{ ...told, catalogue: undefined }, ...rest] };
    }),
  );
}

afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

describe('random histories', () => {
  it('look the same in the Durable Object as in the model', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await runInDurableObject(env.CATALOGUE.getByName('histories'), async (object: CatalogueObject, state) => {
      const catalogue = object as unknown as WholeCatalogue;
      await fc.assert(
        fc.asyncProperty(fc.array(commands, { minLength: 1, maxLength: 10 }), async (history) => {
          wipe(state);
          vi.setSystemTime(START);
          const model = new MemoryCatalogue(Date.now);
          const newest = new Map<string, { number: number; bytes: string }>();
          for (const command of history) {
            if (command.does === 'wait') vi.setSystemTime(Date.now() + command.hours * HOUR_MS);
            expect(await perform(catalogue, command)).toEqual(await perform(model, command));
            for (const [index, { number, documents }] of (await describeServed(catalogue)).entries()) {
              if (number === 0) continue;
              const slug = SLUGS[index] ?? '';
              const bytes = JSON.stringify(documents);
              const before = newest.get(slug);
              if (before !== undefined && before.bytes !== bytes)
                expect(number).toBeGreaterThan(before.number);
              newest.set(slug, { number, bytes });
            }
          }
          expect(await describeAll(catalogue)).toEqual(await describeAll(model));
        }),
        { numRuns: RUNS },
      );
    });
  });
});
