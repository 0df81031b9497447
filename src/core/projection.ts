import * as z from 'zod';
import { type Article, listEntrySchema } from './article.ts';
import { type ArticleRecord, isSummarised, type Neighbours, toArticle } from './article-record.ts';
import { type Digest, presetsOnly } from './digest.ts';
import type { Version } from './etag.ts';

/**
 * The read copy of an article: JSON documents, one to a line (JSON never holds a raw line break, so the lines are
 * unambiguous). Line 1 is the head: what headers and decisions need. Line 2 is the article as served, sent on as it
 * stands. Line 3 is the digest that summaries are read off. A tombstone has line 1 alone.
 */

/** Unknown members are ignored and a major only adds, so release n reads what n - 1 and n + 1 wrote. */
export const PROJECTION_SCHEMA = 1;

interface VersionMembers {
  schema: number;
  catalogue: string;
  slug: string;
  revision: number;
  projection: number;
}

export type ProjectionHead = VersionMembers &
  (
    | {
        state: 'article';
        title: string;
        url: string | null;
        access: Article['access'];
        language: string;
        publishedAt: string;
        updatedAt: string;
        summaryEnabled: boolean;
        teaserOnly: boolean;
        previous: string | null;
        next: string | null;
      }
    | { state: 'deleted' }
    | { state: 'moved'; to: string }
  );
export type ArticleHead = Extract<ProjectionHead, { state: 'article' }>;

/** An article's read copy, its lines decoded only when asked for, and once. */
export interface Projection {
  head: ProjectionHead;
  /** The article as served: UTF-8 JSON, to be sent on as it stands. */
  articleBytes(): Uint8Array<ArrayBuffer>;
  article(): Article;
  digest(): Digest;
}

/** @param withText - The form for a token: the text of an article whose summary alone is public. */
export function encodeArticle(
  record: ArticleRecord,
  neighbours: Neighbours,
  { catalogue, projection, withText = false }: { catalogue: string; projection: number; withText?: boolean },
): string {
  const head: ArticleHead = {
    schema: PROJECTION_SCHEMA,
    state: 'article',
    catalogue,
    slug: record.slug,
    revision: record.revision,
    projection,
    title: record.title,
    url: record.url,
    access: record.access,
    language: record.language,
    publishedAt: record.publishedAt,
    updatedAt: record.updatedAt,
    summaryEnabled: isSummarised(record),
    teaserOnly: record.teaserOnly,
    previous: neighbours.previous?.slug ?? null,
    next: neighbours.next?.slug ?? null,
  };
  const isPublic = withText || record.access === 'full';
  const digest = isPublic ? record.digest : presetsOnly(record.digest);
  return [head, toArticle(record, neighbours, isPublic), digest]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

export function encodeTombstone(slug: string, version: Version, movedTo: string | null): string {
  const shared = { schema: PROJECTION_SCHEMA, slug, ...version };
  const head: ProjectionHead =
    movedTo === null ? { ...shared, state: 'deleted' } : { ...shared, state: 'moved', to: movedTo };
  return JSON.stringify(head);
}

const LINE_FEED = 10;
const decoder = new TextDecoder();

/**
 * Reads what {@link encodeArticle} or {@link encodeTombstone} wrote. The head says that the bytes are ours and of this
 * major, so the lines below it are taken at their word: walking a schema over them took longer than serving them.
 *
 * @throws {Error} when the bytes are not a read copy of this major. Cost: parses the head, 0.5 KB.
 */
export function decodeProjection(bytes: Uint8Array<ArrayBuffer>): Projection {
  const headEnd = lineEnd(bytes, 0);
  const articleEnd = lineEnd(bytes, headEnd + 1);
  const lineJson = (from: number, to: number): unknown =>
    JSON.parse(decoder.decode(bytes.subarray(from, to)));
  const head = lineJson(0, headEnd);
  if (!isHead(head)) throw new Error('not a read copy of this major');
  let article: Article | undefined;
  let digest: Digest | undefined;
  return {
    head,
    articleBytes: () => bytes.subarray(headEnd + 1, articleEnd),
    article() {
      article ??= lineJson(headEnd + 1, articleEnd) as Article;
      return article;
    },
    digest() {
      digest ??= lineJson(articleEnd + 1, bytes.length) as Digest;
      return digest;
    },
  };
}

function isHead(value: unknown): value is ProjectionHead {
  const head = value as Partial<ArticleHead> | null;
  if (typeof head !== 'object' || head === null || head.schema !== PROJECTION_SCHEMA) return false;
  const isVersion =
    typeof head.catalogue === 'string' &&
    typeof head.slug === 'string' &&
    typeof head.revision === 'number' &&
    typeof head.projection === 'number';
  return isVersion && (isArticleHead(head) || isTombstone(head as Partial<ProjectionHead>));
}

function isArticleHead(head: Partial<ArticleHead>): boolean {
  return (
    head.state === 'article' &&
    typeof head.title === 'string' &&
    isTextOrNull(head.url) &&
    (head.access === 'full' || head.access === 'summary') &&
    typeof head.language === 'string' &&
    typeof head.publishedAt === 'string' &&
    typeof head.updatedAt === 'string' &&
    typeof head.summaryEnabled === 'boolean' &&
    typeof head.teaserOnly === 'boolean' &&
    isTextOrNull(head.previous) &&
    isTextOrNull(head.next)
  );
}

function isTombstone(head: Partial<ProjectionHead>): boolean {
  return head.state === 'deleted' || (head.state === 'moved' && typeof head.to === 'string');
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end === -1 ? bytes.length : end;
}

/** The newest entries of the list, in one value: front page and first list page. */
export const FRONT_MAX_COUNT = 100;
export const frontSchema = z.object({
  schema: z.int(),
  catalogue: z.string(),
  changes: z.int(),
  /** All published articles, of which `items` are the newest. */
  total: z.int(),
  items: z.array(listEntrySchema),
});
export type Front = z.infer<typeof frontSchema>;
