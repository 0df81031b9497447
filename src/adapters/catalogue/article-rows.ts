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
  meta: string | null;
};

const PART_NAMES = ['bodySource', 'html', 'text', 'digest'] as const;

/** Rows of the tables `articles`, `parts`, `tags` and `urls`. Callers hold the transaction. */
export class ArticleRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(slug: string): ArticleRow | undefined {
    const columns = 'slug, state, moved_to, revision, projection, visible, published_at, meta';
    return this.#sql.exec<ArticleRow>(`SELECT ${columns} FROM articles WHERE slug = ?`, slug).toArray()[0];
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
         (slug, state, revision, projection, visible, scheduled, published_at, language, meta, entry)
       VALUES (?, 'article', ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.slug,
      record.revision,
      projection,
      record.status === 'published' && isDue ? 1 : 0,
      record.status === 'published' && !isDue ? 1 : 0,
      publishedAt,
      record.language,
      JSON.stringify(meta satisfies ArticleMeta),
      JSON.stringify(toListEntry(record)),
    );
    const values = { bodySource, html, text, digest: JSON.stringify(digest) };
    for (const name of PART_NAMES) {
      this.#sql.exec('INSERT OR REPLACE INTO parts VALUES (?, ?, ?)', record.slug, name, values[name]);
    }
    this.#sql.exec('DELETE FROM tags WHERE slug = ?', record.slug);
    for (const tag of record.tags)
      this.#sql.exec('INSERT OR IGNORE INTO tags VALUES (?, ?)', tag, record.slug);
    this.#sql.exec('DELETE FROM urls WHERE slug = ?', record.slug);
    for (const url of pageUrlsOf(record)) {
      this.#sql.exec('INSERT OR IGNORE INTO urls VALUES (?, ?)', pageUrlHash(url), record.slug);
    }
  }

  /** Leaves nothing of the article but its numbers. */
  bury(
    { slug, visible }: ArticleRow,
    { revision, projection, movedTo }: { revision: number; projection: number; movedTo: string | null },
  ): void {
    for (const table of ['parts', 'tags', 'urls'])
      this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, slug);
    this.#sql.exec(
      `UPDATE articles SET state = ?, moved_to = ?, revision = ?, projection = ?, visible = 0, scheduled = 0,
         published_at = NULL, language = NULL, meta = NULL, entry = NULL
       WHERE slug = ?`,
      visible === 0 ? 'forgotten' : movedTo === null ? 'deleted' : 'moved',
      movedTo,
      revision,
      projection,
      slug,
    );
  }

  /** Articles that moved to `from` answer with `to` from now on. */
  followMoves(from: string, to: string): string[] {
    const rows = this.#sql
      .exec<{ slug: string }>('SELECT slug FROM articles WHERE moved_to = ?', from)
      .toArray();
    this.#sql.exec('UPDATE articles SET moved_to = ? WHERE moved_to = ?', to, from);
    return rows.map(({ slug }) => slug);
  }

  bumpProjection(slug: string): void {
    this.#sql.exec('UPDATE articles SET projection = projection + 1 WHERE slug = ?', slug);
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

  ownerOfHash(hash: string): string | undefined {
    return this.#sql.exec<{ slug: string }>('SELECT slug FROM urls WHERE hash = ?', hash).toArray()[0]?.slug;
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
