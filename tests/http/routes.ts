import { CACHE_POLICY, type CachePolicyName } from '../../src/http/cache-policy.ts';

/** One address of every route that answers a GET, and what its answer promises. */
export interface RouteRow {
  route: string;
  path: string;
  status: number;
  row: CachePolicyName;
  type: string;
  /** Readable by scripts of other origins. */
  isOpen?: true;
  /** Search engines may keep it. */
  isIndexable?: true;
  hasEtag?: true;
  headers?: Record<string, string>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
const kept = { status: 200, hasEtag: true } as const;
const token = {
  headers: { Authorization: 'Bearer test-token' },
  status: 200,
  row: 'private',
  type: JSON_TYPE,
} as const;
/** Who has no session is asked for one, wherever they wanted to go. */
const signIn = { status: 200, row: 'private', type: HTML_TYPE } as const;
const absent = { row: 'absent', type: 'application/problem+json' } as const;
const list = { ...kept, row: 'list' } as const;
const article = { ...kept, row: 'article' } as const;
const hosted = { ...kept, row: 'summary', type: HTML_TYPE } as const;
const page = { ...list, type: HTML_TYPE } as const;
const summary = { ...kept, row: 'summary', isOpen: true } as const;

/** `bridge` is an article with its page here; `linked` has its page elsewhere; `gone` was deleted. */
export const ROUTES: RouteRow[] = [
  { route: '/v1/articles', path: '/v1/articles', ...list, type: JSON_TYPE, isOpen: true },
  { route: '/v1/articles/:slug', path: '/v1/articles/bridge', ...article, type: JSON_TYPE, isOpen: true },
  { route: '/v1/articles/:slug', path: '/v1/articles/nowhere', ...absent, status: 404, isOpen: true },
  { route: '/v1/articles/:slug', path: '/v1/articles/gone', ...absent, status: 410, isOpen: true },
  { route: '/v1/articles/:slug', path: '/v1/articles/bridge', ...token, hasEtag: true, isOpen: true },
  { route: '/v1/articles/:slug/summary', path: '/v1/articles/bridge/summary', ...summary, type: JSON_TYPE },
  {
    route: '/v1/articles/:slug/summary',
    path: '/v1/articles/bridge/summary?format=html',
    ...summary,
    type: HTML_TYPE,
  },
  { route: '/v1/summary', path: '/v1/summary?url=https://news.example/linked', ...summary, type: JSON_TYPE },
  {
    route: '/v1/injection',
    path: '/v1/injection?url=https://elsewhere.example/a',
    ...absent,
    status: 403,
    isOpen: true,
  },
  { route: '/s', path: '/s?url=https://news.example/linked', ...hosted },
  { route: '/articles/:slug/summary', path: '/articles/bridge/summary', ...hosted },
  { route: '/articles/:slug/summary', path: '/articles/nowhere/summary', ...absent, status: 404 },
  { route: '/v1/articles/:slug/review', path: '/v1/articles/bridge/review', ...token, hasEtag: true },
  { route: '/v1/articles/:slug/history', path: '/v1/articles/bridge/history', ...token },
  { route: '/v1/queue', path: '/v1/queue', ...token },
  { route: '/v1/rules', path: '/v1/rules', ...token, hasEtag: true },
  { route: '/v1/rules/history', path: '/v1/rules/history', ...token },
  { route: '/v1/measures', path: '/v1/measures?from=2026-01-01&to=2026-01-02', ...token },
  { route: '/desk', path: '/desk', ...signIn },
  { route: '/desk/sign-in', path: '/desk/sign-in', ...signIn, status: 303, type: '' },
  { route: '/desk/articles/:slug', path: '/desk/articles/bridge', ...signIn },
  { route: '/desk/rules', path: '/desk/rules', ...signIn },
  { route: '/desk/measures', path: '/desk/measures', ...signIn },
  { route: '/desk/measures.csv', path: '/desk/measures.csv', ...signIn },
  { route: '/embed', path: '/embed', ...page },
  { route: '/demo', path: '/demo', ...page },
  { route: '/demo/:name', path: '/demo/newspaper', ...page },
  { route: '/demo/:name', path: '/demo/nothing', ...absent, status: 404 },
  { route: '/demo/:language/s', path: '/demo/en/s', ...page },
  {
    route: '/demo/:language/v1/summary',
    path: '/demo/en/v1/summary?url=x',
    ...page,
    type: JSON_TYPE,
    isOpen: true,
  },
  { route: '/', path: '/', ...list, type: HTML_TYPE, isIndexable: true },
  { route: '/articles/:file', path: '/articles/bridge', ...article, type: HTML_TYPE, isIndexable: true },
  { route: '/articles/:file', path: '/articles/bridge.md', ...article, type: 'text/markdown; charset=utf-8' },
  { route: '/articles/:file', path: '/articles/bridge.txt', ...article, type: 'text/plain; charset=utf-8' },
  { route: '/articles/:file', path: '/articles/nowhere', ...absent, status: 404 },
  { route: '/articles/:file', path: '/articles/linked.md', ...absent, status: 404 },
  { route: '/articles/:file', path: '/articles/linked', status: 302, row: 'article', type: '' },
  {
    route: '/feed.xml',
    path: '/feed.xml',
    ...list,
    type: 'application/rss+xml; charset=utf-8',
    isOpen: true,
  },
  {
    route: '/feed.json',
    path: '/feed.json',
    ...list,
    type: 'application/feed+json; charset=utf-8',
    isOpen: true,
  },
  { route: '/sitemap.xml', path: '/sitemap.xml', ...list, type: 'application/xml; charset=utf-8' },
  { route: '/robots.txt', path: '/robots.txt', ...list, type: 'text/plain; charset=utf-8' },
  { route: '/openapi.json', path: '/openapi.json', ...list, type: JSON_TYPE, isOpen: true },
  { route: '/docs', path: '/docs', ...list, type: HTML_TYPE, isIndexable: true },
  { route: '/problems/:type', path: '/problems/invalid-body', ...list, type: HTML_TYPE, isIndexable: true },
  { route: '/problems/:type', path: '/problems/nothing', ...absent, status: 404 },
  { route: '/health', path: '/health', status: 200, row: 'none', type: JSON_TYPE },
  { route: '/v1/status', path: '/v1/status', ...token },
  { route: '/v1/records', path: '/v1/records', ...token },
  { route: '*', path: '/nothing/here', ...absent, status: 404, isOpen: true },
];

export function cacheHeaders(row: CachePolicyName): [name: string, value: string | null][] {
  const headers: { 'Cache-Control': string; 'Cloudflare-CDN-Cache-Control'?: string } = CACHE_POLICY[row];
  return [
    ['Cache-Control', headers['Cache-Control']],
    ['Cloudflare-CDN-Cache-Control', headers['Cloudflare-CDN-Cache-Control'] ?? null],
  ];
}
