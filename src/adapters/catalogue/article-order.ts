import { type ListEntry, listEntrySchema, type Neighbour } from '../../core/article.ts';
import type { ListQuery } from '../../core/article-list.ts';
import type { Neighbours } from '../../core/article-record.ts';
import type { IndexableEntry, ListPage } from '../../flows/ports.ts';

type EntryRow = { entry: string };

/** The published articles in the one order there is: (publishedAt, slug). Callers hold the transaction. */
export class ArticleOrder {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Previous is the one published before, next the one published after. */
  neighboursOf(slug: string, publishedAt: number): Neighbours {
    return {
      previous: this.#neighbour('<', 'DESC', slug, publishedAt),
      next: this.#neighbour('>', 'ASC', slug, publishedAt),
    };
  }

  #neighbour(
    side: '<' | '>',
    direction: 'ASC' | 'DESC',
    slug: string,
    publishedAt: number,
  ): Neighbour | null {
    const [row] = this.#sql
      .exec<{ slug: string; title: string }>(
        `SELECT slug, json_extract(entry, '$.title') AS title FROM articles
         WHERE visible = 1 AND (published_at, slug) ${side} (?, ?)
         ORDER BY published_at ${direction}, slug ${direction} LIMIT 1`,
        publishedAt,
        slug,
      )
      .toArray();
    return row ?? null;
  }

  count(): number {
    return this.#sql.exec<{ count: number }>('SELECT count(*) AS count FROM articles WHERE visible = 1').one()
      .count;
  }

  newest(limit: number): ListEntry[] {
    const query =
      'SELECT entry FROM articles WHERE visible = 1 ORDER BY published_at DESC, slug DESC LIMIT ?';
    return this.#sql.exec<EntryRow>(query, limit).toArray().map(parseEntry);
  }

  /** Articles whose page is ours, newest first, and how many there are. */
  indexable(limit: number): { total: number; entries: IndexableEntry[] } {
    const isOurs = "visible = 1 AND json_extract(entry, '$.url') IS NULL";
    const { total } = this.#sql
      .exec<{ total: number }>(`SELECT count(*) AS total FROM articles WHERE ${isOurs}`)
      .one();
    const query = `SELECT entry FROM articles WHERE ${isOurs} ORDER BY published_at DESC, slug DESC LIMIT ?`;
    const entries = this.#sql.exec<EntryRow>(query, limit).toArray().map(parseEntry);
    return {
      total,
      entries: entries.map(({ slug, title, publishedAt, updatedAt, language }) => {
        return { slug, title, publishedAt, updatedAt, language };
      }),
    };
  }

  /** One page, newest first, and whether there is more on either side of it. */
  page({ limit, cursor, tag, language }: ListQuery): Pick<ListPage, 'items' | 'hasNewer' | 'hasOlder'> {
    const goesBack = cursor?.direction === 'before';
    const direction = goesBack ? 'ASC' : 'DESC';
    const conditions = ['visible = 1'];
    const bindings: (string | number)[] = [];
    if (cursor !== undefined) {
      conditions.push(`(published_at, slug) ${goesBack ? '>' : '<'} (?, ?)`);
      bindings.push(cursor.publishedAt, cursor.slug);
    }
    if (tag !== undefined) {
      conditions.push('slug IN (SELECT slug FROM tags WHERE tag = ?)');
      bindings.push(tag);
    }
    if (language !== undefined) {
      conditions.push("(language = ? OR language LIKE ? || '-%')");
      bindings.push(language, language);
    }
    const rows = this.#sql
      .exec<EntryRow>(
        `SELECT entry FROM articles WHERE ${conditions.join(' AND ')}
         ORDER BY published_at ${direction}, slug ${direction} LIMIT ?`,
        ...bindings,
        limit + 1,
      )
      .toArray();
    const items = rows.slice(0, limit).map(parseEntry);
    const hasMore = rows.length > limit;
    if (goesBack) return { items: items.reverse(), hasNewer: hasMore, hasOlder: true };
    return { items, hasNewer: cursor !== undefined, hasOlder: hasMore };
  }
}

function parseEntry({ entry }: EntryRow): ListEntry {
  return listEntrySchema.parse(JSON.parse(entry));
}
