import type { Neighbour } from '../core/article/article.ts';
import { type ArticleRecord, type Neighbours, pageUrlsOf } from '../core/catalogue/article-record.ts';
import {
  type CatalogueView,
  isVisibleAt,
  type StoredRecord,
  type TombstoneState,
} from '../core/catalogue/catalogue-change.ts';
import { pageUrlHash } from '../core/fetching/page-hash.ts';

export type ArticleRow = {
  state: 'article';
  record: ArticleRecord;
  /** Milliseconds since the epoch. */
  publishedAt: number;
  projection: number;
  visible: boolean;
};
export type Row = ArticleRow | (Tombstone & { projection: number });
/** `pages` are hashes of the page URLs that it holds. */
type Tombstone = { state: TombstoneState; revision: number; movedTo: string | null; pages: string[] };

/** What a catalogue in memory holds, in a map; every order is worked out anew. */
export class MemoryRows implements CatalogueView {
  readonly #rows = new Map<string, Row>();

  find(slug: string): Row | undefined {
    return this.#rows.get(slug);
  }

  standing(slug: string) {
    const row = this.#rows.get(slug);
    return (
      row && { state: row.state, revision: row.state === 'article' ? row.record.revision : row.revision }
    );
  }

  stored(slug: string): StoredRecord | undefined {
    const row = this.#rows.get(slug);
    if (row?.state === 'article') return { state: 'article', record: row.record };
    return row && { state: row.state, slug, revision: row.revision, movedTo: row.movedTo, pages: row.pages };
  }

  ownerOf(pageUrl: string): string | undefined {
    const hash = pageUrlHash(pageUrl);
    const owns = ({ record }: ArticleRow) => pageUrlsOf(record).some((url) => pageUrlHash(url) === hash);
    return this.#articles().find(owns)?.record.slug;
  }

  /** The tombstone that holds a page. */
  holderOf(pageUrl: string): string | undefined {
    const hash = pageUrlHash(pageUrl);
    return [...this.#rows].find(([, row]) => row.state !== 'article' && row.pages.includes(hash))?.[0];
  }

  slugs(): string[] {
    return [...this.#rows.keys()].sort();
  }

  save(record: ArticleRecord, now: number): void {
    const publishedAt = Date.parse(record.publishedAt);
    const projection = this.#nextProjection(record.slug);
    this.#rows.set(record.slug, {
      state: 'article',
      record,
      publishedAt,
      projection,
      visible: isVisibleAt(record, now),
    });
    const taken = pageUrlsOf(record).map(pageUrlHash);
    for (const row of this.#rows.values())
      if (row.state !== 'article') row.pages = row.pages.filter((hash) => !taken.includes(hash));
  }

  bury(slug: string, { state, revision, movedTo, pages }: Tombstone): void {
    this.#rows.set(slug, { state, revision, movedTo, pages, projection: this.#nextProjection(slug) });
  }

  #nextProjection(slug: string): number {
    return (this.#rows.get(slug)?.projection ?? 0) + 1;
  }

  /** Articles that moved to `from` answer with `to` from now on. */
  followMoves(from: string, to: string): void {
    for (const row of this.#rows.values()) {
      if (row.state === 'article' || row.movedTo !== from) continue;
      row.movedTo = to;
      row.projection += 1;
    }
  }

  scheduledBefore(now: number): ArticleRow[] {
    return this.#articles().filter(({ record, visible }) => !visible && isVisibleAt(record, now));
  }

  /** Oldest first. */
  inOrder(condition: (row: ArticleRow) => boolean): ArticleRow[] {
    return this.#articles().filter(condition).sort(comparePlace);
  }

  visible(): ArticleRow[] {
    return this.inOrder(({ visible }) => visible);
  }

  neighboursOf(record: ArticleRecord): Neighbours {
    const place: Placed = { publishedAt: Date.parse(record.publishedAt), record };
    let before: ArticleRow | undefined;
    let after: ArticleRow | undefined;
    for (const row of this.#articles()) {
      if (!row.visible) continue;
      const side = comparePlace(row, place);
      if (side < 0 && (before === undefined || comparePlace(row, before) > 0)) before = row;
      if (side > 0 && (after === undefined || comparePlace(row, after) < 0)) after = row;
    }
    return {
      previous: before === undefined ? null : nameOf(before.record),
      next: after === undefined ? null : nameOf(after.record),
    };
  }

  #articles(): ArticleRow[] {
    return [...this.#rows.values()].filter((row) => row.state === 'article');
  }
}

export function nameOf({ slug, title }: ArticleRecord): Neighbour {
  return { slug, title };
}

type Placed = Pick<ArticleRow, 'publishedAt' | 'record'>;

function comparePlace(a: Placed, b: Placed): number {
  return a.publishedAt - b.publishedAt || compareSlugs(a.record.slug, b.record.slug);
}

export function compareSlugs(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
