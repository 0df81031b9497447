import type { Fault } from '../../core/errors.ts';
import type { FetchRefusal } from '../../core/fetching/fetch-policy.ts';

/** What is asked of another server. */
export interface PageRequest {
  url: string;
  /** Decides the media types that are taken, and the most bytes. */
  expects: 'page' | 'robots' | 'feed';
  /** Validators of what is known already (RFC 9110, section 13.1). */
  etag?: string | null;
  lastModified?: string | null;
  /** For the whole fetch, redirects and body included. */
  deadlineMs: number;
  /** Asked before each step; without it every address that the policy allows is taken. */
  permits?: (url: string) => Promise<'allowed' | 'forbidden' | 'unknown'>;
}

export type PageAnswer =
  | {
      kind: 'body';
      /** Where it was found in the end. */
      url: string;
      /** Every address on the way, the first one included. */
      addresses: string[];
      bytes: Uint8Array;
      contentType: string;
      etag: string | null;
      lastModified: string | null;
      /** `X-Robots-Tag`. */
      robots: string;
    }
  | { kind: 'unchanged' }
  | { kind: 'status'; status: number; retryAfterSeconds: number | null }
  | { kind: 'refused'; refusal: FetchRefusal | 'too-many-redirects' | 'no-location' }
  /** By robots.txt, or while it cannot be read. */
  | { kind: 'not-permitted'; permission: 'forbidden' | 'unknown' }
  | { kind: 'unusable'; problem: 'too-large' | 'media-type' }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

/** Reads pages of other servers within the fetch policy. Never throws for what those servers do. */
export interface PageFetcher {
  fetch(request: PageRequest): Promise<PageAnswer>;
}

/** What is remembered of an address that an article was read from. */
export interface PageVisit {
  /** `withdrawn`: the page itself took its article back (gone, opted out), so it may bring it again. */
  outcome: 'stored' | 'withdrawn';
  slug: string;
  checkedAt: number;
  /** When it was first found missing, while it is. */
  missingSince: number | null;
  etag: string | null;
  lastModified: string | null;
  /** The same page under another query has the same key. */
  contentKey: string | null;
}

/** Why an address gave nothing, and how long nobody asks it again. */
export interface PageRefusal {
  fault: Fault;
  until: number;
}

export interface RobotsCopy {
  text: string;
  fetchedAt: number;
}

/** What is remembered of one site: one of these per host, strongly consistent. */
export interface SiteMemory {
  visit(pageUrl: string): PageVisit | undefined;
  remember(pageUrl: string, visit: PageVisit): void;
  refusal(url: string): PageRefusal | undefined;
  refuse(url: string, refusal: PageRefusal): void;
  slugOfContent(contentKey: string): string | undefined;
  /** The article of a path that its page calls its address, whatever query comes after it. */
  slugOfPath(pageUrl: string): string | undefined;
  rememberPath(pageUrl: string, slug: string): void;
  robots(robotsUrl: string): RobotsCopy | undefined;
  rememberRobots(robotsUrl: string, copy: RobotsCopy): void;
  /** Counts one fetch; false once the site's share of this minute is used up. */
  takeFetch(now: number): boolean;
}

/**
 * Why a page is read: `view` by a reader's first look, `recheck` in the background, `feed` and `order` at once, `places` to
 * see where a box would go, whoever wrote the article.
 */
export type IngestReason = 'view' | 'recheck' | 'feed' | 'order' | 'places';

export interface IngestOrder {
  pageUrl: string;
  reason: IngestReason;
  /** A younger look at the page will do. */
  maxAgeMs: number;
  /** When its feed says that it was published (RFC 3339): for pages that do not say so themselves. */
  listedPublishedAt?: string | null;
}

export interface IngestedPage {
  slug: string;
  revision: number;
  change: 'created' | 'replaced' | 'unchanged' | 'known' | 'removed';
}

/** Whoever wants the same page waits for the reading that is under way; after so long it must have been lost. */
export const READING_MAX_MS = 30_000;

/** Faults as data, since errors lose their class between isolates. */
export type IngestResult = { ok: true; page: IngestedPage } | { ok: false; fault: Fault };

/** Reads a page into the catalogue; all who ask for the same page at the same time share one reading. */
export interface Ingestion {
  ingest(order: IngestOrder): Promise<IngestResult>;
}

/** What is remembered of one feed. */
export interface FeedState {
  etag: string | null;
  lastModified: string | null;
  /** Fingerprints of the items last seen, by page address. */
  items: Record<string, string>;
  /** Not before (`Retry-After`, or after failures). */
  notBefore: number;
  result: FeedResult | null;
}

export interface FeedResult {
  feed: string;
  at: string;
  outcome: 'read' | 'unchanged' | 'failed' | 'waiting';
  detail: string;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

export interface FeedMemory {
  load(feedUrl: string): Promise<FeedState | undefined>;
  save(feedUrl: string, state: FeedState): Promise<void>;
}
