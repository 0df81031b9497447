import { ABSENCE_TABLES } from './absence-rows.ts';
import { COUNT_TABLES } from './article-counts.ts';
import { HIDDEN_ORDER, TAG_ORDER } from './article-order.ts';
import { TAGS_IN_ENTRIES } from './article-rows.ts';
import { BODY_TABLES } from './body-rows.ts';
import { CLOCK_FACTS } from './clock.ts';
import { DESK_ORDER, DESK_TABLES } from './desk-schema.ts';
import { GENERATION_TABLES } from './generation-rows.ts';
import { RULE_TABLES } from './rule-rows.ts';
import { SEARCH_APART_TABLES } from './search-apart.ts';
import { RENDERED_PARTS, SITEMAP_TABLES } from './sitemap-rows.ts';
import { ENTRY_TABLES, VOLUME_TABLES } from './volume-texts.ts';

/**
 * Tables of the catalogue. Each migration runs once, in order, inside the constructor. Within a major they only add,
 * and what they add has a default: an older release goes on reading and writing the database after a rollback, since
 * every statement names the columns that it means. Newer tables stand in the file whose statements use them.
 *
 * Said here, since what stands between the marks is shipped:
 * - `articles.state` is 'article', 'deleted', 'moved' or 'forgotten'; `visible`: published, and its time has come;
 *   `scheduled`: published, and its time has not come; `published_at` and all times: milliseconds since the epoch; `meta`
 *   and `entry`: JSON of ArticleMeta and ListEntry; `changed_at`: when what is served last changed.
 * - `parts.name` is 'bodySource', 'html', 'text' or 'digest'.
 * - `urls.hash` is the sha256 of a normalised page URL, `held_pages.hash` that of a page whose article an editor removed.
 * - `outbox.key` is a KV key whose value has to be written anew; its `ticket` grows with each request for it.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE articles (
    slug TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    moved_to TEXT,
    revision INTEGER NOT NULL,
    projection INTEGER NOT NULL,
    visible INTEGER NOT NULL,
    scheduled INTEGER NOT NULL,
    published_at INTEGER,
    language TEXT,
    meta TEXT,
    entry TEXT
  ) WITHOUT ROWID;
  CREATE INDEX articles_in_order ON articles (published_at, slug) WHERE visible = 1;
  CREATE INDEX articles_scheduled ON articles (published_at) WHERE scheduled = 1;
  CREATE INDEX articles_moved ON articles (moved_to) WHERE moved_to IS NOT NULL;
  CREATE TABLE parts (
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (slug, name)
  );
  CREATE TABLE tags (
    tag TEXT NOT NULL,
    slug TEXT NOT NULL,
    PRIMARY KEY (tag, slug)
  ) WITHOUT ROWID;
  CREATE INDEX tags_of_article ON tags (slug);
  CREATE TABLE urls (
    hash TEXT PRIMARY KEY,
    slug TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX urls_of_article ON urls (slug);
  CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    ticket INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX outbox_due ON outbox (not_before);
  CREATE TABLE recent_writes (
    key TEXT PRIMARY KEY,
    written_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE purges (
    tag TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    PRIMARY KEY (tag, due_at)
  ) WITHOUT ROWID;
  CREATE INDEX purges_due ON purges (due_at);
  CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE articles ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX articles_stored ON articles (published_at, slug) WHERE state = 'article';
  CREATE INDEX articles_by_language ON articles (language, published_at, slug) WHERE visible = 1;
  `,
  `
  CREATE TABLE held_pages (
    hash TEXT PRIMARY KEY,
    slug TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX held_pages_of_tombstone ON held_pages (slug);
  `,
  COUNT_TABLES + TAG_ORDER + SITEMAP_TABLES + ABSENCE_TABLES + BODY_TABLES,
  DESK_TABLES,
  GENERATION_TABLES,
  RULE_TABLES,
  DESK_ORDER,
  VOLUME_TABLES,
  CLOCK_FACTS,
  RENDERED_PARTS,
  SEARCH_APART_TABLES,
  ENTRY_TABLES,
  HIDDEN_ORDER + TAGS_IN_ENTRIES,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the database to the newest schema. Runs in the constructor, before any event is delivered. */
export function migrate(storage: DurableObjectStorage, createCatalogueId: () => string): void {
  storage.transactionSync(() => {
    const { sql } = storage;
    sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const [row] = sql.exec<{ version: number }>('SELECT version FROM schema_version').toArray();
    const version = row?.version ?? 0;
    for (const migration of MIGRATIONS.slice(version)) sql.exec(migration);
    if (row === undefined) {
      sql.exec('INSERT INTO schema_version (version) VALUES (?)', SCHEMA_VERSION);
      sql.exec(
        "INSERT INTO facts (name, value) VALUES ('catalogue', ?), ('changes', '0')",
        createCatalogueId(),
      );
    } else if (version < SCHEMA_VERSION) {
      sql.exec('UPDATE schema_version SET version = ?', SCHEMA_VERSION);
    }
  });
}
