import { type ArticleInput, isWeaker } from '../article/article.ts';
import { bodyOf } from '../article/body-kind.ts';
import { UNDATED } from '../article/dates.ts';
import { DomainError } from '../errors.ts';
import type { ArticleMeta, ArticleRecord } from './article-record.ts';
import { namesRevision } from './etag.ts';

/** What stands under a slug before a write. A tombstone keeps counting revisions. */
export type StoredState =
  | { state: 'absent' }
  | { state: 'tombstone'; revision: number }
  | { state: 'article'; record: ArticleRecord };

/** Conditional request fields (RFC 9110, section 13.1), as sent. */
export interface Preconditions {
  ifMatch: string | undefined;
  ifNoneMatch: string | undefined;
}

/** The author's members of an article: what a PUT says, with what it leaves out filled in. */
export type AuthoredArticle = Omit<
  ArticleMeta,
  | 'formerUrls'
  | 'summaryOff'
  | 'teaserOnly'
  | 'pinned'
  | 'override'
  | 'review'
  | 'proposal'
  | 'rule'
  | 'revision'
  | 'language'
> & {
  bodySource: string;
  /** Undefined where it has to be detected. */
  language: string | undefined;
};

export type WriteDecision =
  | { action: 'none'; record: ArticleRecord }
  | { action: 'create' | 'replace'; authored: AuthoredArticle; revision: number };

export interface WriteContext {
  catalogue: string;
  /** RFC 3339, from the caller's clock. */
  now: string;
}

/**
 * Decides what a PUT does.
 *
 * A PUT equal to what is stored does nothing, whatever its `If-Match`, so a retry after a lost answer succeeds (RFC
 * 9110, section 13.1.1, lets it). `If-None-Match` has no such exception.
 *
 * @throws {DomainError} `precondition-failed`, `precondition-required`, `older-than-stored`, `stronger-source`,
 *   `invalid-body` (a `revision` in a PUT that does not create).
 */
export function decideWrite(
  stored: StoredState,
  slug: string,
  input: ArticleInput,
  preconditions: Preconditions,
  context: WriteContext,
): WriteDecision {
  const previous = stored.state === 'article' ? stored.record : undefined;
  refuseIfNamed(previous, preconditions.ifNoneMatch, context.catalogue);
  const authored = authorArticle(slug, input, previous, context.now);
  if (previous !== undefined && isUnchanged(authored, input, previous))
    return { action: 'none', record: previous };
  if (preconditions.ifMatch !== undefined) requireMatch(previous, preconditions.ifMatch, context.catalogue);
  if (previous === undefined) return { action: 'create', authored, revision: firstRevision(stored, input) };
  checkReplacement(input, previous, preconditions);
  return { action: 'replace', authored, revision: previous.revision + 1 };
}

/** A restored article keeps its number; a slug that was used before goes on counting. */
function firstRevision(stored: StoredState, input: ArticleInput): number {
  const next = stored.state === 'tombstone' ? stored.revision + 1 : 1;
  return Math.max(next, input.revision ?? 1);
}

function authorArticle(
  slug: string,
  input: ArticleInput,
  previous: ArticleRecord | undefined,
  now: string,
): AuthoredArticle {
  const url = input.url ?? null;
  const body = bodyOf(input);
  return {
    slug,
    url,
    aliases: [...new Set(input.aliases ?? previous?.aliases ?? [])],
    title: input.title,
    byline: input.byline ?? null,
    description: input.description ?? null,
    publishedAt: input.publishedAt ?? previous?.publishedAt ?? input.updatedAt ?? now,
    updatedAt: input.updatedAt ?? (previous === undefined ? firstUpdate(input, now) : now),
    language: input.language ?? previous?.language,
    tags: [...new Set(input.tags ?? [])],
    image: input.image ?? null,
    status: input.status ?? previous?.status ?? 'published',
    access: input.access ?? previous?.access ?? (url === null ? 'full' : 'summary'),
    source: input.source ?? 'api',
    summaryEnabled: input.summaryEnabled ?? previous?.summaryEnabled ?? true,
    bodyKind: body.kind,
    bodySource: body.source.toWellFormed(), // As it is stored: half a surrogate pair has no UTF-8 form.
  };
}

/** An article that comes in with an earlier date has not been updated since, as far as anybody said. */
function firstUpdate({ publishedAt }: ArticleInput, now: string): string {
  const isDated = publishedAt !== undefined && publishedAt !== UNDATED;
  return isDated && isLater(now, publishedAt) ? publishedAt : now;
}

/** A later `updatedAt` alone is a change: without it, an older delivery that comes last could undo a newer one. */
function isUnchanged(authored: AuthoredArticle, input: ArticleInput, previous: ArticleRecord): boolean {
  if (input.updatedAt !== undefined && isLater(input.updatedAt, previous.updatedAt)) return false;
  if (isWeaker(previous.source, authored.source)) return false;
  return comparable(authored) === comparable(previous);
}

function comparable(article: AuthoredArticle | ArticleRecord): string {
  const { url, aliases, title, byline, description, publishedAt, language, tags, image } = article;
  const { status, access, summaryEnabled, bodyKind, bodySource } = article;
  return JSON.stringify([
    [
      url,
      [...aliases].sort(),
      title,
      byline,
      description,
      publishedAt,
      language,
      tags,
      image?.url,
      image?.alt,
    ],
    [status, access, summaryEnabled, bodyKind, bodySource],
  ]);
}

/** @throws {DomainError} `precondition-failed` when `If-None-Match` names what is stored (RFC 9110, section 13.1.2). */
function refuseIfNamed(
  record: ArticleRecord | undefined,
  ifNoneMatch: string | undefined,
  catalogue: string,
): void {
  if (record === undefined || ifNoneMatch === undefined) return;
  if (!namesRevision(ifNoneMatch, { ...record, catalogue })) return;
  throw new DomainError({ kind: 'precondition-failed', detail: 'The article exists already.' });
}

/**
 * Judges the conditions of a change to what is there, in the order of RFC 9110, section 13.2.2. Nothing is changed
 * blindly.
 *
 * @throws {DomainError} `precondition-failed`, `precondition-required` (no `If-Match`).
 */
export function requireEditorsMatch(
  record: ArticleRecord,
  { ifMatch, ifNoneMatch }: Preconditions,
  catalogue: string,
): void {
  if (ifMatch !== undefined) requireMatch(record, ifMatch, catalogue);
  refuseIfNamed(record, ifNoneMatch, catalogue);
  if (ifMatch === undefined) throw new DomainError({ kind: 'precondition-required', orLater: false });
}

/**
 * @throws {DomainError} `precondition-failed` when the field names another revision, or nothing is stored.
 */
function requireMatch(record: ArticleRecord | undefined, ifMatch: string, catalogue: string): void {
  if (record === undefined) {
    throw new DomainError({ kind: 'precondition-failed', detail: 'There is no article under this slug.' });
  }
  if (!namesRevision(ifMatch, { ...record, catalogue })) {
    throw new DomainError({
      kind: 'precondition-failed',
      detail: `The article is at revision ${record.revision}.`,
    });
  }
}

/** Whether a different article may be replaced, and by whom. */
function checkReplacement(input: ArticleInput, previous: ArticleRecord, preconditions: Preconditions): void {
  if (input.revision !== undefined) {
    const detail = 'is accepted only in a PUT that creates';
    throw new DomainError({
      kind: 'invalid-body',
      errors: [{ pointer: '#/revision', code: 'not-creating', detail }],
    });
  }
  if (isWeaker(input.source ?? 'api', previous.source)) {
    throw new DomainError({ kind: 'stronger-source', slug: previous.slug, source: previous.source });
  }
  // If-None-Match can only keep a write from happening: it never says which version was read.
  if (preconditions.ifMatch !== undefined) return;
  if (input.updatedAt === undefined || input.updatedAt === previous.updatedAt) {
    throw new DomainError({ kind: 'precondition-required', orLater: true });
  }
  if (!isLater(input.updatedAt, previous.updatedAt)) {
    throw new DomainError({ kind: 'older-than-stored', storedUpdatedAt: previous.updatedAt });
  }
}

function isLater(instant: string, than: string): boolean {
  return Date.parse(instant) > Date.parse(than);
}
