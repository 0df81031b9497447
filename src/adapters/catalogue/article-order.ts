import { type ListEntry, listEntrySchema, type Neighbour } from '../../core/article/article.ts';
import type { ListPosition, ListQuery } from '../../core/article/article-list.ts';
import type { Neighbours } from '../../core/catalogue/article-record.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import type { ListPage, ListScope } from '../../flows/ports.ts';
import { readCounts } from './article-counts.ts';
import { IS_DECIDED } from './desk-index.ts';

/** A page of a tag is read off one index, in order, whether the tag has ten articles or a million. */
export const TAG_ORDER = `
  ALTER TABLE tags ADD COLUMN published_at INTEGER;
  UPDATE tags SET published_at = (SELECT published_at FROM articles WHERE articles.slug = tags.slug);
  CREATE INDEX tags_in_order ON tags (tag, published_at, slug);
  CREATE TRIGGER tags_dated AFTER INSERT ON tags WHEN NEW.published_at IS NULL BEGIN
    UPDATE tags SET published_at = (SELECT published_at FROM articles WHERE slug = NEW.slug)
      WHERE tag = NEW.tag AND slug = NEW.slug;
  END;
`;

type EntryRow = { entry: string };

/** `state`: of the summary. */
export type OrderQuery = ListQuery & { state?: SummaryState | undefined };

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
    return readCounts(this.#sql).published;
  }

  newest(limit: number): ListEntry[] {
    const query =
      'SELECT entry FROM articles WHERE visible = 1 ORDER BY published_at DESC, slug DESC LIMIT ?';
    return this.#sql.exec<EntryRow>(query, limit).toArray().map(parseEntry);
  }

  /** Of these slugs, in their order, those that are in sight. */
  entriesOf(slugs: readonly string[], scope: ListScope): ListEntry[] {
    const query = `SELECT entry FROM json_each(?) AS chosen CROSS JOIN articles ON slug = chosen.value
                   WHERE ${SCOPES[scope].sql} ORDER BY chosen.key`;
    return this.#sql.exec<EntryRow>(query, JSON.stringify(slugs)).toArray().map(parseEntry);
  }

  /** One page, newest first, and whether there is more on either side of it. */
  page(query: OrderQuery, scope: ListScope): Pick<ListPage, 'items' | 'hasNewer' | 'hasOlder'> {
    const { limit, cursor } = query;
    const goesBack = cursor?.direction === 'before';
    const selection = this.#selection(query, scope);
    const rows = this.#select(selection, cursor, goesBack ? 'newer' : 'older', limit + 1);
    const hasMore = rows.length > limit;
    const items = rows.slice(0, limit).map(parseEntry);
    if (cursor === undefined) return { items, hasNewer: false, hasOlder: hasMore };
    // On the side that the page came from there was more; whether there still is has to be asked.
    const from = items[0] === undefined ? cursor : placeOf(items[0]);
    const isMoreBehind = this.#select(selection, from, goesBack ? 'older' : 'newer', 1).length > 0;
    return goesBack
      ? { items: items.reverse(), hasNewer: hasMore, hasOlder: isMoreBehind }
      : { items, hasNewer: isMoreBehind, hasOlder: hasMore };
  }

  #select(
    { source, order, conditions }: Selection,
    from: Place | undefined,
    side: 'newer' | 'older',
    limit: number,
  ): EntryRow[] {
    const [at, slug] = [`${order}.published_at`, `${order}.slug`];
    const place: Condition[] =
      from === undefined
        ? []
        : [
            {
              sql: `(${at}, ${slug}) ${side === 'newer' ? '>' : '<'} (?, ?)`,
              values: [from.publishedAt, from.slug],
            },
          ];
    const all = [...conditions, ...place];
    const direction = side === 'newer' ? 'ASC' : 'DESC';
    return this.#sql
      .exec<EntryRow>(
        `SELECT entry FROM ${source} WHERE ${all.map(({ sql }) => sql).join(' AND ')}
         ORDER BY ${at} ${direction}, ${slug} ${direction} LIMIT ?`,
        ...all.flatMap(({ values }) => values),
        limit,
      )
      .toArray();
  }

  /**
   * A tag is walked through in its own order. A rare language is looked up and its articles sorted; a common one is met
   * often enough on the walk (`npm run bench catalogue`).
   */
  #selection({ tag, language, state }: OrderQuery, scope: ListScope): Selection {
    const ofLanguage = language === undefined ? undefined : this.#ofLanguage(language, scope);
    const conditions = [
      SCOPES[scope],
      ...(ofLanguage === undefined ? [] : [ofLanguage.condition]),
      ...(state === undefined ? [] : [this.#inState(state)]),
    ];
    if (tag === undefined) return { source: 'articles', order: 'articles', conditions };
    if (ofLanguage?.isRare) {
      const sql = 'EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = articles.slug)';
      return { source: 'articles', order: 'articles', conditions: [...conditions, { sql, values: [tag] }] };
    }
    return {
      source: 'tags CROSS JOIN articles ON articles.slug = tags.slug', // In this order, whatever the planner thinks.
      order: 'tags',
      conditions: [...conditions, { sql: 'tags.tag = ?', values: [tag] }],
    };
  }

  /** Automatic is what nobody has decided on. */
  #inState(state: SummaryState): Condition {
    if (state === 'automatic') {
      const decided = `SELECT 1 FROM desk_articles d WHERE d.slug = articles.slug AND ${IS_DECIDED}`;
      return { sql: `NOT EXISTS (${decided})`, values: [] };
    }
    const isRare = this.#isRare('desk_articles', { sql: `state = ? AND ${IS_DECIDED}`, values: [state] });
    const sql = isRare
      ? `articles.slug IN (SELECT slug FROM desk_articles WHERE state = ? AND ${IS_DECIDED})`
      : 'EXISTS (SELECT 1 FROM desk_articles d WHERE d.state = ? AND d.slug = articles.slug)';
    return { sql, values: [state] };
  }

  #ofLanguage(language: string, scope: ListScope): { condition: Condition; isRare: boolean } {
    // `de` stands for `de-AT` too: everything from `de-` to before `de.`, the next character.
    const values = [language, `${language}-`, `${language}.`];
    const ofLanguage = '(language = ? OR (language > ? AND language < ?))';
    const shown = `visible = 1 AND ${ofLanguage}`;
    const isRare = scope === 'public' && this.#isRare('articles', { sql: shown, values });
    const rare = `articles.slug IN (SELECT slug FROM articles WHERE ${shown})`;
    return { condition: { sql: isRare ? rare : ofLanguage, values }, isRare };
  }

  #isRare(table: 'articles' | 'desk_articles', { sql, values }: Condition): boolean {
    const query = `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${sql} LIMIT ?)`;
    const { count } = this.#sql.exec<{ count: number }>(query, ...values, RARE_MAX_COUNT + 1).one();
    return count <= RARE_MAX_COUNT;
  }
}

interface Condition {
  sql: string;
  values: (string | number)[];
}
/** Where entries come from, and which of the tables has them in order. */
interface Selection {
  source: string;
  order: 'articles' | 'tags';
  conditions: readonly Condition[];
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
  return listEntrySchema().parse(JSON.parse(entry));
}
