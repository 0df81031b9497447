import { describe, expect, it } from 'vitest';
import type { IngestOrder } from '../../../src/flows/ingestion/ports.ts';
import { createRefresher } from '../../../src/flows/ingestion/refresh-page.ts';
import type { ReadableArticle } from '../../../src/flows/read-article.ts';

const MINUTE_MS = 60_000;
const PUBLISHED_AT = '2026-03-02T08:00:00Z';
const POLICY = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };

function createDesk() {
  const clock = { now: Date.parse(PUBLISHED_AT) };
  const orders: IngestOrder[] = [];
  const refresher = createRefresher({
    ingestion: {
      ingest: async (order) => {
        orders.push(order);
        return { ok: false, fault: { kind: 'page-not-found' } };
      },
    },
    defer: () => undefined,
    now: () => clock.now,
    refreshHours: 720,
    onFailure: () => undefined,
  });
  const read = (source: string, url: string | null = 'https://news.example/bridge') =>
    refresher.consider(
      {
        head: { slug: 'bridge', url, publishedAt: PUBLISHED_AT, updatedAt: PUBLISHED_AT },
        article: () => ({ source }),
      } as unknown as ReadableArticle,
      POLICY,
    );
  return { clock, orders, read };
}

describe('readers of a page that was read', () => {
  it('have it looked at again once an interval, and not while it is young', () => {
    const { clock, orders, read } = createDesk();
    clock.now += 5 * MINUTE_MS - 1;
    read('page');
    expect(orders).toEqual([]);
    clock.now += 1;
    for (let reader = 1; reader <= 10; reader += 1) read('page');
    expect(orders).toEqual([
      { pageUrl: 'https://news.example/bridge', reason: 'recheck', maxAgeMs: 5 * MINUTE_MS },
    ]);
    clock.now += 5 * MINUTE_MS;
    read('page');
    expect(orders).toHaveLength(2);
  });

  it.each([
    ['what an editor wrote', 'api', 'https://news.example/bridge'],
    ['what was imported', 'import', 'https://news.example/bridge'],
    ['a site that is not registered any more', 'page', 'https://old.example/bridge'],
    ['an article without a page', 'page', null],
  ])('never have %s looked at', (_, source, url) => {
    const { clock, orders, read } = createDesk();
    clock.now += 60 * MINUTE_MS;
    read(source, url);
    expect(orders).toEqual([]);
  });
});
