import type { ListEntry } from '../../core/article/article.ts';
import { foldedWords, toSearchText } from '../../core/article/search-text.ts';
import { type ArticleRecord, isSummaryShown } from '../../core/catalogue/article-record.ts';
import { presetsOnly } from '../../core/summary/presets-only.ts';
import { SUMMARY_STATES, type SummaryState, summaryStateOf } from '../../core/summary/review.ts';
import type { QueueItem, QueuePage } from '../../flows/ports.ts';

const MINUTE_MS = 60_000;
/** Few, since the index stores the steps from one number to the next. */
const IDS_IN_MINUTE = 256;

/** What is searched, and the state of each summary. Callers hold the transaction. */
export class DeskIndex {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  save(record: ArticleRecord): void {
    const { slug, title } = record;
    this.forget(slug);
    const id = this.#freeId(slug, Date.parse(record.publishedAt));
    const { open, closed } = searchedText(record);
    this.#sql.exec(
      'INSERT INTO desk_articles (id, slug, state, title) VALUES (?, ?, ?, ?)',
      id,
      slug,
      summaryStateOf(record),
      foldedWords(toSearchText(title)),
    );
    this.#sql.exec(
      'INSERT INTO desk_search (rowid, title, open, closed) VALUES (?, ?, ?, ?)',
      id,
      toSearchText(title),
      toSearchText(open),
      toSearchText(closed),
    );
  }

  forget(slug: string): void {
    const id = this.#idOf(slug);
    if (id === undefined) return;
    this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
    this.#sql.exec('DELETE FROM desk_articles WHERE id = ?', id);
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
    let id = Math.floor(publishedAt / MINUTE_MS) * IDS_IN_MINUTE + placeInMinute(slug);
    while (this.#sql.exec('SELECT 1 FROM desk_articles WHERE id = ?', id).toArray().length > 0)
      id += IDS_IN_MINUTE;
    return id;
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

/** What any reader may see of an article, and the rest of it. */
function searchedText(record: ArticleRecord): { open: string; closed: string } {
  const { description, byline, tags, access, text } = record;
  const about = [description ?? '', byline ?? '', ...tags];
  if (access === 'full') return { open: [...about, text].join('\n'), closed: '' };
  const shown = isSummaryShown(record)
    ? presetsOnly(record.digest).sentences.map((sentence) => sentence.text)
    : [];
  return { open: [...about, ...shown].join('\n'), closed: text };
}
