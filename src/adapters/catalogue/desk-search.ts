import { foldedWords } from '../../core/article/search-text.ts';
import type { ListScope, SearchQuery } from '../../flows/ports.ts';
import { isOftenBegun, wordsFrom } from './desk-words.ts';

/**
 * So many articles are ranked. Fewer are weighed by their words (BM25); of more, the newest are compared, and those with
 * all words in the title stand first: readers of news want that of a common word, and it costs no more among a million.
 */
const RANKED_MAX_COUNT = 60;
/** A word that more articles hold says little of any of them, and to weigh it is to look at all of them. */
const WEIGHED_MAX_COUNT = 500;
/**
 * FTS5 brings all places of a beginning together before it gives the first. Where there are more, a page is filled from
 * the first words of the alphabet that begin so, each of which is read from the newest on; only if they fill none, all.
 */
const BEGUN_MAX_COUNT = 400;
const BEGUN_MAX_WORDS = 24;
/** How much more a word counts in the title, and in what any reader may see, than in the rest. */
const WEIGHTS = '10.0, 2.0, 1.0';

/** Slugs, best first. Whole words go before beginnings, which are looked for where whole words fill no page. */
export function searchDesk(sql: SqlStorage, query: SearchQuery, scope: ListScope): string[] {
  return query.terms.length === 0 ? [] : new DeskSearch(sql, query, scope).find();
}

/** One search. Callers hold the transaction. */
class DeskSearch {
  readonly #sql: SqlStorage;
  readonly #terms: readonly string[];
  readonly #limit: number;
  readonly #isPublic: boolean;
  readonly #filter: Condition;
  readonly #counts = new Map<string, { count: number; limit: number }>();

  constructor(sql: SqlStorage, query: SearchQuery, scope: ListScope) {
    this.#sql = sql;
    this.#terms = query.terms;
    this.#limit = query.limit;
    this.#isPublic = scope === 'public';
    this.#filter = filterOf(query, this.#isPublic);
  }

  find(): string[] {
    const best = this.#whole(this.#terms.map(quote));
    const others = best.length < this.#limit ? this.#begun(best) : [];
    return [...best, ...others].map(({ slug }) => slug);
  }

  #whole(parts: readonly string[]): Found[] {
    const count = this.#count(all(parts), this.#rankedCount);
    if (count === 0) return [];
    return count < this.#rankedCount ? this.#weighed(parts) : this.#compared(parts, ' ');
  }

  get #rankedCount(): number {
    return Math.max(RANKED_MAX_COUNT, this.#limit);
  }

  /** By the words that are rare enough, if one is. */
  #weighed(parts: readonly string[]): Found[] {
    const isRare = (part: string) => this.#count(part, WEIGHED_MAX_COUNT) < WEIGHED_MAX_COUNT;
    const rare = parts.length === 1 ? parts : parts.filter(isRare);
    if (rare.length === 0) return this.#newest(parts);
    const others =
      rare.length === parts.length
        ? { sql: '', values: [] }
        : {
            sql: ' AND +desk_search.rowid IN (SELECT rowid FROM desk_search WHERE desk_search MATCH ?)',
            values: [this.#inSight(all(parts))],
          };
    return this.#sql
      .exec<Found>(
        `SELECT ${FOUND} ${this.#matches}${others.sql}
         ORDER BY bm25(desk_search, ${WEIGHTS}), at DESC, d.id DESC LIMIT ?`,
        this.#inSight(all(rare)),
        ...this.#filter.values,
        ...others.values,
        this.#limit,
      )
      .toArray();
  }

  /** Of the newest those with all words in the title, then the others. @param end - What a word of the title has behind it. */
  #compared(parts: readonly string[], end: '' | ' '): Found[] {
    const found = this.#sql
      .exec<Found>(
        `SELECT ${FOUND} ${this.#matches} ORDER BY desk_search.rowid DESC LIMIT ?`,
        this.#inSight(all(parts)),
        ...this.#filter.values,
        this.#rankedCount,
      )
      .toArray();
    return this.#titledFirst(found, end).slice(0, this.#limit);
  }

  /** What fills the page up. */
  #begun(known: readonly Found[]): Found[] {
    const beginnings = this.#terms.map((term) => this.#beginning(term));
    const isShort = beginnings.some(({ words }) => words !== undefined);
    const parts = beginnings.map(({ all, words }) => words ?? all);
    let found = isShort ? this.#titledFirst(this.#newest(parts), '') : this.#compared(parts, '');
    const isCut = beginnings.some((beginning) => beginning.isCut);
    if (isCut && found.length < this.#limit)
      found = this.#compared(
        beginnings.map((one) => one.all),
        '',
      );
    const isKnown = new Set(known.map(({ id }) => id));
    return found.filter(({ id }) => !isKnown.has(id)).slice(0, this.#limit - known.length);
  }

  /** `DeskIndex` numbers articles by their dates, so what is older is not looked at. */
  #newest(parts: readonly string[]): Found[] {
    return this.#sql
      .exec<Found>(
        `SELECT ${FOUND} ${this.#matches} ORDER BY desk_search.rowid DESC LIMIT ?`,
        this.#inSight(all(parts)),
        ...this.#filter.values,
        this.#limit,
      )
      .toArray();
  }

  /** A word that fills pages is meant as it stands; of any other, every word that begins so. */
  #beginning(term: string): Beginning {
    const whole = quote(term);
    if (this.#count(whole, this.#rankedCount) === this.#rankedCount) return { all: whole };
    const folded = foldedWords(term);
    const last = folded.lastIndexOf(' ') + 1;
    const beginning = folded.slice(last);
    const isDear = beginning !== '' && isOftenBegun(this.#sql, beginning, BEGUN_MAX_COUNT);
    if (!isDear) return { all: `${whole}*` };
    const words = wordsFrom(this.#sql, beginning, BEGUN_MAX_WORDS);
    const choice = words.map((word) => quote(folded.slice(0, last) + word)).join(' OR ');
    return { all: `${whole}*`, words: `(${choice})`, isCut: words.length === BEGUN_MAX_WORDS };
  }

  /** Counts no further than is asked for, and what readers may not see as well. */
  #count(expression: string, limit: number): number {
    const known = this.#counts.get(expression);
    if (known !== undefined && known.count < known.limit) return known.count;
    const query =
      'SELECT count(*) AS count FROM (SELECT 1 FROM desk_search WHERE desk_search MATCH ? LIMIT ?)';
    const { count } = this.#sql.exec<{ count: number }>(query, expression, limit).one();
    this.#counts.set(expression, { count, limit });
    return count;
  }

  #titledFirst(found: readonly Found[], end: '' | ' '): Found[] {
    const words = this.#terms.map((term) => ` ${foldedWords(term)}${end}`);
    const place = ({ title }: Found) => (words.every((word) => ` ${title} `.includes(word)) ? 0 : 1);
    return found.toSorted((a, b) => place(a) - place(b) || b.at - a.at || b.id - a.id);
  }

  get #matches(): string {
    return `FROM desk_search CROSS JOIN desk_articles d ON d.id = desk_search.rowid
      LEFT JOIN articles ON articles.slug = d.slug WHERE desk_search MATCH ?${this.#filter.sql}`;
  }

  #inSight(expression: string): string {
    return this.#isPublic ? `{title open} : (${expression})` : expression;
  }
}

/** `title`: folded words; null where an older release wrote the row. */
type Found = { id: number; slug: string; at: number; title: string | null };
/** In an object of its own the index says these itself, and there are no articles beside it. */
const own = (column: string) => `coalesce(d.${column}, articles.${column})`;
const FOUND = `d.id AS id, d.slug AS slug, ${own('published_at')} AS at, d.title AS title`;

interface Beginning {
  all: string;
  /** The first words that begin so, where they are many. */
  words?: string;
  isCut?: boolean;
}

interface Condition {
  sql: string;
  values: string[];
}

function filterOf({ tag, language, state }: SearchQuery, isPublic: boolean): Condition {
  const conditions: Condition[] = [];
  if (isPublic) conditions.push({ sql: `${own('visible')} = 1`, values: [] });
  if (tag !== undefined)
    conditions.push({
      sql: `(EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = d.slug)
             OR EXISTS (SELECT 1 FROM json_each(d.tags) AS own WHERE own.value = ?))`,
      values: [tag, tag],
    });
  if (language !== undefined)
    conditions.push({
      sql: `(${own('language')} = ? OR (${own('language')} > ? AND ${own('language')} < ?))`,
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

function all(parts: readonly string[]): string {
  return parts.join(' AND ');
}
