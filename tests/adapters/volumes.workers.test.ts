import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import type { ListEntry } from '../../src/core/article/article.ts';
import { BODY, publish, type WholeCatalogue, walkList } from './article-fixtures.ts';
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
  textsNamed,
  textsOf,
} from './catalogue-bench.ts';

/** Texts of a catalogue that has outgrown its object: wherever they stand, and whatever ends it, none is lost or half. */
const SLUGS = Array.from({ length: 60 }, (_, index) => `n${100 + index}`); // More than one step takes.
const TEN_MINUTES_MS = 10 * 60_000;
const TEN_GB = 10_000_000_000;

async function textOf(catalogue: WholeCatalogue, slug: string): Promise<string> {
  const entry = await catalogue.read(slug);
  if (entry.state !== 'article') throw new Error(`${slug} is an article`);
  return entry.record.text;
}

/** Texts, and a list of them. */
async function asRead(catalogue: WholeCatalogue): Promise<{ texts: string[]; items: ListEntry[] }> {
  const { items } = await catalogue.list({ limit: 100 }, 'public');
  return { texts: await Promise.all(SLUGS.map((slug) => textOf(catalogue, slug))), items };
}

/** Articles whose texts stand beside the order, in a catalogue that has just outgrown its object. */
async function fillAndOutgrow(state: DurableObjectState) {
  const { catalogue } = openCatalogue({ state, kv: new MapKv() });
  for (const slug of SLUGS) await publish(catalogue, slug, { title: slug, text: `${slug}. ${BODY}` });
  const before = await asRead(catalogue);
  const { sql } = realStorage(state);
  outgrow(sql);
  sql.exec("INSERT OR REPLACE INTO facts (name, value) VALUES ('walk:texts', '')");
  return before;
}

const ownTexts = (state: DurableObjectState) =>
  realStorage(state).sql.exec<{ count: number }>('SELECT count(*) AS count FROM bodies').one().count;

/** Lets everything that rests come to its end. */
async function rest(state: DurableObjectState): Promise<void> {
  vi.setSystemTime(Date.now() + TEN_MINUTES_MS + 1);
  const bench = openCatalogue({ state, kv: new MapKv() });
  for (let alarm = 1; alarm <= 3; alarm += 1) await bench.object.alarm();
}

clearBetweenTests();

it(
  'a catalogue that passes its room lays new texts in a volume, and those that stand beside the order follow',
  onBench(async (state) => {
    const small = openCatalogue({ state, kv: new MapKv(), databaseBytes: 1_999_999_999 });
    await publish(small.catalogue, 'old', { title: 'Old', text: 'Two men waved.' });
    await drain(small, state);
    expect(textsNamed(state)).toEqual([]);
    const large = openCatalogue({ state, kv: new MapKv(), databaseBytes: 2_000_000_000 });
    await publish(large.catalogue, 'new', { title: 'New', text: 'One ferry sailed.' });
    expect(textsNamed(state)).toEqual([1]);
    await drain(large, state);
    expect(textsNamed(state)).toEqual([1, 2]);
    expect(ownTexts(state)).toBe(0);
    expect(await textOf(large.catalogue, 'old')).toBe('Two men waved.');
    expect(await textOf(large.catalogue, 'new')).toBe('One ferry sailed.');
  }),
);

describe('while texts are moved into a volume', () => {
  it(
    'the same is read before, between and after the steps, whatever operation ends one of them',
    onBench(async (state) => {
      const before = await fillAndOutgrow(state);
      const plan = new FaultPlan();
      const bench = openCatalogue({ state, kv: new MapKv(), plan });
      expect(await asRead(bench.catalogue)).toEqual(before);
      for (let operation = 1; operation <= 400 && ownTexts(state) === SLUGS.length; operation += 13) {
        plan.arm(operation);
        await bench.object.alarm().catch(() => undefined);
      }
      plan.arm(0);
      expect(ownTexts(state)).toBeLessThan(SLUGS.length);
      expect(await asRead(bench.catalogue)).toEqual(before);
      for (let step = 1; step <= 5; step += 1) await bench.object.alarm();
      expect(ownTexts(state)).toBe(0);
      expect(await asRead(openCatalogue({ state, kv: new MapKv() }).catalogue)).toEqual(before);
      await rest(state);
      expect(await textsOf(state)).toEqual(textsNamed(state));
    }),
  );

  it(
    'what is changed or removed meanwhile stays as it was left',
    onBench(async (state) => {
      await fillAndOutgrow(state);
      const bench = openCatalogue({ state, kv: new MapKv() });
      const step = bench.object.alarm();
      await publish(bench.catalogue, 'n101', { title: 'Changed', text: 'Two men waved.' });
      await bench.catalogue.remove('n103', 1, 'held');
      await step;
      for (let more = 1; more <= 6; more += 1) await bench.object.alarm();
      expect(await textOf(bench.catalogue, 'n101')).toBe('Two men waved.');
      expect(await bench.catalogue.read('n103')).toMatchObject({ state: 'tombstone' });
      expect(ownTexts(state)).toBe(0);
      await rest(state);
      expect(await textsOf(state)).toEqual(textsNamed(state));
    }),
  );
});

describe('a list entry in a volume', () => {
  const rowOf = (state: DurableObjectState, slug: string) =>
    realStorage(state).sql.exec<{ entry: string }>('SELECT entry FROM articles WHERE slug = ?', slug).one()
      .entry;

  it(
    'leaves in the order what neighbours, tags and the sitemap need of it',
    onBench(async (state) => {
      outgrow(realStorage(state).sql);
      const { catalogue } = openCatalogue({ state, kv: new MapKv() });
      const members = { title: 'A', tags: ['Sea'], url: 'https://news.example/a' };
      const text = 'One ferry sailed.';
      await publish(catalogue, 'a', { ...members, text, publishedAt: '2026-01-01T00:00:00Z' });
      expect(JSON.parse(rowOf(state, 'a'))).toMatchObject({ title: 'A', tags: ['Sea'], url: '' });
      expect(rowOf(state, 'a')).not.toContain('summary');
      const { items } = await catalogue.list({ limit: 5, tag: 'Sea' }, 'public');
      expect(items).toMatchObject([{ slug: 'a', ...members, summary: text }]);
    }),
  );

  it(
    'shows what a rule has it show that was set while it was laid down',
    onBench(async (state) => {
      outgrow(realStorage(state).sql);
      const event = { by: 'Night desk', at: '2026-11-01T00:00:00Z' };
      const volume = (name: string): OtherObject => ({
        ...realVolume(name),
        putTexts: async (texts) => {
          await catalogue.setRule({ tag: 'Court', rule: 'off' }, event, 0);
          return realVolume(name).putTexts(texts);
        },
      });
      const { catalogue, object } = openCatalogue({ state, kv: new MapKv(), volume });
      await publish(catalogue, 'a', { title: 'A', tags: ['Court'] });
      await object.alarm();
      const { items } = await catalogue.list({ limit: 5 }, 'public');
      expect(items).toMatchObject([{ slug: 'a', summary: null }]);
    }),
  );

  it(
    'that is missing hides none of the others',
    onBench(async (state) => {
      const warn = vi.spyOn(console, 'warn');
      const { sql } = realStorage(state);
      outgrow(sql);
      const { catalogue } = openCatalogue({ state, kv: new MapKv() });
      for (const slug of ['a', 'b', 'c']) await publish(catalogue, slug, { title: slug });
      sql.exec("UPDATE articles SET place = '1/999/10' WHERE slug = 'b'");
      expect(await walkList(catalogue, 5)).toEqual(['c', 'a']);
      expect(warn).toHaveBeenCalledWith(expect.stringContaining('text-missing'));
    }),
  );
});

describe('a text in a volume', () => {
  it(
    'is dropped ten minutes after its article has another one, or is gone',
    onBench(async (state) => {
      const bench = openCatalogue({ state, kv: new MapKv() });
      outgrow(realStorage(state).sql);
      for (const slug of ['a', 'b']) await publish(bench.catalogue, slug, { title: slug });
      await publish(bench.catalogue, 'a', { title: 'Again', text: 'Two men waved.' });
      await bench.catalogue.remove('b', 1, 'held');
      await drain(bench, state);
      expect(await textsOf(state)).toEqual([1, 2, 3]);
      await rest(state);
      expect(await textsOf(state)).toEqual([3]);
      expect(await textOf(bench.catalogue, 'a')).toBe('Two men waved.');
    }),
  );

  it(
    'that no article came to name is dropped, whatever operation of the write has failed',
    onBench(async (state) => {
      outgrow(realStorage(state).sql);
      await publish(openCatalogue({ state, kv: new MapKv() }).catalogue, 'a', { title: 'A' });
      const plan = new FaultPlan();
      const write = async (failAt: number) => {
        const { catalogue } = openCatalogue({ state, kv: new MapKv(), plan });
        plan.arm(failAt);
        await publish(catalogue, 'a', { title: `A, told at ${failAt}` }).catch(() => undefined);
        const { count } = plan;
        plan.arm(0);
        return count;
      };
      const operations = await write(0);
      for (let failAt = 1; failAt <= operations; failAt += 1) await write(failAt);
      expect((await textsOf(state)).length).toBeGreaterThan(1);
      await rest(state);
      expect(await textsOf(state)).toEqual(textsNamed(state));
      expect(textsNamed(state)).toHaveLength(1);
    }),
  );

  it(
    'is still found by whoever read its place before the article got another one',
    onBench(async (state) => {
      outgrow(realStorage(state).sql);
      let whenAsked: (() => Promise<unknown>) | undefined;
      const volume = (name: string): OtherObject => ({
        ...realVolume(name),
        getTexts: async (numbers) => {
          const interrupt = whenAsked;
          whenAsked = undefined;
          await interrupt?.();
          return realVolume(name).getTexts(numbers);
        },
      });
      const { catalogue } = openCatalogue({ state, kv: new MapKv(), volume });
      await publish(catalogue, 'a', { title: 'A', text: 'One ferry sailed.' });
      whenAsked = () => publish(catalogue, 'a', { title: 'A', text: 'Two men waved.' });
      expect(await textOf(catalogue, 'a')).toBe('One ferry sailed.');
      expect(await textOf(catalogue, 'a')).toBe('Two men waved.');
    }),
  );

  it(
    'that was laid down too long ago to be there for sure is never named',
    onBench(async (state) => {
      outgrow(realStorage(state).sql);
      const volume = (name: string): OtherObject => ({
        ...realVolume(name),
        putTexts: async (texts) => {
          const bytes = await realVolume(name).putTexts(texts);
          vi.setSystemTime(Date.now() + TEN_MINUTES_MS);
          return bytes;
        },
      });
      const { catalogue } = openCatalogue({ state, kv: new MapKv(), volume });
      const failure: unknown = await publish(catalogue, 'a', { title: 'A' }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ cause: { message: expect.stringContaining('text-late') } });
      expect(await catalogue.read('a')).toEqual({ state: 'absent' });
    }),
  );

  it.each([
    { stood: 'in a volume', prepare: outgrow },
    { stood: 'beside the order', prepare: () => undefined },
  ])('that has stood $stood and is missing is a failure with a name, and hides no other', ({ prepare }) =>
    onBench(async (state) => {
      const { sql } = realStorage(state);
      prepare(sql);
      const { catalogue } = openCatalogue({ state, kv: new MapKv() });
      for (const slug of ['a', 'b']) await publish(catalogue, slug, { title: slug, text: 'Two men waved.' });
      sql.exec("DELETE FROM bodies WHERE slug = 'a'");
      sql.exec("UPDATE articles SET place = '1/999/10' WHERE slug = 'a' AND place IS NOT NULL");
      await expect(catalogue.read('a')).rejects.toThrow('text-missing');
      await expect(catalogue.project('a')).rejects.toThrow('text-missing');
      await expect(catalogue.records(null, 10)).rejects.toThrow('text-missing');
      expect(await textOf(catalogue, 'b')).toBe('Two men waved.');
    })(),
  );
});

it(
  'a volume that is full is followed by another, and goes on giving what stands in it',
  onBench(async (state) => {
    outgrow(realStorage(state).sql);
    const volume = (name: string): OtherObject => ({
      ...realVolume(name),
      putTexts: async (texts) => {
        await realVolume(name).putTexts(texts);
        return name.endsWith('/1') ? TEN_GB : 0;
      },
    });
    const { catalogue } = openCatalogue({ state, kv: new MapKv(), volume });
    for (const slug of ['a', 'b', 'c'])
      await publish(catalogue, slug, { title: slug, text: `${slug} sailed.` });
    expect(await textsOf(state, 1)).toEqual([1]);
    expect(await textsOf(state, 2)).toEqual([2, 3]);
    for (const slug of ['a', 'b', 'c']) expect(await textOf(catalogue, slug)).toBe(`${slug} sailed.`);
  }),
);

it(
  'many records are asked of a volume in one call',
  onBench(async (state) => {
    outgrow(realStorage(state).sql);
    const calls: number[] = [];
    const volume = (name: string): OtherObject => ({
      ...realVolume(name),
      getTexts: async (numbers) => {
        calls.push(numbers.length);
        return realVolume(name).getTexts(numbers);
      },
    });
    const { catalogue } = openCatalogue({ state, kv: new MapKv(), volume });
    for (const slug of SLUGS) await publish(catalogue, slug, { title: slug });
    calls.length = 0;
    expect((await catalogue.records(null, 100)).records).toHaveLength(SLUGS.length);
    expect(calls).toEqual([SLUGS.length]);
  }),
);

it(
  'a volume that cannot be reached has what is to be dropped wait, and is asked again',
  onBench(async (state) => {
    outgrow(realStorage(state).sql);
    let isReachable = false;
    const volume = (name: string): OtherObject => ({
      ...realVolume(name),
      dropTexts: async (numbers) => {
        if (!isReachable) throw new Error('no way there');
        await realVolume(name).dropTexts(numbers);
      },
    });
    const bench = openCatalogue({ state, kv: new MapKv(), volume });
    for (const title of ['A', 'B']) await publish(bench.catalogue, 'a', { title });
    vi.setSystemTime(Date.now() + TEN_MINUTES_MS + 1);
    await bench.object.alarm();
    expect(await textsOf(state)).toEqual([1, 2]);
    isReachable = true;
    vi.setSystemTime(Date.now() + TEN_MINUTES_MS + 1);
    await bench.object.alarm();
    expect(await textsOf(state)).toEqual([2]);
  }),
);

it('a text of many pieces comes back as one', async () => {
  const packed = crypto.getRandomValues(new Uint8Array(65_536));
  const long = new Uint8Array(50 * packed.length).map((_, index) => packed[index % packed.length] ?? 0);
  await runInDurableObject(env.CATALOGUE.getByName('long'), (volume) => {
    volume.putTexts([[7, long, '{}']]);
    expect(volume.getTexts([7, 8])).toEqual([long, undefined]);
  });
});
