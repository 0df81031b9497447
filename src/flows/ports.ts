import type { ListEntry } from '../core/article/article.ts';
import type { ListQuery } from '../core/article/article-list.ts';
import type { Absence } from '../core/catalogue/absence.ts';
import type { ArticleRecord, Neighbours } from '../core/catalogue/article-record.ts';
import type {
  ArticleWrite,
  RestoreOutcome,
  StoredRecord,
  WriteOutcome,
} from '../core/catalogue/catalogue-change.ts';
import type { Front } from '../core/catalogue/front.ts';
import type { Projection } from '../core/catalogue/projection.ts';
import type { Sitemap, SitemapPart } from '../core/catalogue/sitemap.ts';
import type { Fault } from '../core/errors.ts';
import type { MeasureQuery, MeasureRow, Tally } from '../core/measures/measure.ts';
import type { Digest } from '../core/summary/digest.ts';
import type { HistoryEntry, SummaryState } from '../core/summary/review.ts';
import type { RuleEntry, SavedRules, TagRule } from '../core/summary/rule.ts';
import type { GenerationStatus } from './generation-ports.ts';

/** What stands under a slug, with all that an editor may see. */
export type CatalogueEntry =
  | { state: 'absent' }
  | { state: 'tombstone'; revision: number; projection: number; movedTo: string | null }
  | { state: 'article'; record: ArticleRecord; projection: number; neighbours: Neighbours };

export interface ListPage {
  catalogue: string;
  changes: number;
  items: ListEntry[];
  hasNewer: boolean;
  hasOlder: boolean;
}

/** Which articles a list shows: those that any reader may see, or all that an editor has. */
export type ListScope = 'public' | 'all';

/**
 * The strongly consistent record of all articles: the truth. Each method is one transaction.
 *
 * Reads marked *public* show what any reader may see: published articles whose time has come.
 */
export interface Catalogue {
  /** Random, made with the database. */
  identify(): Promise<string>;
  read(slug: string): Promise<CatalogueEntry>;
  /**
   * The articles that one of these pages leads to, drafts included, and the tombstones that hold one of them, in the
   * order of the pages.
   */
  ownersOf(pageUrls: readonly string[]): Promise<string[]>;
  write(change: ArticleWrite): Promise<WriteOutcome>;
  /**
   * Leaves a tombstone; its revision grows by one.
   *
   * @param pages - `held`: an article that readers have seen keeps its pages, so that nobody makes them articles anew
   *   unasked. Whoever publishes one of them takes it over.
   */
  remove(
    slug: string,
    expectedRevision: number,
    pages: 'held' | 'released',
  ): Promise<'removed' | 'changed-meanwhile'>;
  /** Public: the read copy that KV should hold, or undefined where it should hold none. */
  project(slug: string): Promise<string | undefined>;
  /** Public: slug of the article that this page leads to. */
  resolve(pageUrl: string): Promise<string | undefined>;
  /** Newest first. */
  list(query: ListQuery, scope: ListScope): Promise<ListPage>;
  /** Public: what the copies of the sitemap and of its parts should hold. Costs no more than one part does. */
  sitemap(): Promise<Sitemap>;
  sitemapPart(number: number): Promise<SitemapPart | undefined>;
}

/** Where it is noted that a page gives no summary. */
export interface Absences {
  /** The copies tell it from soon on until then, unless the page leads to an article. @param until - Milliseconds. */
  noteAbsence(pageUrl: string, fault: Fault, until: number): Promise<void>;
}

export interface QueueQuery {
  limit: number;
  cursor?: ListQuery['cursor'];
  state?: SummaryState | undefined;
  tag?: string | undefined;
}

/** An article at the desk. */
export type QueueItem = ListEntry & { state: SummaryState; revision: number };

export interface QueuePage extends Omit<ListPage, 'items'> {
  items: QueueItem[];
  /** Articles in each state; those that the index has not reached yet are in none. */
  counts: Record<SummaryState, number>;
}

export interface SearchQuery {
  /** What an article has to hold, as `searchTerms` makes it. */
  terms: readonly string[];
  limit: number;
  tag?: string | undefined;
  language?: string | undefined;
  state?: SummaryState | undefined;
}

/** The rules by tag at one moment; those of all other tags are automatic. */
export interface StandingRules {
  /** Number of the newest entry of their history. */
  version: number;
  items: TagRule[];
  /** False while articles are still being brought in line with them. */
  isApplied: boolean;
}

/** The catalogue as those see it who look for something in it, or decide on it. */
export interface Desk {
  /** Every article that an editor has, newest first. A Durable Object gives out no method of the name `queue`. */
  reviewQueue(query: QueueQuery): Promise<QueuePage>;
  /** Entries of a slug below `before`, the newest first. */
  history(slug: string, before: number | null, limit: number): Promise<HistoryEntry[]>;
  /** Best first. `public` looks at nothing that readers may not see. */
  search(query: SearchQuery, scope: ListScope): Promise<Omit<ListPage, 'items'> & { items: QueueItem[] }>;
  rules(): Promise<StandingRules>;
  /** A line of their history in the same transaction; the articles of the tag follow soon. */
  setRule(
    rule: TagRule,
    event: Pick<RuleEntry, 'at' | 'by'>,
    expectedVersion: number,
  ): Promise<'set' | 'changed-meanwhile'>;
  /** Entries below `before`, the newest first. */
  ruleHistory(before: number | null, limit: number): Promise<RuleEntry[]>;
  /** Random, made once: what sessions are signed with. */
  sessionKey(): Promise<string>;
}

/** What readers do with the box, counted. */
export interface Measures {
  /** Returns at once: nobody waits for it. */
  note(tallies: readonly Tally[]): void;
  /** Everything that was noted before is in it. */
  read(queries: readonly MeasureQuery[]): Promise<MeasureRow[][]>;
}

/** Public keys of Cloudflare Access as JSON Web Keys. @param kid - The one that is looked for. */
export type AccessKeys = (kid: string) => Promise<readonly object[]>;

/** What a JSON file of `public/` holds, by its path; undefined where there is none. */
export type StaticData = (path: string) => Promise<unknown>;

/** The catalogue as backup, restore and an engine upgrade see it. Each method is one transaction. */
export interface Archive {
  /** In order of slug, tombstones included, above `after`; fewer than `limit` where they are long. */
  records(after: string | null, limit: number): Promise<{ records: StoredRecord[]; isLast: boolean }>;
  /**
   * Puts records of different slugs back exactly as they were, revision included, each unless something newer stands
   * there. All in one transaction, and one outcome for each.
   */
  restore(records: readonly StoredRecord[]): Promise<RestoreOutcome[]>;
  rules(): Promise<StandingRules>;
  ruleHistory(before: number | null, limit: number): Promise<RuleEntry[]>;
  /** Puts all rules and their history in the place of what stands. */
  restoreRules(saved: SavedRules, expectedVersion: number): Promise<'set' | 'changed-meanwhile'>;
  /** Has the copies of a slug written anew, with another digest where one is given; its revision stays. */
  refresh(
    slug: string,
    expectedRevision: number,
    digest: Digest | null,
  ): Promise<'refreshed' | 'changed-meanwhile'>;
}

/** A copy as the store of copies lists it. */
export interface ListedCopy {
  key: string;
  metadata: unknown;
}

/** Copies side by side with the catalogue: keys above `after`, up to `through` (null: to the end). */
export interface CopyRange {
  after: string;
  through: string | null;
  /** Everything that the store holds in this range, in order. */
  copies: readonly ListedCopy[];
  /** Keys to compare at most. */
  limit: number;
}

export interface CopyComparison {
  compared: number;
  /** Found different and queued to be written anew. */
  repaired: number;
  /** Different, but changed so lately that the store may simply lag. */
  young: number;
  /** In the outbox already. */
  waiting: number;
  /** Last key compared, where the limit ended it before the range did. */
  stoppedAt: string | null;
}

/** Where a walk through all keys goes on: `cursor` is the store's own, null at the beginning. */
export interface WalkPosition {
  after: string;
  cursor: string | null;
}

export interface ReconciliationReport extends Omit<CopyComparison, 'stoppedAt'> {
  /** RFC 3339. */
  at: string;
  /** The walk reached the end; the next one begins anew. */
  finishedRound: boolean;
}

export interface CatalogueStatus {
  catalogue: string;
  schemaVersion: number;
  /** Counts every change that a list could show. */
  changes: number;
  articles: { published: number; scheduled: number; drafts: number; tombstones: number };
  /** `oldestWaitingSince` is RFC 3339. */
  outbox: { length: number; oldestWaitingSince: string | null };
  purges: { waiting: number };
  /** Since the catalogue was made. */
  failures: { copies: number; purges: number };
  generation: GenerationStatus;
  lastReconciliation: ReconciliationReport | null;
  databaseBytes: number;
  /** `daysLeft` at the pace of the last weeks; null while none is known. */
  room: { bytesLeft: number; daysLeft: number | null };
}

/** The catalogue's side of looking after the copies. */
export interface Upkeep {
  status(): Promise<CatalogueStatus>;
  walkPosition(): Promise<WalkPosition>;
  compareCopies(range: CopyRange): Promise<CopyComparison>;
  finishReconciliation(report: ReconciliationReport, position: WalkPosition): Promise<void>;
}

/** All keys of the store of copies, in the order of their bytes. */
export interface CopyInventory {
  /** @returns `cursor` null on the last page. A page may be empty and not be the last. */
  list(cursor: string | null): Promise<{ copies: ListedCopy[]; cursor: string | null }>;
}

/** Where a page leads to, or why it leads nowhere. */
export type PageCopy = { slug: string } | { absence: Absence };

/** The read copies near the reader. They lag; what they do not hold is no proof of absence. */
export interface ArticleCopies {
  load(slug: string): Promise<Projection | undefined>;
  /** Those that are there, by slug; at most 100 at a time. */
  loadMany(slugs: readonly string[]): Promise<Map<string, Projection>>;
  pageOf(pageUrl: string): Promise<PageCopy | undefined>;
  front(): Promise<Front | undefined>;
  sitemap(): Promise<Sitemap | undefined>;
  sitemapPart(number: number): Promise<SitemapPart | undefined>;
}

/** Where the projector writes. */
export interface CopyWriter {
  /** @param expiresAt - Milliseconds since the epoch: the store may drop it then, and not much later. */
  put(key: string, value: string, metadata: CopyMetadata | null, expiresAt?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What is told of a copy without reading it: enough to see whether it is the newest. At most 1,024 bytes. */
export type CopyMetadata = Readonly<Record<string, string | number>>;

/** Whom a limiter counts; asked for only where it does, since most reads are answered without. */
export type CallerName = () => string;

/** Answers whether one more call is allowed under this key in the current minute. */
export interface Limiter {
  allows(key: string): Promise<boolean>;
}

/** Cached answers: those that carry one of these tags, or all. */
export type PurgeScope = { tags: readonly string[] } | 'everything';

/** Drops cached answers. */
export interface Purger {
  purge(scope: PurgeScope): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** Work that the answer does not wait for. */
export type Defer = (work: Promise<unknown>) => void;
