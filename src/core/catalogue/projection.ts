import type { Article } from '../article/article.ts';
import type { Digest } from '../summary/digest.ts';
import type { Generated } from '../summary/proposal.ts';
import type { ArticleHead, ProjectionHead } from './projection-schema.ts';

/**
 * The read copy of an article: JSON documents, one to a line (JSON never holds a raw line break, so the lines are
 * unambiguous). Line 1 is the head: what headers and decisions need, and how long line 2 is, since looking for its end
 * took longer than parsing the head. Line 2 is the article as served, sent on as it stands. Line 3 is the digest that
 * summaries are read off. Line 4 is what a model wrote, where that is shown. A tombstone has line 1 alone.
 */

/** Unknown members are ignored and a major only adds, so release n reads what n - 1 and n + 1 wrote. */
export const PROJECTION_SCHEMA = 1;

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

/**
 * Reads what `encodeArticle` or `encodeTombstone` wrote.
 *
 * A copy of this very schema was written by this very code, so its lines are taken at their word: walking a schema over
 * them took longer than serving them. A copy of another schema (an older release before `reproject`, a newer one after
 * a rollback) is parsed whole at once, so that its reader can turn to the catalogue while it is time; who meets none
 * never loads the schemas.
 *
 * @throws {z.ZodError | SyntaxError} when the bytes are not a read copy that this release understands.
 *
 * Cost: parses the head, 0.5 KB; every other line when it is first asked for.
 */
export async function decodeProjection(stored: Uint8Array): Promise<Projection> {
  const bytes = stored as Uint8Array<ArrayBuffer>; // Neither KV nor an encoder hands out shared memory.
  const headEnd = lineEnd(bytes, 0);
  const head = parseLine(bytes, 0, headEnd);
  if (isOfThisSchema(head)) return new StoredProjection(head, bytes, headEnd + 1);
  const { checkLines, headSchema } = await import('./projection-schema.ts');
  const projection = new StoredProjection(headSchema().parse(head), bytes, headEnd + 1);
  if (holdsArticle(projection)) checkLines(projection);
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
const decoder = new TextDecoder();

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end === -1 ? bytes.length : end;
}

function parseLine(bytes: Uint8Array, from: number, to: number): unknown {
  return JSON.parse(decoder.decode(bytes.subarray(from, to)));
}
