import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../src/core/article/search-text.ts';
import { decodeProjection, holdsArticle } from '../../src/core/catalogue/projection.ts';
import type { Decision } from '../../src/core/summary/review.ts';
import type { Rule } from '../../src/core/summary/rule.ts';
import { decideSummary } from '../../src/flows/decide-summary.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { currentEtag, decidingIn, onlyIf, publish, type WholeCatalogue } from './article-fixtures.ts';

/**
 * What every catalogue promises to those who look for something in it, or decide on it.
 *
 * @param follow - Waits until the articles follow the rules.
 */
export function describeDesk(open: () => WholeCatalogue, follow: () => Promise<void>): void {
  const decide = async (catalogue: WholeCatalogue, slug: string, decision: Decision) =>
    decideSummary(
      decidingIn(catalogue),
      slug,
      decision,
      'Night desk',
      onlyIf(await currentEtag(catalogue, slug)),
    );
  const find = async (catalogue: WholeCatalogue, query: string, scope: 'public' | 'all' = 'public') => {
    const { items } = await catalogue.search({ terms: searchTerms(query), limit: 10 }, scope);
    return items.map(({ slug }) => slug);
  };
  const stateOf = async (catalogue: WholeCatalogue, slug: string) =>
    (await catalogue.reviewQueue({ limit: 100 })).items.find((item) => item.slug === slug)?.state;

  describe('the history of a summary', () => {
    it('tells who decided what, from what to what, the newest first', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await decide(catalogue, 'tides', { decision: 'approve' });
      await decide(catalogue, 'tides', { decision: 'edit', sentences: ['Said by hand.'] });
      const [edit, approval] = await catalogue.history('tides', null, 10);
      expect(edit).toMatchObject({ entry: 2, revision: 3, by: 'Night desk', action: 'edit' });
      expect(edit?.before).toMatchObject({ sentences: null, approval: { by: 'Night desk' } });
      expect(edit?.after).toMatchObject({ sentences: ['Said by hand.'], approval: null });
      expect(approval).toMatchObject({ entry: 1, revision: 2, action: 'approve' });
      expect(await catalogue.history('tides', 2, 10)).toEqual([approval]);
    });

    it('gives back what stood before a decision, and what stood after it', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await decide(catalogue, 'tides', { decision: 'edit', sentences: ['Said by hand.'] });
      await decide(catalogue, 'tides', { decision: 'switch-off' });
      await decide(catalogue, 'tides', { decision: 'restore', entry: 2, side: 'before' });
      expect(await stateOf(catalogue, 'tides')).toBe('edited');
      await decide(catalogue, 'tides', { decision: 'restore', entry: 1, side: 'before' });
      expect(await stateOf(catalogue, 'tides')).toBe('automatic');
      await decide(catalogue, 'tides', { decision: 'restore', entry: 2, side: 'after' });
      expect(await stateOf(catalogue, 'tides')).toBe('off');
      await expect(
        decide(catalogue, 'tides', { decision: 'restore', entry: 99, side: 'after' }),
      ).rejects.toMatchObject({ fault: { kind: 'entry-not-found' } });
    });

    it('is written with the decision or not at all', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await expect(
        decideSummary(
          decidingIn(catalogue),
          'tides',
          { decision: 'approve' },
          'Late desk',
          onlyIf('"other.1"'),
        ),
      ).rejects.toMatchObject({ fault: { kind: 'precondition-failed' } });
      expect(await catalogue.history('tides', null, 10)).toEqual([]);
    });

    it('does not grow by a decision for what stands already, and goes with its article', async () => {
      const catalogue = open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await decide(catalogue, 'tides', { decision: 'switch-on' });
      expect(await catalogue.history('tides', null, 10)).toEqual([]);
      await decide(catalogue, 'tides', { decision: 'correct', text: 'The date was wrong.' });
      await deleteArticle(catalogue, 'tides', onlyIf(await currentEtag(catalogue, 'tides')));
      expect(await catalogue.history('tides', null, 10)).toEqual([]);
    });
  });

  describe('the queue', () => {
    it('shows each summary in its state, counts them and picks by state', async () => {
      const catalogue = open();
      for (const slug of ['a', 'b', 'c', 'd', 'e']) await publish(catalogue, slug, { title: slug });
      await decide(catalogue, 'b', { decision: 'edit', sentences: ['Said by hand.'] });
      await decide(catalogue, 'c', { decision: 'approve' });
      await decide(catalogue, 'd', { decision: 'switch-off' });
      await decide(catalogue, 'e', { decision: 'approve' });
      await publish(catalogue, 'e', { title: 'e', text: 'Nothing is as it was. All of it has changed.' });
      const { items, counts } = await catalogue.reviewQueue({ limit: 10 });
      expect(Object.fromEntries(items.map(({ slug, state }) => [slug, state]))).toEqual({
        a: 'automatic',
        b: 'edited',
        c: 'approved',
        d: 'off',
        e: 'stale',
      });
      expect(counts).toEqual({
        automatic: 1,
        proposed: 0,
        generated: 0,
        edited: 1,
        approved: 1,
        stale: 1,
        waiting: 0,
        failed: 0,
        off: 1,
      });
      const stale = await catalogue.reviewQueue({ limit: 10, state: 'stale' });
      expect(stale.items.map(({ slug, revision }) => [slug, revision])).toEqual([['e', 3]]);
    });
  });

  describe('the rules by tag', () => {
    const event = { by: 'Night desk', at: '2026-11-01T00:00:00Z' };
    const set = async (catalogue: WholeCatalogue, tag: string, rule: Rule) => {
      const { version } = await catalogue.rules();
      expect(await catalogue.setRule({ tag, rule }, event, version)).toBe('set');
      await follow();
    };
    const shown = async (catalogue: WholeCatalogue, slug: string) => {
      const copy = await decodeProjection(new TextEncoder().encode(await catalogue.project(slug)));
      const { items } = await catalogue.list({ limit: 100 }, 'public');
      const entry = items.find((item) => item.slug === slug);
      const isShown = holdsArticle(copy) && copy.head.summaryEnabled;
      expect(entry?.summary !== null).toBe(isShown);
      return [await stateOf(catalogue, slug), isShown];
    };

    it('change what is shown of every article of the tag, of the strictest first, and of no other', async () => {
      const catalogue = open();
      await publish(catalogue, 'both', { title: 'Both', tags: ['Court', 'Sea'] });
      await publish(catalogue, 'court', { title: 'Court', tags: ['Court'] });
      await publish(catalogue, 'other', { title: 'Other', tags: ['court'] });
      await set(catalogue, 'Court', 'review');
      await set(catalogue, 'Sea', 'off');
      expect(await shown(catalogue, 'both')).toEqual(['off', false]);
      expect(await shown(catalogue, 'court')).toEqual(['waiting', false]);
      expect(await shown(catalogue, 'other')).toEqual(['automatic', true]);
      await set(catalogue, 'Sea', 'automatic');
      expect(await shown(catalogue, 'both')).toEqual(['waiting', false]);
      expect((await catalogue.reviewQueue({ limit: 9, state: 'waiting' })).items).toHaveLength(2);
      await set(catalogue, 'Court', 'automatic');
      expect(await shown(catalogue, 'both')).toEqual(['automatic', true]);
    });

    it('hold for what is published, tagged and approved later, and for its words when they change', async () => {
      const catalogue = open();
      await set(catalogue, 'Court', 'review');
      await publish(catalogue, 'later', { title: 'Later', tags: ['Court'] });
      expect(await shown(catalogue, 'later')).toEqual(['waiting', false]);
      await decide(catalogue, 'later', { decision: 'approve' });
      expect(await shown(catalogue, 'later')).toEqual(['approved', true]);
      await publish(catalogue, 'later', {
        title: 'Later',
        tags: ['Court'],
        text: 'All is other. It is new.',
      });
      expect(await shown(catalogue, 'later')).toEqual(['waiting', false]);
      await publish(catalogue, 'later', { title: 'Later', tags: ['Sea'], text: 'All is other. It is new.' });
      expect(await shown(catalogue, 'later')).toEqual(['stale', true]);
    });

    it('count each article on, so that no validator stands for two answers', async () => {
      const catalogue = open();
      await publish(catalogue, 'court', { title: 'Court', tags: ['Court'] });
      const before = await catalogue.read('court');
      await set(catalogue, 'Court', 'off');
      const after = await catalogue.read('court');
      if (before.state !== 'article' || after.state !== 'article') throw new Error('it is there');
      expect(after.projection).toBeGreaterThan(before.projection);
      expect(after.record).toEqual({ ...before.record, rule: 'off' });
    });

    it('remember who set which, from what to what, and are set by one of two editors', async () => {
      const catalogue = open();
      await set(catalogue, 'Court', 'review');
      await set(catalogue, '裁判 "%_\\', 'off');
      expect(await catalogue.setRule({ tag: 'Sea', rule: 'off' }, event, 1)).toBe('changed-meanwhile');
      await set(catalogue, 'Court', 'automatic');
      const { version, items } = await catalogue.rules();
      expect([version, items]).toEqual([3, [{ tag: '裁判 "%_\\', rule: 'off' }]]);
      const [newest, ...older] = await catalogue.ruleHistory(null, 10);
      expect(newest).toEqual({ ...event, entry: 3, tag: 'Court', before: 'review', after: 'automatic' });
      expect(await catalogue.ruleHistory(3, 10)).toEqual(older);
      expect(older.map(({ tag, after }) => [tag, after])).toEqual([
        ['裁判 "%_\\', 'off'],
        ['Court', 'review'],
      ]);
    });

    it('come back whole, and what followed them follows those that came back', async () => {
      const catalogue = open();
      await publish(catalogue, 'court', { title: 'Court', tags: ['Court'] });
      await publish(catalogue, 'sea', { title: 'Sea', tags: ['Sea'] });
      await set(catalogue, 'Sea', 'off');
      const history = [{ ...event, entry: 7, tag: 'Court', before: 'automatic', after: 'review' } as const];
      const saved = { rules: [{ tag: 'Court', rule: 'review' } as const], history };
      expect(await catalogue.restoreRules(saved, 0)).toBe('changed-meanwhile');
      expect(await catalogue.restoreRules(saved, 1)).toBe('set');
      await follow();
      expect(await shown(catalogue, 'court')).toEqual(['waiting', false]);
      expect(await shown(catalogue, 'sea')).toEqual(['automatic', true]);
      expect(await catalogue.ruleHistory(null, 10)).toEqual(history);
    });
  });

  describe('searching', () => {
    it.each<[string, string[]]>([
      ['harbour', ['harbour', 'sea']],
      ['HARB', ['harbour', 'sea']],
      ['harbour council sea', ['sea']],
      ['cafe', ['diacritics']],
      ['Čáfe', ['diacritics']],
      ['東京', ['tokyo']],
      ['京', ['tokyo']],
      ['東京都', ['tokyo']],
      ['京東', []],
      ['น้ำ', ['thai']],
      ['zebra', []],
      ['"', []],
      ['harbour OR zebra', []],
      ['NEAR(harbour council)', []],
      ['harbour*', ['harbour', 'sea']],
      ['title:harbour', []],
      ['-harbour', ['harbour', 'sea']],
      ['harb"our', []],
      ['ελλην', ['greek']],
      ['stra', ['german']],
      ['ÎLE-DE-FR', ['french']],
      ['한국', ['korean']],
      ['москов', ['russian']],
    ])('for %s finds what holds it, and takes nothing for syntax', async (query, expected) => {
      const catalogue = open();
      await publish(catalogue, 'sea', { title: 'Sea', text: 'The harbour council met by the sea.' });
      await publish(catalogue, 'harbour', { title: 'Harbour', text: 'The council met. It was late.' });
      await publish(catalogue, 'diacritics', { title: 'Ćafé', text: 'Coffee is dear. Tea is not.' });
      await publish(catalogue, 'tokyo', { title: '天気', text: '東京都は雨です。明日は晴れます。' });
      await publish(catalogue, 'thai', { title: 'ข่าว', text: 'ระดับน้ำสูงขึ้น' });
      await publish(catalogue, 'greek', { title: 'Νέα', text: 'Η Ελληνική Δημοκρατία ψήφισε.' });
      await publish(catalogue, 'german', { title: 'Straßen', text: 'Es wird gebaut.' });
      await publish(catalogue, 'french', { title: "L'Île-de-France", text: 'Il pleut.' });
      await publish(catalogue, 'korean', { title: '뉴스', text: '한국어 방송이 시작된다.' });
      await publish(catalogue, 'russian', { title: 'Новости', text: 'Московское метро закрыто.' });
      expect(await find(catalogue, query)).toEqual(expected);
    });

    it('shows readers only what is public: no draft, no closed text, nothing that was removed or replaced', async () => {
      const catalogue = open();
      const text = 'The pier was closed in March.\n\n'.repeat(9);
      const url = 'https://news.example/closed';
      await publish(catalogue, 'draft', { title: 'Zebra', status: 'draft' });
      await publish(catalogue, 'closed', {
        title: 'Pier',
        url,
        access: 'summary',
        text: `${text}Somewhere it says zebra, a word of no weight.`,
      });
      await decide(catalogue, 'closed', { decision: 'edit', sentences: ['A giraffe was seen.'] });
      await publish(catalogue, 'gone', { title: 'Zebra' });
      await deleteArticle(catalogue, 'gone', onlyIf(await currentEtag(catalogue, 'gone')));
      await publish(catalogue, 'changed', { title: 'Zebra' });
      await publish(catalogue, 'changed', { title: 'Horse' });
      expect(await find(catalogue, 'zebra')).toEqual([]);
      expect(await find(catalogue, 'giraffe')).toEqual(['closed']);
      expect((await find(catalogue, 'zebra', 'all')).sort()).toEqual(['closed', 'draft']);
    });

    it('heeds tag, language and limit', async () => {
      const catalogue = open();
      for (const [slug, tag, language] of [
        ['a', 'sea', 'en'],
        ['b', 'sky', 'de-AT'],
        ['c', 'sky', 'en'],
      ] as const)
        await publish(catalogue, slug, { title: `Harbour ${slug}`, tags: [tag], language });
      const search = async (filter: object) => {
        const found = await catalogue.search({ terms: ['harbour'], limit: 9, ...filter }, 'public');
        return found.items.map(({ slug }) => slug).sort();
      };
      expect(await search({ tag: 'sky' })).toEqual(['b', 'c']);
      expect(await search({ language: 'de' })).toEqual(['b']);
      expect(await search({ limit: 2 })).toHaveLength(2);
    });
  });
}
