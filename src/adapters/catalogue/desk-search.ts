import { type ListEntry, listEntrySchema } from '../../core/article/article.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import type { ListScope, QueueItem, SearchQuery } from '../../flows/ports.ts';

/** So many articles are weighed by their words (BM25), which looks at every article that holds one of them. */
const WEIGHED_MAX_COUNT = 60;
/**
 * Of more, so many that were indexed last are compared: those with all words in the title stand first, and then the
 * newest. Readers of news want that of a common word, and it costs no more among a million articles.
 */
const COMPARED_MAX_COUNT = 100;
/** How much more a word counts in the title, and in what any reader may see, than in the rest. */
const WEIGHTS = '10.0, 2.0, 1.0';

/**
 * Best first. Whole words go before beginnings of words: those are looked for where whole words fill no page, since the
 * index has to bring together every word that begins so. Callers hold the transaction.
 */
export function searchDesk(sql: SqlStorage, query: SearchQuery, scope: ListScope): QueueItem[] {
  if (query.terms.length === 0) return [];
  const search = new DeskSearch(sql, query, scope);
  let items: QueueItem[] = [];
  for (const expression of search.expressions()) {
    items = search.find(expression);
    if (items.length >= query.limit) break;
  }
  return items;
}

class DeskSearch {
  readonly #sql: SqlStorage;
  readonly #terms: readonly string[];
  readonly #limit: number;
  readonly #isPublic: boolean;
  readonly #filter: Condition;
  readonly #counts = new Map<string, number>();

  constructor(sql: SqlStorage, query: SearchQuery, scope: ListScope) {
    this.#sql = sql;
    this.#terms = query.terms;
    this.#limit = query.limit;
    this.#isPublic = scope === 'public';
    this.#filter = filterOf(query, this.#isPublic);
  }

  /** From the narrowest to the widest; each that cannot fill a page is left out, but for the last. */
  *expressions(): Generator<string> {
    const whole = this.#terms.map(quote);
    if (this.#count(all(whole)) >= this.#limit) yield all(whole);
    const begun = whole.map((term) => `${term}*`);
    if (whole.length > 1) {
      // A common word is meant as it stands, and its like are the costly ones.
      const mixed = whole.map((term) => (this.#count(term) < WEIGHED_MAX_COUNT ? `${term}*` : term));
      if (all(mixed) !== all(begun) && this.#count(all(mixed)) >= this.#limit) yield all(mixed);
    }
    yield all(begun);
  }

  find(expression: string): QueueItem[] {
    const isCommon = this.#count(expression) >= this.#mostWeighed;
    return isCommon ? this.#titledThenNewest(expression) : this.#weighed(expression);
  }

  get #mostWeighed(): number {
    return Math.max(WEIGHED_MAX_COUNT, this.#limit);
  }

  /** Counts no further than anybody asks for. */
  #count(expression: string): number {
    const known = this.#counts.get(expression);
    if (known !== undefined) return known;
    const query =
      'SELECT count(*) AS count FROM (SELECT 1 FROM desk_search WHERE desk_search MATCH ? LIMIT ?)';
    const sought = [this.#inSight(expression), this.#mostWeighed];
    const { count } = this.#sql.exec<{ count: number }>(query, ...sought).one();
    this.#counts.set(expression, count);
    return count;
  }

  #weighed(expression: string): QueueItem[] {
    return this.#sql
      .exec<QueueRow>(
        `SELECT entry, d.state AS state, revision ${this.#matches}
         ORDER BY bm25(desk_search, ${WEIGHTS}), published_at DESC, articles.slug LIMIT ?`,
        this.#inSight(expression),
        ...this.#filter.values,
        this.#limit,
      )
      .toArray()
      .map(toQueueItem);
  }

  #titledThenNewest(expression: string): QueueItem[] {
    const found = this.#sql
      .exec<{ id: number; at: number }>(
        `SELECT d.id AS id, published_at AS at ${this.#matches} ORDER BY desk_search.rowid DESC LIMIT ?`,
        this.#inSight(expression),
        ...this.#filter.values,
        COMPARED_MAX_COUNT,
      )
      .toArray();
    const titled = this.#titled(expression, found.at(-1)?.id ?? 0);
    const isTitled = ({ id }: { id: number }) => Number(titled.has(id));
    found.sort((a, b) => isTitled(b) - isTitled(a) || b.at - a.at || b.id - a.id);
    return this.#describe(found.slice(0, this.#limit).map(({ id }) => id));
  }

  /** Those with all words in the title, from this one on. */
  #titled(expression: string, from: number): ReadonlySet<number> {
    const rows = this.#sql.exec<{ rowid: number }>(
      'SELECT rowid FROM desk_search WHERE desk_search MATCH ? AND rowid >= ?',
      `{title} : (${expression})`,
      from,
    );
    return new Set(rows.toArray().map(({ rowid }) => rowid));
  }

  #describe(ids: readonly number[]): QueueItem[] {
    return this.#sql
      .exec<QueueRow>(
        `SELECT entry, d.state AS state, revision FROM json_each(?) AS chosen
         CROSS JOIN desk_articles d ON d.id = chosen.value CROSS JOIN articles ON articles.slug = d.slug
         ORDER BY chosen.key`,
        JSON.stringify(ids),
      )
      .toArray()
      .map(toQueueItem);
  }

  get #matches(): string {
    return `FROM desk_search CROSS JOIN desk_articles d ON d.id = desk_search.rowid
      CROSS JOIN articles ON articles.slug = d.slug WHERE desk_search MATCH ?${this.#filter.sql}`;
  }

  #inSight(expression: string): string {
    return this.#isPublic ? `{title open} : (${expression})` : expression;
  }
}

interface Condition {
  sql: string;
  values: string[];
}

function filterOf({ tag, language, state }: SearchQuery, isPublic: boolean): Condition {
  const conditions: Condition[] = [];
  if (isPublic) conditions.push({ sql: 'visible = 1', values: [] });
  if (tag !== undefined)
    conditions.push({
      sql: 'EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = d.slug)',
      values: [tag],
    });
  if (language !== undefined)
    conditions.push({
      sql: '(language = ? OR (language > ? AND language < ?))',
      values: [language, `${language}-`, `${language}.`],
    });
  if (state !== undefined) conditions.push({ sql: 'd.state = ?', values: [state] });
  return {
    sql: conditions.map((condition) => ` AND ${condition.sql}`).join(''),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** A string, in which nothing is syntax but the quotation mark (FTS5, section 3.1). */
function quote(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

function all(terms: readonly string[]): string {
  return terms.join(' AND ');
}

type QueueRow = { entry: string; state: SummaryState; revision: number };

function toQueueItem({ entry, state, revision }: QueueRow): QueueItem {
  const listed: ListEntry = listEntrySchema.parse(JSON.parse(entry));
  return { ...listed, state, revision };
}
