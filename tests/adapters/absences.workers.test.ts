import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { urlKey } from '../../src/core/catalogue/page-keys.ts';
import { pageUrlHash } from '../../src/core/fetching/page-hash.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { currentEtag, onlyIf, publish, type WholeCatalogue } from './article-fixtures.ts';
import { drain, drops, MapKv, onBench, openCatalogue } from './catalogue-bench.ts';

/** Why a page leads nowhere, in its copy. The same outbox writes what it leads to, so no answer overtakes another. */
const START = Date.UTC(2026, 10, 1);
const PAGE = 'https://news.example/tides';
const REST_MS = 600_000;

const put = (catalogue: WholeCatalogue, slug: string, members: object = {}) =>
  publish(catalogue, slug, { title: slug, text: 'One ferry sailed.', ...members }, Date.now);
const remove = async (catalogue: WholeCatalogue, slug: string) =>
  deleteArticle(catalogue, slug, onlyIf(await currentEtag(catalogue, slug)));
const told = (kv: MapKv) => {
  const value = kv.values.get(urlKey(PAGE))?.value;
  return value?.startsWith('{') ? (JSON.parse(value) as { fault: { kind: string } }).fault.kind : value;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
});

afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

it(
  'is written, expires with its rest, and gives way to the article, whose arrival drops what caches hold',
  onBench(async (state) => {
    const kv = new MapKv();
    const bench = openCatalogue({ state, kv });
    await bench.object.noteAbsence(PAGE, { kind: 'not-an-article' }, START + REST_MS);
    await bench.object.alarm();
    expect(told(kv)).toBe('not-an-article');
    expect(kv.values.get(urlKey(PAGE))?.expirationTtl).toBe(REST_MS / 1000);
    vi.setSystemTime(Date.now() + 5_000);
    await put(bench.catalogue, 'tides', { url: PAGE });
    await drain(bench, state);
    expect(told(kv)).toBe('tides');
    expect(bench.purges.some(({ scope }) => drops(scope, `page:${pageUrlHash(PAGE)}`))).toBe(true);
  }),
);

it(
  'is not told of a page that leads to an article, and of one whose rest is over no more',
  onBench(async (state) => {
    const kv = new MapKv();
    const bench = openCatalogue({ state, kv });
    await put(bench.catalogue, 'tides', { url: PAGE });
    await bench.object.noteAbsence(PAGE, { kind: 'page-not-found' }, START + REST_MS);
    await drain(bench, state);
    expect(told(kv)).toBe('tides');
    const other = 'https://news.example/ebb';
    const until = Date.now() + 1_000;
    await bench.object.noteAbsence(other, { kind: 'page-not-found' }, until);
    vi.setSystemTime(until);
    await drain(bench, state);
    expect(kv.values.has(urlKey(other))).toBe(false);
  }),
);

it(
  'of an article that an editor has removed is told until the page is somebody’s again, or nobody’s',
  onBench(async (state) => {
    const kv = new MapKv();
    const bench = openCatalogue({ state, kv });
    const { catalogue } = bench;
    await put(catalogue, 'tides', { url: PAGE });
    await remove(catalogue, 'tides');
    await drain(bench, state);
    expect(told(kv)).toBe('article-deleted');
    const range = { after: '', through: null, copies: kv.copies(), limit: 1_000 };
    expect(await bench.object.compareCopies(range)).toMatchObject({ repaired: 0, young: 0 });
    await put(catalogue, 'ebb', { url: PAGE });
    await drain(bench, state);
    expect(told(kv)).toBe('ebb');
    await remove(catalogue, 'ebb');
    await drain(bench, state);
    expect(told(kv)).toBe('article-deleted');
    await put(catalogue, 'ebb'); // The slug is used again, without a page.
    await drain(bench, state);
    expect(told(kv)).toBeUndefined();
  }),
);
