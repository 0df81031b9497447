import { type ListEntry, listEntrySchema } from '../../core/article/article.ts';
import { toSearchText } from '../../core/article/search-text.ts';
import { type ArticleRecord, isSummarised } from '../../core/catalogue/article-record.ts';
import { presetsOnly } from '../../core/summary/presets-only.ts';
import { SUMMARY_STATES, type SummaryState, summaryStateOf } from '../../core/summary/review.ts';
import type { ListScope, QueueItem, QueuePage, SearchQuery } from '../../flows/ports.ts';

/** So many of the articles that hold a common word, those indexed last, are weighed against each other. */
const WEIGHED_MAX_COUNT = 500;
/** How much more a word counts in the title, and in what any reader may see, than in the rest. */
const WEIGHTS = '10.0, 2.0, 1.0';

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

  /** Best first. */
  search({ terms, limit, tag, language, state }: SearchQuery, scope: ListScope): QueueItem[] {
    if (terms.length === 0) return [];
    const isPublic = scope === 'public';
    const conditions = [
      ...(isPublic ? ['visible = 1'] : []),
      ...(tag === undefined ? [] : ['EXISTS (SELECT 1 FROM tags WHERE tags.tag = ? AND tags.slug = d.slug)']),
      ...(language === undefined ? [] : ['(language = ? OR (language > ? AND language < ?))']),
      ...(state === undefined ? [] : ['d.state = ?']),
    ];
    return this.#sql
      .exec<QueueRow>(
        `SELECT entry, found.summary_state AS state, revision FROM (
           SELECT d.slug AS slug, d.state AS summary_state, bm25(desk_search, ${WEIGHTS}) AS score
           FROM desk_search JOIN desk_articles d ON d.id = desk_search.rowid JOIN articles ON articles.slug = d.slug
           WHERE desk_search MATCH ? ${conditions.map((condition) => `AND ${condition}`).join(' ')}
           ORDER BY desk_search.rowid DESC LIMIT ${WEIGHED_MAX_COUNT}
         ) AS found JOIN articles ON articles.slug = found.slug
         ORDER BY score, published_at DESC, articles.slug LIMIT ?`,
        toExpression(terms, isPublic),
        ...(tag === undefined ? [] : [tag]),
        ...(language === undefined ? [] : [language, `${language}-`, `${language}.`]),
        ...(state === undefined ? [] : [state]),
        limit,
      )
      .toArray()
      .map(toQueueItem);
  }

  #idOf(slug: string): number | undefined {
    return this.#sql.exec<{ id: number }>('SELECT id FROM desk_articles WHERE slug = ?', slug).toArray()[0]
      ?.id;
  }
}

type QueueRow = { entry: string; state: SummaryState; revision: number };

function toQueueItem({ entry, state, revision }: QueueRow): QueueItem {
  const listed: ListEntry = listEntrySchema.parse(JSON.parse(entry));
  return { ...listed, state, revision };
}

/** What any reader may see of an article, and the rest of it. */
function searchedText(record: ArticleRecord): { open: string; closed: string } {
  const { description, byline, tags, access, text } = record;
  const about = [description ?? '', byline ?? '', ...tags];
  if (access === 'full') return { open: [...about, text].join('\n'), closed: '' };
  const shown = isSummarised(record)
    ? presetsOnly(record.digest).sentences.map((sentence) => sentence.text)
    : [];
  return { open: [...about, ...shown].join('\n'), closed: text };
}

/** Each term a string, in which nothing is syntax but the quotation mark (FTS5, section 3.1); the star is ours. */
function toExpression(terms: readonly string[], isPublic: boolean): string {
  const all = terms.map((term) => `"${term.replaceAll('"', '""')}"*`).join(' AND ');
  return isPublic ? `{title open} : (${all})` : all;
}
