import { DurableObject } from 'cloudflare:workers';
import type { ListQuery } from '../../core/article-list.ts';
import { type ArticleRecord, aliasesOf } from '../../core/article-record.ts';
import { articleKey, FRONT_KEY, parseCopyKey, urlKeyOfHash } from '../../core/copy-keys.ts';
import { pageUrlHash } from '../../core/page-url.ts';
import {
  encodeArticle,
  encodeTombstone,
  FRONT_MAX_COUNT,
  type Front,
  PROJECTION_SCHEMA,
} from '../../core/projection.ts';
import type { ArticleWrite, CatalogueEntry, ListPage, WriteOutcome } from '../../flows/ports.ts';
import { type CopyOf, projectChanges } from '../../flows/project-changes.ts';
import { logWarning } from '../console-log.ts';
import { createKvCopyWriter } from '../kv-copies.ts';
import { ArticleOrder } from './article-order.ts';
import { type ArticleRow, ArticleRows } from './article-rows.ts';
import { Facts } from './facts.ts';
import { SqlOutbox } from './outbox.ts';
import { SqlPurgeQueue } from './purge-queue.ts';
import { migrate } from './schema.ts';

/** Scheduled articles whose time has come, taken up in one transaction. */
const PUBLISH_MAX_COUNT = 100;

/**
 * The strongly consistent record of all articles, one object for the publication. Every method that changes something
 * is one transaction: rows, order, numbers and outbox change together or not at all.
 *
 * Implements the `Catalogue` port over RPC (see `catalogue-client.ts`).
 */
export class Catalogue extends DurableObject<Env> {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;
  readonly #outbox: SqlOutbox;
  readonly #purges: SqlPurgeQueue;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    migrate(ctx.storage, () => crypto.randomUUID().slice(0, 8));
    this.#rows = new ArticleRows(sql);
    this.#order = new ArticleOrder(sql);
    this.#facts = new Facts(sql);
    this.#outbox = new SqlOutbox(sql);
    this.#purges = new SqlPurgeQueue(sql, this.#facts);
    // An alarm can be lost (six failures in a row, a past one after a restart): whoever wakes the object arms it again.
    void ctx.blockConcurrencyWhile(() => this.#arm());
  }

  identify(): string {
    return this.#facts.text('catalogue') ?? '';
  }

  read(slug: string): CatalogueEntry {
    const row = this.#rows.find(slug);
    if (row === undefined) return { state: 'absent' };
    const { revision, projection } = row;
    if (row.state !== 'article') return { state: 'tombstone', revision, projection, movedTo: row.moved_to };
    return {
      state: 'article',
      record: this.#rows.record(row),
      projection,
      neighbours: this.#neighboursOf(row),
    };
  }

  ownersOf(pageUrls: readonly string[]): string[] {
    const owners = pageUrls.map((url) => this.#rows.ownerOfHash(pageUrlHash(url)));
    return [...new Set(owners.filter((slug) => slug !== undefined))];
  }

  async write(change: ArticleWrite): Promise<WriteOutcome> {
    const outcome = this.ctx.storage.transactionSync(() => this.#write(change, Date.now()));
    await this.#arm();
    return outcome;
  }

  async remove(slug: string, expectedRevision: number): Promise<'removed' | 'changed-meanwhile'> {
    const outcome = this.ctx.storage.transactionSync(() => {
      const row = this.#rows.find(slug);
      if (row?.state !== 'article' || row.revision !== expectedRevision) return 'changed-meanwhile';
      this.#bury(row, row.revision + 1, null, Date.now());
      return 'removed';
    });
    await this.#arm();
    return outcome;
  }

  async project(slug: string): Promise<string | undefined> {
    await this.#catchUp();
    return this.#articleCopy(slug)?.value;
  }

  async resolve(pageUrl: string): Promise<string | undefined> {
    await this.#catchUp();
    const slug = this.#rows.ownerOfHash(pageUrlHash(pageUrl));
    return slug !== undefined && this.#rows.isVisible(slug) ? slug : undefined;
  }

  async list(query: ListQuery): Promise<ListPage> {
    await this.#catchUp();
    return { catalogue: this.identify(), changes: this.#facts.number('changes'), ...this.#order.page(query) };
  }

  async indexable(limit: number) {
    await this.#catchUp();
    return { changes: this.#facts.number('changes'), ...this.#order.indexable(limit) };
  }

  override async alarm(): Promise<void> {
    try {
      this.ctx.storage.transactionSync(() => this.#publishDue(Date.now()));
      await projectChanges({
        outbox: this.#outbox,
        purges: this.#purges,
        copyOf: (key) => this.#copyOf(key),
        writer: createKvCopyWriter(this.env.ARTICLES),
        purger: { purge: (tags) => this.ctx.exports.default.purge(tags) },
        now: Date.now,
        onFailure: (what, error) => this.#recordFailure(what, error),
      });
    } finally {
      await this.#arm();
    }
  }

  #write({ record, expectedRevision, takeOver }: ArticleWrite, now: number): WriteOutcome {
    const row = this.#rows.find(record.slug);
    if ((row?.revision ?? 0) !== expectedRevision) return { outcome: 'changed-meanwhile' };
    for (const owner of takeOver) {
      const taken = this.#rows.find(owner.slug);
      if (taken?.state !== 'article' || taken.revision !== owner.expectedRevision)
        return { outcome: 'changed-meanwhile' };
    }
    const leaving = new Set([record.slug, ...takeOver.map(({ slug }) => slug)]);
    const owners = this.ownersOf([...(record.url === null ? [] : [record.url]), ...aliasesOf(record)]);
    const other = owners.find((slug) => !leaving.has(slug));
    if (other !== undefined) return { outcome: 'url-taken', slug: other };
    for (const { slug } of takeOver) this.#move(slug, record.slug, now);
    return { outcome: 'written', ...this.#save(record, row, now) };
  }

  #save(record: ArticleRecord, row: ArticleRow | undefined, now: number) {
    const urlsBefore = this.#rows.urlHashesOf(record.slug);
    const before = row?.visible === 1 ? this.#neighbourSlugs(row) : [];
    const projection = (row?.projection ?? 0) + 1;
    this.#rows.save(record, { projection, now });
    const saved = this.#rows.find(record.slug);
    const neighbours = this.#order.neighboursOf(record.slug, Date.parse(record.publishedAt));
    const isVisible = saved?.visible === 1;
    const wasVisible = row?.visible === 1;
    if (isVisible || wasVisible) {
      const after = isVisible ? slugsOf(neighbours) : [];
      this.#touchNeighbours(before, after, isVisible === wasVisible && titleOf(row) === record.title, now);
      this.#queueArticle(record.slug, now);
      this.#queueUrls(urlsBefore, isVisible === wasVisible, record.slug, now);
      this.#listChanged(now);
    } else if (row?.state === 'deleted' || row?.state === 'moved') {
      this.#queueArticle(record.slug, now); // A draft over a tombstone: readers get the 404 of an unknown slug.
    }
    return { projection, neighbours };
  }

  /** Neighbours whose own neighbours, or the titles of those, have changed. */
  #touchNeighbours(
    before: readonly string[],
    after: readonly string[],
    onlyOrderCounts: boolean,
    now: number,
  ): void {
    const stayed = onlyOrderCounts && before.join() === after.join();
    if (stayed) return;
    for (const slug of new Set([...before, ...after])) {
      this.#rows.bumpProjection(slug);
      this.#queueArticle(slug, now);
    }
  }

  #move(from: string, to: string, now: number): void {
    const row = this.#rows.find(from);
    if (row === undefined) return;
    this.#bury(row, row.revision + 1, to, now);
    for (const follower of this.#rows.followMoves(from, to)) {
      this.#rows.bumpProjection(follower);
      this.#queueArticle(follower, now);
    }
  }

  #bury(row: ArticleRow, revision: number, movedTo: string | null, now: number): void {
    const neighbours = row.visible === 1 ? this.#neighbourSlugs(row) : [];
    const urls = this.#rows.urlHashesOf(row.slug);
    this.#rows.bury(row, { revision, projection: row.projection + 1, movedTo });
    if (row.visible !== 1) return; // Readers never saw it: for them the slug stays unknown.
    this.#queueArticle(row.slug, now);
    this.#touchNeighbours(neighbours, [], false, now);
    for (const hash of urls) this.#outbox.queue(urlKeyOfHash(hash), now);
    this.#listChanged(now);
  }

  /** A late alarm holds back no article whose time has come. */
  async #catchUp(): Promise<void> {
    const now = Date.now();
    if ((this.#rows.nextScheduledAt() ?? Number.POSITIVE_INFINITY) > now) return;
    this.ctx.storage.transactionSync(() => this.#publishDue(now));
    await this.#arm();
  }

  #publishDue(now: number): void {
    for (const slug of this.#rows.scheduledBefore(now, PUBLISH_MAX_COUNT)) {
      this.#rows.makeVisible(slug);
      this.#rows.bumpProjection(slug);
      const row = this.#rows.find(slug);
      if (row === undefined) continue;
      this.#touchNeighbours([], this.#neighbourSlugs(row), false, now);
      this.#queueArticle(slug, now);
      for (const hash of this.#rows.urlHashesOf(slug)) this.#outbox.queue(urlKeyOfHash(hash), now);
      this.#listChanged(now);
    }
  }

  #queueArticle(slug: string, now: number): void {
    this.#outbox.queue(articleKey(slug), now);
  }

  /** URL copies that came, went or start to be shown; those that stay as they are need no write. */
  #queueUrls(before: readonly string[], shownAsBefore: boolean, slug: string, now: number): void {
    const after = this.#rows.urlHashesOf(slug);
    const changed = shownAsBefore
      ? [...before.filter((hash) => !after.includes(hash)), ...after.filter((hash) => !before.includes(hash))]
      : [...new Set([...before, ...after])];
    for (const hash of changed) this.#outbox.queue(urlKeyOfHash(hash), now);
  }

  #listChanged(now: number): void {
    this.#facts.increment('changes');
    this.#outbox.queue(FRONT_KEY, now);
  }

  #neighboursOf(row: ArticleRow) {
    return this.#order.neighboursOf(row.slug, row.published_at ?? 0);
  }

  #neighbourSlugs(row: ArticleRow): string[] {
    return slugsOf(this.#neighboursOf(row));
  }

  #copyOf: CopyOf = (key) => {
    const parsed = parseCopyKey(key);
    switch (parsed.kind) {
      case 'article':
        return {
          value: null,
          metadata: null,
          ...this.#articleCopy(parsed.slug),
          tags: [`article:${parsed.slug}`],
        };
      case 'url': {
        const slug = this.#rows.ownerOfHash(parsed.hash);
        const isShown = slug !== undefined && this.#rows.isVisible(slug);
        return isShown
          ? { value: slug, metadata: null, tags: [`article:${slug}`] }
          : { value: null, metadata: null, tags: [] };
      }
      case 'front':
        return { value: JSON.stringify(this.#front()), metadata: null, tags: ['list'] };
    }
  };

  #articleCopy(slug: string) {
    const row = this.#rows.find(slug);
    if (row === undefined || row.state === 'forgotten') return undefined;
    const { revision, projection } = row;
    const metadata = { revision, projection, schema: PROJECTION_SCHEMA };
    const version = { catalogue: this.identify(), revision, projection };
    if (row.state !== 'article') return { value: encodeTombstone(slug, version, row.moved_to), metadata };
    if (row.visible !== 1) return undefined;
    return { value: encodeArticle(this.#rows.record(row), this.#neighboursOf(row), version), metadata };
  }

  #front(): Front {
    return {
      schema: PROJECTION_SCHEMA,
      catalogue: this.identify(),
      changes: this.#facts.number('changes'),
      total: this.#order.count(),
      items: this.#order.newest(FRONT_MAX_COUNT),
    };
  }

  #recordFailure(what: 'copy' | 'purge', error: unknown): void {
    this.#facts.increment(`${what}Failures`);
    logWarning(`${what}-failed`, error);
  }

  /** Sets the alarm for the earliest thing that is due. `Date.now()` itself may never fire, one more does. */
  async #arm(): Promise<void> {
    const times = [this.#outbox.nextAt(), this.#purges.nextAt(), this.#rows.nextScheduledAt()];
    const next = Math.min(...times.filter((time) => time !== undefined));
    if (!Number.isFinite(next)) return;
    await this.ctx.storage.setAlarm(Math.max(next, Date.now() + 1));
  }
}

function slugsOf(neighbours: { previous: { slug: string } | null; next: { slug: string } | null }): string[] {
  return [neighbours.previous, neighbours.next].flatMap((neighbour) => neighbour?.slug ?? []);
}

function titleOf(row: ArticleRow | undefined): string | undefined {
  return row?.meta === undefined || row.meta === null
    ? undefined
    : (JSON.parse(row.meta) as { title?: string }).title;
}
