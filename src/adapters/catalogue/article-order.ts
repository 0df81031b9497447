import { type ListEntry, listEntrySchema, type Neighbour } from '../../core/article/article.ts';
import type { ListPosition, ListQuery } from '../../core/article/article-list.ts';
import type { Neighbours } from '../../core/catalogue/article-record.ts';
import type { IndexableEntry, ListPage, ListScope } from '../../flows/ports.ts';

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

  /** Articles whose page is ours, newest first. */
  indexable(limit: number): IndexableEntry[] {
    const members = ['title', 'publishedAt', 'updatedAt', 'language'].map(
      (name) => `json_extract(entry, '$.${name}') AS ${name}`,
    );
    const query = `SELECT slug, ${members.join()} FROM articles
                   WHERE visible = 1 AND json_extract(entry, '$.url') IS NULL
                   ORDER BY published_at DESC, slug DESC LIMIT ?`;
    return this.#sql.exec<IndexableEntry>(query, limit).toArray();
  }

  /** One page, newest first, and whether there is more on either side of it. */
  page(query: ListQuery, scope: ListScope): Pick<ListPage, 'items' | 'hasNewer' | 'hasOlder'> {
    const { limit, cursor } = query;
    const goesBack = cursor?.direction === 'before';
    const conditions = [SCOPES[scope], ...this.#filters(query, scope)];
    const rows = this.#select(conditions, cursor, goesBack ? 'newer' : 'older', limit + 1);
    const hasMore = rows.length > limit;
    const items = rows.slice(0, limit).map(parseEntry);
    if (cursor === undefined) return { items, hasNewer: false, hasOlder: hasMore };
    // On the side that the page came from there was more; whether there still is has to be asked.
    const from = items[0] === undefined ? cursor : placeOf(items[0]);
    const isMoreBehind = this.#select(conditions, from, goesBack ? 'older' : 'newer', 1).length > 0;
    return goesBack
      ? { items: items.reverse(), hasNewer: hasMore, hasOlder: isMoreBehind }
      : { items, hasNewer: isMoreBehind, hasOlder: hasMore };
  }

  #select(
    conditions: readonly Condition[],
    from: Place | undefined,
    side: 'newer' | 'older',
    limit: number,
  ): EntryRow[] {
    const place: Condition[] =
      from === undefined
        ? []
        : [
            {
              sql: `(published_at, slug) ${side === 'newer' ? '>' : '<'} (?, ?)`,
              values: [from.publishedAt, from.slug],
            },
          ];
    const all = [...conditions, ...place];
    const direction = side === 'newer' ? 'ASC' : 'DESC';
    return this.#sql
      .exec<EntryRow>(
        `SELECT entry FROM articles WHERE ${all.map(({ sql }) => sql).join(' AND ')}
         ORDER BY published_at ${direction}, slug ${direction} LIMIT ?`,
        ...all.flatMap(({ values }) => values),
        limit,
      )
      .toArray();
  }

  /**
   * A rare tag or language is looked up and its articles sorted; a common one is met often enough on a walk through
   * the order. Either way a page of 100,000 articles is found in milliseconds (`npm run bench`).
   */
  #filters({ tag, language }: ListQuery, scope: ListScope): Condition[] {
    const filters: Condition[] = [];
    if (tag !== undefined) {
      const isRare = this.#isRare('tags', { sql: 'tag = ?', values: [tag] });
      filters.push({
        sql: isRare
          ? 'slug IN (SELECT slug FROM tags WHERE tag = ?)'
          : 'EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = articles.slug)',
        values: [tag],
      });
    }
    if (language !== undefined) {
      // `de` stands for `de-AT` too: everything from `de-` to before `de.`, the next character.
      const values = [language, `${language}-`, `${language}.`];
      const ofLanguage = '(language = ? OR (language > ? AND language < ?))';
      const shown = `visible = 1 AND ${ofLanguage}`;
      const isRare = scope === 'public' && this.#isRare('articles', { sql: shown, values });
      const rare = `slug IN (SELECT slug FROM articles WHERE ${shown})`;
      filters.push({ sql: isRare ? rare : ofLanguage, values });
    }
    return filters;
  }

  #isRare(table: 'tags' | 'articles', { sql, values }: Condition): boolean {
    const query = `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT ?)`;
    const { count } = this.#sql.exec<{ count: number }>(query, ...values, RARE_MAX_COUNT + 1).one();
    return count <= RARE_MAX_COUNT;
  }
}

interface Condition {
  sql: string;
  values: (string | number)[];
}
type Place = Pick<ListPosition, 'publishedAt' | 'slug'>;

const SCOPES: Record<ListScope, Condition> = {
  public: { sql: 'visible = 1', values: [] },
  all: { sql: "state = 'article'", values: [] },
};
const RARE_MAX_COUNT = 1_000;

function placeOf({ publishedAt, slug }: ListEntry): Place {
  return { publishedAt: Date.parse(publishedAt), slug };
}

function parseEntry({ entry }: EntryRow): ListEntry {
  return listEntrySchema.parse(JSON.parse(entry));
}
