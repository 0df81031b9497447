/**
 * What caches may keep, and for how long: one row a kind of answer. A route names a row; whatever names none is
 * `no-store`. `s-maxage` and `must-revalidate` are left out on purpose: at Cloudflare they switch serving stale off.
 *
 * `Cloudflare-CDN-Cache-Control` (RFC 9213) is for the edge alone and never reaches a browser.
 */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

interface CacheRow {
  'Cache-Control': string;
  'Cloudflare-CDN-Cache-Control'?: string;
}

const ARTICLE_AT_EDGE = `public, max-age=${2 * MINUTE}, stale-while-revalidate=${10 * MINUTE}, stale-if-error=${DAY}`;

export const CACHE_POLICY = {
  article: {
    'Cache-Control': `public, max-age=${MINUTE}, stale-while-revalidate=${5 * MINUTE}, stale-if-error=${DAY}`,
    'Cloudflare-CDN-Cache-Control': ARTICLE_AT_EDGE,
  },
  summary: {
    'Cache-Control': `public, max-age=${MINUTE}, stale-while-revalidate=${MINUTE}, stale-if-error=${DAY}`,
    'Cloudflare-CDN-Cache-Control': ARTICLE_AT_EDGE,
  },
  list: {
    'Cache-Control': 'public, max-age=30, stale-while-revalidate=120',
    'Cloudflare-CDN-Cache-Control': `public, max-age=${MINUTE}, stale-while-revalidate=${10 * MINUTE}`,
  },
  absent: {
    'Cache-Control': 'public, max-age=10',
    'Cloudflare-CDN-Cache-Control': 'public, max-age=10',
  },
  widgetVersion: {
    'Cache-Control': `public, max-age=${YEAR}, immutable`,
    'Cloudflare-CDN-Cache-Control': `public, max-age=${YEAR}, immutable`,
  },
  widgetFloating: {
    'Cache-Control': `public, max-age=${HOUR}, stale-while-revalidate=${DAY}`,
  },
  none: { 'Cache-Control': 'no-store' },
  private: { 'Cache-Control': 'private, no-store' },
} as const satisfies Record<string, CacheRow>;

export type CachePolicyName = keyof typeof CACHE_POLICY;
