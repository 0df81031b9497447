import type { ListScope, SearchQuery } from '../../flows/ports.ts';
import { logWarning } from '../console-log.ts';
import type { ArticleRows } from './article-rows.ts';
import { APART_WALK } from './desk-index.ts';
import type { Facts } from './facts.ts';
import type { SearchChange } from './search-object.ts';
import { moveOn } from './walks.ts';

/**
 * `search_waiting`: articles of which the index that stands apart is to be told; `ticket` grows with each change. In that
 * index rows of `desk_articles` say themselves what a search is narrowed by; beside the order those columns are null.
 */
export const SEARCH_APART_TABLES = `
  CREATE TABLE search_waiting (
    slug TEXT PRIMARY KEY,
    ticket INTEGER NOT NULL
  ) WITHOUT ROWID;
  ALTER TABLE desk_articles ADD COLUMN visible INTEGER;
  ALTER TABLE desk_articles ADD COLUMN published_at INTEGER;
  ALTER TABLE desk_articles ADD COLUMN language TEXT;
  ALTER TABLE desk_articles ADD COLUMN tags TEXT;
  ALTER TABLE desk_articles ADD COLUMN projection INTEGER;
  ALTER TABLE desk_articles ADD COLUMN open_of_entry TEXT;
  DROP INDEX desk_articles_in_state;
  CREATE INDEX desk_articles_decided ON desk_articles (state, slug) WHERE state <> 'automatic';
  DELETE FROM facts WHERE name = 'walk:search';
  INSERT INTO facts (name, value) SELECT '${APART_WALK}', '' WHERE EXISTS (SELECT 1 FROM facts WHERE name = 'volume');
`;

const TOLD_MAX_COUNT = 50;
/** Before a search so many calls are made for what waits; amid an import the newest are found a moment later. */
const CALLS_BEFORE_SEARCH = 4;
const REST_MS = 10_000;
/** What cannot be read holds up none of the others. */
const PUT_BEHIND = 'UPDATE search_waiting SET ticket = ticket + 1000000';

/** The index as the catalogue sees it (`search-object.ts`). */
export interface SearchDoor {
  takeSearched(changes: readonly SearchChange[]): Promise<void>;
  findSlugs(query: SearchQuery, scope: ListScope): Promise<string[]>;
}

/**
 * The index in an object of its own. No transaction spans two objects: each change notes its article, and the index is told
 * as it stands then, so whatever ends the object in between has it told once more. One call is under way at a time.
 */
export class SearchApart {
  readonly #storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
  readonly #rows: ArticleRows;
  readonly #facts: Facts;
  readonly #open: (name: string) => SearchDoor;
  #lastCall: Promise<unknown> = Promise.resolve();
  #restsUntil = 0;

  constructor(
    storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>,
    rows: ArticleRows,
    facts: Facts,
    open: (name: string) => SearchDoor,
  ) {
    this.#storage = storage;
    this.#rows = rows;
    this.#facts = facts;
    this.#open = open;
  }

  /** Slugs, best first, as far as the index knows. */
  async find(query: SearchQuery, scope: ListScope): Promise<string[]> {
    if (this.#rows.desk.isSearchedHere) return this.findHere(query, scope);
    await this.#tellSome().catch((error: unknown) => logWarning('search-not-told', error));
    return this.#index().findSlugs(query, scope);
  }

  /** In this object: that of a small catalogue, or the index that stands apart. */
  async findHere(query: SearchQuery, scope: ListScope): Promise<string[]> {
    const { searchDesk } = await import('./desk-search.ts');
    return searchDesk(this.#storage.sql, query, scope);
  }

  async #tellSome(): Promise<void> {
    for (let call = 1; call <= CALLS_BEFORE_SEARCH && this.#isWaiting(); call += 1)
      if (!(await this.#tell())) return;
  }

  /** Tells the index what waits. One that cannot be reached is told later, and search alone suffers. */
  async tellDue(now: number): Promise<void> {
    if ((this.nextAt(now) ?? Number.POSITIVE_INFINITY) > now) return;
    try {
      if (await this.#tell()) return;
    } catch (error) {
      logWarning('search-not-told', error);
    }
    this.#restsUntil = now + REST_MS;
  }

  nextAt(now: number): number | undefined {
    return this.#isWaiting() ? Math.max(now, this.#restsUntil) : undefined;
  }

  /** One step through the articles of a catalogue that has just outgrown its object. Callers hold the transaction. */
  walk(after: string): void {
    if (this.#isWaiting()) return;
    const query = "SELECT slug FROM articles WHERE slug > ? AND state = 'article' ORDER BY slug LIMIT ?";
    const page = this.#storage.sql.exec<{ slug: string }>(query, after, TOLD_MAX_COUNT).toArray();
    for (const { slug } of page) this.#rows.desk.changed(slug);
    if (page.length === 0) this.#rows.desk.leave();
    moveOn(this.#facts, 'apart', page.at(-1)?.slug);
  }

  #isWaiting(): boolean {
    return this.#storage.sql.exec('SELECT 1 FROM search_waiting LIMIT 1').toArray().length > 0;
  }

  /** @returns whether all of it could be told. */
  #tell(): Promise<boolean> {
    const told = this.#lastCall.then(() => this.#tellNext());
    this.#lastCall = told.catch(() => undefined);
    return told;
  }

  async #tellNext(): Promise<boolean> {
    const { readChanges } = await import('./search-changes.ts');
    const { sql } = this.#storage;
    const query = 'SELECT slug, ticket FROM search_waiting ORDER BY ticket LIMIT ?';
    const waiting = sql.exec<{ slug: string; ticket: number }>(query, TOLD_MAX_COUNT).toArray();
    const slugs = waiting.map(({ slug }) => slug);
    const changes = await Promise.all(readChanges(this.#rows, slugs));
    const told = changes.filter((change) => change !== undefined);
    if (told.length > 0) await this.#index().takeSearched(told);
    this.#storage.transactionSync(() => {
      for (const [index, { slug, ticket }] of waiting.slice(0, changes.length).entries()) {
        const settle = changes[index] === undefined ? PUT_BEHIND : 'DELETE FROM search_waiting';
        sql.exec(`${settle} WHERE slug = ? AND ticket = ?`, slug, ticket);
      }
    });
    return told.length === changes.length;
  }

  /** Named after the catalogue, as its volumes are. */
  #index(): SearchDoor {
    return this.#open(`${this.#facts.catalogue()}/search`);
  }
}
