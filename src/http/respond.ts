import { matchesEtag } from '../core/etag.ts';
import { CACHE_POLICY, type CachePolicyName } from './cache-policy.ts';
import type { Context } from './context.ts';
import type { Settings } from './settings.ts';

export interface Representation {
  etag: string;
  cache: CachePolicyName;
  contentType: string;
  language?: string;
  /** `Cache-Tag`s by which the edge can drop it. */
  tags?: readonly string[];
  /** `Link` field values (RFC 8288). */
  links?: readonly string[];
  /** More of the head, on 304 as well: a cache takes over what it names. */
  headers?: Readonly<Record<string, string>>;
  /** The body, only asked for where it is sent. */
  body: () => BodyInit;
}

/**
 * Answers with a representation, or 304 where the client has it already (RFC 9110, sections 13.1.2 and 15.4.5).
 *
 * While `PUBLIC_ORIGIN` is not set, links follow the request's host, so nothing may be kept.
 */
export function respond(context: Context, settings: Settings, representation: Representation): Response {
  const { etag, cache, contentType, language, tags, links, headers: more, body } = representation;
  const policy = cachePolicy(context, settings, cache);
  const headers = new Headers({ ...more, ETag: etag, ...CACHE_POLICY[policy] });
  if (tags !== undefined) headers.set('Cache-Tag', tags.join(','));
  if (links !== undefined && links.length > 0) headers.set('Link', links.join(', '));
  const known = context.req.header('If-None-Match');
  if (known !== undefined && matchesEtag(known, etag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', contentType);
  if (language !== undefined && language !== 'und') headers.set('Content-Language', language);
  return new Response(body(), { headers });
}

/** The row that holds for this request: whatever a token was sent for is private. */
export function cachePolicy(context: Context, settings: Settings, cache: CachePolicyName): CachePolicyName {
  if (context.req.header('Authorization') !== undefined) return 'private';
  return settings.publicOrigin === undefined ? 'none' : cache;
}

export function redirect(
  context: Context,
  settings: Settings,
  {
    status,
    location,
    cache,
    tags,
  }: { status: 302 | 308; location: string; cache: CachePolicyName; tags: readonly string[] },
): Response {
  const headers = new Headers({ ...CACHE_POLICY[cachePolicy(context, settings, cache)], Location: location });
  headers.set('Cache-Tag', tags.join(','));
  return new Response(null, { status, headers });
}

/** One `Link` value. The target is made ASCII by the URL parser, so nothing can break out of it. */
export function link(target: string, relation: string, type?: string): string {
  const href = new URL(target).href;
  return `<${href}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
