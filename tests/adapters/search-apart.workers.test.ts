import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import type { SearchDocument } from '../../src/adapters/catalogue/search-object.ts';
import { BODY, publish, type WholeCatalogue } from './article-fixtures.ts';
import {
  clearBetweenTests,
  drain,
  FaultPlan,
  MapKv,
  type OtherObject,
  onBench,
  openCatalogue,
  outgrow,
  realStorage,
  realVolume,
} from './catalogue-bench.ts';

/** The search of a catalogue that has outgrown its object, before, while and after its index moves. */
const SLUGS = Array.from({ length: 60 }, (_, index) => `n${100 + index}`); // More than one call tells.
const DAY_MS = 24 * 60 * 60_000;

const find = async (catalogue: WholeCatalogue, word: string) => {
  const { items } = await catalogue.search({ terms: [word], limit: 100 }, 'public');
  return items.map(({ slug }) => slug).sort();
};

/** Articles whose words stand beside the order, in a catalogue that has just outgrown its object. */
async function fillAndOutgrow(state: DurableObjectState): Promise<void> {
  const { catalogue } = openCatalogue({ state, kv: new MapKv() });
  for (const slug of SLUGS) await publish(catalogue, slug, { title: slug, text: `Heron ${slug}. ${BODY}` });
  realStorage(state).sql.exec(
    "INSERT OR REPLACE INTO facts (name, value) VALUES ('volume', '1'), ('walk:apart', '')",
  );
}

const isApart = (state: DurableObjectState) =>
  realStorage(state).sql.exec("SELECT 1 FROM facts WHERE name = 'searchApart'").toArray().length > 0;

clearBetweenTests();

it(
  'a catalogue that passes its room has its index move, and keeps no words beside the order',
  onBench(async (state) => {
    const small = openCatalogue({ state, kv: new MapKv(), databaseBytes: 1_999_999_999 });
    await publish(small.catalogue, 'old', { title: 'Old', text: 'A heron sailed.' });
    await drain(small, state);
    const large = openCatalogue({ state, kv: new MapKv(), databaseBytes: 2_000_000_000 });
    await publish(large.catalogue, 'new', { title: 'New', text: 'A heron waved.' });
    expect(await find(large.catalogue, 'heron')).toEqual(['new', 'old']);
    for (let alarm = 1; alarm <= 6; alarm += 1) await drain(large, state);
    expect(isApart(state)).toBe(true);
    expect(await find(large.catalogue, 'heron')).toEqual(['new', 'old']);
    const { sql } = realStorage(state);
    expect(sql.exec('SELECT 1 FROM desk_articles').toArray()).toEqual([]);
    expect(sql.exec('SELECT 1 FROM desk_search_docsize').toArray()).toEqual([]);
  }),
);

it(
  'the same is found before, between and after the steps of a move, whatever operation ends one of them',
  onBench(async (state) => {
    await fillAndOutgrow(state);
    const plan = new FaultPlan();
    const bench = openCatalogue({ state, kv: new MapKv(), plan });
    for (let operation = 1; operation <= 60; operation += 1) {
      plan.arm(operation);
      vi.setSystemTime(Date.now() + 20_000);
      await bench.object.alarm().catch(() => undefined);
      plan.arm(0);
      expect(await find(bench.catalogue, 'heron')).toEqual(SLUGS);
    }
    await publish(bench.catalogue, 'n101', { title: 'Changed', text: 'Two men waved.' });
    await bench.catalogue.remove('n103', 1, 'held');
    const left = SLUGS.filter((slug) => slug !== 'n101' && slug !== 'n103');
    expect(await find(bench.catalogue, 'heron')).toEqual(left);
    for (let alarm = 1; alarm <= 6; alarm += 1) await drain(bench, state);
    expect(isApart(state)).toBe(true);
    expect(await find(openCatalogue({ state, kv: new MapKv() }).catalogue, 'heron')).toEqual(left);
  }),
);

it(
  'an index that cannot be reached holds up neither writes nor copies, and is told later',
  onBench(async (state) => {
    outgrow(realStorage(state).sql);
    let isReachable = false;
    const kv = new MapKv();
    const volume = (name: string): OtherObject => ({
      ...realVolume(name),
      takeSearched: async (changes) => {
        if (!isReachable) throw new Error('no way there');
        await realVolume(name).takeSearched(changes);
      },
    });
    const bench = openCatalogue({ state, kv, volume });
    await publish(bench.catalogue, 'a', { title: 'A', text: 'A heron sailed.' });
    vi.setSystemTime(Date.now() + 20_000);
    await bench.object.alarm();
    expect(kv.values.has('article:a')).toBe(true);
    expect(await find(bench.catalogue, 'heron')).toEqual([]);
    isReachable = true;
    await drain(bench, state);
    expect(await find(bench.catalogue, 'heron')).toEqual(['a']);
  }),
);

it(
  'an article whose time has come is found, and one that is withdrawn is not',
  onBench(async (state) => {
    outgrow(realStorage(state).sql);
    const bench = openCatalogue({ state, kv: new MapKv() });
    const publishedAt = new Date(Date.now() + DAY_MS).toISOString();
    const text = 'A heron sailed.';
    await publish(bench.catalogue, 'later', { title: 'Later', text, publishedAt });
    await publish(bench.catalogue, 'now', { title: 'Now', text });
    expect(await find(bench.catalogue, 'heron')).toEqual(['now']);
    vi.setSystemTime(Date.now() + DAY_MS + 1);
    await publish(bench.catalogue, 'now', { title: 'Now', text, status: 'draft' });
    expect(await find(bench.catalogue, 'heron')).toEqual(['later']);
  }),
);

it('what comes to the index late changes nothing', async () => {
  const document = (open: string): SearchDocument => ({
    slug: 'a',
    state: 'automatic',
    publishedAt: 0,
    title: 'A',
    open,
    closed: '',
    isVisible: true,
    language: 'en',
    tags: [],
    openOfEntry: '',
  });
  await runInDurableObject(env.CATALOGUE.getByName('index'), async (index) => {
    await index.takeSearched([{ slug: 'a', projection: 2, document: document('heron') }]);
    await index.takeSearched([{ slug: 'a', projection: 1, document: document('whale') }]);
    const slugs = (word: string) => index.findSlugs({ terms: [word], limit: 5 }, 'public');
    expect([await slugs('heron'), await slugs('whale')]).toEqual([['a'], []]);
    await index.takeSearched([{ slug: 'a', projection: 3, document: null }]);
    expect(await slugs('heron')).toEqual([]);
  });
});
