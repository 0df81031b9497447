import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { migrateSite } from '../../src/adapters/site-crawler/site-schema.ts';
import { SqlSiteMemory } from '../../src/adapters/site-crawler/sql-site-memory.ts';
import { describeSiteMemory } from './site-memory.contract.ts';

afterEach(() => reset());

const inObject = (use: (sql: SqlStorage) => void): Promise<void> =>
  runInDurableObject(env.SITE_CRAWLERS.getByName('news.example'), (_, { storage }) => use(storage.sql));

describe('the memory of a site in a Durable Object', () => {
  describeSiteMemory((use) => inObject((sql) => use(new SqlSiteMemory(sql))));

  it('takes over the visits of the release before, and forgets what that one refused', () =>
    inObject((sql) => {
      sql.exec(`CREATE TABLE visits (
        hash TEXT PRIMARY KEY, path TEXT NOT NULL, has_query INTEGER NOT NULL, outcome TEXT NOT NULL, slug TEXT,
        checked_at INTEGER NOT NULL, missing_since INTEGER, etag TEXT, last_modified TEXT, content_key TEXT
      ) WITHOUT ROWID`);
      const outcomes = ['stored', 'gone', 'opted-out', 'absent', 'not-an-article'];
      outcomes.forEach((outcome, index) => {
        sql.exec(
          'INSERT INTO visits VALUES (?, ?, 0, ?, ?, 5, NULL, NULL, NULL, NULL)',
          `hash-${index}`,
          'path',
          outcome,
          index < 3 ? `slug-${index}` : null,
        );
      });
      migrateSite(sql);
      migrateSite(sql);
      const rows = sql.exec('SELECT slug, outcome FROM page_visits ORDER BY slug').toArray();
      expect(rows).toEqual([
        { slug: 'slug-0', outcome: 'stored' },
        { slug: 'slug-1', outcome: 'withdrawn' },
        { slug: 'slug-2', outcome: 'withdrawn' },
      ]);
    }));
});
