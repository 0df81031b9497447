import { type ArticleRecord, isSummaryShown } from '../../core/catalogue/article-record.ts';
import { presetsOnly } from '../../core/summary/presets-only.ts';
import { SUMMARY_STATES, type SummaryState, summaryStateOf } from '../../core/summary/review.ts';
import type { QueuePage } from '../../flows/ports.ts';
import { readCounts } from './article-counts.ts';
import { Facts } from './facts.ts';
import { type SearchedText, SearchIndex } from './search-index.ts';

/**
 * The words of all texts take more room than the texts (`npm run bench order-size`), so they move into an object of their
 * own once the catalogue has outgrown its object (`search-apart.ts`). While a fact holds its position, that walk is under way,
 * and words stand in both; from then on the other fact is there.
 */
export const APART_WALK = 'walk:apart';
const APART = 'searchApart';

/**
 * The state of each summary, and what is searched, as long as that stands here. A row of `desk_articles` may be missing
 * where the summary is as the engine made it. Callers hold the transaction.
 */
export class DeskIndex {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;
  readonly #index: SearchIndex;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
    this.#index = new SearchIndex(sql);
  }

  get isSearchedHere(): boolean {
    return this.#facts.text(APART) === undefined;
  }

  save(record: ArticleRecord): void {
    const { slug, title } = record;
    const state = summaryStateOf(record);
    const article = { slug, state, publishedAt: Date.parse(record.publishedAt) };
    if (this.isSearchedHere) this.#index.index(this.#index.add(article, title), searchedText(record));
    else if (state !== 'automatic') this.#index.add(article, '');
    else this.#index.remove(slug);
    this.changed(slug);
  }

  forget(slug: string): void {
    this.#index.remove(slug);
    this.changed(slug);
  }

  /** What a search looks at is another thing now: the index that stands apart is told. */
  changed(slug: string): void {
    if (this.isSearchedHere && this.#facts.text(APART_WALK) === undefined) return;
    this.#sql.exec(
      `INSERT INTO search_waiting (slug, ticket) VALUES (?, 1) ON CONFLICT (slug) DO UPDATE SET ticket = ticket + 1`,
      slug,
    );
  }

  /** Nothing is searched here from now on. */
  leave(): void {
    this.#facts.set(APART, 1);
    this.#sql.exec("INSERT INTO desk_search (desk_search) VALUES ('delete-all')");
    this.#sql.exec("DELETE FROM desk_articles WHERE state = 'automatic'");
  }

  counts(): QueuePage['counts'] {
    const rows = this.#sql
      .exec<{ state: SummaryState; count: number }>(
        `SELECT state, count(*) AS count FROM desk_articles WHERE ${IS_DECIDED} GROUP BY state`,
      )
      .toArray();
    const found = new Map(rows.map(({ state, count }) => [state, count]));
    const { published, scheduled, drafts } = readCounts(this.#sql);
    const decided = rows.reduce((sum, { count }) => sum + count, 0);
    found.set('automatic', published + scheduled + drafts - decided);
    return Object.fromEntries(
      SUMMARY_STATES.map((state) => [state, found.get(state) ?? 0]),
    ) as QueuePage['counts'];
  }
}

/** As the index of those rows has it. */
export const IS_DECIDED = "state <> 'automatic'";

export function searchedText(record: ArticleRecord): SearchedText {
  const { title, description, byline, tags, access, text } = record;
  const about = [description ?? '', byline ?? '', ...tags];
  if (access === 'full') return { title, open: [...about, text].join('\n'), closed: '' };
  const shown = isSummaryShown(record)
    ? presetsOnly(record.digest).sentences.map((sentence) => sentence.text)
    : [];
  return { title, open: [...about, ...shown].join('\n'), closed: text };
}
