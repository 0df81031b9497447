import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formatInstant } from '../../src/core/article/dates.ts';
import { SITEMAP_KEY, sitemapPartKey } from '../../src/core/catalogue/copy-keys.ts';
import { SITEMAP_PART_MAX_COUNT, type Sitemap, type SitemapPart } from '../../src/core/catalogue/sitemap.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { currentEtag, listedIn, onlyIf, publish, type WholeCatalogue } from './article-fixtures.ts';
import {
  drain,
  drops,
  isIdle,
  MapKv,
  onBench,
  openCatalogue,
  realStorage,
  undoSearchApart,
} from './catalogue-bench.ts';

/** The copies of the sitemap, kept by the outbox on a clock that the test holds. */
const START = Date.UTC(2026, 10, 1);

const put = (catalogue: WholeCatalogue, slug: string, members: object = {}) =>
  publish(catalogue, slug, { title: slug, text: 'One ferry sailed.', ...members }, Date.now);

const read = <T>(kv: MapKv, key: string) => JSON.parse(kv.values.get(key)?.value ?? 'null') as T | null;
const slugsOf = (kv: MapKv, part: number) =>
  listedIn(read<SitemapPart>(kv, sitemapPartKey(part))).map(({ slug }) => slug);

/** Fills the newest part but for so many places, as years of articles would. */
function leaveRoom(state: DurableObjectState, places: number): void {
  const query = 'UPDATE sitemap_parts SET entries = ? WHERE part = (SELECT max(part) FROM sitemap_parts)';
  realStorage(state).sql.exec(query, SITEMAP_PART_MAX_COUNT - places);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
});

afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

it(
  'a change writes its own part and the index, once for a burst, and drops what caches hold of them',
  onBench(async (state) => {
    const kv = new MapKv();
    const bench = openCatalogue({ state, kv });
    await put(bench.catalogue, 'a', { publishedAt: formatInstant(START - 1_000) });
    leaveRoom(state, 1);
    for (const slug of ['b', 'c', 'd']) await put(bench.catalogue, slug);
    await drain(bench, state);
    expect([slugsOf(kv, 1), slugsOf(kv, 2)]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(read<Sitemap>(kv, SITEMAP_KEY)?.parts.map(({ number }) => number)).toEqual([1, 2]);
    expect(
      kv.writes
        .filter(({ key }) => key.startsWith('sitemap'))
        .map(({ key }) => key)
        .sort(),
    ).toEqual([SITEMAP_KEY, sitemapPartKey(1), sitemapPartKey(2)]);
    kv.writes.length = 0;
    bench.purges.length = 0;
    await put(bench.catalogue, 'a', { title: 'A', publishedAt: formatInstant(START - 1_000) });
    await drain(bench, state);
    expect(kv.writes.filter(({ key }) => key.startsWith('sitemap:')).map(({ key }) => key)).toEqual([
      sitemapPartKey(1),
    ]);
    expect(bench.purges.some(({ scope }) => drops(scope, 'sitemap'))).toBe(true);
    expect(kv.values.get(sitemapPartKey(1))?.metadata).toMatchObject({
      version: read<SitemapPart>(kv, sitemapPartKey(1))?.version,
    });
  }),
);

it(
  'an article leaves its part when it goes or gets a page elsewhere, and comes when its time has come',
  onBench(async (state) => {
    const kv = new MapKv();
    const bench = openCatalogue({ state, kv });
    const { catalogue } = bench;
    for (const slug of ['a', 'b']) await put(catalogue, slug);
    await put(catalogue, 'later', { publishedAt: formatInstant(START + 3_600_000) });
    await put(catalogue, 'theirs', { url: 'https://news.example/theirs' });
    await drain(bench, state);
    expect(slugsOf(kv, 1)).toEqual(['a', 'b']);
    await deleteArticle(catalogue, 'a', onlyIf(await currentEtag(catalogue, 'a')));
    await put(catalogue, 'b', { url: 'https://news.example/b' });
    vi.setSystemTime(START + 3_700_000);
    await bench.object.alarm();
    await drain(bench, state);
    expect(slugsOf(kv, 1)).toEqual(['later']);
  }),
);

it(
  'an article that moves no other part is told of with the time of its last change alone',
  onBench(async (state) => {
    const bench = openCatalogue({ state, kv: new MapKv() });
    await put(bench.catalogue, 'a', { publishedAt: formatInstant(START - 9_000) });
    await put(bench.catalogue, 'b', { publishedAt: formatInstant(START - 5_000) });
    vi.setSystemTime(START + 60_000);
    await put(bench.catalogue, 'b', { title: 'B', publishedAt: formatInstant(START - 5_000) });
    const part = await bench.catalogue.sitemapPart(1);
    expect(listedIn(part)).toEqual([
      { slug: 'a', changedAt: formatInstant(START - 9_000) },
      { slug: 'b', changedAt: formatInstant(START + 60_000) },
    ]);
  }),
);

it(
  'a catalogue without parts is given them by the alarm, in steps that may be cut short',
  onBench(async (state) => {
    const kv = new MapKv();
    const first = openCatalogue({ state, kv });
    const slugs = Array.from({ length: 30 }, (_, index) => `n${10 + index}`);
    for (const slug of slugs) await put(first.catalogue, slug);
    const { sql } = realStorage(state);
    sql.exec('DELETE FROM sitemap_entries');
    sql.exec('DELETE FROM sitemap_parts');
    sql.exec(`INSERT INTO facts (name, value) VALUES ('walk:sitemap', '[-1e15,""]')`);
    const bench = openCatalogue({ state, kv });
    await vi.waitUntil(() => bench.alarmAt !== undefined);
    await bench.object.alarm();
    await put(bench.catalogue, 'z');
    await drain(openCatalogue({ state, kv }), state);
    expect(isIdle(state)).toBe(true);
    expect(slugsOf(kv, 1)).toEqual([...slugs, 'z']);
    expect(sql.exec("SELECT 1 FROM facts WHERE name = 'walk:sitemap'").toArray()).toEqual([]);
  }),
);

it(
  'parts that an earlier release has written are written anew, as they are sent',
  onBench(async (state) => {
    const kv = new MapKv();
    const first = openCatalogue({ state, kv });
    await put(first.catalogue, 'a');
    await drain(first, state);
    kv.values.set(sitemapPartKey(1), { value: '{"entries":[{"slug":"a"}]}', metadata: null });
    const { sql } = realStorage(state);
    undoSearchApart(sql);
    sql.exec('UPDATE schema_version SET version = version - 1');
    await drain(openCatalogue({ state, kv }), state);
    expect(slugsOf(kv, 1)).toEqual(['a']);
  }),
);
