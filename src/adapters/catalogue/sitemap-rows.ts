import { formatInstant, lastChangeOf } from '../../core/article/dates.ts';
import { SITEMAP_KEY, sitemapPartKey } from '../../core/catalogue/copy-keys.ts';
import { PROJECTION_SCHEMA } from '../../core/catalogue/projection.ts';
import {
  NEWS_MAX_AGE_MS,
  NEWS_MAX_COUNT,
  SITEMAP_PART_MAX_COUNT,
  type Sitemap,
  type SitemapPart,
  writeSitemapUrls,
} from '../../core/catalogue/sitemap.ts';
import type { CopyMetadata } from '../../flows/ports.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';
import { moveOn } from './walks.ts';

/** `sitemap_entries` holds the articles whose page is ours; `sitemap_parts.entries` counts all that a part was ever given. */
export const SITEMAP_TABLES = `
  CREATE TABLE sitemap_entries (
    slug TEXT PRIMARY KEY,
    part INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sitemap_entries_of_part ON sitemap_entries (part);
  CREATE TABLE sitemap_parts (
    part INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  );
  INSERT INTO facts (name, value) SELECT 'walk:sitemap', '[-1e15,""]' WHERE EXISTS (SELECT 1 FROM articles);
`;

/** Copies of parts become what is sent. */
export const RENDERED_PARTS = `
  INSERT OR IGNORE INTO outbox (key, ticket, not_before, queued_at, attempts)
    SELECT 'sitemap:' || part, 1, 0, changed_at, 0 FROM sitemap_parts;
`;

export type PartRow = { part: number; version: number; changed_at: number };
type NewsRow = { slug: string; title: string; published_at: number; language: string };
/** `updatedAt`: where it is another time. */
type EntryRow = { slug: string; published_at: number; updatedAt: string | null };

const IS_LISTED = "visible = 1 AND json_extract(entry, '$.url') IS NULL";
const member = (name: string) => `json_extract(entry, '$.${name}') AS ${name}`;
/** Articles of a catalogue of an earlier release that are given their part at a time. */
const WALK_MAX_COUNT = 500;

/** Which part of the sitemap lists which article. Callers hold the transaction. */
export class SitemapRows {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;
  readonly #outbox: SqlOutbox;

  constructor(sql: SqlStorage, facts: Facts, outbox: SqlOutbox) {
    this.#sql = sql;
    this.#facts = facts;
    this.#outbox = outbox;
  }

  /** What is listed of this article may be another thing now. */
  update(slug: string, now: number): void {
    const known = this.#partOf(slug);
    const isListed = this.#first(`SELECT 1 AS one FROM articles WHERE slug = ? AND ${IS_LISTED}`, slug);
    if (isListed === undefined && known === undefined) return;
    if (isListed === undefined) this.#sql.exec('DELETE FROM sitemap_entries WHERE slug = ?', slug);
    const part = known ?? this.#give(slug, now);
    this.#sql.exec(
      'UPDATE sitemap_parts SET version = ?, changed_at = ? WHERE part = ?',
      this.#facts.increment('sitemapVersion'),
      now,
      part,
    );
    for (const key of [sitemapPartKey(part), SITEMAP_KEY]) this.#outbox.queue(key, now);
  }

  #partOf(slug: string): number | undefined {
    return this.#first<{ part: number }>('SELECT part FROM sitemap_entries WHERE slug = ?', slug)?.part;
  }

  /** Gives the article to the newest part, or begins one where that is full. */
  #give(slug: string, now: number): number {
    const newest = this.#first<{ part: number; entries: number }>(
      'SELECT part, entries FROM sitemap_parts ORDER BY part DESC LIMIT ?',
      1,
    );
    const isFull = newest === undefined || newest.entries >= SITEMAP_PART_MAX_COUNT;
    const part = (newest?.part ?? 0) + (isFull ? 1 : 0);
    this.#sql.exec(
      `INSERT INTO sitemap_parts (part, entries, version, changed_at) VALUES (?, 1, 0, ?)
       ON CONFLICT (part) DO UPDATE SET entries = entries + 1`,
      part,
      now,
    );
    this.#sql.exec('INSERT INTO sitemap_entries (slug, part) VALUES (?, ?)', slug, part);
    return part;
  }

  /** One step through a catalogue whose articles have no parts yet, oldest first. */
  walk(position: string, now: number): void {
    const [publishedAt, after] = JSON.parse(position) as [number, string];
    const rows = this.#sql
      .exec<{ slug: string; published_at: number }>(
        `SELECT slug, published_at FROM articles WHERE visible = 1 AND (published_at, slug) > (?, ?)
         ORDER BY published_at, slug LIMIT ?`,
        publishedAt,
        after,
        WALK_MAX_COUNT,
      )
      .toArray();
    for (const { slug } of rows) if (this.#partOf(slug) === undefined) this.update(slug, now);
    const last = rows.length < WALK_MAX_COUNT ? undefined : rows.at(-1);
    moveOn(this.#facts, 'sitemap', last && JSON.stringify([last.published_at, last.slug]));
  }

  sitemap(now: number): Sitemap {
    return {
      ...this.#version(this.#facts.number('sitemapVersion')),
      parts: this.parts().map(({ part, changed_at: at }) => ({ number: part, changedAt: formatInstant(at) })),
      news: this.#sql
        .exec<NewsRow>(
          `SELECT slug, ${member('title')}, published_at, language FROM articles
           WHERE ${IS_LISTED} AND published_at > ? ORDER BY published_at DESC, slug DESC LIMIT ?`,
          now - NEWS_MAX_AGE_MS,
          NEWS_MAX_COUNT,
        )
        .toArray()
        .map(({ published_at: at, ...news }) => ({ ...news, publishedAt: formatInstant(at) })),
    };
  }

  /** Undefined where there is no such part. */
  part(number: number): SitemapPart | undefined {
    const row = this.#first<PartRow>(
      'SELECT part, version, changed_at FROM sitemap_parts WHERE part = ?',
      number,
    );
    if (row === undefined) return undefined;
    const query = `SELECT articles.slug, published_at, ${member('updatedAt')}
                   FROM sitemap_entries JOIN articles ON articles.slug = sitemap_entries.slug
                   WHERE part = ? AND ${IS_LISTED} ORDER BY articles.slug`;
    const entries = this.#sql.exec<EntryRow>(query, number).toArray();
    return {
      ...this.#version(row.version),
      urls: writeSitemapUrls(entries.map(listed)),
    };
  }

  parts(): PartRow[] {
    const query = 'SELECT part, version, changed_at FROM sitemap_parts ORDER BY part';
    return this.#sql.exec<PartRow>(query).toArray();
  }

  metadata(version = this.#facts.number('sitemapVersion')): CopyMetadata {
    return this.#version(version);
  }

  #version(version: number) {
    return { schema: PROJECTION_SCHEMA, catalogue: this.#facts.catalogue(), version };
  }

  #first<Row extends Record<string, SqlStorageValue>>(
    query: string,
    value: SqlStorageValue,
  ): Row | undefined {
    return this.#sql.exec<Row>(query, value).toArray()[0];
  }
}

function listed({ slug, published_at: at, updatedAt }: EntryRow) {
  const publishedAt = formatInstant(at);
  return { slug, changedAt: lastChangeOf({ publishedAt, updatedAt: updatedAt ?? publishedAt }) };
}
