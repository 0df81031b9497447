import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../src/core/catalogue/article-record.ts';
import { failedProposal, makeProposal } from '../../src/core/generation/make-proposal.ts';
import type { Decision } from '../../src/core/summary/review.ts';
import { decideSummary } from '../../src/flows/decide-summary.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import type { GenerationOrder, GenerationStatus, Generations } from '../../src/flows/generation-ports.ts';
import { currentEtag, decidingIn, onlyIf, publish, type WholeCatalogue } from './article-fixtures.ts';

export interface OpenedGenerations {
  catalogue: WholeCatalogue & Generations;
  /** What the catalogue's alarm would send now. */
  due(): Promise<GenerationOrder[]>;
  status(): Promise<GenerationStatus>;
  /** Lets time pass. */
  wait(milliseconds: number): Promise<void>;
}

const MINUTE_MS = 60_000;
const ORIGIN = { generator: 'openai:double', at: '2026-11-28T10:00:00Z', state: 'waiting' } as const;

/** What every catalogue promises of proposals: wanted with the change, made once, left behind by the next change. */
export function describeGenerations(open: () => Promise<OpenedGenerations>): void {
  const order = (revision = 1): GenerationOrder => ({ slug: 'tides', revision });
  const recordOf = async (catalogue: WholeCatalogue): Promise<ArticleRecord> => {
    const entry = await catalogue.read('tides');
    if (entry.state !== 'article') throw new Error('tides is there');
    return entry.record;
  };
  const decide = async (catalogue: WholeCatalogue, decision: Decision) =>
    decideSummary(
      decidingIn(catalogue),
      'tides',
      decision,
      'Desk',
      onlyIf(await currentEtag(catalogue, 'tides')),
    );
  const proposalFor = (record: ArticleRecord) =>
    makeProposal(
      record,
      { points: [{ text: 'The work will cost 3.2 million crowns.', paragraphs: [] }], tldr: null },
      ORIGIN,
    );
  const dueAfter = async ({ due, wait }: OpenedGenerations, milliseconds: number) => {
    await wait(milliseconds);
    return due();
  };

  describe('a proposal', () => {
    it('is wanted with every change that readers see, a moment later, once for a burst of changes', async () => {
      const opened = await open();
      await publish(opened.catalogue, 'tides', { title: 'Tides' });
      await publish(opened.catalogue, 'tides', { title: 'High tides' });
      expect(await opened.due()).toEqual([]);
      expect(await dueAfter(opened, 6_000)).toEqual([order(2)]);
    });

    it.each([
      ['a draft', { status: 'draft' as const }],
      ['an article without summary', { summaryEnabled: false }],
    ])('is not wanted of %s', async (_, members) => {
      const opened = await open();
      await publish(opened.catalogue, 'tides', { title: 'Tides', ...members });
      expect(await dueAfter(opened, 6_000)).toEqual([]);
    });

    it('is not wanted any more once an editor has written, or the article is gone', async () => {
      const opened = await open();
      await publish(opened.catalogue, 'tides', { title: 'Tides' });
      await decide(opened.catalogue, { decision: 'edit', sentences: ['By hand.'] });
      expect(await dueAfter(opened, 6_000)).toEqual([]);
      await decide(opened.catalogue, { decision: 'return' });
      expect(await dueAfter(opened, 6_000)).toEqual([order(3)]);
      await deleteArticle(opened.catalogue, 'tides', onlyIf(await currentEtag(opened.catalogue, 'tides')));
      expect(await dueAfter(opened, 6_000)).toEqual([]);
    });

    it('is asked for by one caller at a time, and by another when that one does not come back', async () => {
      const { catalogue, wait } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      expect(await catalogue.claimGeneration(order(), null)).toBe('claimed');
      expect(await catalogue.claimGeneration(order(), null)).toBe('passed');
      await wait(2 * MINUTE_MS + 1);
      expect(await catalogue.claimGeneration(order(), null)).toBe('claimed');
    });

    it('is stored once, whoever comes with another, and ends the order', async () => {
      const { catalogue, status } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await catalogue.claimGeneration(order(), null);
      const proposal = proposalFor(await recordOf(catalogue));
      expect(await catalogue.propose('tides', proposal)).toBe('kept');
      expect(await catalogue.propose('tides', { ...proposal, generator: 'other' })).toBe('passed');
      expect((await recordOf(catalogue)).proposal).toEqual(proposal);
      expect((await recordOf(catalogue)).revision).toBe(1);
      expect(await catalogue.claimGeneration(order(), null)).toBe('passed');
      expect(await status()).toMatchObject({
        waiting: 0,
        calls: 1,
        callsToday: 1,
        proposals: 1,
        failures: {},
      });
    });

    it('is stored though an editor decided something else meanwhile, and not once the words are others', async () => {
      const { catalogue } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      const proposal = proposalFor(await recordOf(catalogue));
      await decide(catalogue, { decision: 'correct', text: 'The date was wrong.' });
      expect(await catalogue.propose('tides', proposal)).toBe('kept');
      await publish(catalogue, 'tides', {
        title: 'Tides',
        text: 'Other words stand here now. They say little.',
      });
      expect((await recordOf(catalogue)).proposal).toBeNull();
      expect(await catalogue.propose('tides', proposal)).toBe('passed');
    });

    it('stays with the article while its words do', async () => {
      const { catalogue } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await catalogue.propose('tides', proposalFor(await recordOf(catalogue)));
      await publish(catalogue, 'tides', { title: 'Tides', tags: ['Sea'] });
      expect((await recordOf(catalogue)).proposal).not.toBeNull();
    });
  });

  describe('the limit of calls a day', () => {
    it('holds for all callers together, and tomorrow has calls of its own', async () => {
      const { catalogue, due, wait, status } = await open();
      for (const slug of ['a', 'b', 'c']) await publish(catalogue, slug, { title: slug });
      const claims = await Promise.all(
        ['a', 'b', 'c'].map((slug) => catalogue.claimGeneration({ slug, revision: 1 }, 2)),
      );
      expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(2);
      expect((await status()).callsToday).toBe(2);
      await wait(6_000);
      expect(await due()).toEqual([]);
      await wait(24 * 60 * MINUTE_MS);
      expect(await due()).toHaveLength(3);
      expect(await catalogue.claimGeneration({ slug: 'c', revision: 1 }, 2)).toBe('claimed');
    });
  });

  describe('a call that failed', () => {
    it('is made again later, at the earliest when the endpoint said, five times in all', async () => {
      const opened = await open();
      const { catalogue, wait, status } = opened;
      await publish(catalogue, 'tides', { title: 'Tides' });
      await catalogue.claimGeneration(order(), null);
      expect(await catalogue.postponeGeneration(order(), 'rate-limited', 300)).toBe('later');
      expect(await dueAfter(opened, 4 * MINUTE_MS)).toEqual([]);
      expect(await dueAfter(opened, MINUTE_MS + 1)).toEqual([order()]);
      const outcomes: string[] = [];
      for (let call = 2; call <= 5; call += 1) {
        expect(await catalogue.claimGeneration(order(), null)).toBe('claimed');
        outcomes.push(await catalogue.postponeGeneration(order(), 'unavailable', undefined));
        await wait(61 * MINUTE_MS);
      }
      expect(outcomes).toEqual(['later', 'later', 'later', 'spent']);
      expect(await catalogue.claimGeneration(order(), null)).toBe('spent');
      const failed = failedProposal(await recordOf(catalogue), ORIGIN, 'unavailable');
      expect(await catalogue.propose('tides', failed)).toBe('kept');
      expect((await catalogue.reviewQueue({ limit: 1 })).items[0]?.state).toBe('failed');
      expect(await status()).toMatchObject({
        waiting: 0,
        calls: 5,
        proposals: 0,
        failures: { 'rate-limited': 1, unavailable: 4 },
      });
    });

    it('begins anew with other words', async () => {
      const { catalogue } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await catalogue.propose('tides', failedProposal(await recordOf(catalogue), ORIGIN, 'refused'));
      await publish(catalogue, 'tides', { title: 'High tides' });
      expect(await catalogue.claimGeneration(order(2), null)).toBe('claimed');
    });
  });

  describe('what an editor decides of a proposal', () => {
    const propose = async (catalogue: OpenedGenerations['catalogue']) => {
      await publish(catalogue, 'tides', { title: 'Tides' });
      await catalogue.propose('tides', proposalFor(await recordOf(catalogue)));
    };
    const stateOf = async (catalogue: WholeCatalogue) =>
      (await catalogue.reviewQueue({ limit: 1 })).items[0]?.state;

    it('shows it, sets it aside, and brings back what stood before', async () => {
      const { catalogue } = await open();
      await propose(catalogue);
      expect(await stateOf(catalogue)).toBe('proposed');
      await decide(catalogue, { decision: 'accept' });
      expect(await stateOf(catalogue)).toBe('approved');
      await decide(catalogue, { decision: 'return' });
      expect(await stateOf(catalogue)).toBe('automatic');
      await decide(catalogue, { decision: 'restore', entry: 2, side: 'before' });
      expect(await stateOf(catalogue)).toBe('approved');
      await decide(catalogue, { decision: 'restore', entry: 1, side: 'before' });
      expect(await stateOf(catalogue)).toBe('proposed');
    });

    it('is not said of the sentences of another', async () => {
      const { catalogue } = await open();
      await propose(catalogue);
      await decide(catalogue, { decision: 'accept' });
      await publish(catalogue, 'tides', { title: 'High tides' });
      expect(await stateOf(catalogue)).toBe('stale');
      const other = proposalFor(await recordOf(catalogue));
      await catalogue.propose('tides', {
        ...other,
        points: other.points.map((point) => ({ ...point, text: 'Else.' })),
      });
      await decide(catalogue, { decision: 'restore', entry: 1, side: 'after' });
      expect((await recordOf(catalogue)).proposal?.state).toBe('waiting');
    });

    it('needs a proposal', async () => {
      const { catalogue } = await open();
      await publish(catalogue, 'tides', { title: 'Tides' });
      await expect(decide(catalogue, { decision: 'accept' })).rejects.toMatchObject({
        fault: { kind: 'proposal-not-found' },
      });
    });
  });
}
