import type { ListEntry } from '../../core/article/article.ts';
import { toSearchText } from '../../core/article/search-text.ts';
import { type ArticleRecord, isSummaryShown } from '../../core/catalogue/article-record.ts';
import { presetsOnly } from '../../core/summary/presets-only.ts';
import { SUMMARY_STATES, type SummaryState, summaryStateOf } from '../../core/summary/review.ts';
import type { QueueItem, QueuePage } from '../../flows/ports.ts';

/** What is searched, and the state of each summary. Callers hold the transaction. */
export class DeskIndex {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  save(record: ArticleRecord): void {
    const { slug } = record;
    const id = this.#idOf(slug);
    if (id !== undefined) this.#sql.exec('DELETE FROM desk_search WHERE rowid = ?', id);
    this.#sql.exec(
      'INSERT INTO desk_articles (slug, state) VALUES (?, ?) ON CONFLICT (slug) DO UPDATE SET state = excluded.state',
      slug,
      summaryStateOf(record),
    );
    const { open, closed } = searchedText(record);
    this.#sql.exec(
      'INSERT INTO desk_search (rowid, title, open, closed) VALUES (?, ?, ?, ?)',
      id ?? this.#idOf(slug),
      toSearchText(record.title),
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

  has(slug: string): boolean {
    return this.#idOf(slug) !== undefined;
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

  #idOf(slug: string): number | undefined {
    return this.#sql.exec<{ id: number }>('SELECT id FROM desk_articles WHERE slug = ?', slug).toArray()[0]
      ?.id;
  }
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
