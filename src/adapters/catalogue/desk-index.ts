import type { ListEntry } from '../../core/article/article.ts';
import { foldedWords, toSearchText } from '../../core/article/search-text.ts';
import { type ArticleRecord, isSummaryShown, toListEntry } from '../../core/catalogue/article-record.ts';
import { presetsOnly } from '../../core/summary/presets-only.ts';
import { SUMMARY_STATES, type SummaryState, summaryStateOf } from '../../core/summary/review.ts';
import type { QueueItem, QueuePage } from '../../flows/ports.ts';
import { Facts } from './facts.ts';
import { moveOn } from './walks.ts';

const MINUTE_MS = 60_000;
/** Few, since the index stores the steps from one number to the next. */
const IDS_IN_MINUTE = 256;

/**
 * Of so many articles, the newest, every word is found; of the others what their list entry says. The words of a text take
 * more room than the text (`npm run bench order-size`), and the index stands beside the order.
 */
const WHOLE_MAX_COUNT = 500_000;
/** Facts: the highest number whose words are cut, and how many articles have one no higher. */
export const CUT_THROUGH = 'searchCutThrough';
export const CUT_COUNT = 'searchCutCount';

interface SearchedText {
  title: string;
  /** What any reader may see of it. */
  open: string;
  closed: string;
}

/** What is searched, and the state of each summary. Callers hold the transaction. */
export class DeskIndex {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
  }

  save(record: ArticleRecord): void {
    const { slug, title } = record;
    this.forget(slug);
    const id = this.#freeId(slug, Date.parse(record.publishedAt));
    this.#sql.exec(
      'INSERT INTO desk_articles (id, slug, state, title) VALUES (?, ?, ?, ?)',
      id,
      slug,
      summaryStateOf(record),
      foldedWords(toSearchText(title)),
    );
    const isCut = id <= this.cutThrough();
    if (isCut) this.#facts.increment(CUT_COUNT);
    this.#insert(id, isCut ? textOfEntry(toListEntry(record)) : searchedText(record));
    if (this.excess() > 0) moveOn(this.#facts, 'search', 'on');
  }

  /** In the place of what was indexed under this number. */
  index(id: number, text: SearchedText): void {
    this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
    this.#insert(id, text);
  }

  #insert(id: number, { title, open, closed }: SearchedText): void {
    this.#sql.exec(
      'INSERT INTO desk_search (rowid, title, open, closed) VALUES (?, ?, ?, ?)',
      id,
      toSearchText(title),
      toSearchText(open),
      toSearchText(closed),
    );
  }

  cutThrough(): number {
    return Number(this.#facts.text(CUT_THROUGH) ?? Number.MIN_SAFE_INTEGER);
  }

  /** How many more are indexed whole than there should be. */
  excess(): number {
    const query = "SELECT sum(count) AS count FROM counts WHERE kind <> 'tombstones'";
    const { count } = this.#sql.exec<{ count: number }>(query).one();
    return count - this.#facts.number(CUT_COUNT) - WHOLE_MAX_COUNT;
  }

  forget(slug: string): void {
    const id = this.#idOf(slug);
    if (id === undefined) return;
    this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
    this.#sql.exec('DELETE FROM desk_articles WHERE id = ?', id);
    if (id <= this.cutThrough()) this.#facts.set(CUT_COUNT, this.#facts.number(CUT_COUNT) - 1);
  }

  /** Adds what the queue shows of each beside its entry. */
  describe(entries: readonly ListEntry[]): QueueItem[] {
    return entries.map((entry) => {
      const row = this.#sql
        .exec<{ state: SummaryState | null; revision: number }>(
          `SELECT d.state AS state, revision FROM articles LEFT JOIN desk_articles d USING (slug)
           WHERE articles.slug = ?`,
          entry.slug,
        )
        .one();
      return { ...entry, state: row.state ?? 'automatic', revision: row.revision };
    });
  }

  counts(): QueuePage['counts'] {
    const rows = this.#sql
      .exec<{ state: SummaryState; count: number }>(
        'SELECT state, count(*) AS count FROM desk_articles GROUP BY state',
      )
      .toArray();
    const found = new Map(rows.map(({ state, count }) => [state, count]));
    return Object.fromEntries(
      SUMMARY_STATES.map((state) => [state, found.get(state) ?? 0]),
    ) as QueuePage['counts'];
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

  #idOf(slug: string): number | undefined {
    return this.#sql.exec<{ id: number }>('SELECT id FROM desk_articles WHERE slug = ?', slug).toArray()[0]
      ?.id;
  }
}

/** Spread, so that few articles of one minute want the same number. */
function placeInMinute(slug: string): number {
  let hash = 0;
  for (let index = 0; index < slug.length; index += 1) hash = (hash * 31 + slug.charCodeAt(index)) >>> 0;
  return hash % IDS_IN_MINUTE;
}

function searchedText(record: ArticleRecord): SearchedText {
  const { title, description, byline, tags, access, text } = record;
  const about = [description ?? '', byline ?? '', ...tags];
  if (access === 'full') return { title, open: [...about, text].join('\n'), closed: '' };
  const shown = isSummaryShown(record)
    ? presetsOnly(record.digest).sentences.map((sentence) => sentence.text)
    : [];
  return { title, open: [...about, ...shown].join('\n'), closed: text };
}

export function textOfEntry({ title, description, byline, tags, summary }: ListEntry): SearchedText {
  return { title, open: [description, byline, ...tags, summary].join('\n'), closed: '' };
}
