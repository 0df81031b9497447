import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError, type Fault, type FieldError } from '../core/errors.ts';
import type { CachePolicyName } from './cache-policy.ts';

interface ProblemRow {
  status: ContentfulStatusCode;
  title: string;
  /** Answers that caches may keep for a moment; the others are `no-store`. */
  cache?: CachePolicyName;
}

/** Every failure but a move, which is answered by a redirect. */
type Problem = Exclude<Fault, { kind: 'article-moved' }>;

/** The one place that knows which failure is which status. `/problems/{type}` explains each row. */
export const PROBLEMS = {
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'invalid-body': { status: 422, title: 'The body does not fit the schema' },
  'invalid-parameter': { status: 422, title: 'A parameter is not valid' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'article-too-large': { status: 413, title: 'The article is too large to be stored' },
  'nested-too-deeply': { status: 422, title: 'The body is nested too deeply', cache: 'absent' },
  'too-many-elements': { status: 422, title: 'The body has too many elements', cache: 'absent' },
  'unsupported-media-type': { status: 415, title: 'The media type is not supported' },
  'unsupported-content-coding': { status: 415, title: 'The content coding is not supported' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  'insufficient-scope': { status: 403, title: 'The token lacks a scope' },
  'writes-not-configured': { status: 503, title: 'Writing is not set up' },
  'article-not-found': { status: 404, title: 'There is no such article', cache: 'absent' },
  'article-deleted': { status: 410, title: 'The article was removed', cache: 'absent' },
  'text-not-public': { status: 404, title: 'Only the summary of this article is public', cache: 'absent' },
  'summary-disabled': { status: 422, title: 'This article shows no summary' },
  'nothing-to-summarise': { status: 422, title: 'There are no words to summarise' },
  'override-not-found': { status: 404, title: 'The summary is not overridden' },
  'foreign-origin': { status: 403, title: 'The form comes from another origin' },
  'access-refused': { status: 403, title: 'Cloudflare Access does not vouch for you' },
  'entry-not-found': { status: 404, title: 'There is no such entry in the history' },
  'proposal-not-found': { status: 404, title: 'There is no proposal for this article' },
  'precondition-failed': { status: 412, title: 'The precondition does not hold' },
  'precondition-required': { status: 428, title: 'A precondition is needed' },
  'older-than-stored': { status: 409, title: 'A newer version is stored' },
  'url-taken': { status: 409, title: 'The page belongs to another article' },
  'stronger-source': { status: 409, title: 'A stronger source wrote this article' },
  'page-not-found': { status: 404, title: 'This page is not known', cache: 'absent' },
  'site-not-registered': { status: 403, title: 'This site is not registered', cache: 'absent' },
  'page-refused': { status: 422, title: 'This address cannot be read', cache: 'absent' },
  'page-opted-out': { status: 404, title: 'The page asks not to be summarised', cache: 'absent' },
  'not-an-article': { status: 422, title: 'There is no article on this page', cache: 'absent' },
  'page-unavailable': { status: 502, title: 'The page cannot be read', cache: 'absent' },
  'page-timeout': { status: 504, title: 'The page did not come in time', cache: 'absent' },
  'anonymous-post-off': { status: 401, title: 'A valid token is needed' },
  'token-required': { status: 401, title: 'A valid token is needed for this parameter' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'store-unavailable': { status: 503, title: 'The store cannot be reached' },
  'store-full': { status: 507, title: 'There is no room left' },
  'route-not-found': { status: 404, title: 'There is nothing here', cache: 'absent' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  unexpected: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<Problem['kind'] | 'unexpected', ProblemRow>;

/** RFC 9457, section 3.1. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: readonly FieldError[];
  instance: string;
}

/** A failure described, and what its answer has to say beside the document. */
export interface DescribedProblem {
  kind: keyof typeof PROBLEMS;
  document: ProblemDocument;
  cache: CachePolicyName;
  headers: Readonly<Record<string, string>>;
}

/** Unknown errors give their request id and nothing else away. */
export function describeProblem(error: unknown, origin: string, requestId: string): DescribedProblem {
  const fault = toProblem(error);
  const kind = fault?.kind ?? 'unexpected';
  const row: ProblemRow = PROBLEMS[kind];
  const { status, cache } = adjust(row, fault);
  const headers = fault === undefined ? {} : faultHeaders(fault);
  const document = {
    type: `${origin}/problems/${kind}`,
    title: row.title,
    status,
    ...(fault === undefined ? {} : faultDetail(fault)),
    instance: `urn:uuid:${requestId}`,
  };
  return { kind, document, cache, headers };
}

function toProblem(error: unknown): Problem | undefined {
  return error instanceof DomainError && error.fault.kind !== 'article-moved' ? error.fault : undefined;
}

/** Faults of a text that is sent; said of a stored article they make its summary absent. */
const ALSO_ABSENT: ReadonlySet<string> = new Set(['nothing-to-summarise', 'summary-disabled']);

/** Every status that this kind of problem can have. */
export function statusesOf(kind: keyof typeof PROBLEMS): number[] {
  return ALSO_ABSENT.has(kind) ? [404, PROBLEMS[kind].status] : [PROBLEMS[kind].status];
}

function adjust(row: ProblemRow, fault: Problem | undefined): { status: number; cache: CachePolicyName } {
  if (fault !== undefined && 'stored' in fault && fault.stored) return { status: 404, cache: 'absent' };
  return { status: row.status, cache: row.cache ?? 'none' };
}

function faultHeaders(fault: Problem): Record<string, string> {
  switch (fault.kind) {
    case 'unauthorized': // An error is only named to whoever sent a token (RFC 6750, section 3).
      return {
        'WWW-Authenticate': `Bearer realm="standfirst"${fault.isRefused ? ', error="invalid_token"' : ''}`,
      };
    case 'anonymous-post-off':
    case 'token-required':
      return { 'WWW-Authenticate': 'Bearer realm="standfirst"' };
    case 'insufficient-scope':
      return {
        'WWW-Authenticate': `Bearer realm="standfirst", error="insufficient_scope", scope="${fault.scope}"`,
      };
    case 'unsupported-media-type':
      return { Accept: fault.accepted.join(', ') }; // RFC 9110, section 15.5.16.
    case 'unsupported-content-coding':
      return { 'Accept-Encoding': 'identity' }; // RFC 9110, section 12.5.3.
    case 'method-not-allowed':
      return { Allow: fault.allow.join(', ') };
    case 'rate-limited':
    case 'store-unavailable':
    case 'page-unavailable':
    case 'page-timeout':
      return { 'Retry-After': String(fault.retryAfterSeconds) };
    default:
      return {};
  }
}

function faultDetail(fault: Problem): { detail?: string; errors?: readonly FieldError[] } {
  switch (fault.kind) {
    case 'malformed-body':
    case 'precondition-failed':
      return { detail: fault.detail };
    case 'invalid-body':
    case 'invalid-parameter':
      return { errors: fault.errors };
    default:
      return { detail: detailOf(fault) };
  }
}

type PlainFault = Exclude<
  Problem,
  { kind: 'malformed-body' | 'precondition-failed' | 'invalid-body' | 'invalid-parameter' }
>;

/** One sentence that says what to do, for every kind: an arm without one does not compile. */
const DETAILS: { [kind in PlainFault['kind']]: (fault: Extract<PlainFault, { kind: kind }>) => string } = {
  'body-too-large': ({ limitBytes }) => `Send at most ${limitBytes} bytes.`,
  'article-too-large': ({ limitBytes, actualBytes }) =>
    `As stored it would take ${actualBytes} bytes; ${limitBytes} is the limit.`,
  'nested-too-deeply': ({ limit, found }) =>
    `Elements may be nested ${limit} deep; this body reaches ${found}.`,
  'too-many-elements': ({ limit }) =>
    `A body may be made of ${limit} paragraphs, links, cells and other elements.`,
  'unsupported-media-type': ({ accepted }) => `Send one of ${accepted.join(', ')}.`,
  'unsupported-content-coding': () => 'Send the body without Content-Encoding.',
  unauthorized: () => 'Send a valid token as "Authorization: Bearer …".',
  'insufficient-scope': ({ scope }) => `The token needs the scope "${scope}".`,
  'writes-not-configured': () => 'The secret API_TOKENS is not set on this deployment.',
  'article-not-found': () => 'No published article has this slug.',
  'article-deleted': () => 'It will not come back under this address unless it is published anew.',
  'text-not-public': () => 'The article itself stands on the page of its publisher.',
  'summary-disabled': () => 'Its summary is switched off.',
  'nothing-to-summarise': () => 'There is no sentence with a word in it.',
  'override-not-found': () => 'The summary comes from the engine as it is.',
  'foreign-origin': () => 'Open the desk itself and send the form from there.',
  'access-refused': () => 'Open the desk by the address that Cloudflare Access protects, and sign in there.',
  'entry-not-found': () => 'The history of the article has no entry of this number.',
  'proposal-not-found': () => 'No model has written a summary of the article as it stands.',
  'precondition-required': ({ orLater }) =>
    orLater
      ? 'An article stands here already. Send If-Match with its ETag, If-None-Match: * to create only, or a later updatedAt.'
      : 'Send If-Match with the ETag of the version that you have read.',
  'older-than-stored': ({ storedUpdatedAt }) => `The stored version was updated at ${storedUpdatedAt}.`,
  'url-taken': ({ slug }) => `The article "${slug}" has this page already.`,
  'stronger-source': ({ slug, source }) => `The article "${slug}" was written by the source "${source}".`,
  'page-not-found': () => 'No published article leads to this page.',
  'site-not-registered': ({ host }) => `Pages of ${host} are not served here.`,
  'page-refused': ({ refusal }) =>
    `Only https pages of registered sites on their default port are read (${refusal}).`,
  'page-opted-out': ({ by }) => `Said by ${by}.`,
  'not-an-article': () => 'It has neither the marks of an article nor enough text to be one.',
  'page-unavailable': ({ detail }) => `The page cannot be used: ${detail}.`,
  'page-timeout': () => 'Headers have five seconds, the whole page ten.',
  'anonymous-post-off': () => 'This deployment summarises for its own publication only.',
  'token-required': ({ parameter }) =>
    `Without a token, "${parameter}" cannot be used where only the summary is public.`,
  'rate-limited': ({ retryAfterSeconds }) => `Try again in ${retryAfterSeconds} seconds.`,
  'store-unavailable': ({ retryAfterSeconds }) => `Try again in ${retryAfterSeconds} seconds.`,
  'store-full': () => 'Trying again does not help: the store has to be given room first.',
  'route-not-found': () => 'The documentation at /docs lists what is here.',
  'method-not-allowed': ({ allow }) => `Allowed here: ${allow.join(', ')}.`,
};

function detailOf(fault: PlainFault): string {
  const describe = DETAILS[fault.kind] as (fault: PlainFault) => string;
  return describe(fault);
}
