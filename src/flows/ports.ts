import type { ListEntry } from '../core/article.ts';
import type { ListQuery } from '../core/article-list.ts';
import type { ArticleRecord, Neighbours } from '../core/article-record.ts';
import type { Front, Projection } from '../core/projection.ts';

/** What stands under a slug, with all that an editor may see. */
export type CatalogueEntry =
  | { state: 'absent' }
  | { state: 'tombstone'; revision: number; projection: number; movedTo: string | null }
  | { state: 'article'; record: ArticleRecord; projection: number; neighbours: Neighbours };

/** One change, decided on what was read before: it takes effect only if that still holds. */
export interface ArticleWrite {
  record: ArticleRecord;
  /** Revision that stood there when the change was decided; 0 for a slug never used. */
  expectedRevision: number;
  /** Articles of weaker sources whose page this is; they answer 308 from now on. */
  takeOver: readonly { slug: string; expectedRevision: number }[];
}

export type WriteOutcome =
  | { outcome: 'written'; projection: number; neighbours: Neighbours }
  | { outcome: 'changed-meanwhile' }
  /** Another article has one of the page URLs. */
  | { outcome: 'url-taken'; slug: string };

export type IndexableEntry = Pick<ListEntry, 'slug' | 'title' | 'publishedAt' | 'updatedAt' | 'language'>;

export interface ListPage {
  catalogue: string;
  changes: number;
  items: ListEntry[];
  hasNewer: boolean;
  hasOlder: boolean;
}

/**
 * The strongly consistent record of all articles: the truth. Each method is one transaction.
 *
 * Reads marked *public* show what any reader may see: published articles whose time has come.
 */
export interface Catalogue {
  /** Random, made with the database. */
  identify(): Promise<string>;
  read(slug: string): Promise<CatalogueEntry>;
  /** The articles that one of these pages leads to, drafts included. */
  ownersOf(pageUrls: readonly string[]): Promise<string[]>;
  write(change: ArticleWrite): Promise<WriteOutcome>;
  /** Leaves a tombstone; its revision grows by one. */
  remove(slug: string, expectedRevision: number): Promise<'removed' | 'changed-meanwhile'>;
  /** Public: the read copy that KV should hold, or undefined where it should hold none. */
  project(slug: string): Promise<string | undefined>;
  /** Public: slug of the article that this page leads to. */
  resolve(pageUrl: string): Promise<string | undefined>;
  /** Public, newest first. */
  list(query: ListQuery): Promise<ListPage>;
  /** Public: the articles that search engines may keep, newest first: those whose page is ours. */
  indexable(limit: number): Promise<{ changes: number; total: number; entries: IndexableEntry[] }>;
}

/** The read copies near the reader. They lag; what they do not hold is no proof of absence. */
export interface ArticleCopies {
  load(slug: string): Promise<Projection | undefined>;
  /** Those that are there, by slug; at most 100 at a time. */
  loadMany(slugs: readonly string[]): Promise<Map<string, Projection>>;
  slugOf(pageUrl: string): Promise<string | undefined>;
  front(): Promise<Front | undefined>;
}

/** Where the projector writes. */
export interface CopyWriter {
  put(key: string, value: string, metadata: CopyMetadata | null): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface CopyMetadata {
  revision: number;
  projection: number;
  schema: number;
}

/** Answers whether one more call is allowed under this key in the current minute. */
export interface Limiter {
  allows(key: string): Promise<boolean>;
}

/** Drops cached answers that carry one of these tags. */
export interface Purger {
  purge(tags: readonly string[]): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** Work that the answer does not wait for. */
export type Defer = (work: Promise<unknown>) => void;
