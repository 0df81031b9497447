import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { formatInstant } from '../../src/core/article/dates.ts';
import { articleKey, FRONT_KEY, SITEMAP_KEY, sitemapPartKey } from '../../src/core/catalogue/copy-keys.ts';
import { frontSchema } from '../../src/core/catalogue/front.ts';
import { urlKey } from '../../src/core/catalogue/page-keys.ts';
import { DomainError } from '../../src/core/errors.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { setOverride } from '../../src/flows/override-summary.ts';
import { publishArticle } from '../../src/flows/publish-article.ts';
import {
  articleInput,
  currentEtag,
  decidingIn,
  NO_PRECONDITIONS,
  onlyIf,
  publish,
  type WholeCatalogue,
  walkList,
  walkNeighbours,
} from '../adapters/article-fixtures.ts';
import {
  clearBetweenTests,
  drain,
  FaultPlan,
  MapKv,
  openCatalogue,
  outgrow,
  realStorage,
  wipe,
  wipeIndex,
} from '../adapters/catalogue-bench.ts';

/**
 * Every statement, every KV write, every alarm and every purge fails once, one after the other, in each kind of
 * change; then the object starts anew. Whatever was acknowledged is there, whatever is there is whole.
 */
const START = Date.UTC(2026, 10, 1);
const day = (number: number) => formatInstant(Date.UTC(2026, 0, number));
const page = (name: string) => `https://news.example/${name}`;
const SLUGS = ['a', 'b', 'c', 'd', 'e'];
const PAGES = ['a', 'a/amp', 'b', 'd'].map(page);
const TEXT = 'One ferry sailed. Two men waved.';

async function fill(catalogue: WholeCatalogue): Promise<void> {
  await publish(catalogue, 'a', {
    title: 'A',
    text: TEXT,
    publishedAt: day(1),
    url: page('a'),
    aliases: [page('a/amp')],
    source: 'page',
  });
  await publish(catalogue, 'b', { title: 'B', text: TEXT, publishedAt: day(2), url: page('b') });
  await publish(catalogue, 'c', { title: 'C', text: TEXT, publishedAt: day(3) });
}

type Act = (catalogue: WholeCatalogue, etag: string | undefined) => Promise<unknown>;
const put =
  (slug: string, members: Parameters<typeof articleInput>[0]): Act =>
  (catalogue, ifMatch) =>
    publishArticle({ catalogue, now: Date.now }, slug, articleInput({ text: TEXT, ...members }), {
      ...NO_PRECONDITIONS,
      ifMatch,
    });

const changes: { name: string; slug: string; act: Act }[] = [
  { name: 'publish', slug: 'd', act: put('d', { title: 'D', url: page('d'), publishedAt: day(9) }) },
  { name: 'replace', slug: 'b', act: put('b', { title: 'B, retold', url: page('b') }) },
  { name: 're-date', slug: 'b', act: put('b', { title: 'B', url: page('b'), publishedAt: day(8) }) },
  { name: 'withdraw', slug: 'b', act: put('b', { title: 'B', url: page('b'), status: 'draft' }) },
  { name: 'take-over', slug: 'e', act: put('e', { title: 'E', url: page('a'), publishedAt: day(5) }) },
  { name: 'delete', slug: 'b', act: (catalogue, etag) => deleteArticle(catalogue, 'b', onlyIf(etag)) },
  {
    name: 'override',
    slug: 'b',
    act: (catalogue, etag) =>
      setOverride(decidingIn(catalogue), 'b', { sentences: ['Said by hand.'] }, 'tester', onlyIf(etag)),
  },
];

const snapshot = async (catalogue: WholeCatalogue) => (await catalogue.records(null, 100)).records;

/** Lists, neighbours, search, pages and copies agree with the records, and there is nothing besides. */
async function expectWhole(catalogue: WholeCatalogue, kv: MapKv): Promise<void> {
  const shown = await walkList(catalogue, 2);
  expect(await walkNeighbours(catalogue, shown[0])).toEqual(shown);
  const { items: found } = await catalogue.search({ terms: ['ferry'], limit: 9 }, 'all');
  const stored = (await snapshot(catalogue)).flatMap((saved) =>
    saved.state === 'article' ? saved.record.slug : [],
  );
  expect(found.map(({ slug }) => slug).sort()).toEqual(stored);
  const keys = [FRONT_KEY, SITEMAP_KEY, sitemapPartKey(1)];
  for (const slug of SLUGS) {
    const value = await catalogue.project(slug);
    expect(kv.values.get(articleKey(slug))?.value).toBe(value);
    if (value !== undefined) keys.push(articleKey(slug));
  }
  for (const pageUrl of PAGES) {
    const slug = await catalogue.resolve(pageUrl);
    const copy = kv.values.get(urlKey(pageUrl))?.value;
    if (slug !== undefined) expect(copy).toBe(slug);
    // A page whose article was deleted says so; one that nobody has written about says nothing.
    else if (copy !== undefined)
      expect(JSON.parse(copy)).toMatchObject({ fault: { kind: 'article-deleted' } });
    if (copy !== undefined) keys.push(urlKey(pageUrl));
  }
  const front = frontSchema().parse(JSON.parse(kv.values.get(FRONT_KEY)?.value ?? 'null'));
  expect(front.items.map(({ slug }) => slug)).toEqual(shown);
  expect([...kv.values.keys()].sort()).toEqual(keys.sort());
}

clearBetweenTests();

async function becomeLarge(state: DurableObjectState): Promise<void> {
  outgrow(realStorage(state).sql);
  await wipeIndex(state);
}

/** With texts in volumes, one of each kind of step: a text is named, another one is let go of, and both at once. */
const WITH_VOLUMES = new Set(['publish', 'replace', 'take-over', 'delete']);
const cases = [
  ...changes.map((change) => ({ ...change, texts: 'beside the order', prepare: () => undefined })),
  ...changes
    .filter(({ name }) => WITH_VOLUMES.has(name))
    .map((change) => ({ ...change, texts: 'in volumes', prepare: becomeLarge })),
];

describe.each(cases)('$name, texts $texts', ({ slug, act, prepare }) => {
  it('survives the failure of every single operation', async () => {
    await runInDurableObject(env.CATALOGUE.getByName('faults'), async (_, state) => {
      const plan = new FaultPlan();
      const attempt = async (failAt: number) => {
        wipe(state);
        await prepare(state);
        vi.setSystemTime(START);
        plan.arm(0);
        const kv = new MapKv(plan.tick);
        const bench = openCatalogue({ state, kv, plan });
        const { catalogue } = bench;
        await fill(catalogue);
        await drain(bench, state);
        const before = await snapshot(catalogue);
        const etag = await currentEtag(catalogue, slug);
        plan.arm(failAt);
        const changedAt = Date.now();
        const isAccepted = await act(catalogue, etag).then(
          () => true,
          () => false,
        );
        await drain(bench, state);
        const operations = plan.count;
        plan.arm(0);
        const reopened = openCatalogue({ state, kv, plan });
        await drain(reopened, state);
        const after = await snapshot(reopened.catalogue);
        await expectWhole(reopened.catalogue, kv);
        vi.setSystemTime(changedAt);
        await act(reopened.catalogue, etag).catch((error: unknown) =>
          expect(error).toBeInstanceOf(DomainError),
        );
        await drain(reopened, state);
        await expectWhole(reopened.catalogue, kv);
        return { before, after, isAccepted, operations, repeated: await snapshot(reopened.catalogue) };
      };
      const undisturbed = await attempt(0);
      expect(undisturbed.isAccepted).toBe(true);
      expect(undisturbed.operations).toBeGreaterThan(20);
      for (let failAt = 1; failAt <= undisturbed.operations; failAt += 1) {
        const { before, after, isAccepted, repeated } = await attempt(failAt);
        if (isAccepted) expect(after, `accepted, fault at ${failAt}`).toEqual(undisturbed.after);
        else expect([before, undisturbed.after], `refused, fault at ${failAt}`).toContainEqual(after);
        expect(repeated, `repeated after a fault at ${failAt}`).toEqual(undisturbed.after);
      }
    });
  });
});
