import { DurableObject } from 'cloudflare:workers';
import type { ListQuery } from '../../core/article/article-list.ts';
import { type ArticleRecord, isWanted } from '../../core/catalogue/article-record.ts';
import {
  type ArticleWrite,
  placeOf,
  type RestoreOutcome,
  type StoredRecord,
  type WriteOutcome,
} from '../../core/catalogue/catalogue-change.ts';
import { urlKeyOfHash } from '../../core/catalogue/copy-keys.ts';
import type { Sitemap, SitemapPart } from '../../core/catalogue/sitemap.ts';
import type { Fault } from '../../core/errors.ts';
import { pageUrlHash } from '../../core/fetching/page-hash.ts';
import {
  parseGenerator,
  type StoredGenerationSettings,
  storedGenerationSettings,
} from '../../core/generation/generation-settings.ts';
import type { Digest } from '../../core/summary/digest.ts';
import type { Proposal } from '../../core/summary/proposal.ts';
import type { HistoryEntry } from '../../core/summary/review.ts';
import type { RuleEntry, SavedRules, TagRule } from '../../core/summary/rule.ts';
import type { Claim, GenerationOrder } from '../../flows/generation-ports.ts';
import type {
  CatalogueEntry,
  CatalogueStatus,
  CopyComparison,
  CopyRange,
  ListPage,
  ListScope,
  QueueItem,
  QueuePage,
  QueueQuery,
  ReconciliationReport,
  SearchQuery,
  StandingRules,
  WalkPosition,
} from '../../flows/ports.ts';
import { sendOrders } from '../../flows/send-orders.ts';
import { logWarning } from '../console-log.ts';
import { createKvCopyWriter } from '../kv-copies.ts';
import { AbsenceRows } from './absence-rows.ts';
import { ArticleChanges } from './article-changes.ts';
import { ArticleOrder } from './article-order.ts';
import { ArticleRows } from './article-rows.ts';
import { readStatus } from './catalogue-status.ts';
import { ChangeEffects } from './change-effects.ts';
import { Clock, type Job } from './clock.ts';
import { CopySource } from './copy-source.ts';
import { type EntryRow, readEntries, readItems } from './entry-rows.ts';
import { Facts } from './facts.ts';
import { OBJECT_NAME } from './object-name.ts';
import { SqlOutbox } from './outbox.ts';
import { SqlPurgeQueue } from './purge-queue.ts';
import { isStoreFull, noteSize } from './room.ts';
import type { RowWalk } from './row-walks.ts';
import { migrate } from './schema.ts';
import { SearchApart } from './search-apart.ts';
import type { SearchChange } from './search-object.ts';
import { SitemapRows } from './sitemap-rows.ts';
import { type NumberedText, Volume } from './volume.ts';
import { type LaidText, VolumeTexts } from './volume-texts.ts';
import { Walks } from './walks.ts';

/** Bound only where there is a queue for what the model is asked (docs/generated.md). */
interface GenerationEnv extends Env {
  GENERATION?: Queue<GenerationOrder>;
}

/** What a failed run of the alarm rests, doubled each time, and the longest rest. */
const FAILED_RUN_MS = 1_000;
const FAILED_RUN_MAX_MS = 60_000;

/** Feeds are read every ten minutes; every hour the copies are compared with the catalogue. */
const FEEDS_REST_MS = 10 * 60_000;
const COPIES_REST_MS = 60 * 60_000;

/** Scheduled articles whose time has come, taken up in one transaction. */
const PUBLISH_MAX_COUNT = 100;

/**
 * The strongly consistent record of all articles, one object for the publication. Every method that changes something
 * is one transaction: rows, order, numbers and outbox change together or not at all.
 *
 * Implements the ports `Catalogue`, `Desk`, `Archive`, `Generations` and `Upkeep` over RPC (see `catalogue-client.ts`).
 */
export class Catalogue extends DurableObject<Env> {
  readonly #rows: ArticleRows;
  readonly #order: ArticleOrder;
  readonly #facts: Facts;
  readonly #texts: VolumeTexts;
  readonly #volume: Volume;
  readonly #search: SearchApart;
  readonly #clock: Clock;
  readonly #outbox: SqlOutbox;
  readonly #purges: SqlPurgeQueue;
  readonly #changes: ArticleChanges;
  readonly #source: CopySource;
  readonly #sitemap: SitemapRows;
  readonly #absences: AbsenceRows;
  readonly #walks: Walks;
  readonly #queue: Queue<GenerationOrder> | undefined;
  /** Runs of the alarm that failed, one after the other. */
  #failedRuns = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    migrate(ctx.storage, () => crypto.randomUUID().slice(0, 8));
    this.#facts = new Facts(sql);
    this.#texts = new VolumeTexts(ctx.storage, this.#facts, (name) => env.CATALOGUE.getByName(name));
    this.#rows = new ArticleRows(sql, this.#texts, parseGenerator(env.GENERATOR ?? '') !== undefined);
    this.#volume = new Volume(ctx.storage);
    this.#search = new SearchApart(ctx.storage, this.#rows, this.#facts, (name) =>
      env.CATALOGUE.getByName(name),
    );
    this.#queue = (env as GenerationEnv).GENERATION;
    this.#order = new ArticleOrder(sql);
    this.#outbox = new SqlOutbox(sql);
    this.#purges = new SqlPurgeQueue(sql, this.#facts);
    this.#sitemap = new SitemapRows(sql, this.#facts, this.#outbox);
    const effects = new ChangeEffects(this.#rows, this.#order, this.#facts, this.#outbox, this.#sitemap);
    this.#changes = new ArticleChanges(this.#rows, effects);
    this.#absences = new AbsenceRows(sql);
    this.#source = new CopySource(this.#rows, this.#order, this.#facts, this.#sitemap, this.#absences);
    const walked = { storage: ctx.storage, rows: this.#rows, changes: this.#changes, facts: this.#facts };
    const walk = (name: RowWalk) => async (position: string) => {
      const { ROW_WALKS } = await import('./row-walks.ts');
      await ROW_WALKS[name](walked, position);
    };
    this.#walks = new Walks(this.#facts, {
      bodies: walk('bodies'),
      sitemap: (position) => ctx.storage.transactionSync(() => this.#sitemap.walk(position, Date.now())),
      desk: walk('desk'),
      rules: walk('rules'),
      texts: walk('texts'),
      apart: (position) => ctx.storage.transactionSync(() => this.#search.walk(position)),
    });
    this.#clock = new Clock(this.#facts, this.#jobs());
    // An alarm can be lost (a past one after a restart): whoever wakes the object arms it again.
    void ctx.blockConcurrencyWhile(() => this.#wake());
  }

  /** Of the publication's own object; its volumes have none. */
  #jobs(): Record<string, Job> {
    const { ctx, env } = this;
    if (!ctx.id.equals(env.CATALOGUE.idFromName(OBJECT_NAME))) return {};
    const service = ctx.exports.default;
    const copies = { restMs: COPIES_REST_MS, work: () => service.reconcile() };
    const feeds = { restMs: FEEDS_REST_MS, work: () => service.readFeeds() };
    return (env.FEEDS ?? '') === '' ? { copies } : { copies, feeds };
  }

  identify(): string {
    return this.#facts.catalogue();
  }

  async read(slug: string): Promise<CatalogueEntry> {
    await this.#catchUp();
    const row = this.#rows.find(slug);
    if (row === undefined) return { state: 'absent' };
    const { revision, projection } = row;
    if (row.state !== 'article') return { state: 'tombstone', revision, projection, movedTo: row.moved_to };
    const neighbours = this.#order.neighboursOf(slug, row.published_at ?? 0);
    return { state: 'article', record: await this.#rows.body(row).record(), projection, neighbours };
  }

  ownersOf(pageUrls: readonly string[]): string[] {
    const { urls } = this.#rows;
    const owners = pageUrls.map((pageUrl) => urls.ownerOf(pageUrl) ?? urls.holderOf(pageUrl));
    return [...new Set(owners.filter((slug) => slug !== undefined))];
  }

  /** Packed before the transaction: what was decided on is judged in it, whoever came between. */
  async write(change: ArticleWrite): Promise<WriteOutcome> {
    const [laid] = await this.#lay([change.record]);
    return this.#commit((now) => this.#changes.write(change, laid as LaidText, now));
  }

  async #lay(records: readonly ArticleRecord[]): Promise<LaidText[]> {
    const { packRecord } = await import('./packed-body.ts');
    const stored = records.map(async (record) => ({
      packed: await packRecord(record),
      entry: this.#rows.entryOf(record),
    }));
    return this.#texts.lay(await Promise.all(stored));
  }

  remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
  ): Promise<'removed' | 'changed-meanwhile'> {
    return this.#commit((now) => this.#changes.remove(slug, expectedRevision, pages, now));
  }

  async restore(records: readonly StoredRecord[]): Promise<RestoreOutcome[]> {
    const articles = records.flatMap((saved) => (saved.state === 'article' ? saved.record : []));
    const laid = await this.#lay(articles);
    const laidOf = new Map(articles.map(({ slug }, index) => [slug, laid[index]]));
    for (;;) {
      const found = records.map((record) => this.#rows.find(placeOf(record).slug));
      const stored = found.map((row) => row && this.#rows.stored(row));
      const standing = await Promise.all(stored.map(async (one) => one?.unpack()));
      const isAsFound = (record: StoredRecord, index: number) =>
        this.#rows.find(placeOf(record).slug)?.revision === found[index]?.revision;
      const outcomes = await this.#commit((now) =>
        records.every(isAsFound)
          ? records.map((record, index) =>
              this.#changes.restore(record, standing[index], laidOf.get(placeOf(record).slug), now),
            )
          : undefined,
      );
      if (outcomes !== undefined) return outcomes; // Else somebody came between.
    }
  }

  async refresh(slug: string, expectedRevision: number, digest: Digest | null) {
    if (digest === null)
      return this.#commit((now) => this.#changes.refresh(slug, expectedRevision, null, now));
    return this.#amend(slug, (record) =>
      record.revision === expectedRevision ? { ...record, digest } : undefined,
    );
  }

  generationSettings(): StoredGenerationSettings {
    return storedGenerationSettings(this.env);
  }

  takeOrders(limit: number, bound: { ai: boolean }): Promise<GenerationOrder[]> {
    return this.#commit((now) => {
      this.#rows.generation.came(bound);
      const orders = this.#rows.generation.due(now, limit);
      for (const order of orders) this.#rows.generation.sent(order, now);
      return orders;
    });
  }

  claimGeneration(order: GenerationOrder, limitPerDay: number | null): Promise<Claim> {
    return this.#commit((now) => this.#rows.generation.claim(order, limitPerDay, now));
  }

  postponeGeneration(order: GenerationOrder, reason: string, retryAfterSeconds: number | undefined) {
    return this.#commit((now) => this.#rows.generation.postpone(order, reason, retryAfterSeconds, now));
  }

  async propose(slug: string, proposal: Proposal): Promise<'kept' | 'passed'> {
    const outcome = await this.#amend(
      slug,
      (record) => (isWanted(proposal, record) ? { ...record, proposal } : undefined),
      () => this.#rows.generation.settle(slug, proposal),
    );
    return outcome === 'refreshed' ? 'kept' : 'passed';
  }

  /**
   * Stores a record with other things worked out of it; its revision stays. What was read is judged again when it is
   * written: another proposal may have come between, and a revision has one.
   *
   * @param amend - Gives undefined where nothing is to change.
   * @param also - What happens in the same transaction.
   */
  async #amend(
    slug: string,
    amend: (record: ArticleRecord) => ArticleRecord | undefined,
    also: () => void = () => undefined,
  ): Promise<'refreshed' | 'changed-meanwhile'> {
    for (;;) {
      const row = this.#rows.find(slug);
      if (row?.state !== 'article') return 'changed-meanwhile';
      const record = amend(await this.#rows.body(row).record());
      if (record === undefined) return 'changed-meanwhile';
      const [laid] = await this.#lay([record]);
      const refreshed = { record, laid: laid as LaidText };
      const outcome = await this.#commit((now) => {
        if (this.#rows.find(slug)?.projection !== row.projection) return undefined;
        const result = this.#changes.refresh(slug, row.revision, refreshed, now);
        if (result === 'refreshed') also();
        return result;
      });
      if (outcome !== undefined) return outcome; // Else somebody came between.
    }
  }

  async project(slug: string): Promise<string | undefined> {
    await this.#catchUp();
    return (await this.#source.articleCopy(slug))?.value;
  }

  async resolve(pageUrl: string): Promise<string | undefined> {
    await this.#catchUp();
    const slug = this.#rows.urls.ownerOf(pageUrl);
    return slug !== undefined && this.#rows.isVisible(slug) ? slug : undefined;
  }

  async list(query: ListQuery, scope: ListScope): Promise<ListPage> {
    await this.#catchUp();
    const { rows, ...page } = this.#order.page(query, scope);
    return { ...this.#version(), ...page, items: await readEntries(this.#texts, rows) };
  }

  async sitemap(): Promise<Sitemap> {
    await this.#catchUp();
    return this.#sitemap.sitemap(Date.now());
  }

  async sitemapPart(number: number): Promise<SitemapPart | undefined> {
    await this.#catchUp();
    return this.#sitemap.part(number);
  }

  noteAbsence(pageUrl: string, fault: Fault, until: number): Promise<void> {
    return this.#commit((now) => {
      const hash = pageUrlHash(pageUrl);
      const owner = this.#rows.urls.ownerOfHash(hash);
      if (owner !== undefined && this.#rows.isVisible(owner)) return;
      this.#absences.note(hash, { fault, path: new URL(pageUrl).pathname, until }, now);
      this.#outbox.queue(urlKeyOfHash(hash), now);
    });
  }

  async reviewQueue({ tag, ...query }: QueueQuery): Promise<QueuePage> {
    await this.#catchUp();
    const { rows, ...page } = this.#order.page({ ...query, ...(tag === undefined ? {} : { tag }) }, 'all');
    const counts = this.#rows.desk.counts();
    return { ...this.#version(), ...page, counts, items: await this.#queueItems(rows) };
  }

  history(slug: string, before: number | null, limit: number): HistoryEntry[] {
    return this.#rows.history.below(slug, before, limit);
  }

  rules(): StandingRules {
    const { rules } = this.#rows;
    return { version: rules.version(), items: rules.all(), isApplied: rules.isApplied() };
  }

  setRule(rule: TagRule, event: Pick<RuleEntry, 'at' | 'by'>, expectedVersion: number) {
    const { rules } = this.#rows;
    return this.#commit((): 'set' | 'changed-meanwhile' => {
      if (rules.version() !== expectedVersion) return 'changed-meanwhile';
      rules.set(rule, event);
      return 'set';
    });
  }

  ruleHistory(before: number | null, limit: number): RuleEntry[] {
    return this.#rows.rules.below(before, limit);
  }

  restoreRules(saved: SavedRules, expectedVersion: number) {
    const { rules } = this.#rows;
    return this.#commit((): 'set' | 'changed-meanwhile' => {
      if (rules.version() !== expectedVersion) return 'changed-meanwhile';
      rules.replace(saved);
      return 'set';
    });
  }

  async search(query: SearchQuery, scope: ListScope) {
    await this.#catchUp();
    const slugs = await this.#search.find(query, scope);
    const rows = this.#order.rowsOf(slugs, scope);
    return { ...this.#version(), hasNewer: false, hasOlder: false, items: await this.#queueItems(rows) };
  }

  #queueItems(rows: readonly EntryRow[]): Promise<QueueItem[]> {
    return readItems(this.#texts, rows, (entry, { state, revision }) => ({
      ...entry,
      state: state ?? 'automatic',
      revision,
    }));
  }

  sessionKey(): string {
    const known = this.#facts.text('sessionKey');
    if (known !== undefined) return known;
    const made = `${crypto.randomUUID()}${crypto.randomUUID()}`;
    this.#facts.set('sessionKey', made);
    return made;
  }

  #version() {
    return { catalogue: this.identify(), changes: this.#facts.number('changes') };
  }

  putTexts(texts: readonly NumberedText[]): number {
    return this.#volume.put(texts);
  }

  getTexts(numbers: readonly number[]) {
    return this.#volume.get(numbers);
  }

  getEntries(numbers: readonly number[]) {
    return this.#volume.entries(numbers);
  }

  dropTexts(numbers: readonly number[]): void {
    this.#volume.drop(numbers);
  }

  async takeSearched(changes: readonly SearchChange[]): Promise<void> {
    const { SearchObject } = await import('./search-object.ts');
    new SearchObject(this.ctx.storage).take(changes);
  }

  findSlugs(query: SearchQuery, scope: ListScope): Promise<string[]> {
    return this.#search.findHere(query, scope);
  }

  async records(after: string | null, limit: number): Promise<{ records: StoredRecord[]; isLast: boolean }> {
    const { readPage } = await import('./record-pages.ts');
    return readPage(this.#rows, after, limit);
  }

  status(): CatalogueStatus {
    const { generation } = this.#rows;
    return readStatus(this.ctx.storage.sql, this.#facts, this.#outbox, this.#purges, generation, Date.now());
  }

  walkPosition(): WalkPosition {
    const position = this.#facts.text('walkPosition');
    return position === undefined ? { after: '', cursor: null } : (JSON.parse(position) as WalkPosition);
  }

  async compareCopies(range: CopyRange): Promise<CopyComparison> {
    const { CopyComparer } = await import('./copy-comparison.ts');
    const comparer = new CopyComparer(this.#rows, this.#source, this.#outbox, this.#facts, this.#sitemap);
    return this.#commit((now) => comparer.compare(range, now));
  }

  finishReconciliation(report: ReconciliationReport, position: WalkPosition): void {
    this.ctx.storage.transactionSync(() => {
      this.#facts.set('lastReconciliation', JSON.stringify(report));
      this.#facts.set('walkPosition', JSON.stringify(position));
      noteSize(this.#facts, this.ctx.storage.sql.databaseSize, Date.now());
    });
  }

  /**
   * Never throws: after seven failed runs in a row the platform gives an alarm up (six retries, 145 s), and what waits
   * would wait for whoever wakes the object next. A run that failed is counted, told and made again, for ever.
   */
  override async alarm(): Promise<void> {
    try {
      this.ctx.storage.transactionSync(() => this.#changes.publishDue(PUBLISH_MAX_COUNT, Date.now()));
      this.#clock.strike(Date.now());
      const { projectChanges } = await import('../../flows/project-changes.ts');
      await projectChanges({
        outbox: this.#outbox,
        purges: this.#purges,
        copyOf: (key) => this.#source.copyOf(key, Date.now()),
        writer: createKvCopyWriter(this.env.ARTICLES),
        purger: { purge: (scope) => this.ctx.exports.default.purge(scope) },
        now: Date.now,
        onFailure: (what, error) => this.#recordFailure(what, error),
      });
      await this.#sendOrders();
      await this.#texts.dropDue(Date.now());
      await this.#search.tellDue(Date.now());
      await this.#walks.step();
      await this.#arm();
      this.#failedRuns = 0;
    } catch (error) {
      logWarning('alarm-failed', error);
      const restMs = Math.min(FAILED_RUN_MS * 2 ** this.#failedRuns, FAILED_RUN_MAX_MS);
      this.#failedRuns += 1;
      await this.ctx.storage.setAlarm(Date.now() + restMs);
    }
  }

  async #commit<T>(change: (now: number) => T): Promise<T> {
    const outcome = this.ctx.storage.transactionSync(() => {
      const now = Date.now();
      this.#changes.publishDue(Number.MAX_SAFE_INTEGER, now);
      return change(now);
    });
    await this.#arm();
    return outcome;
  }

  /** A late alarm holds back no article whose time has come. */
  async #catchUp(): Promise<void> {
    if ((this.#rows.nextScheduledAt() ?? Number.POSITIVE_INFINITY) > Date.now()) return;
    try {
      await this.#commit(() => undefined);
    } catch (error) {
      if (!isStoreFull(error)) throw error;
      logWarning('store-full', error); // Reads go on with what is there.
    }
  }

  /** Without a queue the generator comes and takes them. */
  async #sendOrders(): Promise<void> {
    const queue = this.#queue;
    if (queue === undefined) return;
    const onFailure = (error: unknown) => logWarning('order-not-sent', error);
    await sendOrders(this.#rows.generation, (order) => queue.send(order), Date.now, onFailure);
  }

  #recordFailure(what: 'copy' | 'purge', error: unknown): void {
    this.#facts.increment(`${what}Failures`);
    logWarning(`${what}-failed`, error);
  }

  /** Reads go on where nothing can be written any more: what is due then waits for the next call that finds room. */
  async #wake(): Promise<void> {
    try {
      await this.#arm();
    } catch (error) {
      logWarning('alarm-not-set', error);
    }
  }

  /** Sets the alarm for the earliest thing that is due. `Date.now()` itself may never fire, one more does. */
  async #arm(): Promise<void> {
    const work = earliest(
      this.#outbox.nextAt(),
      this.#purges.nextAt(),
      this.#rows.nextScheduledAt(),
      this.#queue === undefined ? undefined : this.#rows.generation.nextAt(),
      this.#texts.nextDropAt(),
      this.#search.nextAt(Date.now()),
      this.#walks.nextAt(Date.now()),
    );
    const next = earliest(work, this.#clock.nextAt());
    if (next === undefined) return;
    const at = Math.max(next, Date.now() + 1);
    const { storage } = this.ctx;
    // After a crash the object may know of an alarm that the platform has lost. Where the clock alone waits, waking
    // writes nothing.
    if (work !== undefined || (await storage.getAlarm()) !== at) await storage.setAlarm(at);
  }
}

function earliest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
