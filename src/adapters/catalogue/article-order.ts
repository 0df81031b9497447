import type { Neighbour } from '../../core/article/article.ts';
import type { ListPosition, ListQuery } from '../../core/article/article-list.ts';
import type { Neighbours } from '../../core/catalogue/article-record.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import type { ListPage, ListScope } from '../../flows/ports.ts';
import { readCounts } from './article-counts.ts';
import { IS_DECIDED } from './desk-index.ts';
import { ENTRY_COLUMNS, type EntryRow } from './entry-rows.ts';

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

/** `state`: of the summary. */
export type OrderQuery = ListQuery & { state?: SummaryState | undefined };
export type OrderPage = { rows: EntryRow[] } & Pick<ListPage, 'hasNewer' | 'hasOlder'>;

/** Few articles are out of sight, so these have an index of their own instead of one over all. */
export const HIDDEN_ORDER = `
  DROP INDEX articles_stored;
  CREATE INDEX articles_hidden ON articles (published_at, slug) WHERE state = 'article' AND visible = 0;
`;

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

  newest(limit: number): EntryRow[] {
    const query = `SELECT ${ENTRY_COLUMNS} FROM articles WHERE visible = 1
                   ORDER BY published_at DESC, slug DESC LIMIT ?`;
    return this.#sql.exec<EntryRow>(query, limit).toArray();
  }

  /** Of these slugs, in their order, those that are in sight. */
  rowsOf(slugs: readonly string[], scope: ListScope): EntryRow[] {
    const query = `SELECT ${ENTRY_COLUMNS} FROM json_each(?) AS chosen CROSS JOIN articles ON slug = chosen.value
                   WHERE ${SCOPES[scope].sql} ORDER BY chosen.key`;
    return this.#sql.exec<EntryRow>(query, JSON.stringify(slugs)).toArray();
  }

  /** One page, newest first, and whether there is more on either side of it. */
  page(query: OrderQuery, scope: ListScope): OrderPage {
    const { limit, cursor } = query;
    const goesBack = cursor?.direction === 'before';
    const selection = this.#selection(query, scope);
    const found = this.#select(selection, cursor, goesBack ? 'newer' : 'older', limit + 1);
    const hasMore = found.length > limit;
    const rows = found.slice(0, limit);
    if (cursor === undefined) return { rows, hasNewer: false, hasOlder: hasMore };
    // On the side that the page came from there was more; whether there still is has to be asked.
    const from = rows[0] === undefined ? cursor : placeOf(rows[0]);
    const isMoreBehind = this.#select(selection, from, goesBack ? 'older' : 'newer', 1).length > 0;
    return goesBack
      ? { rows: rows.reverse(), hasNewer: hasMore, hasOlder: isMoreBehind }
      : { rows, hasNewer: isMoreBehind, hasOlder: hasMore };
  }

  #select(
    { scopes, ...selection }: Selection,
    from: Place | undefined,
    side: 'newer' | 'older',
    limit: number,
  ): EntryRow[] {
    const found = scopes.flatMap((scope) => this.#selectIn(scope, selection, from, side, limit));
    if (scopes.length === 1) return found;
    return found.sort((a, b) => (side === 'newer' ? inOrder(a, b) : inOrder(b, a))).slice(0, limit);
  }

  #selectIn(
    scope: Condition,
    { source, order, conditions }: Omit<Selection, 'scopes'>,
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
    const all = [scope, ...conditions, ...place];
    const direction = side === 'newer' ? 'ASC' : 'DESC';
    return this.#sql
      .exec<EntryRow>(
        `SELECT ${ENTRY_COLUMNS} FROM ${source} WHERE ${all.map(({ sql }) => sql).join(' AND ')}
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
      ...(ofLanguage === undefined ? [] : [ofLanguage.condition]),
      ...(state === undefined ? [] : [this.#inState(state)]),
    ];
    const inOrder = { source: 'articles', order: 'articles', scopes: PARTS[scope] } as const;
    if (tag === undefined) return { ...inOrder, conditions };
    if (ofLanguage?.isRare) {
      const sql = 'EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = articles.slug)';
      return { ...inOrder, conditions: [...conditions, { sql, values: [tag] }] };
    }
    return {
      source: 'tags CROSS JOIN articles ON articles.slug = tags.slug', // In this order, whatever the planner thinks.
      order: 'tags',
      scopes: [SCOPES[scope]],
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
/** Where entries come from, in scopes none of which overlap, and which of the tables has them in order. */
interface Selection {
  scopes: readonly Condition[];
  source: string;
  order: 'articles' | 'tags';
  conditions: readonly Condition[];
}
type Place = Pick<ListPosition, 'publishedAt' | 'slug'>;

const SCOPES: Record<ListScope, Condition> = {
  public: { sql: 'visible = 1', values: [] },
  all: { sql: "state = 'article'", values: [] },
};
/** Each of them has an index in order. */
const PARTS: Record<ListScope, readonly Condition[]> = {
  public: [SCOPES.public],
  all: [SCOPES.public, { sql: "state = 'article' AND visible = 0", values: [] }],
};
const RARE_MAX_COUNT = 1_000;

function inOrder(a: EntryRow, b: EntryRow): number {
  return a.published_at - b.published_at || (a.slug < b.slug ? -1 : 1);
}

function placeOf({ published_at: publishedAt, slug }: EntryRow): Place {
  return { publishedAt, slug };
}
