import {
  type ArticleMeta,
  type ArticleRecord,
  articleRecordSchema,
  pageUrlsOf,
  toListEntry,
} from '../../core/catalogue/article-record.ts';
import {
  isKnownToReaders,
  isVisibleAt,
  type StoredRecord,
  type TombstoneState,
} from '../../core/catalogue/catalogue-change.ts';
import { UrlRows } from './url-rows.ts';

export type ArticleRow = {
  slug: string;
  state: 'article' | TombstoneState;
  moved_to: string | null;
  revision: number;
  projection: number;
  visible: number;
  published_at: number | null;
  /** When what is served of it last changed; 0 where an older release wrote the row. */
  changed_at: number;
  meta: string | null;
};

const COLUMNS = 'slug, state, moved_to, revision, projection, visible, published_at, changed_at, meta';
const PART_NAMES = ['bodySource', 'html', 'text', 'digest'] as const;

export interface Tombstone {
  state: TombstoneState;
  movedTo: string | null;
  revision: number;
  projection: number;
  /** Hashes of the page URLs that it holds. */
  pages: readonly string[];
  now: number;
}

/** Rows of the tables `articles`, `parts` and `tags`, and with them those of `urls` and `held_pages`. Callers hold the transaction. */
export class ArticleRows {
  readonly urls: UrlRows;
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.urls = new UrlRows(sql);
  }

  find(slug: string): ArticleRow | undefined {
    return this.#sql.exec<ArticleRow>(`SELECT ${COLUMNS} FROM articles WHERE slug = ?`, slug).toArray()[0];
  }

  /** Rows of slugs above `after`, up to `through` where it is given, in order. */
  *between(after: string, through: string | null, limit: number): Generator<ArticleRow> {
    const upTo = through === null ? '' : 'AND slug <= ?';
    yield* this.#sql.exec<ArticleRow>(
      `SELECT ${COLUMNS} FROM articles WHERE slug > ? ${upTo} ORDER BY slug LIMIT ?`,
      ...(through === null ? [after, limit] : [after, through, limit]),
    );
  }

  /** Puts the record together from its row and its parts. */
  record(row: ArticleRow): ArticleRecord {
    const parts = this.#sql.exec<{ name: string; value: string }>(
      'SELECT name, value FROM parts WHERE slug = ?',
      row.slug,
    );
    const values = new Map(parts.toArray().map(({ name, value }) => [name, value]));
    return articleRecordSchema.parse({
      ...JSON.parse(row.meta ?? 'null'),
      bodySource: values.get('bodySource'),
      html: values.get('html'),
      text: values.get('text'),
      digest: JSON.parse(values.get('digest') ?? 'null'),
    });
  }

  /** The record or the tombstone that a row stands for. */
  stored(row: ArticleRow): StoredRecord {
    const { slug, state, revision, moved_to: movedTo } = row;
    return state === 'article'
      ? { state, record: this.record(row) }
      : { state, slug, revision, movedTo, pages: this.urls.heldBy(slug) };
  }

  save(record: ArticleRecord, { projection, now }: { projection: number; now: number }): void {
    const { bodySource, html, text, digest, ...meta } = record;
    const publishedAt = Date.parse(record.publishedAt);
    const isVisible = isVisibleAt(record, now);
    this.#sql.exec(
      `INSERT OR REPLACE INTO articles
         (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, meta, entry)
       VALUES (?, 'article', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.slug,
      record.revision,
      projection,
      isVisible ? 1 : 0,
      record.status === 'published' && !isVisible ? 1 : 0,
      publishedAt,
      record.language,
      now,
      JSON.stringify(meta satisfies ArticleMeta),
      JSON.stringify(toListEntry(record)),
    );
    const values = { bodySource, html, text, digest: JSON.stringify(digest) };
    for (const name of PART_NAMES) {
      this.#savePart(record.slug, name, values[name]);
    }
    this.#sql.exec('DELETE FROM tags WHERE slug = ?', record.slug);
    for (const tag of record.tags)
      this.#sql.exec('INSERT OR IGNORE INTO tags (tag, slug) VALUES (?, ?)', tag, record.slug);
    this.urls.lead(record.slug, pageUrlsOf(record));
  }

  #savePart(slug: string, name: (typeof PART_NAMES)[number], value: string): void {
    this.#sql.exec('INSERT OR REPLACE INTO parts (slug, name, value) VALUES (?, ?, ?)', slug, name, value);
  }

  /** Leaves nothing of the article but its numbers, and the names of the pages that the tombstone holds. */
  bury(slug: string, { state, movedTo, revision, projection, pages, now }: Tombstone): void {
    for (const table of ['parts', 'tags']) this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, slug);
    this.urls.hold(slug, pages);
    this.#sql.exec(
      `INSERT OR REPLACE INTO articles (slug, state, moved_to, revision, projection, visible, scheduled, changed_at)
       VALUES (?, ?, ?, ?, ?, 0, 0, ?)`,
      slug,
      state,
      movedTo,
      revision,
      projection,
      now,
    );
  }

  movedTo(slug: string): string[] {
    return this.#sql
      .exec<{ slug: string }>('SELECT slug FROM articles WHERE moved_to = ?', slug)
      .toArray()
      .map(({ slug: from }) => from);
  }

  /** Articles that moved to `from` answer with `to` from now on. */
  followMoves(from: string, to: string): string[] {
    const followers = this.movedTo(from);
    this.#sql.exec('UPDATE articles SET moved_to = ? WHERE moved_to = ?', to, from);
    return followers;
  }

  bumpProjection(slug: string, now: number): void {
    this.#sql.exec(
      'UPDATE articles SET projection = projection + 1, changed_at = ? WHERE slug = ?',
      now,
      slug,
    );
  }

  makeVisible(slug: string): void {
    this.#sql.exec('UPDATE articles SET visible = 1, scheduled = 0 WHERE slug = ?', slug);
  }

  scheduledBefore(now: number, limit: number): string[] {
    const query =
      'SELECT slug FROM articles WHERE scheduled = 1 AND published_at <= ? ORDER BY published_at LIMIT ?';
    return this.#sql
      .exec<{ slug: string }>(query, now, limit)
      .toArray()
      .map(({ slug }) => slug);
  }

  nextScheduledAt(): number | undefined {
    const query = 'SELECT min(published_at) AS at FROM articles WHERE scheduled = 1';
    return this.#sql.exec<{ at: number | null }>(query).one().at ?? undefined;
  }

  isVisible(slug: string): boolean {
    return this.find(slug)?.visible === 1;
  }

  isKnownToReaders(slug: string): boolean {
    return isRowKnown(this.find(slug));
  }
}

export function isRowKnown(row: ArticleRow | undefined): boolean {
  return isKnownToReaders(row && { state: row.state, isVisible: row.visible === 1 });
}
