import { type ListEntry, listEntrySchema } from '../../core/article/article.ts';
import { foldedWords } from '../../core/article/search-text.ts';
import type { SummaryState } from '../../core/summary/review.ts';
import type { ListScope, QueueItem, SearchQuery } from '../../flows/ports.ts';
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

/** Best first. Whole words go before beginnings, which are looked for where whole words fill no page. */
export function searchDesk(sql: SqlStorage, query: SearchQuery, scope: ListScope): QueueItem[] {
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

  find(): QueueItem[] {
    const best = this.#whole(this.#terms.map(quote));
    const others = best.length < this.#limit ? this.#begun(best) : [];
    return [...best, ...others].map(toQueueItem);
  }

  #whole(parts: readonly string[]): EntryRow[] {
    const count = this.#count(all(parts), this.#rankedCount);
    if (count === 0) return [];
    return count < this.#rankedCount ? this.#weighed(parts) : this.#compared(parts, ' ');
  }

  get #rankedCount(): number {
    return Math.max(RANKED_MAX_COUNT, this.#limit);
  }

  /** By the words that are rare enough, if one is. */
  #weighed(parts: readonly string[]): EntryRow[] {
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
      .exec<EntryRow>(
        `SELECT ${ENTRY} ${this.#matches}${others.sql}
         ORDER BY bm25(desk_search, ${WEIGHTS}), published_at DESC, d.id DESC LIMIT ?`,
        this.#inSight(all(rare)),
        ...this.#filter.values,
        ...others.values,
        this.#limit,
      )
      .toArray();
  }

  /** Of the newest those with all words in the title, then the others. @param end - What a word of the title has behind it. */
  #compared(parts: readonly string[], end: '' | ' '): EntryRow[] {
    const found = this.#sql
      .exec<Dated>(
        `SELECT ${DATED} ${this.#matches} ORDER BY desk_search.rowid DESC LIMIT ?`,
        this.#inSight(all(parts)),
        ...this.#filter.values,
        this.#rankedCount,
      )
      .toArray();
    const best = this.#titledFirst(found, end).slice(0, this.#limit);
    return this.#sql
      .exec<EntryRow>(
        `SELECT ${ENTRY} FROM json_each(?) AS chosen CROSS JOIN desk_articles d ON d.id = chosen.value
         CROSS JOIN articles ON articles.slug = d.slug ORDER BY chosen.key`,
        JSON.stringify(best.map(({ id }) => id)),
      )
      .toArray();
  }

  /** What fills the page up. */
  #begun(known: readonly EntryRow[]): EntryRow[] {
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
  #newest(parts: readonly string[]): EntryRow[] {
    return this.#sql
      .exec<EntryRow>(
        `SELECT ${ENTRY} ${this.#matches} ORDER BY desk_search.rowid DESC LIMIT ?`,
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

  #titledFirst<T extends Dated>(found: readonly T[], end: '' | ' '): T[] {
    const words = this.#terms.map((term) => ` ${foldedWords(term)}${end}`);
    const place = ({ title }: T) => (words.every((word) => ` ${title} `.includes(word)) ? 0 : 1);
    return found.toSorted((a, b) => place(a) - place(b) || b.at - a.at || b.id - a.id);
  }

  get #matches(): string {
    return `FROM desk_search CROSS JOIN desk_articles d ON d.id = desk_search.rowid
      CROSS JOIN articles ON articles.slug = d.slug WHERE desk_search MATCH ?${this.#filter.sql}`;
  }

  #inSight(expression: string): string {
    return this.#isPublic ? `{title open} : (${expression})` : expression;
  }
}

/** `title`: folded words; null where an older release wrote the row. */
type Dated = { id: number; at: number; title: string | null };
const DATED = 'd.id AS id, published_at AS at, d.title AS title';
type EntryRow = Dated & { entry: string; state: SummaryState; revision: number };
const ENTRY = `${DATED}, entry, d.state AS state, revision`;

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

function all(parts: readonly string[]): string {
  return parts.join(' AND ');
}

function toQueueItem({ entry, state, revision }: EntryRow): QueueItem {
  const listed: ListEntry = listEntrySchema().parse(JSON.parse(entry));
  return { ...listed, state, revision };
}
