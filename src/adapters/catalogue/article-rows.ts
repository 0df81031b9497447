import {
  type ArticleMeta,
  type ArticleRecord,
  articleRecordSchema,
  pageUrlsOf,
  toListEntry,
} from '../../core/article-record.ts';
import { pageUrlHash } from '../../core/page-url.ts';

export type ArticleRow = {
  slug: string;
  /** `forgotten`: deleted before any reader could see it, so that readers never learn of it. */
  state: 'article' | 'deleted' | 'moved' | 'forgotten';
  moved_to: string | null;
  revision: number;
  projection: number;
  visible: number;
  published_at: number | null;
  /** When what is served of it last changed; 0 where an older release wrote the row. */
  changed_at: number;
  meta: string | null;
};

export type UrlRow = { hash: string; slug: string; visible: number; changed_at: number };

const COLUMNS = 'slug, state, moved_to, revision, projection, visible, published_at, changed_at, meta';
const PART_NAMES = ['bodySource', 'html', 'text', 'digest'] as const;

export interface Tombstone {
  state: 'deleted' | 'moved' | 'forgotten';
  movedTo: string | null;
  revision: number;
  projection: number;
  /** Hashes of the page URLs that it holds. */
  pages: readonly string[];
  now: number;
}

/** Rows of the tables `articles`, `parts`, `tags`, `urls` and `held_pages`. Callers hold the transaction. */
export class ArticleRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
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

  save(record: ArticleRecord, { projection, now }: { projection: number; now: number }): void {
    const { bodySource, html, text, digest, ...meta } = record;
    const publishedAt = Date.parse(record.publishedAt);
    const isDue = publishedAt <= now;
    this.#sql.exec(
      `INSERT OR REPLACE INTO articles
         (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, meta, entry)
       VALUES (?, 'article', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.slug,
      record.revision,
      projection,
      record.status === 'published' && isDue ? 1 : 0,
      record.status === 'published' && !isDue ? 1 : 0,
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
    for (const table of ['urls', 'held_pages'])
      this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, record.slug);
    for (const url of pageUrlsOf(record)) {
      const hash = pageUrlHash(url);
      this.#sql.exec('INSERT OR IGNORE INTO urls (hash, slug) VALUES (?, ?)', hash, record.slug);
      this.#sql.exec('DELETE FROM held_pages WHERE hash = ?', hash);
    }
  }

  #savePart(slug: string, name: (typeof PART_NAMES)[number], value: string): void {
    this.#sql.exec('INSERT OR REPLACE INTO parts (slug, name, value) VALUES (?, ?, ?)', slug, name, value);
  }

  /** Leaves nothing of the article but its numbers, and the names of the pages that the tombstone holds. */
  bury(slug: string, { state, movedTo, revision, projection, pages, now }: Tombstone): void {
    for (const table of ['parts', 'tags', 'urls', 'held_pages'])
      this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, slug);
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
    for (const hash of pages)
      this.#sql.exec('INSERT OR REPLACE INTO held_pages (hash, slug) VALUES (?, ?)', hash, slug);
  }

  /** Articles that moved to `from` answer with `to` from now on. */
  followMoves(from: string, to: string): string[] {
    const rows = this.#sql
      .exec<{ slug: string }>('SELECT slug FROM articles WHERE moved_to = ?', from)
      .toArray();
    this.#sql.exec('UPDATE articles SET moved_to = ? WHERE moved_to = ?', to, from);
    return rows.map(({ slug }) => slug);
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

  /** Articles by what an editor would call them. */
  countByState(): { published: number; scheduled: number; drafts: number; tombstones: number } {
    return this.#sql
      .exec<{ published: number; scheduled: number; drafts: number; tombstones: number }>(
        `SELECT count(*) FILTER (WHERE visible = 1) AS published,
                count(*) FILTER (WHERE scheduled = 1) AS scheduled,
                count(*) FILTER (WHERE state = 'article' AND visible = 0 AND scheduled = 0) AS drafts,
                count(*) FILTER (WHERE state <> 'article') AS tombstones
         FROM articles`,
      )
      .one();
  }

  /** Pages and the articles that they lead to, hashes above `after` and up to `through`, in order. */
  *urlsBetween(after: string, through: string | null, limit: number): Generator<UrlRow> {
    const upTo = through === null ? '' : 'AND hash <= ?';
    yield* this.#sql.exec<UrlRow>(
      `SELECT hash, urls.slug, visible, changed_at FROM urls JOIN articles ON articles.slug = urls.slug
       WHERE hash > ? ${upTo} ORDER BY hash LIMIT ?`,
      ...(through === null ? [after, limit] : [after, through, limit]),
    );
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

  ownerOfHash(hash: string): string | undefined {
    return this.#sql.exec<{ slug: string }>('SELECT slug FROM urls WHERE hash = ?', hash).toArray()[0]?.slug;
  }

  /** The tombstone that holds a page. */
  holderOfHash(hash: string): string | undefined {
    return this.#sql.exec<{ slug: string }>('SELECT slug FROM held_pages WHERE hash = ?', hash).toArray()[0]
      ?.slug;
  }

  heldHashesOf(slug: string): string[] {
    return this.#sql
      .exec<{ hash: string }>('SELECT hash FROM held_pages WHERE slug = ? ORDER BY hash', slug)
      .toArray()
      .map(({ hash }) => hash);
  }

  urlHashesOf(slug: string): string[] {
    return this.#sql
      .exec<{ hash: string }>('SELECT hash FROM urls WHERE slug = ?', slug)
      .toArray()
      .map(({ hash }) => hash);
  }

  isVisible(slug: string): boolean {
    return this.find(slug)?.visible === 1;
  }
}
