import { describe, expect, it } from 'vitest';
import { articleKey, FRONT_KEY } from '../../src/core/catalogue/copy-keys.ts';
import { encodeTombstone } from '../../src/core/catalogue/encode-projection.ts';
import { urlKey } from '../../src/core/catalogue/page-keys.ts';
import type { ArticleCopies, CopyInventory, CopyWriter } from '../../src/flows/ports.ts';

/** What every store of copies promises, its lag apart. */
export function describeCopies(open: () => ArticleCopies & CopyWriter & CopyInventory): void {
  const PAGE = 'https://news.example/tides';
  const tombstone = (slug: string) =>
    encodeTombstone(slug, { catalogue: 'c', revision: 1, projection: 2 }, null);
  const front = { schema: 1, catalogue: 'c', changes: 1, total: 0, items: [] };

  it('knows nothing at first', async () => {
    const copies = open();
    expect(await copies.load('a')).toBeUndefined();
    expect(await copies.pageOf(PAGE)).toBeUndefined();
    expect(await copies.front()).toBeUndefined();
    expect(await copies.loadMany([])).toEqual(new Map());
    expect(await copies.list(null)).toEqual({ copies: [], cursor: null });
  });

  it('gives back what was written last, and nothing once it is deleted', async () => {
    const copies = open();
    for (const value of ['b', 'a']) await copies.put(urlKey(PAGE), value, null);
    await copies.put(articleKey('a'), tombstone('a'), null);
    await copies.put(FRONT_KEY, JSON.stringify(front), null);
    expect(await copies.pageOf(`${PAGE}/?utm_source=x`)).toEqual({ slug: 'a' });
    expect((await copies.load('a'))?.head).toMatchObject({ state: 'deleted', slug: 'a' });
    expect(await copies.front()).toEqual(front);
    await copies.delete(articleKey('a'));
    await copies.delete(articleKey('a'));
    expect(await copies.load('a')).toBeUndefined();
  });

  it('tells why a page leads nowhere, and nothing where a later release says what is unknown here', async () => {
    const copies = open();
    const absence = { fault: { kind: 'not-an-article' }, path: '/tides', until: Date.now() + 90_000 };
    await copies.put(urlKey(PAGE), JSON.stringify(absence), { until: absence.until }, absence.until);
    expect(await copies.pageOf(PAGE)).toEqual({ absence });
    await copies.put(urlKey(PAGE), JSON.stringify({ ...absence, fault: { kind: 'embargoed' } }), null);
    expect(await copies.pageOf(PAGE)).toBeUndefined();
    await copies.put(urlKey(PAGE), '{', null);
    await expect(copies.pageOf(PAGE)).rejects.toThrow();
  });

  it('loads many at once, those that are there', async () => {
    const copies = open();
    for (const slug of ['a', 'b']) await copies.put(articleKey(slug), tombstone(slug), null);
    const found = await copies.loadMany(['a', 'x', 'b']);
    expect([...found].map(([slug, { head }]) => [slug, head.slug])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  it('lists keys in the order of their bytes, with what is told of each', async () => {
    const copies = open();
    const metadata = { catalogue: 'c', revision: 1, projection: 2, schema: 1 };
    for (const key of ['url:1', 'article:b', 'article:a', 'article:a-b', 'front'])
      await copies.put(key, 'x', metadata);
    const listed = await copies.list(null);
    expect(listed.copies.map(({ key }) => key)).toEqual([
      'article:a',
      'article:a-b',
      'article:b',
      'front',
      'url:1',
    ]);
    expect(listed.copies[0]?.metadata).toEqual(metadata);
  });

  describe('refuses what is no copy of ours', () => {
    it.each(['', '{', '<html>', '{"state":"article"}'])('%s', async (value) => {
      const copies = open();
      await copies.put(articleKey('a'), value, null);
      await copies.put(FRONT_KEY, value, null);
      await expect(copies.load('a')).rejects.toThrow();
      await expect(copies.front()).rejects.toThrow();
    });
  });
}
