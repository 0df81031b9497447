import { pageUrlHash } from '../../core/fetching/page-hash.ts';

export type UrlRow = { hash: string; slug: string; visible: number; changed_at: number };

/**
 * Rows of the tables `urls` and `held_pages`: which article a page leads to, and which tombstone keeps it from being made
 * an article again. Callers hold the transaction.
 */
export class UrlRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  ownerOf(pageUrl: string): string | undefined {
    return this.ownerOfHash(pageUrlHash(pageUrl));
  }

  ownerOfHash(hash: string): string | undefined {
    return this.#sql.exec<{ slug: string }>('SELECT slug FROM urls WHERE hash = ?', hash).toArray()[0]?.slug;
  }

  hashesOf(slug: string): string[] {
    return this.#sql
      .exec<{ hash: string }>('SELECT hash FROM urls WHERE slug = ?', slug)
      .toArray()
      .map(({ hash }) => hash);
  }

  /** Pages and the articles that they lead to, hashes above `after` and up to `through`, in order. */
  *between(after: string, through: string | null, limit: number): Generator<UrlRow> {
    const upTo = through === null ? '' : 'AND hash <= ?';
    yield* this.#sql.exec<UrlRow>(
      `SELECT hash, urls.slug, visible, changed_at FROM urls JOIN articles ON articles.slug = urls.slug
       WHERE hash > ? ${upTo} ORDER BY hash LIMIT ?`,
      ...(through === null ? [after, limit] : [after, through, limit]),
    );
  }

  /** The tombstone that holds a page. */
  holderOf(pageUrl: string): string | undefined {
    return this.holderOfHash(pageUrlHash(pageUrl));
  }

  holderOfHash(hash: string): string | undefined {
    const query = 'SELECT slug FROM held_pages WHERE hash = ?';
    return this.#sql.exec<{ slug: string }>(query, hash).toArray()[0]?.slug;
  }

  heldBy(slug: string): string[] {
    return this.#sql
      .exec<{ hash: string }>('SELECT hash FROM held_pages WHERE slug = ? ORDER BY hash', slug)
      .toArray()
      .map(({ hash }) => hash);
  }

  /** An article has these pages from now on, whoever held them. */
  lead(slug: string, pageUrls: readonly string[]): void {
    this.#clear(slug);
    for (const hash of pageUrls.map(pageUrlHash)) {
      this.#sql.exec('INSERT OR IGNORE INTO urls (hash, slug) VALUES (?, ?)', hash, slug);
      this.#sql.exec('DELETE FROM held_pages WHERE hash = ?', hash);
    }
  }

  /** A tombstone holds these pages from now on. */
  hold(slug: string, hashes: readonly string[]): void {
    this.#clear(slug);
    for (const hash of hashes)
      this.#sql.exec('INSERT OR REPLACE INTO held_pages (hash, slug) VALUES (?, ?)', hash, slug);
  }

  #clear(slug: string): void {
    for (const table of ['urls', 'held_pages']) this.#sql.exec(`DELETE FROM ${table} WHERE slug = ?`, slug);
  }
}
