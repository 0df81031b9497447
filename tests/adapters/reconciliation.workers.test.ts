import { reset, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { createKvCopyInventory } from '../../src/adapters/kv-copies.ts';
import { articleKey, FRONT_KEY } from '../../src/core/catalogue/copy-keys.ts';
import { urlKey } from '../../src/core/catalogue/page-keys.ts';
import type { CopyInventory, Upkeep } from '../../src/flows/ports.ts';
import { reconcileCopies } from '../../src/flows/reconcile-copies.ts';
import { publish, type WholeCatalogue } from './article-fixtures.ts';
import { drain, MapKv, openCatalogue } from './catalogue-bench.ts';

/** What the hourly walk finds and heals, on a clock that the test holds. */
const START = Date.UTC(2026, 10, 1);
const HOUR_MS = 3_600_000;
const PAGE = 'https://news.example/a';

interface Scene {
  kv: MapKv;
  catalogue: WholeCatalogue & Upkeep;
  /** One run of reconciliation, and then all alarms. */
  reconcile(inventory?: CopyInventory): ReturnType<typeof reconcileCopies>;
}

function onScene(articles: number, work: (scene: Scene) => Promise<void>): () => Promise<void> {
  return () =>
    runInDurableObject(env.CATALOGUE.getByName('walk'), async (_, state) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      vi.setSystemTime(START);
      const kv = new MapKv();
      const bench = openCatalogue({ state, kv });
      const catalogue = bench.catalogue as WholeCatalogue & Upkeep;
      const { record } = await publish(catalogue, 'a', { title: 'A', text: 'One ferry sailed.', url: PAGE });
      for (let number = 1; number < articles; number += 1) {
        const other = { ...record, slug: `n${number}`, url: `${PAGE}/${number}` };
        await catalogue.write({ record: other, expectedRevision: 0, takeOver: [] });
      }
      await drain(bench, state);
      vi.setSystemTime(START + HOUR_MS);
      const reconcile = async (inventory: CopyInventory = listed(kv)) => {
        const report = await reconcileCopies({ upkeep: catalogue, inventory, now: Date.now });
        await drain(bench, state);
        return report;
      };
      await work({ kv, catalogue, reconcile });
    });
}

/** KV as it lists itself, `size` keys at a time, its cursor being a number. */
function listed(kv: MapKv, size = 1_000): CopyInventory {
  return {
    async list(cursor) {
      const from = Number(cursor ?? 0);
      const copies = kv.copies().slice(from, from + size);
      return { copies, cursor: from + size < kv.values.size ? String(from + size) : null };
    },
  };
}

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await reset();
});

describe('reconciliation', () => {
  it(
    'finds nothing to do where the copies are right',
    onScene(3, async ({ reconcile, catalogue }) => {
      const report = await reconcile();
      expect(report).toEqual({
        at: '2026-11-01T01:00:00Z',
        compared: 7,
        repaired: 0,
        young: 0,
        waiting: 0,
        finishedRound: true,
      });
      expect((await catalogue.status()).lastReconciliation).toEqual(report);
    }),
  );

  it.each<[string, (kv: MapKv) => void]>([
    ['an article that was lost', (kv) => kv.values.delete(articleKey('a'))],
    ['a page that was lost', (kv) => kv.values.delete(urlKey(PAGE))],
    ['a front that was lost', (kv) => kv.values.delete(FRONT_KEY)],
    [
      'an older article, written late over a newer one',
      (kv) =>
        kv.values.set(articleKey('a'), {
          value: 'old',
          metadata: { catalogue: 'x', revision: 1, projection: 1, schema: 1 },
        }),
    ],
    [
      'an article of a catalogue that is no more',
      (kv) => kv.values.set(articleKey('ghost'), { value: 'old', metadata: null }),
    ],
    [
      'a page that leads to the wrong article',
      (kv) => kv.values.set(urlKey(PAGE), { value: 'n1', metadata: { slug: 'n1' } }),
    ],
    [
      'a page that leads nowhere',
      (kv) => kv.values.set(`url:${'0'.repeat(64)}`, { value: 'a', metadata: null }),
    ],
    ['an older front', (kv) => kv.values.set(FRONT_KEY, { value: '{}', metadata: { changes: 1 } })],
    ['everything, lost', (kv) => kv.values.clear()],
  ])('heals %s', (_, damage) =>
    onScene(3, async ({ kv, reconcile }) => {
      const before = new Map(kv.values);
      damage(kv);
      expect((await reconcile()).repaired).toBeGreaterThan(0);
      expect(new Map([...kv.values].sort())).toEqual(new Map([...before].sort()));
      expect((await reconcile()).repaired).toBe(0);
    })(),
  );

  it(
    'leaves alone for five minutes what KV may simply not show yet',
    onScene(1, async ({ kv, catalogue, reconcile }) => {
      const before = new Map(kv.values);
      await publish(catalogue, 'a', { title: 'A, edited', text: 'One ferry sailed.', url: PAGE });
      const early = {
        list: async () => ({
          copies: [...before].map(([key, { metadata }]) => ({ key, metadata })),
          cursor: null,
        }),
      };
      expect(await reconcile(early)).toMatchObject({ waiting: 2, young: 0, repaired: 0 });
      expect(await reconcile(early)).toMatchObject({ waiting: 0, young: 2, repaired: 0 });
      vi.setSystemTime(Date.now() + 5 * 60_000);
      expect(await reconcile(early)).toMatchObject({ waiting: 0, young: 0, repaired: 2 });
    }),
  );

  it(
    'touches no key that is not ours',
    onScene(1, async ({ kv, reconcile }) => {
      for (const key of ['aaa', 'b', 'note', 'zzz']) kv.values.set(key, { value: 'mine', metadata: null });
      expect(await reconcile()).toMatchObject({ compared: 3, repaired: 0 });
      expect(kv.values.size).toBe(7);
    }),
  );

  it.each([1, 2, 3, 5])('compares every key once, %i to a page, empty pages among them', (size) =>
    onScene(4, async ({ kv, reconcile }) => {
      const whole = listed(kv, size);
      let isEmptyTurn = false;
      const withGaps: CopyInventory = {
        async list(cursor) {
          isEmptyTurn = !isEmptyTurn;
          return isEmptyTurn ? { copies: [], cursor: cursor ?? '0' } : whole.list(cursor);
        },
      };
      const reports = [await reconcile(withGaps), await reconcile(withGaps)];
      const last = reports.findIndex(({ finishedRound }) => finishedRound);
      const compared = reports.slice(0, last + 1).reduce((sum, report) => sum + report.compared, 0);
      expect(compared).toBe(9);
    })(),
  );

  it(
    'goes on where it stopped, and begins anew when KV no longer knows the place',
    onScene(40, async ({ kv, reconcile }) => {
      const twoAtATime = listed(kv, 2);
      const first = await reconcile(twoAtATime);
      expect(first).toMatchObject({ compared: 30, finishedRound: false });
      expect(await reconcile(twoAtATime)).toMatchObject({ compared: 30, finishedRound: false });
      expect(await reconcile(twoAtATime)).toMatchObject({ compared: 21, finishedRound: true });
      await reconcile(twoAtATime);
      kv.values.delete(articleKey('a'));
      const forgetful: CopyInventory = {
        list: (cursor) =>
          cursor === '30' ? Promise.reject(new Error('invalid cursor')) : twoAtATime.list(cursor),
      };
      expect((await reconcile(forgetful)).repaired).toBe(1);
      expect(kv.values.has(articleKey('a'))).toBe(true);
    }),
  );
});

describe('the whole of it', () => {
  it('walks the real namespace and writes one line', async () => {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const catalogue = createCatalogueClient(env.CATALOGUE);
    await publish(catalogue, 'a', { title: 'A', url: PAGE });
    const isProjected = async () => (await env.ARTICLES.list()).keys.length === 3; // The article, its page, the front.
    await vi.waitUntil(isProjected, { timeout: 60_000 });
    await env.ARTICLES.put(articleKey('ghost'), 'left over');
    await exports.default.reconcile();
    const report = lines.mock.calls
      .map(([line]) => JSON.parse(String(line)))
      .find(({ event }) => event === 'reconciled');
    expect(report).toMatchObject({ compared: 4, repaired: 1, finishedRound: true });
    await vi.waitUntil(async () => (await env.ARTICLES.get(articleKey('ghost'))) === null, {
      timeout: 60_000,
    });
  });

  it('lists keys page by page in the order of their bytes', async () => {
    for (const key of ['url:b', 'article:b', 'front', 'article:a-b', 'article:a'])
      await env.ARTICLES.put(key, 'x');
    const { copies, cursor } = await createKvCopyInventory(env.ARTICLES).list(null);
    expect(copies.map(({ key }) => key)).toEqual(['article:a', 'article:a-b', 'article:b', 'front', 'url:b']);
    expect(cursor).toBeNull();
  });
});
