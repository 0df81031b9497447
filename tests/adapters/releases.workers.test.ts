import { evictDurableObject, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { SCHEMA_VERSION } from '../../src/adapters/catalogue/schema.ts';
import { createKvCopies } from '../../src/adapters/kv-copies.ts';
import { articleKey, FRONT_KEY } from '../../src/core/catalogue/copy-keys.ts';
import { deleteArticle } from '../../src/flows/delete-article.ts';
import { fetchWorker } from '../http/service.ts';
import { currentEtag, listedIn, onlyIf, publish, walkList } from './article-fixtures.ts';
import v1 from './catalogue-v1.sql';

/** A release reads what the one before and the one after it have written: an upgrade and a rollback lose nothing. */
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

const stub = () => env.CATALOGUE.getByName('publication');

/** The object as another release left it; the next call starts this release over it. */
async function leaveBehind(prepare: (sql: SqlStorage) => void): Promise<void> {
  await runInDurableObject(stub(), (_, { storage }) => prepare(storage.sql));
  await evictDurableObject(stub());
}

function becomeVersionOne(sql: SqlStorage): void {
  const tables = sql.exec<{ name: string }>(
    // The tables inside the index go with it.
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
     AND name NOT LIKE 'desk\\_search\\_%' ESCAPE '\\'`,
  );
  for (const { name } of tables.toArray()) sql.exec(`DROP TABLE ${name}`);
  sql.exec(v1);
}

describe('a catalogue of the release before', () => {
  it('is read, changed and projected, and keeps its name and its numbers', async () => {
    await leaveBehind(becomeVersionOne);
    const catalogue = createCatalogueClient(env.CATALOGUE);
    expect(await catalogue.identify()).toBe('v1v1v1v1');
    expect(await catalogue.status()).toMatchObject({
      schemaVersion: SCHEMA_VERSION,
      changes: 3,
      articles: { published: 1, scheduled: 0, drafts: 1, tombstones: 1 },
    });
    expect(await catalogue.read('tides')).toMatchObject({
      projection: 4,
      record: { revision: 2, title: 'Tides' },
    });
    await vi.waitUntil(async () => listedIn(await catalogue.sitemapPart(1))[0]?.slug === 'tides', {
      timeout: 60_000, // Given its part by the alarm.
    });
    expect((await catalogue.list({ limit: 5 }, 'all')).items.map(({ slug }) => slug)).toEqual([
      'draft',
      'tides',
    ]);
    const { record } = await publish(catalogue, 'tides', { title: 'Tides, edited' });
    expect(record.revision).toBe(3);
    await publish(catalogue, 'gone', { title: 'Back' });
    expect(await catalogue.read('gone')).toMatchObject({ record: { revision: 3 } });
    expect((await fetchWorker('/v1/articles/tides')).status).toBe(200);
  });

  it('runs each migration once', async () => {
    await leaveBehind(becomeVersionOne);
    const catalogue = createCatalogueClient(env.CATALOGUE);
    await publish(catalogue, 'tides', { title: 'Tides, edited' });
    await evictDurableObject(stub());
    expect(await catalogue.read('tides')).toMatchObject({ record: { title: 'Tides, edited' } });
    const { version, changed } = await runInDurableObject(stub(), (_, { storage }) =>
      storage.sql
        .exec<{ version: number; changed: number }>(
          "SELECT (SELECT version FROM schema_version) AS version, changed_at AS changed FROM articles WHERE slug = 'tides'",
        )
        .one(),
    );
    expect([version, changed > 0]).toEqual([SCHEMA_VERSION, true]);
  });
});

describe('a catalogue of the release after', () => {
  it('with more columns, tables and facts is read and changed all the same', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    await publish(catalogue, 'tides', { title: 'Tides', tags: ['sea'], url: 'https://news.example/tides' });
    await leaveBehind((sql) => {
      for (const table of ['articles', 'parts', 'tags', 'urls', 'outbox', 'recent_writes', 'purges', 'facts'])
        sql.exec(`ALTER TABLE ${table} ADD COLUMN later TEXT NOT NULL DEFAULT 'x'`);
      sql.exec('CREATE TABLE later (id INTEGER PRIMARY KEY)');
      sql.exec("INSERT INTO facts (name, value) VALUES ('later', '1')");
      sql.exec(
        "UPDATE articles SET meta = json_set(meta, '$.later', 1), entry = json_set(entry, '$.later', 1)",
      );
      sql.exec("INSERT INTO parts (slug, name, value) VALUES ('tides', 'later', 'x')");
      sql.exec('UPDATE schema_version SET version = ?', SCHEMA_VERSION + 1);
    });
    await publish(catalogue, 'tides', {
      title: 'Tides, edited',
      tags: ['sky'],
      url: 'https://news.example/tides',
    });
    await publish(catalogue, 'ebb', { title: 'Ebb' });
    await deleteArticle(catalogue, 'ebb', onlyIf(await currentEtag(catalogue, 'ebb')));
    expect(await walkList(catalogue, 5)).toEqual(['tides']);
    expect(await walkList(catalogue, 5, { tag: 'sky' })).toEqual(['tides']);
    await vi.waitUntil(async () => (await env.ARTICLES.get(articleKey('tides')))?.includes('edited'), {
      timeout: 60_000,
    });
    const version = await runInDurableObject(stub(), (_, { storage }) =>
      storage.sql.exec<{ version: number }>('SELECT version FROM schema_version').one(),
    );
    expect(version).toEqual({ version: SCHEMA_VERSION + 1 });
  });
});

const HEAD = {
  schema: 1,
  state: 'article',
  catalogue: 'v1v1v1v1',
  slug: 'tides',
  revision: 2,
  projection: 4,
  title: 'Tides',
  url: null,
  access: 'full',
  language: 'en',
  publishedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  summaryEnabled: true,
  teaserOnly: false,
  previous: null,
  next: null,
};
const ARTICLE = {
  slug: 'tides',
  url: null,
  aliases: [],
  title: 'Tides',
  byline: null,
  publishedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  language: 'en',
  tags: ['sea'],
  image: null,
  status: 'published',
  access: 'full',
  source: 'api',
  html: '<p id="p1">One ferry sailed.</p>',
  text: 'One ferry sailed.',
  revision: 2,
  summaryEnabled: true,
  readingTimeSeconds: 1,
  previous: null,
  next: null,
};
const DIGEST = {
  engine: { name: 'standfirst', version: '0.1.0' },
  label: 'extracted',
  stale: false,
  textLength: 17,
  words: 3,
  sentenceCount: 1,
  readingTimeSeconds: 1,
  sentences: [
    { text: 'One ferry sailed.', offset: 0, length: 17, rankScore: 1, paragraph: 1, fragment: null },
  ],
  whole: [[0]],
  opening: [[0]],
  pinned: [],
  excluded: [],
};
const ENTRY = {
  slug: 'tides',
  url: null,
  title: 'Tides',
  byline: null,
  publishedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  language: 'en',
  tags: ['sea'],
  image: null,
  access: 'full',
  readingTimeSeconds: 1,
  summary: 'One ferry sailed.',
};
const lines = (head: object, article: object, digest: object) => {
  const body = JSON.stringify(article); // ASCII alone: as many bytes as characters.
  return `${JSON.stringify({ ...head, articleBytes: body.length })}\n${body}\n${JSON.stringify(digest)}`;
};

describe('a KV value', () => {
  it.each([
    ['of the release before', lines(HEAD, ARTICLE, DIGEST)],
    [
      'of the release after, with members and a line more',
      lines({ ...HEAD, later: 1 }, { ...ARTICLE, later: 1 }, { ...DIGEST, later: [] }).concat('\n'),
    ],
    [
      'of the release after, of the next schema',
      lines({ ...HEAD, schema: 2, later: 1 }, { ...ARTICLE, later: 1 }, { ...DIGEST, later: [] }),
    ],
  ])('%s answers by itself', async (_, value) => {
    await env.ARTICLES.put(articleKey('tides'), value);
    await env.ARTICLES.put(
      FRONT_KEY,
      JSON.stringify({ schema: 1, catalogue: 'v1v1v1v1', changes: 3, total: 1, items: [ENTRY], later: 1 }),
    );
    for (const path of [
      '/v1/articles/tides',
      '/v1/articles/tides/summary',
      '/articles/tides',
      '/v1/articles',
      '/',
      '/feed.xml',
    ]) {
      const response = await fetchWorker(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(
        path === '/v1/articles/tides/summary' ? 'One ferry sailed.' : 'Tides',
      );
    }
  });

  it.each([
    [
      'of the release after, with a label unknown here',
      lines({ ...HEAD, schema: 2 }, ARTICLE, { ...DIGEST, label: 'generated' }),
    ],
    [
      'of the release after, with a state unknown here',
      lines({ ...HEAD, state: 'embargoed' }, ARTICLE, DIGEST),
    ],
    ['that is no JSON', '<html>'],
    ['that is empty', ''],
  ])('%s is left to the catalogue', async (_, value) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const catalogue = createCatalogueClient(env.CATALOGUE);
    await publish(catalogue, 'tides', { title: 'The truth', text: 'Two ferries sailed.' });
    const isProjected = async () => (await env.ARTICLES.list()).keys.length === 2; // The article and the front.
    await vi.waitUntil(isProjected, { timeout: 60_000 });
    await env.ARTICLES.put(articleKey('tides'), value);
    expect(await createKvCopies(env.ARTICLES).loadMany(['tides', 'ebb'])).toEqual(new Map());
    for (const path of ['/v1/articles/tides', '/v1/articles/tides/summary', '/feed.json']) {
      const response = await fetchWorker(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Two ferries sailed.');
    }
  });
});
