import type { Neighbour } from '../core/article.ts';
import type { ListQuery } from '../core/article-list.ts';
import { type ArticleRecord, type Neighbours, pageUrlsOf, toListEntry } from '../core/article-record.ts';
import type { Digest } from '../core/digest.ts';
import { pageUrlHash } from '../core/page-url.ts';
import { encodeArticle, encodeTombstone } from '../core/projection.ts';
import type {
  Archive,
  ArticleWrite,
  Catalogue,
  CatalogueEntry,
  Clock,
  ListPage,
  ListScope,
  RestoreOutcome,
  StoredRecord,
  WriteOutcome,
} from '../flows/ports.ts';

type Row =
  | {
      state: 'article';
      record: ArticleRecord;
      /** Milliseconds since the epoch. */
      publishedAt: number;
      projection: number;
      visible: boolean;
    }
  | {
      state: 'deleted' | 'moved' | 'forgotten';
      revision: number;
      projection: number;
      movedTo: string | null;
      /** Hashes of the page URLs that the tombstone holds. */
      pages: string[];
    };
type ArticleRow = Extract<Row, { state: 'article' }>;

/**
 * The catalogue in its plainest form: a map, and everything else worked out anew from it. It keeps the same promises
 * as the Durable Object (one contract suite runs both) and is the model that random histories are compared with.
 */
export class MemoryCatalogue implements Catalogue, Archive {
  readonly #rows = new Map<string, Row>();
  readonly #now: Clock;
  #changes = 0;

  constructor(now: Clock = Date.now) {
    this.#now = now;
  }

  async identify(): Promise<string> {
    return 'memory';
  }

  async read(slug: string): Promise<CatalogueEntry> {
    this.publishDue();
    const row = this.#rows.get(slug);
    if (row === undefined) return { state: 'absent' };
    if (row.state === 'article') {
      return {
        state: 'article',
        record: row.record,
        projection: row.projection,
        neighbours: this.#neighboursOf(row.record),
      };
    }
    return { state: 'tombstone', revision: row.revision, projection: row.projection, movedTo: row.movedTo };
  }

  async ownersOf(pageUrls: readonly string[]): Promise<string[]> {
    const owners = pageUrls.map(
      (pageUrl) => this.#owners([pageUrl])[0]?.record.slug ?? this.#holderOf(pageUrlHash(pageUrl)),
    );
    return [...new Set(owners.filter((slug) => slug !== undefined))];
  }

  async write(change: ArticleWrite): Promise<WriteOutcome> {
    this.publishDue();
    const { record, expectedRevision, takeOver } = change;
    const isStale = ({ slug, expectedRevision: expected }: { slug: string; expectedRevision: number }) =>
      this.#revisionOf(slug) !== expected;
    if (isStale({ slug: record.slug, expectedRevision }) || takeOver.some(isStale))
      return { outcome: 'changed-meanwhile' };
    const leaving = new Set([record.slug, ...takeOver.map(({ slug }) => slug)]);
    const other = this.#owners(pageUrlsOf(record)).find((row) => !leaving.has(row.record.slug));
    if (other !== undefined) return { outcome: 'url-taken', slug: other.record.slug };
    this.#change(record.slug, () => {
      for (const { slug } of takeOver) this.#bury(slug, record.slug);
      this.#save(record);
    });
    const projection = this.#rows.get(record.slug)?.projection ?? 0;
    return { outcome: 'written', projection, neighbours: this.#neighboursOf(record) };
  }

  async remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
  ): Promise<'removed' | 'changed-meanwhile'> {
    this.publishDue();
    const row = this.#rows.get(slug);
    if (row?.state !== 'article' || row.record.revision !== expectedRevision) return 'changed-meanwhile';
    const held = pages === 'held' && row.visible ? pageUrlsOf(row.record).map(pageUrlHash).sort() : [];
    this.#change(slug, () => this.#bury(slug, null, held));
    return 'removed';
  }

  async project(slug: string): Promise<string | undefined> {
    this.publishDue();
    const row = this.#rows.get(slug);
    if (row === undefined || row.state === 'forgotten') return undefined;
    const catalogue = await this.identify();
    if (row.state !== 'article') {
      return encodeTombstone(
        slug,
        { catalogue, revision: row.revision, projection: row.projection },
        row.movedTo,
      );
    }
    if (!row.visible) return undefined;
    return encodeArticle(row.record, this.#neighboursOf(row.record), {
      catalogue,
      projection: row.projection,
    });
  }

  async resolve(pageUrl: string): Promise<string | undefined> {
    this.publishDue();
    return this.#owners([pageUrl]).find(({ visible }) => visible)?.record.slug;
  }

  async list({ limit, cursor, tag, language }: ListQuery, scope: ListScope): Promise<ListPage> {
    this.publishDue();
    const all = this.#inOrder(({ visible }) => visible || scope === 'all')
      .filter(({ record }) => tag === undefined || record.tags.includes(tag))
      .filter(({ record }) => language === undefined || `${record.language}-`.startsWith(`${language}-`))
      .reverse();
    const place = (row: ArticleRow) =>
      cursor === undefined
        ? -1
        : row.publishedAt - cursor.publishedAt || compare(row.record.slug, cursor.slug);
    const newer = all.filter((row) => place(row) > 0);
    const older = all.filter((row) => place(row) < 0);
    const goesBack = cursor?.direction === 'before';
    const page = goesBack ? newer.slice(-limit) : older.slice(0, limit);
    const [first = 0, last = 0] = [page[0], page.at(-1)].map((row) => row && all.indexOf(row));
    return {
      catalogue: await this.identify(),
      changes: this.#changes,
      items: page.map(({ record }) => toListEntry(record)),
      hasNewer: page.length === 0 ? newer.length > 0 : first > 0,
      hasOlder: page.length === 0 ? older.length > 0 : last < all.length - 1,
    };
  }

  async indexable(limit: number) {
    this.publishDue();
    const own = this.#visible()
      .filter(({ record }) => record.url === null)
      .reverse();
    const entries = (own.length > limit ? [] : own).map(({ record }) => {
      const { slug, title, publishedAt, updatedAt, language } = record;
      return { slug, title, publishedAt, updatedAt, language };
    });
    return { changes: this.#changes, total: own.length, entries };
  }

  async records(after: string | null, limit: number): Promise<{ records: StoredRecord[]; isLast: boolean }> {
    const slugs = [...this.#rows.keys()].filter((slug) => after === null || slug > after).sort();
    const records = slugs.slice(0, limit).map((slug) => this.#storedRecord(slug));
    return { records, isLast: slugs.length <= limit };
  }

  async restore(saved: StoredRecord): Promise<RestoreOutcome> {
    this.publishDue();
    const [slug, revision] =
      saved.state === 'article' ? [saved.record.slug, saved.record.revision] : [saved.slug, saved.revision];
    const stands = this.#revisionOf(slug);
    if (stands > revision) return { outcome: 'newer-stands', revision: stands };
    if (stands === revision) {
      const isSame = withoutPages(this.#storedRecord(slug)) === withoutPages(saved);
      return isSame ? { outcome: 'unchanged' } : { outcome: 'newer-stands', revision: stands };
    }
    const urls = saved.state === 'article' ? pageUrlsOf(saved.record) : [];
    const other = this.#owners(urls).find((row) => row.record.slug !== slug);
    if (other !== undefined) return { outcome: 'url-taken', slug: other.record.slug };
    this.#change(slug, () => {
      if (saved.state === 'article') this.#save(saved.record);
      else {
        const projection = (this.#rows.get(slug)?.projection ?? 0) + 1;
        const { state, movedTo, pages } = saved;
        this.#rows.set(slug, { state, movedTo, revision, projection, pages });
      }
    });
    return { outcome: 'restored' };
  }

  async refresh(
    slug: string,
    expectedRevision: number,
    digest: Digest | null,
  ): Promise<'refreshed' | 'changed-meanwhile'> {
    const row = this.#rows.get(slug);
    if (row === undefined || this.#revisionOf(slug) !== expectedRevision) return 'changed-meanwhile';
    if ((digest !== null) !== (row.state === 'article')) return 'changed-meanwhile';
    this.#change(slug, () => {
      row.projection += 1;
      if (digest !== null && row.state === 'article') row.record = { ...row.record, digest };
    });
    return 'refreshed';
  }

  #storedRecord(slug: string): StoredRecord {
    const row = this.#rows.get(slug);
    if (row === undefined) throw new Error('only what is stored is asked for');
    if (row.state === 'article') return { state: 'article', record: row.record };
    const { state, revision, movedTo, pages } = row;
    return { state, slug, revision, movedTo, pages };
  }

  /** Shows the scheduled articles whose time has come; the Durable Object's alarm does this. */
  publishDue(): void {
    for (const row of this.#rows.values()) {
      if (row.state !== 'article' || row.visible || !this.#isDue(row.record)) continue;
      this.#change(row.record.slug, () => {
        row.visible = true;
        row.projection += 1;
      });
    }
  }

  #save(record: ArticleRecord): void {
    const projection = (this.#rows.get(record.slug)?.projection ?? 0) + 1;
    const publishedAt = Date.parse(record.publishedAt);
    const visible = this.#isDue(record);
    this.#rows.set(record.slug, { state: 'article', record, publishedAt, projection, visible });
    const taken = pageUrlsOf(record).map(pageUrlHash);
    for (const row of this.#rows.values())
      if (row.state !== 'article') row.pages = row.pages.filter((hash) => !taken.includes(hash));
  }

  #holderOf(hash: string): string | undefined {
    return [...this.#rows].find(([, row]) => row.state !== 'article' && row.pages.includes(hash))?.[0];
  }

  #bury(slug: string, movedTo: string | null, pages: string[] = []): void {
    const row = this.#rows.get(slug);
    if (row?.state !== 'article') return;
    const state = row.visible ? (movedTo === null ? 'deleted' : 'moved') : 'forgotten';
    this.#rows.set(slug, {
      state,
      revision: row.record.revision + 1,
      projection: row.projection + 1,
      movedTo,
      pages,
    });
    for (const follower of this.#rows.values()) {
      if (follower.state === 'article' || follower.movedTo !== slug || movedTo === null) continue;
      follower.movedTo = movedTo;
      follower.projection += 1;
    }
  }

  /** Runs a change; whatever else it made readers see differently counts one projection on. */
  #change(slug: string, change: () => void): void {
    const before = this.#shown();
    change();
    const after = this.#shown();
    for (const [other, neighbours] of after) {
      const row = this.#rows.get(other);
      if (other !== slug && row !== undefined && before.get(other) !== neighbours) row.projection += 1;
    }
    if (before.has(slug) || after.has(slug)) this.#changes += 1;
  }

  /** Neighbours of everything that readers see. */
  #shown(): Map<string, string> {
    const names = this.#visible().map(({ record }) => nameOf(record));
    return new Map(
      names.map(({ slug }, index) => [slug, JSON.stringify([names[index - 1], names[index + 1]])]),
    );
  }

  #isDue(record: ArticleRecord): boolean {
    return record.status === 'published' && Date.parse(record.publishedAt) <= this.#now();
  }

  #revisionOf(slug: string): number {
    const row = this.#rows.get(slug);
    if (row === undefined) return 0;
    return row.state === 'article' ? row.record.revision : row.revision;
  }

  /** In the order of the pages. */
  #owners(pageUrls: readonly string[]): ArticleRow[] {
    const owners = pageUrls.map((pageUrl) => {
      const hash = pageUrlHash(pageUrl);
      return this.#articles().find((row) => pageUrlsOf(row.record).some((url) => pageUrlHash(url) === hash));
    });
    return [...new Set(owners.filter((row) => row !== undefined))];
  }

  #articles(): ArticleRow[] {
    return [...this.#rows.values()].filter((row) => row.state === 'article');
  }

  /** Oldest first. */
  #visible(): ArticleRow[] {
    return this.#inOrder(({ visible }) => visible);
  }

  #inOrder(condition: (row: ArticleRow) => boolean): ArticleRow[] {
    return this.#articles().filter(condition).sort(comparePlace);
  }

  #neighboursOf(record: ArticleRecord): Neighbours {
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
}

/** Backups of earlier releases name no pages of a tombstone. */
function withoutPages(stored: StoredRecord): string {
  return JSON.stringify({ ...stored, pages: [] });
}

function nameOf({ slug, title }: ArticleRecord): Neighbour {
  return { slug, title };
}

type Placed = Pick<ArticleRow, 'publishedAt' | 'record'>;

function comparePlace(a: Placed, b: Placed): number {
  return a.publishedAt - b.publishedAt || compare(a.record.slug, b.record.slug);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
