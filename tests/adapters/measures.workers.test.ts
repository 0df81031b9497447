import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/adapters/catalogue/catalogue.ts';
import { Measures } from '../../src/adapters/measures/measures-object.ts';
import { makeProposal } from '../../src/core/generation/make-proposal.ts';
import type { Counts } from '../../src/core/measures/measure.ts';
import { BODY } from './article-fixtures.ts';

const ORIGIN = 'https://standfirst.test';
const TOKEN = { Authorization: 'Bearer test-token' };

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, init));
}

const report = (event: object, headers: Record<string, string> = {}) =>
  send('/v1/events', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'User-Agent': 'Reader/1.0', ...headers },
    body: JSON.stringify(event),
  });

async function publish(slug: string, article: object = {}): Promise<void> {
  const answer = await send(`/v1/articles/${slug}`, {
    method: 'PUT',
    headers: { ...TOKEN, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: slug,
      text: 'The bridge will close. Nobody was hurt. The ferry goes on.',
      ...article,
    }),
  });
  expect(answer.ok).toBe(true);
  await answer.body?.cancel();
}

interface Report {
  items: ({ name: string } & Counts)[];
  total: Counts;
}
const read = async (query: string): Promise<Report> =>
  (await send(`/v1/measures?from=2000-01-01&to=2999-12-31&${query}`, { headers: TOKEN })).json();

describe('counting what readers do', () => {
  it('shows exactly as many as were sent, of 10,000 reports from a crowd', async () => {
    await publish('tides');
    await publish('ebb', { url: 'https://allowed.example/ebb' });
    const pages = [`${ORIGIN}/articles/tides`, 'https://allowed.example/ebb?utm_source=x'];
    for (let sent = 0; sent < 10_000; sent += 500)
      await Promise.all(
        Array.from({ length: 500 }, async (_, index) => {
          const events = [
            'seen',
            ...(index % 4 === 0 ? ['opened'] : []),
            ...(index % 50 === 0 ? ['helpful'] : []),
          ];
          const place = index % 2 === 0 ? 'top' : 'bottom';
          const answer = await report({ url: pages[index % 5 === 0 ? 1 : 0], place, events });
          expect(answer.status).toBe(204);
        }),
      );
    const byArticle = await read('by=article');
    expect(byArticle.total).toMatchObject({ seen: 10_000, opened: 2_500, helpful: 200, unhelpful: 0 });
    expect(byArticle.items.map(({ name, seen }) => [name, seen])).toEqual([
      ['tides', 8_000],
      ['ebb', 2_000],
    ]);
    expect((await read('by=place')).items.map(({ name, seen }) => [name, seen])).toEqual([
      ['bottom', 5_000],
      ['top', 5_000],
    ]);
    expect((await read('by=method&slug=ebb')).items).toMatchObject([{ name: 'extractive', seen: 2_000 }]);
    expect((await read('by=day')).items).toHaveLength(1);
  });

  it('reads each body by itself: one that is no UTF-8 spoils not the next', async () => {
    await publish('after');
    const good = new TextEncoder().encode(
      JSON.stringify({ url: `${ORIGIN}/articles/after`, place: 'top', events: ['asked'] }),
    );
    const bad = Uint8Array.from(good, (byte, index) => (index > good.length - 9 ? 0xe2 : byte));
    const bodies = [bad, good, bad.slice(0, -3), good, good];
    const statuses: number[] = [];
    for (const body of bodies) {
      const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
      statuses.push((await send('/v1/events', { method: 'POST', headers, body })).status);
    }
    expect(statuses).toEqual([400, 204, 400, 204, 204]);
    expect((await read('slug=after')).total.asked).toBe(3);
  });

  it('keeps nothing that could tell who reads, in no table and no row', async () => {
    await publish('private-tides');
    await report(
      { url: `${ORIGIN}/articles/private-tides`, place: 'top', events: ['seen', 'opened'] },
      { 'CF-Connecting-IP': '203.0.113.77', Cookie: 'who=wilma', Referer: 'https://search.example/?q=wilma' },
    );
    await read('by=day');
    const kept = await storedRows();
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['count', 'day', 'measure', 'method', 'place', 'slug']);
    expect(JSON.stringify(kept)).not.toMatch(/203\.0\.113|wilma|Reader|search\.example/u);
    for (const { day } of kept) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });
});

describe('a view of what a model wrote', () => {
  const SETTINGS = { GENERATOR: 'openai:double@https://model.example/v1' };

  /** An article whose proposal is shown, and as many views as there are settings of the object. */
  async function countedWith(settings: object): Promise<unknown[]> {
    const { runInDurableObject } = await import('cloudflare:test');
    await runInDurableObject(env.CATALOGUE.getByName('publication'), async (_, state) => {
      const catalogue = new Catalogue(state, { ...env, ...SETTINGS } as unknown as Env);
      if ((await catalogue.read('pier')).state === 'article') return;
      await publishIn(catalogue);
    });
    return runInDurableObject(env.MEASURES.getByName('measures'), async (_, state) => {
      state.storage.sql.exec('DELETE FROM measures');
      const measures = new Measures(state, { ...env, ...settings } as unknown as Env);
      await measures.add([{ day: '2026-11-28', page: 'slug:pier', place: 'top', measure: 'seen', count: 3 }]);
      const [rows] = await measures.read([{ from: '2026-11-28', to: '2026-11-28', by: 'method', limit: 5 }]);
      return (rows ?? []).map(({ name, seen }) => [name, seen]);
    });
  }

  async function publishIn(catalogue: Catalogue): Promise<void> {
    await publish('pier', { text: BODY });
    const entry = await catalogue.read('pier');
    if (entry.state !== 'article') throw new Error('pier is there');
    const said = {
      points: [{ text: 'The work will cost 3.2 million crowns.', paragraphs: [2] }],
      tldr: null,
    };
    const origin = { generator: 'openai:double', at: '2026-11-28T10:00:00Z', state: 'shown' } as const;
    expect(await catalogue.propose('pier', makeProposal(entry.record, said, origin))).toBe('kept');
  }

  it.each([
    ['generated', 'it is shown', { ...SETTINGS, GENERATED: 'publish' }],
    ['extractive', 'an editor has not accepted it yet', { ...SETTINGS, GENERATED: 'review' }],
    ['extractive', 'no model is set any more', { GENERATED: 'publish' }],
  ])('is counted as %s where %s', async (method, _, settings) => {
    expect(await countedWith(settings)).toEqual([[method, 3]]);
  });
});

async function storedRows(): Promise<Record<string, unknown>[]> {
  const { runInDurableObject } = await import('cloudflare:test');
  return runInDurableObject(env.MEASURES.getByName('measures'), (_, { storage }) =>
    storage.sql.exec<Record<string, SqlStorageValue>>('SELECT * FROM measures').toArray(),
  );
}
