import { pagePolicy } from '../pages/page-policy.ts';

/** What a browser may do with an answer: `page` is shown, `data` is only read. */
export type AnswerKind = 'page' | 'data';

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
} as const;

const DATA = {
  ...EVERYWHERE,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Readable by scripts of every origin, without credentials. */
const OPEN_DATA = {
  ...DATA,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Location, RateLimit-Policy, Retry-After, X-Request-Id',
} as const;

let page: Readonly<Record<string, string>> | undefined;

/** Pages run no script and no style but our own sheet, unless their route allows more. Made when first needed. */
function pageHeaders(): Readonly<Record<string, string>> {
  page ??= {
    ...EVERYWHERE,
    'Content-Security-Policy': pagePolicy(),
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  return page;
}

/**
 * The headers that every answer carries, errors included; a route that knows better overrides single ones.
 *
 * @param isOpen - Whether scripts of other origins may read the answer.
 */
export function securityHeaders(kind: AnswerKind, isOpen: boolean): Readonly<Record<string, string>> {
  if (kind === 'page') return pageHeaders();
  return isOpen ? OPEN_DATA : DATA;
}
