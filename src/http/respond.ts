import { matchesEtag } from '../core/catalogue/etag.ts';
import type { ArticleHead } from '../core/catalogue/projection-schema.ts';
import { DomainError } from '../core/errors.ts';
import type { Answer, AnswerBody } from './answer.ts';
import { sendsToken } from './auth.ts';
import type { CachePolicyName } from './cache-policy.ts';
import type { Context } from './context.ts';
import type { Settings } from './settings.ts';

export interface Representation {
  etag: string;
  cache: CachePolicyName;
  contentType: string;
  language?: string;
  /** `Cache-Tag`s by which the edge can drop it. */
  tags?: readonly string[];
  /** `Link` field values (RFC 8288), only asked for where they are sent. */
  links?: () => readonly string[];
  /** Others of its own, such as `X-Robots-Tag`. */
  headers?: Readonly<Record<string, string>>;
  /** The body, only asked for where it is sent. */
  body: () => AnswerBody | Promise<AnswerBody>;
}

/**
 * Answers with a representation, or 304 where the client has it already (RFC 9110, sections 13.1.2 and 15.4.5).
 *
 * While `PUBLIC_ORIGIN` is not set, links follow the request's host, so nothing may be kept.
 *
 * @throws {DomainError} `precondition-failed` where `If-Match` names another version (RFC 9110, section 13.2.2).
 */
export async function respond(
  context: Context,
  settings: Settings,
  representation: Representation,
): Promise<Answer> {
  const { etag, contentType, language, tags, links, body } = representation;
  requireMatch(context, etag);
  const cache = cachePolicy(context, settings, representation.cache);
  const headers: Record<string, string> = { ETag: etag };
  if (tags !== undefined) headers['Cache-Tag'] = tags.join(',');
  const known = context.req.header('If-None-Match');
  if (known !== undefined && matchesEtag(known, etag)) return { status: 304, cache, headers, body: null };
  const targets = links?.() ?? [];
  if (targets.length > 0) headers.Link = targets.join(', ');
  Object.assign(headers, contentLanguage(language), representation.headers);
  return { status: 200, cache, contentType, headers, body: await body() };
}

/** For pages that repeat an article: only the article itself is for search engines. */
export const NOINDEX = { 'X-Robots-Tag': 'noindex' };

/** A text without words is in no language, and an answer says nothing rather than `und` (RFC 9110, section 8.5). */
export function contentLanguage(language: string | undefined): { 'Content-Language'?: string } {
  return language === undefined || language === 'und' ? {} : { 'Content-Language': language };
}

/** Compared weakly, since a CDN that compresses marks every validator of ours as weak. */
function requireMatch(context: Context, etag: string): void {
  const wanted = context.req.header('If-Match');
  if (wanted === undefined || matchesEtag(wanted, etag)) return;
  throw new DomainError({ kind: 'precondition-failed', detail: 'If-Match names another version.' });
}

/** The row that holds for this request: whatever a token was sent for is private, and so is the desk, refusals too. */
export function cachePolicy(context: Context, settings: Settings, cache: CachePolicyName): CachePolicyName {
  if (sendsToken(context) || /^\/desk(?:\/|$)/u.test(context.req.path)) return 'private';
  return settings.publicOrigin === undefined ? 'none' : cache;
}

export interface Redirection {
  status: 302 | 308;
  location: string;
  cache: CachePolicyName;
  tags: readonly string[];
}

export function redirect(context: Context, settings: Settings, redirection: Redirection): Answer {
  const { status, location, cache, tags } = redirection;
  const headers = {
    ...(tags.length === 0 ? {} : { 'Cache-Tag': tags.join(',') }),
    Location: new URL(location).href, // ASCII, so nothing can break out of the field.
  };
  return { status, cache: cachePolicy(context, settings, cache), headers, body: null };
}

/** One `Link` value. The target is made ASCII by the URL parser, so nothing can break out of it. */
export function link(target: string, relation: string, type?: string): string {
  return ownLink(new URL(target).href, relation, type);
}

/** {@link link} to an address that we have put together ourselves from an origin and slugs: ASCII already. */
export function ownLink(target: string, relation: string, type?: string): string {
  return `<${target}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`;
}

/** Leads to the page that stands for all forms of an article (RFC 6596): the publisher's, or ours. */
export function canonicalLink({ slug, url }: Pick<ArticleHead, 'slug' | 'url'>, origin: string): string {
  return url === null ? ownLink(`${origin}/articles/${slug}`, 'canonical') : link(url, 'canonical');
}
