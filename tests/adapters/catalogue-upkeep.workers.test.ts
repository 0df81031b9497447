import { reset } from 'cloudflare:test';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatInstant } from '../../src/core/article/dates.ts';
import { placeOf } from '../../src/core/catalogue/catalogue-change.ts';
import { articleKey, FRONT_KEY, SITEMAP_KEY, sitemapPartKey } from '../../src/core/catalogue/copy-keys.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { currentEtag, onlyIf, publish, type WholeCatalogue, walkList } from './article-fixtures.ts';
import {
  drain,
  drops,
  InjectedFault,
  isIdle,
  MapKv,
  onBench,
  openCatalogue,
  passTime,
  type Workbench,
  wipe,
} from './catalogue-bench.ts';

/** How the catalogue brings its copies up to date, on a clock that the test holds. */
const START = Date.UTC(2026, 10, 1);
const MINUTE_MS = 60_000;
const TEXT = 'One ferry sailed. Two men waved.';
const day = (number: number) => formatInstant(Date.UTC(2026, 0, number));
const page = (name: string) => `https://news.example/${name}`;

const put = (catalogue: WholeCatalogue, slug: string, members: object = {}) =>
  publish(catalogue, slug, { title: slug, text: TEXT, ...members }, Date.now);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await reset();
});

describe('KV writes', () => {
  it.each<[string, number, (catalogue: WholeCatalogue) => Promise<unknown>]>([
    [
      'a first publication',
      5,
      (catalogue) => put(catalogue, 'new', { url: page('new'), publishedAt: '2026-01-02T12:00:00Z' }),
    ],
    [
      'an edit of the body',
      2,
      (catalogue) => put(catalogue, 'n2', { text: 'Another body.', url: page('n2') }),
    ],
    ['an edit of the title', 4, (catalogue) => put(catalogue, 'n2', { title: 'Another', url: page('n2') })],
    [
      'another date',
      6,
      (catalogue) => put(catalogue, 'n2', { publishedAt: '2026-01-04T12:00:00Z', url: page('n2') }),
    ],
    [
      'a deletion',
      5,
      async (catalogue) => deleteArticle(catalogue, 'n2', onlyIf(await currentEtag(catalogue, 'n2'))),
    ],
    [
      'an edit of what is read on our own page',
      4,
      (catalogue) => put(catalogue, 'own', { text: 'Another.' }),
    ],
    ['the same again', 0, (catalogue) => put(catalogue, 'n2', { url: page('n2') })],
    ['a draft', 0, (catalogue) => put(catalogue, 'draft', { status: 'draft', url: page('draft') })],
  ])('of %s are %i', (_, count, change) =>
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      for (let number = 1; number <= 5; number += 1)
        await put(bench.catalogue, `n${number}`, { url: page(`n${number}`), publishedAt: day(number) });
      await put(bench.catalogue, 'own', { publishedAt: '2025-01-01T00:00:00Z' });
      await drain(bench, state);
      kv.writes.length = 0;
      await change(bench.catalogue);
      await drain(bench, state);
      expect(kv.writes).toHaveLength(count);
    })(),
  );

  it(
    'of one key are never less than a second apart, and end at the newest state, though KV fails now and then',
    onBench(async (state) => {
      const change = fc.record({
        slug: fc.constantFrom('a', 'b', 'c'),
        title: fc.constantFrom('x', 'y', 'z'),
        hour: fc.nat(3),
        waitMs: fc.constantFrom(0, 1, 200, 999, 1_000, 1_500),
      });
      const outages = fc.infiniteStream(fc.nat(4));
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 15 }),
          outages,
          async (changes, luck) => {
            wipe(state);
            vi.setSystemTime(START);
            const kv = new MapKv(() => {
              if (luck.next().value === 0) throw new InjectedFault('429');
            });
            const bench = openCatalogue({ state, kv });
            for (const { slug, title, hour, waitMs } of changes) {
              await put(bench.catalogue, slug, {
                title,
                publishedAt: formatInstant(START - hour * 3_600_000),
              });
              await passTime(bench, waitMs);
            }
            await passTime(bench, 20 * MINUTE_MS);
            expect(isIdle(state)).toBe(true);
            for (const [index, { key, at }] of kv.writes.entries()) {
              const later = kv.writes.slice(index + 1).find((write) => write.key === key);
              expect((later?.at ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1_000);
            }
            for (const slug of ['a', 'b', 'c'])
              expect(kv.values.get(articleKey(slug))?.value).toBe(await bench.catalogue.project(slug));
          },
        ),
        { numRuns: 100 },
      );
    }),
  );

  it(
    'of the front are one for a burst of changes',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      for (let number = 1; number <= 20; number += 1) {
        await put(bench.catalogue, `n${number}`);
        await passTime(bench, 40);
      }
      await passTime(bench, MINUTE_MS);
      expect(kv.writes.filter(({ key }) => key === FRONT_KEY)).toHaveLength(1);
    }),
  );

  it(
    'of the front come first, however many articles wait',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      for (let number = 1; number <= 40; number += 1) await put(bench.catalogue, `n${number}`);
      vi.setSystemTime(START + 2_000);
      await bench.object.alarm();
      expect(kv.writes.length).toBeLessThan(40);
      expect(kv.writes[0]?.key).toBe(FRONT_KEY);
    }),
  );

  it(
    'that fail are tried for ever, ever more rarely up to a minute, and hold up no other key',
    onBench(async (state) => {
      let isDown = true;
      const kv = new MapKv((key) => {
        if (isDown && key === articleKey('a')) throw new InjectedFault('500');
      });
      const bench = openCatalogue({ state, kv });
      await put(bench.catalogue, 'a');
      await put(bench.catalogue, 'b');
      await passTime(bench, 5_000);
      expect([...kv.values.keys()].sort()).toEqual([articleKey('b'), FRONT_KEY]);
      await passTime(bench, 60 * MINUTE_MS);
      const tries = kv.writes.filter(({ key }) => key === articleKey('a')).map(({ at }) => at);
      const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
      expect(tries.length).toBeGreaterThan(50);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(61_100);
      expect(bench.object.status().failures.copies).toBe(tries.length);
      isDown = false;
      await passTime(bench, 2 * MINUTE_MS);
      expect(kv.values.has(articleKey('a'))).toBe(true);
    }),
  );

  it(
    'that were given up on and arrive after a newer one do not stand',
    onBench(async (state) => {
      let isSlow = true;
      const kv = new MapKv((key) => {
        if (isSlow && key === articleKey('a')) throw new InjectedFault('given up on');
      });
      const bench = openCatalogue({ state, kv });
      await put(bench.catalogue, 'a', { title: 'Old' });
      const old = (await bench.catalogue.project('a')) ?? '';
      await passTime(bench, 1_000);
      await put(bench.catalogue, 'a', { title: 'New' });
      isSlow = false;
      await passTime(bench, 5_000);
      expect(kv.values.get(articleKey('a'))?.value).toBe(await bench.catalogue.project('a'));
      kv.values.set(articleKey('a'), { value: old, metadata: {} });
      await passTime(bench, MINUTE_MS);
      expect(kv.values.get(articleKey('a'))?.value).toBe(await bench.catalogue.project('a'));
      await passTime(bench, 5 * MINUTE_MS);
      expect(isIdle(state)).toBe(true);
    }),
  );

  it(
    'of a change are not held up by the second writing of what had failed',
    onBench(async (state) => {
      let failures = 1;
      const kv = new MapKv((key) => {
        if (key !== articleKey('a') || failures === 0) return;
        failures -= 1;
        throw new InjectedFault('500');
      });
      const bench = openCatalogue({ state, kv });
      await put(bench.catalogue, 'a');
      await passTime(bench, 5_000);
      await put(bench.catalogue, 'a', { title: 'New' });
      await passTime(bench, 1_500);
      expect(kv.values.get(articleKey('a'))?.value).toBe(await bench.catalogue.project('a'));
    }),
  );

  it(
    'of what changes while it is written come a second later, with the newest state',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      const write = kv.put.bind(kv);
      let isFirst = true;
      kv.put = async (key, ...value) => {
        await write(key, ...value);
        if (key !== articleKey('a') || !isFirst) return;
        isFirst = false;
        await put(bench.catalogue, 'a', { title: 'New' });
      };
      await put(bench.catalogue, 'a', { title: 'Old' });
      await passTime(bench, 5_000);
      const [first = 0, second = 0, ...more] = kv.writes
        .filter(({ key }) => key === articleKey('a'))
        .map(({ at }) => at);
      expect(more).toEqual([]);
      expect(second - first).toBeGreaterThanOrEqual(1_000);
      expect(kv.values.get(articleKey('a'))?.value).toBe(await bench.catalogue.project('a'));
    }),
  );

  it(
    'take a tombstone away when a draft has its slug: to readers it is one that nobody has used',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      await put(bench.catalogue, 'a');
      await deleteArticle(bench.catalogue, 'a', onlyIf(await currentEtag(bench.catalogue, 'a')));
      await passTime(bench, 5_000);
      expect(kv.values.get(articleKey('a'))?.value).toContain('"state":"deleted"');
      await put(bench.catalogue, 'a', { status: 'draft' });
      await passTime(bench, 5_000);
      expect(kv.values.has(articleKey('a'))).toBe(false);
    }),
  );

  it(
    'go on where they stopped when the object starts anew',
    onBench(async (state) => {
      const kv = new MapKv();
      await put(openCatalogue({ state, kv }).catalogue, 'a');
      const reopened = openCatalogue({ state, kv });
      await vi.waitUntil(() => reopened.alarmAt !== undefined, { timeout: 60_000 });
      expect(reopened.alarmAt).toBe(START + 1); // An alarm for this very moment may never come.
      await passTime(reopened, 2_000);
      expect([...kv.values.keys()].sort()).toEqual([articleKey('a'), FRONT_KEY]);
    }),
  );
});

describe('purges', () => {
  const changesOf = (bench: Workbench) => async (slug: string, number: number) =>
    put(bench.catalogue, slug, { title: `${slug} ${number}` });

  it(
    'keep to 100 tags every 15 s; every change is purged after its copy is written and again 65 s later',
    onBench(async (state) => {
      const step = fc.record({ slugs: fc.array(fc.nat(150), { maxLength: 120 }), waitMs: fc.nat(30_000) });
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 5 }),
          fc.infiniteStream(fc.nat(3)),
          async (steps, luck) => {
            wipe(state);
            vi.setSystemTime(START);
            const kv = new MapKv();
            const failed = new Set<number>();
            const bench = openCatalogue({
              state,
              kv,
              purge: async () => {
                if (luck.next().value !== 0) return;
                failed.add(Date.now());
                throw new InjectedFault('purge');
              },
            });
            const change = changesOf(bench);
            for (const [number, { slugs, waitMs }] of steps.entries()) {
              for (const slug of new Set(slugs)) await change(`n${slug}`, number);
              await passTime(bench, waitMs);
            }
            await passTime(bench, 30 * MINUTE_MS);
            expect(isIdle(state)).toBe(true);
            const done = bench.purges.filter(({ at }) => !failed.has(at));
            for (const [index, { at, scope }] of bench.purges.entries()) {
              if (scope !== 'everything') expect(scope.tags.length).toBeLessThanOrEqual(100);
              expect(at - (bench.purges[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(15_000);
            }
            const tagOf = (key: string) =>
              key === FRONT_KEY ? 'list' : key.replace(/^sitemap:.*/u, 'sitemap');
            const lastWrites = new Map(kv.writes.map(({ key, at }) => [tagOf(key), at]));
            for (const { key, at } of kv.writes)
              expect(done.some((purge) => purge.at >= at && drops(purge.scope, tagOf(key)))).toBe(true);
            for (const [tag, at] of lastWrites)
              expect(done.some((purge) => purge.at >= at + 65_000 && drops(purge.scope, tag))).toBe(true);
          },
        ),
        { numRuns: 8 },
      );
    }),
  );

  it(
    'of an import of thousands of articles are all done minutes after it, by dropping everything at times',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      const change = changesOf(bench);
      for (let number = 0; number < 1_500; number += 1) {
        await change(`n${number}`, 0);
        if (number % 15 === 0) await passTime(bench, 1_000);
      }
      const lists = bench.purges.filter(({ scope }) => drops(scope, 'list')).map(({ at }) => at);
      const gaps = lists.slice(1).map((at, index) => at - (lists[index] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(20_000);
      await passTime(bench, 3 * MINUTE_MS);
      expect(isIdle(state)).toBe(true);
      expect(bench.purges.filter(({ scope }) => scope === 'everything').length).toBeGreaterThan(1);
    }),
  );

  it(
    'that fail are counted once each and never keep a copy from being written',
    onBench(async (state) => {
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv, purge: () => Promise.reject(new InjectedFault('purge')) });
      await put(bench.catalogue, 'a');
      await passTime(bench, 5 * MINUTE_MS);
      await put(bench.catalogue, 'b');
      await passTime(bench, 5 * MINUTE_MS);
      expect([...kv.values.keys()].sort()).toEqual([
        articleKey('a'),
        articleKey('b'),
        FRONT_KEY,
        SITEMAP_KEY,
        sitemapPartKey(1),
      ]);
      const { failures, purges } = bench.object.status();
      expect(failures).toEqual({ copies: 0, purges: bench.purges.length });
      expect(bench.purges.length).toBeGreaterThan(10);
      expect(purges.waiting).toBeGreaterThan(0);
    }),
  );
});

describe('a page of records', () => {
  it(
    'stays far below what one call may answer, and none is left out',
    onBench(async (state) => {
      const { catalogue } = openCatalogue({ state, kv: new MapKv() });
      const slugs = ['a', 'b', 'c', 'd'];
      for (const slug of slugs) await put(catalogue, slug, { text: 'long '.repeat(120_000) });
      const first = await catalogue.records(null, 100);
      expect(first.records.length).toBeLessThan(slugs.length);
      expect(first.isLast).toBe(false);
      const found: string[] = [];
      for (let after: string | null = null, isLast = false; !isLast; ) {
        const page = await catalogue.records(after, 100);
        found.push(...page.records.map((stored) => placeOf(stored).slug));
        after = found.at(-1) ?? null;
        isLast = page.isLast;
      }
      expect(found).toEqual(slugs);
    }),
  );
});

describe('scheduled articles', () => {
  it(
    'appear at their time, never before, none is lost, though the object starts anew among them',
    onBench(async (state) => {
      const COUNT = 1_000;
      const kv = new MapKv();
      let bench = openCatalogue({ state, kv });
      const record = (await put(bench.catalogue, 'n0', { publishedAt: formatInstant(START) })).record;
      for (let number = 1; number < COUNT; number += 1) {
        const publishedAt = formatInstant(START + number * 1_000);
        const scheduled = { ...record, slug: `n${number}`, publishedAt };
        await bench.catalogue.write({ record: scheduled, expectedRevision: 0, takeOver: [] });
      }
      const dueBy = (now: number) => Math.min(COUNT, Math.floor((now - START) / 1_000) + 1);
      for (let step = 0; step < 20; step += 1) {
        if (step % 4 === 2) bench = openCatalogue({ state, kv });
        await passTime(bench, 50_750);
        const { articles } = bench.object.status();
        expect(articles.published).toBe(dueBy(Date.now()));
        const copies = [...kv.values.keys()].filter((key) => key.startsWith('article:')).length;
        expect(copies).toBeLessThanOrEqual(dueBy(Date.now()));
        expect(copies).toBeGreaterThanOrEqual(dueBy(Date.now() - 5_000));
      }
      await passTime(bench, 2 * MINUTE_MS);
      expect(kv.values.size).toBe(COUNT + 3); // The front, the sitemap and its part.
      expect(await walkList(bench.catalogue, 100)).toHaveLength(COUNT);
    }),
  );

  it(
    'are read at their time even where the alarm is late',
    onBench(async (state) => {
      const { catalogue } = openCatalogue({ state, kv: new MapKv() });
      await put(catalogue, 'a', { publishedAt: formatInstant(START + 1_000), url: page('a') });
      vi.setSystemTime(START + 999);
      expect(await catalogue.project('a')).toBeUndefined();
      expect(await catalogue.resolve(page('a'))).toBeUndefined();
      vi.setSystemTime(START + 1_000);
      expect(await catalogue.project('a')).toContain('"slug":"a"');
      expect(await catalogue.resolve(page('a'))).toBe('a');
      expect(await walkList(catalogue, 5)).toEqual(['a']);
    }),
  );
});
