import { type ArticleRecord, type Neighbours, pageUrlsOf } from '../../core/article-record.ts';
import { articleKey, FRONT_KEY, urlKeyOfHash } from '../../core/copy-keys.ts';
import type { Digest } from '../../core/digest.ts';
import { pageUrlHash } from '../../core/page-url.ts';
import type { ArticleWrite, RestoreOutcome, StoredRecord, WriteOutcome } from '../../flows/ports.ts';
import type { ArticleOrder } from './article-order.ts';
import type { ArticleRow, ArticleRows, Tombstone } from './article-rows.ts';
import type { Facts } from './facts.ts';
import type { SqlOutbox } from './outbox.ts';

/**
 * Every way in which the catalogue changes: rows, order, numbers and outbox together. Callers hold the transaction, so
 * that what throws here has never happened.
 */
export class ArticleChanges {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;
  readonly #outbox: SqlOutbox;

  constructor(rows: ArticleRows, order: ArticleOrder, facts: Facts, outbox: SqlOutbox) {
    this.#rows = rows;
    this.#order = order;
    this.#facts = facts;
    this.#outbox = outbox;
  }

  write({ record, expectedRevision, takeOver }: ArticleWrite, now: number): WriteOutcome {
    const row = this.#rows.find(record.slug);
    if ((row?.revision ?? 0) !== expectedRevision) return { outcome: 'changed-meanwhile' };
    for (const owner of takeOver) {
      const taken = this.#rows.find(owner.slug);
      if (taken?.state !== 'article' || taken.revision !== owner.expectedRevision)
        return { outcome: 'changed-meanwhile' };
    }
    const other = this.#otherOwner(record, [record.slug, ...takeOver.map(({ slug }) => slug)]);
    if (other !== undefined) return { outcome: 'url-taken', slug: other };
    for (const { slug } of takeOver) this.#move(slug, record.slug, now);
    return { outcome: 'written', ...this.#save(record, row, now) };
  }

  remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
    now: number,
  ): 'removed' | 'changed-meanwhile' {
    const row = this.#rows.find(slug);
    if (row?.state !== 'article' || row.revision !== expectedRevision) return 'changed-meanwhile';
    const held = pages === 'held' && row.visible === 1 ? this.#rows.urlHashesOf(slug) : [];
    this.#bury(row, { ...goodbye(row, null), revision: row.revision + 1, pages: held }, now);
    return 'removed';
  }

  restore(saved: StoredRecord, now: number): RestoreOutcome {
    const [slug, revision] =
      saved.state === 'article' ? [saved.record.slug, saved.record.revision] : [saved.slug, saved.revision];
    const row = this.#rows.find(slug);
    if (row !== undefined && row.revision >= revision) {
      const isSame = row.revision === revision && this.#isStoredAs(row, saved);
      return isSame ? { outcome: 'unchanged' } : { outcome: 'newer-stands', revision: row.revision };
    }
    if (saved.state === 'article') {
      const other = this.#otherOwner(saved.record, [slug]);
      if (other !== undefined) return { outcome: 'url-taken', slug: other };
      this.#save(saved.record, row, now);
    } else if (row?.state === 'article') this.#bury(row, saved, now);
    else {
      this.#rows.bury(slug, { ...saved, projection: (row?.projection ?? 0) + 1, now });
      this.#queueArticle(slug, now);
    }
    return { outcome: 'restored' };
  }

  refresh(
    slug: string,
    expectedRevision: number,
    digest: Digest | null,
    now: number,
  ): 'refreshed' | 'changed-meanwhile' {
    const row = this.#rows.find(slug);
    if (row?.revision !== expectedRevision || (digest !== null) !== (row.state === 'article'))
      return 'changed-meanwhile';
    if (digest === null) this.#rows.bumpProjection(slug, now);
    else this.#rows.save({ ...this.#rows.record(row), digest }, { projection: row.projection + 1, now });
    this.#queueArticle(slug, now);
    if (row.visible === 1) {
      this.#queueUrls(this.#rows.urlHashesOf(slug), now);
      this.#listChanged(now); // Entries show the first sentence.
    }
    return 'refreshed';
  }

  /** Shows the scheduled articles whose time has come, oldest first, at most `limit`. @returns how many. */
  publishDue(limit: number, now: number): number {
    const due = this.#rows.scheduledBefore(now, limit);
    for (const slug of due) {
      this.#rows.makeVisible(slug);
      this.#rows.bumpProjection(slug, now);
      const row = this.#rows.find(slug);
      if (row === undefined) continue;
      this.#touch(this.#neighbourSlugs(row), now);
      this.#queueArticle(slug, now);
      this.#queueUrls(this.#rows.urlHashesOf(slug), now);
      this.#listChanged(now);
    }
    return due.length;
  }

  #otherOwner(record: ArticleRecord, leaving: readonly string[]): string | undefined {
    const owners = pageUrlsOf(record).map((url) => this.#rows.ownerOfHash(pageUrlHash(url)));
    return owners.find((slug) => slug !== undefined && !leaving.includes(slug));
  }

  #isStoredAs(row: ArticleRow, saved: StoredRecord): boolean {
    if (saved.state !== 'article') return row.state === saved.state && row.moved_to === saved.movedTo;
    return (
      row.state === 'article' && decidedByPeople(this.#rows.record(row)) === decidedByPeople(saved.record)
    );
  }

  #save(
    record: ArticleRecord,
    row: ArticleRow | undefined,
    now: number,
  ): { projection: number; neighbours: Neighbours } {
    const { slug } = record;
    const urlsBefore = this.#rows.urlHashesOf(slug);
    const wasVisible = row?.visible === 1;
    const before = wasVisible ? this.#neighboursOf(row) : NOBODY;
    const projection = (row?.projection ?? 0) + 1;
    this.#rows.save(record, { projection, now });
    const isVisible = this.#rows.isVisible(slug);
    const neighbours = this.#order.neighboursOf(slug, Date.parse(record.publishedAt));
    if (isVisible || wasVisible) {
      const after = isVisible ? neighbours : NOBODY;
      const isSeenAlike = isVisible && wasVisible && titleOf(row) === record.title;
      if (!isSeenAlike || !areSame(before, after)) this.#touch([...slugsOf(before), ...slugsOf(after)], now);
      this.#queueArticle(slug, now);
      const urlsAfter = this.#rows.urlHashesOf(slug);
      const urls =
        isVisible && wasVisible ? symmetricDifference(urlsBefore, urlsAfter) : [...urlsBefore, ...urlsAfter];
      this.#queueUrls(urls, now);
      this.#listChanged(now);
    } else if (row !== undefined && row.state !== 'article') {
      this.#queueArticle(slug, now); // A draft over a tombstone: readers get the 404 of an unknown slug.
    }
    return { projection, neighbours };
  }

  #move(from: string, to: string, now: number): void {
    const row = this.#rows.find(from);
    if (row === undefined) return;
    this.#bury(row, { ...goodbye(row, to), revision: row.revision + 1, pages: [] }, now);
    this.#touch(this.#rows.followMoves(from, to), now);
  }

  #bury(row: ArticleRow, tombstone: Omit<Tombstone, 'projection' | 'now'>, now: number): void {
    const { slug, visible } = row;
    const neighbours = visible === 1 ? this.#neighbourSlugs(row) : [];
    const urls = this.#rows.urlHashesOf(slug);
    this.#rows.bury(slug, { ...tombstone, projection: row.projection + 1, now });
    if (visible !== 1 && tombstone.state === 'forgotten') return; // For readers the slug stays unknown.
    this.#queueArticle(slug, now);
    if (visible !== 1) return;
    this.#touch(neighbours, now);
    this.#queueUrls(urls, now);
    this.#listChanged(now);
  }

  /** Something else that these articles show has changed: a neighbour, its title, the target of a move. */
  #touch(slugs: readonly string[], now: number): void {
    for (const slug of new Set(slugs)) {
      this.#rows.bumpProjection(slug, now);
      this.#queueArticle(slug, now);
    }
  }

  #queueArticle(slug: string, now: number): void {
    this.#outbox.queue(articleKey(slug), now);
  }

  #queueUrls(hashes: readonly string[], now: number): void {
    for (const hash of new Set(hashes)) this.#outbox.queue(urlKeyOfHash(hash), now);
  }

  #listChanged(now: number): void {
    this.#facts.increment('changes');
    this.#facts.set('changedAt', now);
    this.#outbox.queue(FRONT_KEY, now);
  }

  #neighbourSlugs(row: ArticleRow): string[] {
    return slugsOf(this.#neighboursOf(row));
  }

  #neighboursOf({ slug, published_at: publishedAt }: ArticleRow): Neighbours {
    return this.#order.neighboursOf(slug, publishedAt ?? 0);
  }
}

/** Readers get 410 or 308 where they have seen the article, and never learn of one that they have not. */
function goodbye(row: ArticleRow, movedTo: string | null): Pick<Tombstone, 'state' | 'movedTo'> {
  const state = row.visible !== 1 ? 'forgotten' : movedTo === null ? 'deleted' : 'moved';
  return { state, movedTo };
}

/** What a restore has to bring back; the rest follows from it. */
function decidedByPeople(record: ArticleRecord): string {
  const { html: _html, text: _text, digest: _digest, summaryOff: _off, pinned: _pinned, ...decided } = record;
  return JSON.stringify(Object.entries(decided).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const NOBODY: Neighbours = { previous: null, next: null };

/** One and the same article on the other side is another place in the order. */
function areSame(before: Neighbours, after: Neighbours): boolean {
  return before.previous?.slug === after.previous?.slug && before.next?.slug === after.next?.slug;
}

function slugsOf({ previous, next }: Neighbours): string[] {
  return [previous, next].flatMap((neighbour) => neighbour?.slug ?? []);
}

function symmetricDifference(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((hash) => !after.includes(hash)),
    ...after.filter((hash) => !before.includes(hash)),
  ];
}

function titleOf(row: ArticleRow): string | undefined {
  return row.meta === null ? undefined : (JSON.parse(row.meta) as { title?: string }).title;
}
