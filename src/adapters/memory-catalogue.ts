import type { ListQuery } from '../core/article/article-list.ts';
import { isWanted, pageUrlsOf } from '../core/catalogue/article-record.ts';
import {
  type ArticleWrite,
  farewell,
  isArticleAt,
  judgeRestore,
  placeOf,
  type RestoreOutcome,
  refuseWrite,
  type StoredRecord,
  type WriteOutcome,
} from '../core/catalogue/catalogue-change.ts';
import { encodeArticle, encodeTombstone } from '../core/catalogue/encode-projection.ts';
import type { Sitemap, SitemapPart } from '../core/catalogue/sitemap.ts';
import { pageUrlHash } from '../core/fetching/page-hash.ts';
import type { Digest } from '../core/summary/digest.ts';
import type { Proposal } from '../core/summary/proposal.ts';
import type { HistoryEntry } from '../core/summary/review.ts';
import type { RuleEntry, SavedRules, TagRule } from '../core/summary/rule.ts';
import type { Claim, GenerationOrder, GenerationStatus, Generations } from '../flows/generation-ports.ts';
import type {
  Archive,
  Catalogue,
  CatalogueEntry,
  Clock,
  Desk,
  ListPage,
  ListScope,
  QueuePage,
  QueueQuery,
  SearchQuery,
  StandingRules,
} from '../flows/ports.ts';
import { countStates, MemoryHistory, MemoryRules, matches, toQueueItem } from './memory-desk.ts';
import { MemoryGenerations } from './memory-generations.ts';
import { cutPage } from './memory-list.ts';
import { MemoryRows } from './memory-rows.ts';
import { describeShown, isShown } from './memory-shown.ts';
import { describePart, describeSitemap } from './memory-sitemap.ts';

/**
 * The catalogue in its plainest form: a map, and everything else worked out anew from it. It keeps the same promises
 * as the Durable Object (one contract suite runs both) and is the model that random histories are compared with.
 */
export class MemoryCatalogue implements Catalogue, Desk, Archive, Generations {
  readonly #rows = new MemoryRows();
  readonly #history = new MemoryHistory();
  readonly #rules = new MemoryRules();
  /** What the alarm of the Durable Object sends. */
  readonly orders = new MemoryGenerations();
  readonly #now: Clock;
  readonly #name: string;
  #changes = 0;

  /** @param name - Of the database; two that live beside each other have two. */
  constructor(now: Clock = Date.now, name = 'memory') {
    this.#now = now;
    this.#name = name;
  }

  async identify(): Promise<string> {
    return this.#name;
  }

  async read(slug: string): Promise<CatalogueEntry> {
    this.#publishDue();
    const row = this.#rows.find(slug);
    if (row === undefined) return { state: 'absent' };
    const { projection } = row;
    if (row.state !== 'article')
      return { state: 'tombstone', revision: row.revision, projection, movedTo: row.movedTo };
    const { record } = row;
    return { state: 'article', record, projection, neighbours: this.#rows.neighboursOf(record) };
  }

  async ownersOf(pageUrls: readonly string[]): Promise<string[]> {
    const owners = pageUrls.map((pageUrl) => this.#rows.ownerOf(pageUrl) ?? this.#rows.holderOf(pageUrl));
    return [...new Set(owners.filter((slug) => slug !== undefined))];
  }

  async write(change: ArticleWrite): Promise<WriteOutcome> {
    this.#publishDue();
    const refusal = refuseWrite(change, this.#rows);
    if (refusal !== undefined) return refusal;
    const { record, takeOver, event } = change;
    this.#change(record.slug, () => {
      for (const { slug } of takeOver) {
        this.#history.follow(slug, record.slug);
        this.#bury(slug, record.slug);
        this.#rows.followMoves(slug, record.slug);
      }
      this.#rows.save(this.#rules.apply(record), this.#now());
    });
    if (event !== undefined) this.#history.add(record.slug, record.revision, event);
    const projection = this.#rows.find(record.slug)?.projection ?? 0;
    return { outcome: 'written', projection, neighbours: this.#rows.neighboursOf(record) };
  }

  async remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
  ): Promise<'removed' | 'changed-meanwhile'> {
    this.#publishDue();
    if (!isArticleAt(this.#rows, slug, expectedRevision)) return 'changed-meanwhile';
    this.#change(slug, () => this.#bury(slug, null, pages === 'held'));
    return 'removed';
  }

  async project(slug: string): Promise<string | undefined> {
    this.#publishDue();
    const row = this.#rows.find(slug);
    if (row === undefined || !isShown(this.#rows, slug)) return undefined;
    const version = { catalogue: await this.identify(), projection: row.projection };
    if (row.state !== 'article')
      return encodeTombstone(slug, { ...version, revision: row.revision }, row.movedTo);
    return encodeArticle(row.record, this.#rows.neighboursOf(row.record), version);
  }

  async resolve(pageUrl: string): Promise<string | undefined> {
    this.#publishDue();
    const slug = this.#rows.ownerOf(pageUrl);
    const row = slug === undefined ? undefined : this.#rows.find(slug);
    return row?.state === 'article' && row.visible ? slug : undefined;
  }

  async list({ limit, cursor, tag, language }: ListQuery, scope: ListScope): Promise<ListPage> {
    this.#publishDue();
    const all = this.#rows
      .inOrder(({ visible }) => visible || scope === 'all')
      .filter(({ record }) => tag === undefined || record.tags.includes(tag))
      .filter(({ record }) => language === undefined || `${record.language}-`.startsWith(`${language}-`))
      .reverse();
    return { catalogue: await this.identify(), changes: this.#changes, ...cutPage(all, limit, cursor) };
  }

  async sitemap(): Promise<Sitemap> {
    this.#publishDue();
    return describeSitemap(this.#own(), { ...this.#listVersion(), now: this.#now() });
  }

  async sitemapPart(number: number): Promise<SitemapPart | undefined> {
    this.#publishDue();
    return describePart(this.#own(), { ...this.#listVersion(), number });
  }

  async reviewQueue({ limit, cursor, state, tag }: QueueQuery): Promise<QueuePage> {
    this.#publishDue();
    const all = this.#rows.inOrder(() => true).reverse();
    const wanted = all.filter(
      ({ record }) =>
        (state === undefined || toQueueItem(record).state === state) &&
        (tag === undefined || record.tags.includes(tag)),
    );
    const page = cutPage(wanted, limit, cursor);
    const bySlug = new Map(wanted.map(({ record }) => [record.slug, toQueueItem(record)]));
    const items = page.items.flatMap(({ slug }) => bySlug.get(slug) ?? []);
    const version = { catalogue: await this.identify(), changes: this.#changes };
    return { ...version, ...page, items, counts: countStates(all.map(({ record }) => record)) };
  }

  async history(slug: string, before: number | null, limit: number): Promise<HistoryEntry[]> {
    return this.#history.below(slug, before, limit);
  }

  async search({ terms, limit, tag, language, state }: SearchQuery, scope: ListScope) {
    this.#publishDue();
    const found = this.#rows
      .inOrder(({ visible }) => visible || scope === 'all')
      .filter(({ record }) => tag === undefined || record.tags.includes(tag))
      .filter(({ record }) => language === undefined || `${record.language}-`.startsWith(`${language}-`))
      .filter(({ record }) => state === undefined || toQueueItem(record).state === state)
      .map(({ record }) => ({ record, rank: matches(record, terms, scope) }))
      .filter(({ rank }) => rank > 0)
      .reverse()
      .sort((a, b) => b.rank - a.rank);
    return {
      catalogue: await this.identify(),
      changes: this.#changes,
      items: found.slice(0, limit).map(({ record }) => toQueueItem(record)),
      hasNewer: false,
      hasOlder: false,
    };
  }

  async rules(): Promise<StandingRules> {
    return this.#rules.standing();
  }

  async setRule(rule: TagRule, event: Pick<RuleEntry, 'at' | 'by'>, expectedVersion: number) {
    if (this.#rules.standing().version !== expectedVersion) return 'changed-meanwhile';
    this.#rules.set(rule, event);
    this.#followRules();
    return 'set';
  }

  async ruleHistory(before: number | null, limit: number): Promise<RuleEntry[]> {
    return this.#rules.below(before, limit);
  }

  async restoreRules(saved: SavedRules, expectedVersion: number) {
    if (this.#rules.standing().version !== expectedVersion) return 'changed-meanwhile';
    this.#rules.replace(saved);
    this.#followRules();
    return 'set';
  }

  async sessionKey(): Promise<string> {
    return `session key of ${this.#name}`;
  }

  async records(after: string | null, limit: number): Promise<{ records: StoredRecord[]; isLast: boolean }> {
    const slugs = this.#rows.slugs().filter((slug) => after === null || slug > after);
    const records = slugs.slice(0, limit).flatMap((slug) => {
      const history = this.#history.all(slug);
      const stored = this.#rows.stored(slug);
      return stored?.state === 'article' && history.length > 0 ? { ...stored, history } : (stored ?? []);
    });
    return { records, isLast: slugs.length <= limit };
  }

  async restore(records: readonly StoredRecord[]): Promise<RestoreOutcome[]> {
    this.#publishDue();
    return records.map((saved) => this.#restoreOne(saved));
  }

  #restoreOne(saved: StoredRecord): RestoreOutcome {
    const judgement = judgeRestore(saved, this.#rows.stored(placeOf(saved).slug), this.#rows);
    if (judgement.outcome !== 'restored') return judgement;
    const { slug } = placeOf(saved);
    this.#change(slug, () => {
      if (saved.state === 'article') {
        this.#rows.save(this.#rules.apply(saved.record), this.#now());
        if (saved.history !== undefined) this.#history.replace(slug, saved.history);
      } else {
        this.#history.forget(slug);
        this.#rows.bury(slug, saved);
      }
    });
    return judgement;
  }

  async refresh(
    slug: string,
    expectedRevision: number,
    digest: Digest | null,
  ): Promise<'refreshed' | 'changed-meanwhile'> {
    const row = this.#rows.find(slug);
    if (row === undefined || this.#rows.standing(slug)?.revision !== expectedRevision)
      return 'changed-meanwhile';
    if ((digest !== null) !== (row.state === 'article')) return 'changed-meanwhile';
    this.#change(slug, () => {
      row.projection += 1;
      if (digest !== null && row.state === 'article') row.record = { ...row.record, digest };
    });
    return 'refreshed';
  }

  async generationSettings() {
    return { generator: '', generated: '', limit: '' };
  }

  async takeOrders(limit: number, bound: { ai: boolean }): Promise<GenerationOrder[]> {
    this.orders.came(bound);
    const orders = this.orders.due(this.#now(), limit);
    for (const order of orders) this.orders.sent(order, this.#now());
    return orders;
  }

  async claimGeneration(order: GenerationOrder, limitPerDay: number | null): Promise<Claim> {
    return this.orders.claim(order, limitPerDay, this.#now());
  }

  async postponeGeneration(order: GenerationOrder, reason: string, retryAfterSeconds: number | undefined) {
    return this.orders.postpone(order, reason, retryAfterSeconds, this.#now());
  }

  async propose(slug: string, proposal: Proposal): Promise<'kept' | 'passed'> {
    const row = this.#rows.find(slug);
    if (row?.state !== 'article' || !isWanted(proposal, row.record)) return 'passed';
    this.#change(slug, () => {
      row.projection += 1;
      row.record = { ...row.record, proposal };
    });
    this.orders.settle(slug, proposal.reason);
    return 'kept';
  }

  async generationStatus(): Promise<GenerationStatus> {
    return this.orders.status(this.#now());
  }

  /** Articles whose page is ours, oldest first. */
  #own() {
    return this.#rows.inOrder(({ visible, record }) => visible && record.url === null);
  }

  #listVersion() {
    return { catalogue: this.#name, version: this.#changes };
  }

  /** At once; the Durable Object's alarm does this in steps. */
  #followRules(): void {
    for (const row of this.#rows.inOrder(() => true)) {
      const record = this.#rules.apply(row.record);
      if (record.rule === row.record.rule) continue;
      this.#change(record.slug, () => {
        row.projection += 1;
        row.record = record;
      });
    }
  }

  #noteOrder(slug: string): void {
    const row = this.#rows.find(slug);
    if (row?.state === 'article') this.orders.note(row.record, this.#now());
    else this.orders.forget(slug);
  }

  /** Shows the scheduled articles whose time has come; the Durable Object's alarm does this. */
  #publishDue(): void {
    for (const row of this.#rows.scheduledBefore(this.#now())) {
      this.#change(row.record.slug, () => {
        row.visible = true;
        row.projection += 1;
      });
    }
  }

  #bury(slug: string, movedTo: string | null, holdsPages = false): void {
    const row = this.#rows.find(slug);
    if (row?.state !== 'article') return;
    this.#history.forget(slug);
    const state = farewell(row.visible, movedTo);
    const pages = holdsPages && row.visible ? pageUrlsOf(row.record).map(pageUrlHash).sort() : [];
    this.#rows.bury(slug, { state, movedTo, pages, revision: row.record.revision + 1 });
  }

  /** Runs a change; whatever else it made readers see differently counts one projection on. */
  #change(slug: string, change: () => void): void {
    const before = describeShown(this.#rows);
    change();
    this.#noteOrder(slug);
    const after = describeShown(this.#rows);
    for (const other of this.#rows.slugs()) {
      const row = this.#rows.find(other);
      if (other !== slug && row !== undefined && before.get(other) !== after.get(other)) row.projection += 1;
    }
    const wasListed = before.get(slug)?.startsWith('[') ?? false;
    if (wasListed || after.get(slug)?.startsWith('[')) this.#changes += 1;
  }
}
