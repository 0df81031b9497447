import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/core/article/dates.ts';
import type { StoredRecord } from '../../src/core/catalogue/catalogue-change.ts';
import { decodeProjection } from '../../src/core/catalogue/projection.ts';
import { pageUrlHash } from '../../src/core/fetching/page-hash.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { setOverride } from '../../src/flows/override-summary.ts';
import { publishArticle } from '../../src/flows/publish-article.ts';
import {
  articleInput,
  currentEtag,
  decidingIn,
  listedIn,
  NO_PRECONDITIONS,
  onlyIf,
  publish,
  type WholeCatalogue,
  walkList,
  walkNeighbours,
} from './article-fixtures.ts';

const day = (number: number) => formatInstant(Date.UTC(2026, 0, number));
const LATER = '2199-01-01T00:00:00Z';
const PAGE = 'https://news.example/tides';

/** What every catalogue promises, whatever it is made of. */
export function describeCatalogue(open: () => WholeCatalogue): void {
  const remove = async (catalogue: WholeCatalogue, slug: string) =>
    deleteArticle(catalogue, slug, onlyIf(await currentEtag(catalogue, slug)));
  const projected = async (catalogue: WholeCatalogue, slug: string) => {
    const value = await catalogue.project(slug);
    return value === undefined ? undefined : decodeProjection(new TextEncoder().encode(value));
  };

  describe('one article', () => {
    it('is read back as it was written', async () => {
      const catalogue = open();
      const { record, projection } = await publish(catalogue, 'tides', {
        title: 'Tides',
        url: PAGE,
        tags: ['sea'],
      });
      expect(await catalogue.read('tides')).toEqual({
        state: 'article',
        record,
        projection,
        neighbours: { previous: null, next: null },
      });
      expect(record.revision).toBe(1);
    });

    it('refuses a change that was decided on another revision, and keeps what it has', async () => {
      const catalogue = open();
      const { record } = await publish(catalogue, 'tides', { title: 'Tides' });
      const change = { ...record, title: 'Ebb', revision: 2 };
      for (const expectedRevision of [0, 2, 7]) {
        const outcome = await catalogue.write({ record: change, expectedRevision, takeOver: [] });
        expect(outcome).toEqual({ outcome: 'changed-meanwhile' });
      }
      expect(await catalogue.remove('tides', 2, 'held')).toBe('changed-meanwhile');
      expect(await catalogue.read('tides')).toMatchObject({ record, projection: 1 });
    });

    it('leaves a tombstone, and goes on counting when its slug is used again', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE });
      await remove(catalogue, 'tides');
      expect(await catalogue.read('tides')).toEqual({
        state: 'tombstone',
        revision: 2,
        projection: 2,
        movedTo: null,
      });
      expect((await projected(catalogue, 'tides'))?.head.state).toBe('deleted');
      expect(await catalogue.resolve(PAGE)).toBeUndefined();
      const { record, projection } = await publish(catalogue, 'tides', { title: 'Tides again' });
      expect([record.revision, projection]).toEqual([3, 3]);
    });

    it('changes nothing, not even its projection, when the same is sent again', async () => {
      const catalogue = open();
      const input = articleInput({ title: 'Tides', publishedAt: day(1) });
      const put = () => publishArticle({ catalogue, now: Date.now }, 'tides', input, NO_PRECONDITIONS);
      await put();
      const before = await catalogue.list({ limit: 1 }, 'public');
      expect((await put()).outcome).toBe('unchanged');
      expect(await catalogue.read('tides')).toMatchObject({ projection: 1, record: { revision: 1 } });
      expect((await catalogue.list({ limit: 1 }, 'public')).changes).toBe(before.changes);
    });
  });

  describe('neighbours', () => {
    it('follow the date, then the slug, and stay right through every kind of change', async () => {
      const catalogue = open();
      for (const [slug, number] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
        ['b-2', 2],
      ] as const)
        await publish(catalogue, slug, { title: slug.toUpperCase(), publishedAt: day(number) });
      const agree = async (expected: string[]) => {
        expect(await walkList(catalogue, 2)).toEqual(expected);
        expect(await walkNeighbours(catalogue, expected[0])).toEqual(expected);
      };
      await agree(['c', 'b-2', 'b', 'a']);
      await publish(catalogue, 'a', { title: 'A', publishedAt: day(9) });
      await agree(['a', 'c', 'b-2', 'b']);
      await publish(catalogue, 'c', { title: 'C', status: 'draft' });
      await agree(['a', 'b-2', 'b']);
      await remove(catalogue, 'b-2');
      await agree(['a', 'b']);
      await publish(catalogue, 'c', { title: 'C', status: 'published' });
      await agree(['a', 'c', 'b']);
    });

    it('are projected anew when two change places', async () => {
      const catalogue = open();
      await publish(catalogue, 'a', { title: 'A', publishedAt: day(2) });
      await publish(catalogue, 'b', { title: 'B', publishedAt: day(1) });
      const before = await catalogue.read('a');
      await publish(catalogue, 'b', { title: 'B', publishedAt: day(3) });
      const after = await catalogue.read('a');
      expect(after).toMatchObject({ neighbours: { previous: null, next: { slug: 'b' } } });
      expect(after).not.toMatchObject({ projection: 'projection' in before ? before.projection : 0 });
    });

    it.each([
      ['the body', { title: 'B', text: 'Another body, of one sentence.' }, []],
      ['the title', { title: 'Another' }, ['a', 'c']],
      ['the date, to another place', { title: 'B', publishedAt: day(8) }, ['a', 'c', 'd', 'e']],
      ['the date, in its place', { title: 'B', publishedAt: '2026-01-02T06:00:00Z' }, []],
    ])('are projected anew when %s changes, and only then', async (_, change, touched) => {
      const catalogue = open();
      const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
      for (const [index, slug] of slugs.entries())
        await publish(catalogue, slug, {
          title: slug.toUpperCase(),
          publishedAt: day(index < 3 ? index + 1 : index + 4),
        });
      const numbers = async () => {
        const entries = await Promise.all(slugs.map((slug) => catalogue.read(slug)));
        return entries.map((entry) => (entry.state === 'article' ? entry.projection : 0));
      };
      const before = await numbers();
      await publish(catalogue, 'b', change);
      const after = await numbers();
      expect(slugs.filter((_slug, index) => after[index] !== before[index])).toEqual(
        ['b', ...touched].sort(),
      );
    });
  });

  describe('pages', () => {
    it('lead to one article each', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE, aliases: [`${PAGE}/amp`] });
      await expect(publish(catalogue, 'ebb', { title: 'Ebb', url: `${PAGE}/amp` })).rejects.toMatchObject({
        fault: { kind: 'url-taken', slug: 'tides' },
      });
      const { record } = await publish(catalogue, 'ebb', { title: 'Ebb', url: `${PAGE}/2` });
      const change = { ...record, url: `${PAGE}?utm_source=x`, revision: 2 };
      expect(await catalogue.write({ record: change, expectedRevision: 1, takeOver: [] })).toEqual({
        outcome: 'url-taken',
        slug: 'tides',
      });
      expect(await catalogue.ownersOf([PAGE, `${PAGE}/amp`, `${PAGE}/2`, `${PAGE}/3`])).toEqual([
        'tides',
        'ebb',
      ]);
    });

    it('stay with the article that moves to another address', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE });
      await publish(catalogue, 'tides', { title: 'Tides', url: `${PAGE}/2` });
      expect(await catalogue.resolve(PAGE)).toBe('tides');
      expect(await catalogue.resolve(`${PAGE}/2`)).toBe('tides');
    });

    it('of an article that was removed are held by its tombstone until somebody publishes them', async () => {
      const catalogue = open();
      const pages = [PAGE, `${PAGE}/amp`];
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE, aliases: [`${PAGE}/amp`] });
      await remove(catalogue, 'tides');
      expect(await catalogue.ownersOf(pages)).toEqual(['tides']);
      const { records } = await catalogue.records(null, 10);
      expect(records).toMatchObject([{ state: 'deleted', pages: pages.map(pageUrlHash).sort() }]);
      await publish(catalogue, 'ebb', { title: 'Ebb', url: PAGE });
      expect(await catalogue.resolve(PAGE)).toBe('ebb');
      expect(await catalogue.ownersOf(pages)).toEqual(['ebb', 'tides']);
      await publish(catalogue, 'tides', { title: 'Tides again' });
      expect(await catalogue.ownersOf(pages)).toEqual(['ebb']);
    });

    it('are free after a removal that releases them, and after a draft that nobody has seen', async () => {
      const catalogue = open();
      const { record } = await publish(catalogue, 'tides', { title: 'Tides', url: PAGE });
      await catalogue.remove('tides', record.revision, 'released');
      await publish(catalogue, 'draft', { title: 'Ebb', url: `${PAGE}/2`, status: 'draft' });
      await remove(catalogue, 'draft');
      expect(await catalogue.ownersOf([PAGE, `${PAGE}/2`])).toEqual([]);
    });

    it('are taken over from a weaker source, with override and aliases; the old slug leads on', async () => {
      const catalogue = open();
      await publish(catalogue, 'page-1', {
        title: 'Found',
        url: PAGE,
        aliases: [`${PAGE}/amp`],
        source: 'page',
      });
      await setOverride(
        decidingIn(catalogue),
        'page-1',
        { sentences: ['Said by hand.'] },
        'tester',
        onlyIf(await currentEtag(catalogue, 'page-1')),
      );
      await publish(catalogue, 'feed-1', { title: 'Fed', url: PAGE, source: 'feed' });
      const { record } = await publish(catalogue, 'tides', { title: 'Tides', url: PAGE });
      expect(record.override?.sentences?.[0]?.text).toBe('Said by hand.');
      expect(await catalogue.resolve(`${PAGE}/amp`)).toBe('tides');
      for (const slug of ['page-1', 'feed-1'])
        expect((await projected(catalogue, slug))?.head).toMatchObject({ state: 'moved', to: 'tides' });
      expect(await walkList(catalogue, 5)).toEqual(['tides']);
    });

    it.each([
      ['a draft', { status: 'draft' as const }],
      ['a scheduled article', { publishedAt: LATER }],
    ])('taken over by %s lead nowhere until readers may see it', async (_, hidden) => {
      const catalogue = open();
      await publish(catalogue, 'page-1', { title: 'From the page', url: PAGE, source: 'page' });
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE, ...hidden });
      expect(await catalogue.project('page-1')).toBeUndefined();
      const before = await catalogue.read('page-1');
      expect(before).toMatchObject({ state: 'tombstone', movedTo: 'tides' });
      await publish(catalogue, 'tides', {
        title: 'Tides',
        url: PAGE,
        status: 'published',
        publishedAt: day(1),
      });
      expect((await projected(catalogue, 'page-1'))?.head).toMatchObject({ state: 'moved', to: 'tides' });
      expect(await catalogue.read('page-1')).not.toMatchObject({
        projection: 'projection' in before ? before.projection : 0,
      });
      await publish(catalogue, 'tides', { title: 'Tides', url: PAGE, status: 'draft' });
      expect(await catalogue.project('page-1')).toBeUndefined();
      await remove(catalogue, 'tides');
      expect(await catalogue.project('page-1')).toBeUndefined();
    });

    it('are not taken over when the weaker article has changed meanwhile', async () => {
      const catalogue = open();
      const { record } = await publish(catalogue, 'page-1', { title: 'Found', url: PAGE, source: 'page' });
      const change = { ...record, slug: 'tides', source: 'api' as const };
      const takeOver = [{ slug: 'page-1', expectedRevision: 7 }];
      expect(await catalogue.write({ record: change, expectedRevision: 0, takeOver })).toEqual({
        outcome: 'changed-meanwhile',
      });
      expect(await catalogue.read('tides')).toEqual({ state: 'absent' });
    });
  });

  describe.each([
    ['a draft', { status: 'draft' }],
    ['a scheduled article', { publishedAt: LATER }],
  ] as const)('%s', (_, hidden) => {
    it('is seen by no reader anywhere, and by an editor', async () => {
      const catalogue = open();
      await publish(catalogue, 'a', { title: 'A', publishedAt: day(1) });
      await publish(catalogue, 'secret', { title: 'Secret', tags: ['sea'], ...hidden });
      expect(await catalogue.project('secret')).toBeUndefined();
      expect(await walkList(catalogue, 5)).toEqual(['a']);
      expect(await walkList(catalogue, 5, { tag: 'sea' })).toEqual([]);
      expect(await indexed(catalogue)).toEqual(['a']);
      expect((await catalogue.read('a')) as unknown).toMatchObject({
        neighbours: { previous: null, next: null },
      });
      const all = await catalogue.list({ limit: 5 }, 'all');
      expect(all.items.map(({ slug }) => slug).sort()).toEqual(['a', 'secret']);
    });

    it('leads from no page, but holds it against others', async () => {
      const catalogue = open();
      await publish(catalogue, 'secret', { title: 'Secret', url: PAGE, ...hidden });
      expect(await catalogue.resolve(PAGE)).toBeUndefined();
      await expect(publish(catalogue, 'other', { title: 'Other', url: PAGE })).rejects.toMatchObject({
        fault: { kind: 'url-taken' },
      });
    });

    it('that is deleted is forgotten: readers never learn of it', async () => {
      const catalogue = open();
      await publish(catalogue, 'secret', { title: 'Secret', ...hidden });
      await remove(catalogue, 'secret');
      expect(await catalogue.project('secret')).toBeUndefined();
      expect(await catalogue.read('secret')).toMatchObject({ state: 'tombstone', revision: 2 });
    });
  });

  describe('the list', () => {
    const fill = async () => {
      const catalogue = open();
      for (let number = 1; number <= 7; number += 1) {
        await publish(catalogue, `n${number}`, {
          title: `N${number}`,
          publishedAt: day(number),
          tags: number % 2 === 0 ? ['even'] : ['odd', 'number'],
          language: number % 3 === 0 ? 'de-AT' : 'en',
        });
      }
      return catalogue;
    };

    it.each([1, 2, 3, 7, 100])('shows every article once, %i at a time', async (limit) => {
      expect(await walkList(await fill(), limit)).toEqual(['n7', 'n6', 'n5', 'n4', 'n3', 'n2', 'n1']);
    });

    it.each([
      [{ tag: 'even' }, ['n6', 'n4', 'n2']],
      [{ tag: 'number' }, ['n7', 'n5', 'n3', 'n1']],
      [{ tag: 'none' }, []],
      [{ language: 'de' }, ['n6', 'n3']],
      [{ language: 'de-AT' }, ['n6', 'n3']],
      [{ language: 'de-CH' }, []],
      [{ language: 'en', tag: 'even' }, ['n4', 'n2']],
    ])('keeps to the filter %j', async (filter, expected) => {
      expect(await walkList(await fill(), 2, filter)).toEqual(expected);
    });

    it('keeps to a language among drafts too', async () => {
      const catalogue = await fill();
      await publish(catalogue, 'draft', {
        title: 'Draft',
        language: 'de',
        status: 'draft',
        publishedAt: day(9),
      });
      const { items } = await catalogue.list({ limit: 9, language: 'de' }, 'all');
      expect(items.map(({ slug }) => slug)).toEqual(['draft', 'n6', 'n3']);
    });

    it('goes back the way that it came, and says where it ends', async () => {
      const catalogue = await fill();
      const from = (slug: string, direction: 'after' | 'before') =>
        catalogue.list(
          { limit: 2, cursor: { slug, publishedAt: Date.parse(day(Number(slug.slice(1)))), direction } },
          'public',
        );
      const seen = async (slug: string, direction: 'after' | 'before') => {
        const { items, hasNewer, hasOlder } = await from(slug, direction);
        return [items.map((item) => item.slug), hasNewer, hasOlder];
      };
      expect(await seen('n4', 'before')).toEqual([['n6', 'n5'], true, true]);
      expect(await seen('n5', 'before')).toEqual([['n7', 'n6'], false, true]);
      expect(await seen('n3', 'after')).toEqual([['n2', 'n1'], true, false]);
      expect(await seen('n1', 'after')).toEqual([[], true, false]);
    });

    it('loses and repeats nothing when articles come and go between two pages', async () => {
      const catalogue = await fill();
      const first = await catalogue.list({ limit: 3 }, 'public');
      const last = first.items.at(-1);
      await publish(catalogue, 'newest', { title: 'Newest', publishedAt: day(20) });
      await remove(catalogue, 'n7');
      await remove(catalogue, last?.slug ?? '');
      const cursor = {
        slug: last?.slug ?? '',
        publishedAt: Date.parse(last?.publishedAt ?? ''),
        direction: 'after' as const,
      };
      const second = await catalogue.list({ limit: 10, cursor }, 'public');
      expect(second.items.map(({ slug }) => slug)).toEqual(['n4', 'n3', 'n2', 'n1']);
    });
  });

  describe('the archive', () => {
    const fill = async () => {
      const catalogue = open();
      await publish(catalogue, 'a', { title: 'A', url: PAGE, publishedAt: day(1) });
      await publish(catalogue, 'b', { title: 'B', publishedAt: day(2) });
      await setOverride(
        decidingIn(catalogue),
        'b',
        { sentences: ['Said by hand.'], editor: 'Ed' },
        'tester',
        onlyIf(await currentEtag(catalogue, 'b')),
      );
      await publish(catalogue, 'c', { title: 'C', status: 'draft' });
      await publish(catalogue, 'd', { title: 'D' });
      await remove(catalogue, 'd');
      await publish(catalogue, 'e', { title: 'E', source: 'page', url: `${PAGE}/e` });
      await publish(catalogue, 'f', { title: 'F', url: `${PAGE}/e` });
      return catalogue;
    };
    const allRecords = async (catalogue: WholeCatalogue, limit: number) => {
      const all: StoredRecord[] = [];
      for (let after: string | null = null; ; ) {
        const { records, isLast } = await catalogue.records(after, limit);
        all.push(...records);
        const last: StoredRecord | undefined = records.at(-1);
        if (isLast || last === undefined) return all;
        after = last.state === 'article' ? last.record.slug : last.slug;
      }
    };

    it.each([1, 2, 100])('hands out every record once, in order, %i at a time', async (limit) => {
      const records = await allRecords(await fill(), limit);
      expect(
        records.map((saved) =>
          saved.state === 'article' ? saved.record.slug : `${saved.slug} ${saved.state}`,
        ),
      ).toEqual(['a', 'b', 'c', 'd deleted', 'e moved', 'f']);
    });

    it('says of what is stored already that it is unchanged', async () => {
      const catalogue = await fill();
      for (const saved of await allRecords(catalogue, 100))
        expect(await catalogue.restore([saved])).toEqual([{ outcome: 'unchanged' }]);
    });

    it('brings back an older state nowhere', async () => {
      const catalogue = await fill();
      const [a] = await allRecords(catalogue, 1);
      await publish(catalogue, 'a', { title: 'Newer', url: PAGE });
      expect(a && (await catalogue.restore([a]))).toEqual([{ outcome: 'newer-stands', revision: 2 }]);
      expect(await catalogue.read('a')).toMatchObject({ record: { title: 'Newer' } });
    });

    it('puts a later state over an earlier one, a tombstone too', async () => {
      const catalogue = await fill();
      const [a] = await allRecords(catalogue, 1);
      if (a?.state !== 'article') throw new Error('the first record is an article');
      const later = { ...a.record, revision: 5, title: 'Later' };
      expect(await catalogue.restore([{ state: 'article', record: later }])).toEqual([
        { outcome: 'restored' },
      ]);
      expect(await catalogue.read('a')).toMatchObject({ record: later });
      const pages = [pageUrlHash(PAGE)];
      const gone: StoredRecord = { state: 'deleted', slug: 'a', revision: 6, movedTo: null, pages };
      expect(await catalogue.restore([gone])).toEqual([{ outcome: 'restored' }]);
      expect((await projected(catalogue, 'a'))?.head).toMatchObject({ state: 'deleted', revision: 6 });
      expect(await catalogue.ownersOf([PAGE])).toEqual(['a']);
      expect(await catalogue.restore([{ ...gone, pages: [], slug: 'z' }])).toEqual([{ outcome: 'restored' }]);
      expect((await projected(catalogue, 'z'))?.head.state).toBe('deleted');
    });

    it('gives no article the page of another', async () => {
      const catalogue = await fill();
      const [a] = await allRecords(catalogue, 1);
      if (a?.state !== 'article') throw new Error('the first record is an article');
      const twin: StoredRecord = { state: 'article', record: { ...a.record, slug: 'twin' } };
      expect(await catalogue.restore([twin])).toEqual([{ outcome: 'url-taken', slug: 'a' }]);
    });

    it('puts many back at once, each judged after those before it', async () => {
      const catalogue = await fill();
      const later = (await allRecords(catalogue, 100)).map(
        (saved): StoredRecord =>
          saved.state === 'article'
            ? { ...saved, record: { ...saved.record, revision: saved.record.revision + 10 } }
            : { ...saved, revision: saved.revision + 10 },
      );
      const [a] = later;
      if (a?.state !== 'article') throw new Error('the first record is an article');
      const twin: StoredRecord = { state: 'article', record: { ...a.record, slug: 'twin' } };
      expect(await catalogue.restore([...later, twin])).toEqual([
        ...later.map(() => ({ outcome: 'restored' })),
        { outcome: 'url-taken', slug: 'a' },
      ]);
      expect(await allRecords(catalogue, 100)).toEqual(later);
      expect(await catalogue.restore([])).toEqual([]);
    });

    it('takes another digest and keeps the revision; what is served then has another number', async () => {
      const catalogue = await fill();
      const entry = await catalogue.read('b');
      if (entry.state !== 'article') throw new Error('b is an article');
      const digest = { ...entry.record.digest, engine: { name: 'standfirst', version: '99.0.0' } };
      expect(await catalogue.refresh('b', 7, digest)).toBe('changed-meanwhile');
      expect(await catalogue.refresh('b', 2, null)).toBe('changed-meanwhile');
      expect(await catalogue.refresh('b', 2, digest)).toBe('refreshed');
      const after = await catalogue.read('b');
      expect(after).toMatchObject({ record: { revision: 2, digest }, projection: entry.projection + 1 });
      expect(await catalogue.refresh('d', 2, null)).toBe('refreshed');
    });
  });

  it('lists for search engines what stands on our own pages, with its last change', async () => {
    const catalogue = open();
    await publish(catalogue, 'ours', { title: 'Ours', publishedAt: day(1), updatedAt: day(1) });
    await publish(catalogue, 'theirs', { title: 'Theirs', url: PAGE });
    await publish(catalogue, 'ours-2', { title: 'Ours too', publishedAt: day(2), updatedAt: day(1) });
    expect(listedIn(await catalogue.sitemapPart(1))).toEqual([
      { slug: 'ours', changedAt: day(1) },
      { slug: 'ours-2', changedAt: day(2) },
    ]);
    expect(await catalogue.sitemapPart(2)).toBeUndefined();
    const { version } = await catalogue.sitemap();
    await deleteArticle(catalogue, 'ours', onlyIf(await currentEtag(catalogue, 'ours')));
    expect(await indexed(catalogue)).toEqual(['ours-2']);
    expect((await catalogue.sitemap()).version).toBeGreaterThan(version);
  });

  it('tells as news what is at most two days old, newest first', async () => {
    const catalogue = open();
    const now = Date.now();
    const ago = (hours: number) => formatInstant(now - hours * 3_600_000);
    await publish(catalogue, 'old', { title: 'Old', publishedAt: ago(49) });
    await publish(catalogue, 'new', { title: 'New', publishedAt: ago(1) });
    await publish(catalogue, 'elder', { title: 'Elder', publishedAt: ago(47) });
    await publish(catalogue, 'theirs', { title: 'Theirs', publishedAt: ago(1), url: PAGE });
    const { news } = await catalogue.sitemap();
    expect(news.map(({ slug }) => slug)).toEqual(['new', 'elder']);
    expect(news[0]).toMatchObject({ title: 'New', publishedAt: ago(1), language: 'en' });
  });
}

/** Everything that the sitemap lists. */
async function indexed(catalogue: WholeCatalogue): Promise<string[]> {
  const { parts } = await catalogue.sitemap();
  const found = await Promise.all(parts.map(({ number }) => catalogue.sitemapPart(number)));
  return found.flatMap(listedIn).map(({ slug }) => slug);
}
