import * as z from 'zod';
import { type Article, articleSchema, listEntrySchema } from './article.ts';
import { type ArticleRecord, isSummarised, type Neighbours, toArticle } from './article-record.ts';
import { type Digest, digestSchema, presetsOnly } from './digest.ts';
import type { Version } from './etag.ts';

/**
 * The read copy of an article: JSON documents, one to a line (JSON never holds a raw line break, so the lines are
 * unambiguous). Line 1 is the head: what headers and decisions need. Line 2 is the article as served, sent on as it
 * stands. Line 3 is the digest that summaries are read off. A tombstone has line 1 alone.
 */

/** Unknown members are ignored and a major only adds, so release n reads what n - 1 and n + 1 wrote. */
export const PROJECTION_SCHEMA = 1;

const versionShape = {
  schema: z.int(),
  catalogue: z.string(),
  slug: z.string(),
  revision: z.int(),
  projection: z.int(),
};

const headSchema = z.discriminatedUnion('state', [
  z.object({
    ...versionShape,
    state: z.literal('article'),
    title: z.string(),
    url: z.string().nullable(),
    access: z.enum(['full', 'summary']),
    language: z.string(),
    publishedAt: z.string(),
    updatedAt: z.string(),
    summaryEnabled: z.boolean(),
    teaserOnly: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  }),
  z.object({ ...versionShape, state: z.literal('deleted') }),
  z.object({ ...versionShape, state: z.literal('moved'), to: z.string() }),
]);
export type ProjectionHead = z.infer<typeof headSchema>;
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

export function encodeTombstone(
  slug: string,
  { catalogue, revision, projection }: Version,
  movedTo: string | null,
): string {
  const shared = { schema: PROJECTION_SCHEMA, slug, catalogue, revision, projection };
  const head: ProjectionHead =
    movedTo === null ? { ...shared, state: 'deleted' } : { ...shared, state: 'moved', to: movedTo };
  return JSON.stringify(head);
}

const LINE_FEED = 10;
const decoder = new TextDecoder();

/**
 * Reads what {@link encodeArticle} or {@link encodeTombstone} wrote.
 *
 * A copy of this very schema was written by this very code, so its lines are taken at their word: walking a schema over
 * them took longer than serving them. A copy of another schema (an older release before `reproject`, a newer one after
 * a rollback) is parsed whole at once, so that its reader can turn to the catalogue while it is time.
 *
 * @throws {z.ZodError | SyntaxError} when the bytes are not a read copy that this release understands.
 *
 * Cost: parses the head, 0.5 KB; every other line when it is first asked for.
 */
export function decodeProjection(stored: Uint8Array): Projection {
  const bytes = stored as Uint8Array<ArrayBuffer>; // Neither KV nor an encoder hands out shared memory.
  const headEnd = lineEnd(bytes, 0);
  const articleEnd = once(() => lineEnd(bytes, headEnd + 1));
  const digestEnd = () => lineEnd(bytes, articleEnd() + 1); // A later release may add a line.
  const lineJson = (from: number, to: number): unknown =>
    JSON.parse(decoder.decode(bytes.subarray(from, to)));
  const head = lineJson(0, headEnd);
  const readArticle = () => lineJson(headEnd + 1, articleEnd());
  const readDigest = () => lineJson(articleEnd() + 1, digestEnd());
  const articleBytes = () => bytes.subarray(headEnd + 1, articleEnd());
  if (isOfThisSchema(head)) {
    return {
      head,
      articleBytes,
      article: once(() => readArticle() as Article),
      digest: once(() => readDigest() as Digest),
    };
  }
  const parsed = headSchema.parse(head);
  if (parsed.state !== 'article') return { head: parsed, articleBytes, article: nothing, digest: nothing };
  const [article, digest] = [articleSchema.parse(readArticle()), digestSchema.parse(readDigest())];
  return { head: parsed, articleBytes, article: () => article, digest: () => digest };
}

const STATES: readonly unknown[] = ['article', 'deleted', 'moved'] satisfies ProjectionHead['state'][];

function isOfThisSchema(value: unknown): value is ProjectionHead {
  const head = value as { schema?: unknown; state?: unknown } | null;
  return head?.schema === PROJECTION_SCHEMA && STATES.includes(head.state);
}

function once<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

function nothing(): never {
  throw new Error('a tombstone holds no article');
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
