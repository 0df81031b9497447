import { Facts } from './facts.ts';
import { type SearchedArticle, type SearchedText, SearchIndex } from './search-index.ts';

/**
 * Of so many articles, the newest, every word is found; of the others what their list entry says. So ten million fit
 * (`npm run bench order-size`).
 */
export const WHOLE_MAX_COUNT = 350_000;
/** Facts: the highest number whose words are cut, and how many articles are indexed whole. */
export const CUT_THROUGH = 'searchCutThrough';
const WHOLE_COUNT = 'searchWholeCount';

/** What is searched of an article, and what a search is narrowed by; null: there is no such article any longer. */
export interface SearchChange {
  slug: string;
  /** Grows with each change, so that what comes late is told from what is new. */
  projection: number;
  document: SearchDocument | null;
}

export type SearchDocument = SearchedArticle &
  SearchedText & { isVisible: boolean; language: string; tags: readonly string[]; openOfEntry: string };

type Row = { id: number; title: string; projection: number; open_of_entry: string | null };

/**
 * The index of a catalogue that has outgrown its object: another object of its class, of which it uses the tables of the
 * search alone. It is told of changes after they are made, and the order judges what it finds.
 */
export class SearchObject {
  readonly #storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
  readonly #index: SearchIndex;
  readonly #facts: Facts;

  constructor(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
    this.#storage = storage;
    this.#index = new SearchIndex(storage.sql);
    this.#facts = new Facts(storage.sql);
  }

  /** All or none. */
  take(changes: readonly SearchChange[]): void {
    this.#storage.transactionSync(() => {
      for (const change of changes) this.#follow(change);
      this.#cut();
    });
  }

  #follow({ slug, projection, document }: SearchChange): void {
    const [known] = this.#rows('slug = ?', slug, 1);
    if (known !== undefined && known.projection > projection) return;
    if (known !== undefined) this.#count(known, -1);
    if (document === null) this.#index.remove(slug);
    else this.#add(document, projection);
  }

  #add(document: SearchDocument, projection: number): void {
    const { title, publishedAt, language, tags, isVisible, openOfEntry } = document;
    const id = this.#index.add(document, title);
    const isCut = id <= this.#cutThrough();
    this.#storage.sql.exec(
      `UPDATE desk_articles SET visible = ?, published_at = ?, language = ?, tags = ?, projection = ?, open_of_entry = ?
       WHERE id = ?`,
      ...[isVisible ? 1 : 0, publishedAt, language, JSON.stringify(tags), projection],
      isCut ? null : openOfEntry,
      id,
    );
    this.#index.index(id, isCut ? { title, open: openOfEntry, closed: '' } : document);
    this.#count({ open_of_entry: isCut ? null : openOfEntry }, 1);
  }

  /** Has the oldest of too many found by the words of their list entry alone. */
  #cut(): void {
    const excess = this.#facts.number(WHOLE_COUNT) - WHOLE_MAX_COUNT;
    if (excess <= 0) return;
    for (const row of this.#rows('id > ? AND open_of_entry IS NOT NULL', this.#cutThrough(), excess)) {
      this.#index.indexAnew(row.id, { title: row.title, open: row.open_of_entry ?? '', closed: '' });
      this.#count(row, -1);
      this.#storage.sql.exec('UPDATE desk_articles SET open_of_entry = NULL WHERE id = ?', row.id);
      this.#facts.set(CUT_THROUGH, row.id);
    }
  }

  #rows(condition: string, value: string | number, limit: number) {
    const query = `SELECT id, title, projection, open_of_entry FROM desk_articles WHERE ${condition}
                   ORDER BY id LIMIT ?`;
    return this.#storage.sql.exec<Row>(query, value, limit).toArray();
  }

  #count({ open_of_entry: open }: Pick<Row, 'open_of_entry'>, step: 1 | -1): void {
    if (open !== null) this.#facts.set(WHOLE_COUNT, this.#facts.number(WHOLE_COUNT) + step);
  }

  #cutThrough(): number {
    return Number(this.#facts.text(CUT_THROUGH) ?? Number.MIN_SAFE_INTEGER);
  }
}
