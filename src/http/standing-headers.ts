import { CACHE_POLICY, type CachePolicyName } from './cache-policy.ts';

/**
 * What an answer is to a browser: a `page` is shown, `data` is read, and `unchanged` (304) only renews what the browser
 * has, so it repeats nothing of it (RFC 9110, section 15.4.5).
 */
export type AnswerKind = 'page' | 'data' | 'unchanged';

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
} as const;

/**
 * Of each kind. Data has no opener policy: it is sandboxed, which keeps it from every opener already, and the standard
 * answers a navigation to what has both with a network error (HTML, section 7.4.5, "create navigation params by
 * fetching"); Chromium still shows it.
 */
const OF_KIND: { [kind in AnswerKind]: Readonly<Record<string, string>> } = {
  /** Its policy comes with each page: `exchange.ts` sees to it that none goes without. */
  page: {
    ...EVERYWHERE,
    'Cross-Origin-Opener-Policy': 'same-origin',
  },
  /** Search engines are asked to keep pages, not data. */
  data: {
    ...EVERYWHERE,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Robots-Tag': 'noindex',
  },
  unchanged: {},
};

const CLOSED = { 'Cross-Origin-Resource-Policy': 'same-origin' } as const;

/** Readable by scripts of every origin, without credentials. */
const OPEN = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Location, RateLimit-Policy, Retry-After, X-Request-Id',
} as const;

/** A cache that keeps an answer for everybody must not give it to whoever sends a token (RFC 9111, section 4.1). */
const BY_TOKEN = { Vary: 'Authorization' } as const;

/** What a resource has to do with its answers' headers. */
export interface Standing {
  kind: AnswerKind;
  /** Scripts of other origins may read the answer. */
  isOpen: boolean;
  /** The answer depends on the token. */
  isByToken: boolean;
  cache: CachePolicyName;
  contentType: string | undefined;
}

const made = new Map<string, Headers>();

/**
 * The headers that all answers of a kind, a cache row and a media type have, errors included. Made once each: the
 * runtime copies them as they are, which costs half of handing a dozen strings over with every answer.
 */
export function standingHeaders({ kind, isOpen, isByToken, cache, contentType }: Standing): Headers {
  const name = `${kind} ${isOpen} ${isByToken} ${cache} ${contentType}`;
  let headers = made.get(name);
  if (headers === undefined) {
    const openness = isOpen && kind !== 'page' ? OPEN : CLOSED;
    const variance = isByToken ? BY_TOKEN : {};
    headers = new Headers({ ...OF_KIND[kind], ...openness, ...variance, ...CACHE_POLICY[cache] });
    if (contentType !== undefined) headers.set('Content-Type', contentType);
    made.set(name, headers);
  }
  return headers;
}
