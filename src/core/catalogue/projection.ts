import * as z from 'zod/mini';
import { type Article, articleSchema, listEntrySchema } from '../article/article.ts';
import { lazily } from '../lazily.ts';
import { type Digest, digestSchema } from '../summary/digest.ts';
import { presetsOnly } from '../summary/presets-only.ts';
import { type Generated, generatedSchema, type Proposal, withoutContext } from '../summary/proposal.ts';
import { correctionSchema, isApproved, isProposalApproved, shownProposal } from '../summary/review.ts';
import { type ArticleRecord, isSummaryShown, type Neighbours, toArticle } from './article-record.ts';
import type { Version } from './etag.ts';

/**
 * The read copy of an article: JSON documents, one to a line (JSON never holds a raw line break, so the lines are
 * unambiguous). Line 1 is the head: what headers and decisions need, and how long line 2 is, since looking for its end
 * took longer than parsing the head. Line 2 is the article as served, sent on as it stands. Line 3 is the digest that
 * summaries are read off. Line 4 is what a model wrote, where that is shown. A tombstone has line 1 alone.
 */

/** Unknown members are ignored and a major only adds, so release n reads what n - 1 and n + 1 wrote. */
export const PROJECTION_SCHEMA = 1;

const versionShape = lazily(() => ({
  schema: z.int(),
  catalogue: z.string(),
  slug: z.string(),
  revision: z.int(),
  projection: z.int(),
}));

const headSchema = lazily(() =>
  z.discriminatedUnion('state', [
    z.object({
      ...versionShape(),
      state: z.literal('article'),
      title: z.string(),
      url: z.nullable(z.string()),
      access: z.enum(['full', 'summary']),
      language: z.string(),
      publishedAt: z.string(),
      updatedAt: z.string(),
      summaryEnabled: z.boolean(),
      teaserOnly: z.boolean(),
      previous: z.nullable(z.string()),
      next: z.nullable(z.string()),
      /** An editor has approved the sentences as they are; left out where none has. */
      reviewed: z.optional(z.boolean()),
      /** Left out where there is none. */
      correction: z.optional(correctionSchema()),
      /** Length of the article's line. */
      articleBytes: z.int(),
    }),
    z.object({ ...versionShape(), state: z.literal('deleted') }),
    z.object({ ...versionShape(), state: z.literal('moved'), to: z.string() }),
  ]),
);
export type ProjectionHead = z.infer<ReturnType<typeof headSchema>>;
export type ArticleHead = Extract<ProjectionHead, { state: 'article' }>;

/** An article's read copy, its lines decoded only when asked for. */
export interface Projection {
  readonly head: ProjectionHead;
  /** The article as served: UTF-8 JSON, to be sent on as it stands. */
  articleBytes(): Uint8Array<ArrayBuffer>;
  article(): Article;
  digest(): Digest;
  /** What a model wrote, where it is shown. */
  generated(): Generated | null;
}

/** The copy of an article, not of a tombstone. */
export type ArticleProjection = Projection & { readonly head: ArticleHead };

export function holdsArticle(projection: Projection): projection is ArticleProjection {
  return projection.head.state === 'article';
}

/** @param withText - The form for a token: the text of an article whose summary alone is public. */
export function encodeArticle(
  record: ArticleRecord,
  neighbours: Neighbours,
  { catalogue, projection, withText = false }: { catalogue: string; projection: number; withText?: boolean },
): string {
  const isPublic = withText || record.access === 'full';
  const { correction } = record.review;
  const article = JSON.stringify(toArticle(record, neighbours, isPublic));
  const digest = JSON.stringify(isPublic ? record.digest : presetsOnly(record.digest));
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
    summaryEnabled: isSummaryShown(record),
    teaserOnly: record.teaserOnly,
    previous: neighbours.previous?.slug ?? null,
    next: neighbours.next?.slug ?? null,
    ...(isApproved(record) ? { reviewed: true } : {}),
    ...(correction === null ? {} : { correction }),
    articleBytes: encoder.encode(article).length,
  };
  const shown = shownProposal(record);
  const generated = shown === null ? '' : `\n${JSON.stringify(describeGenerated(shown, record, isPublic))}`;
  return `${JSON.stringify(head)}\n${article}\n${digest}${generated}`;
}

function describeGenerated(proposal: Proposal, { review }: ArticleRecord, isPublic: boolean): Generated {
  const { generator, points, tldr } = proposal;
  const generated = { generator, points, tldr, reviewed: isProposalApproved(proposal, review) };
  return isPublic ? generated : withoutContext(generated);
}

export function encodeTombstone(
  slug: string,
  { catalogue, revision, projection }: Omit<Version, 'slug'>,
  movedTo: string | null,
): string {
  const shared = { schema: PROJECTION_SCHEMA, slug, catalogue, revision, projection };
  const head: ProjectionHead =
    movedTo === null ? { ...shared, state: 'deleted' } : { ...shared, state: 'moved', to: movedTo };
  return JSON.stringify(head);
}

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
  const head = parseLine(bytes, 0, headEnd);
  if (isOfThisSchema(head)) return new StoredProjection(head, bytes, headEnd + 1);
  const projection = new StoredProjection(headSchema().parse(head), bytes, headEnd + 1);
  if (holdsArticle(projection)) {
    articleSchema().parse(projection.article());
    digestSchema().parse(projection.digest());
    z.nullable(generatedSchema()).parse(projection.generated());
  }
  return projection;
}

class StoredProjection implements Projection {
  readonly head: ProjectionHead;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #articleStart: number;
  #article: Article | undefined;
  #digest: Digest | undefined;
  #generated: Generated | null | undefined;

  constructor(head: ProjectionHead, bytes: Uint8Array<ArrayBuffer>, articleStart: number) {
    this.head = head;
    this.#bytes = bytes;
    this.#articleStart = articleStart;
  }

  articleBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(this.#articleStart, this.#articleEnd());
  }

  article(): Article {
    this.#article ??= parseLine(this.#bytes, this.#articleStart, this.#articleEnd()) as Article;
    return this.#article;
  }

  digest(): Digest {
    const start = this.#articleEnd() + 1;
    this.#digest ??= parseLine(this.#bytes, start, lineEnd(this.#bytes, start)) as Digest;
    return this.#digest;
  }

  generated(): Generated | null {
    if (this.#generated === undefined) {
      const start = lineEnd(this.#bytes, this.#articleEnd() + 1) + 1;
      const isThere = start < this.#bytes.length;
      this.#generated = isThere
        ? (parseLine(this.#bytes, start, lineEnd(this.#bytes, start)) as Generated)
        : null;
    }
    return this.#generated;
  }

  #articleEnd(): number {
    if (this.head.state !== 'article') throw new Error('a tombstone holds no article');
    return this.#articleStart + this.head.articleBytes;
  }
}

const STATES: readonly unknown[] = ['article', 'deleted', 'moved'] satisfies ProjectionHead['state'][];

function isOfThisSchema(value: unknown): value is ProjectionHead {
  const head = value as { schema?: unknown; state?: unknown } | null;
  return head?.schema === PROJECTION_SCHEMA && STATES.includes(head.state);
}

const LINE_FEED = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end === -1 ? bytes.length : end;
}

function parseLine(bytes: Uint8Array, from: number, to: number): unknown {
  return JSON.parse(decoder.decode(bytes.subarray(from, to)));
}

/** The newest entries of the list, in one value: front page and first list page. */
export const FRONT_MAX_COUNT = 100;
export const frontSchema = lazily(() =>
  z.object({
    schema: z.int(),
    catalogue: z.string(),
    changes: z.int(),
    /** All published articles, of which `items` are the newest. */
    total: z.int(),
    items: z.array(listEntrySchema()),
  }),
);
export type Front = z.infer<ReturnType<typeof frontSchema>>;
