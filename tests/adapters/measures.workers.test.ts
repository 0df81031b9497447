import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../src/core/measures/measure.ts';

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

async function storedRows(): Promise<Record<string, unknown>[]> {
  const { runInDurableObject } = await import('cloudflare:test');
  return runInDurableObject(env.MEASURES.getByName('measures'), (_, { storage }) =>
    storage.sql.exec<Record<string, SqlStorageValue>>('SELECT * FROM measures').toArray(),
  );
}
