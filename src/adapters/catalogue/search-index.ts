import { foldedWords, toSearchText } from '../../core/article/search-text.ts';
import type { SummaryState } from '../../core/summary/review.ts';

const MINUTE_MS = 60_000;
/** Few, since the index stores the steps from one number to the next. */
const IDS_IN_MINUTE = 256;

/** The words of an article. */
export interface SearchedText {
  title: string;
  /** What any reader may see of it. */
  open: string;
  closed: string;
}

export interface SearchedArticle {
  slug: string;
  state: SummaryState;
  /** Milliseconds since the epoch. */
  publishedAt: number;
}

/** The full-text index, beside the order or in an object of its own. Callers hold the transaction. */
export class SearchIndex {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** In the place of what was known of the article. @returns the number under which it is found. */
  add({ slug, state, publishedAt }: SearchedArticle, title: string): number {
    this.remove(slug);
    const id = this.#freeId(slug, publishedAt);
    this.#sql.exec(
      'INSERT INTO desk_articles (id, slug, state, title) VALUES (?, ?, ?, ?)',
      id,
      slug,
      state,
      foldedWords(toSearchText(title)),
    );
    return id;
  }

  /** Other words are found under this number from now on. */
  indexAnew(id: number, text: SearchedText): void {
    this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
    this.index(id, text);
  }

  /** These words are found under this number, of which nothing is indexed. */
  index(id: number, { title, open, closed }: SearchedText): void {
    this.#sql.exec(
      'INSERT INTO desk_search (rowid, title, open, closed) VALUES (?, ?, ?, ?)',
      id,
      toSearchText(title),
      toSearchText(open),
      toSearchText(closed),
    );
  }

  remove(slug: string): void {
    const query = 'DELETE FROM desk_articles WHERE slug = ? RETURNING id';
    for (const { id } of this.#sql.exec<{ id: number }>(query, slug).toArray())
      this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
  }

  /**
   * Newer articles have higher numbers, to the minute, so that a search comes upon the newest first. Where many have one
   * time, as in an archive without dates, they spill over into the minutes after it.
   */
  #freeId(slug: string, publishedAt: number): number {
    const wanted = Math.floor(publishedAt / MINUTE_MS) * IDS_IN_MINUTE + placeInMinute(slug);
    // In one statement: an archive without dates takes thousands of steps.
    const query = `WITH RECURSIVE tried (id) AS (
                     SELECT ? UNION ALL SELECT tried.id + ${IDS_IN_MINUTE} FROM tried CROSS JOIN desk_articles USING (id)
                   ) SELECT max(id) AS id FROM tried`;
    return this.#sql.exec<{ id: number }>(query, wanted).one().id;
  }
}

/** Spread, so that few articles of one minute want the same number. */
function placeInMinute(slug: string): number {
  let hash = 0;
  for (let index = 0; index < slug.length; index += 1) hash = (hash * 31 + slug.charCodeAt(index)) >>> 0;
  return hash % IDS_IN_MINUTE;
}
