import type { Answer } from './answer.ts';
import type { Handler } from './context.ts';
import type { RateLimitName } from './rate-limit.ts';

export const METHODS = ['GET', 'PUT', 'POST', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

export function isMethod(name: string): name is Method {
  return (METHODS as readonly string[]).includes(name);
}

/** One path and what can be done with it. HEAD comes with GET, OPTIONS and 405 with every resource. */
export type Resource = { [method in Method]?: Handler } & {
  path: string;
  /** `public`: scripts of any origin may read it, and POST to it without a token. Writes are never opened. */
  cors: 'public' | 'none';
  /** The limiters that callers of it can meet; under `/v1` a valid token passes them. */
  limits?: readonly RateLimitName[];
  /** Every call is counted elsewhere: only refusals and failures have a log line. */
  isCounted?: boolean;
};

export function methodsOf(resource: Resource): Method[] {
  return METHODS.filter((method) => resource[method] !== undefined);
}

/** Value of `Allow` (RFC 9110, section 10.2.1). */
export function allowedMethods(resource: Resource): string[] {
  const own = methodsOf(resource);
  return [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

/** Whether scripts of other origins may see what this method answers. */
export function isOpenTo(resource: Resource, method: string): boolean {
  return resource.cors === 'public' && (method === 'GET' || method === 'HEAD' || method === 'POST');
}

/** Under `/v1` whoever sends a token is known by it; nothing else looks at one. */
export function isByToken({ path }: Resource): boolean {
  return path.startsWith('/v1/');
}

/**
 * Fields that scripts may send. The star stands for whatever a tool for tracing adds, and never for `Authorization`
 * (Fetch standard, "CORS-preflight fetch"); browsers that do not know it read the names.
 */
const READ_HEADERS =
  'Content-Type, If-None-Match, Cache-Control, Pragma, X-Requested-With, traceparent, tracestate, baggage, *';

const PREFLIGHT_MAX_AGE_SECONDS = 86_400;

/** RFC 9110, section 9.3.7, and the CORS preflight of the Fetch standard. */
export function answerOptions(resource: Resource): Answer {
  const allow = allowedMethods(resource);
  const headers = { Allow: allow.join(', ') };
  const open = allow.filter((method) => isOpenTo(resource, method));
  if (open.length === 0) return { status: 204, headers, body: null };
  const cors = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': open.join(', '),
    'Access-Control-Allow-Headers': READ_HEADERS,
    'Access-Control-Max-Age': String(PREFLIGHT_MAX_AGE_SECONDS),
  };
  return { status: 204, headers: { ...headers, ...cors }, body: null };
}
