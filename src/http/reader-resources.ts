import { late } from './late.ts';
import type { Resource } from './resource.ts';
import { getArticle } from './routes/article.ts';
import { getSummary } from './routes/article-summary.ts';
import { getSummaryByUrl } from './routes/summary-by-url.ts';

const articles = () => import('./routes/articles.ts');
const override = () => import('./routes/override.ts');

/**
 * What most requests are for: all that an isolate has to know of before it answers one of them. The code of the
 * answers that are read off copies is there from the start.
 */
export const READER_RESOURCES: readonly Resource[] = [
  {
    path: '/v1/articles/:slug',
    cors: 'public',
    limits: ['fallbacks'],
    GET: getArticle,
    PUT: late(articles, 'putArticle'),
    DELETE: late(articles, 'removeArticle'),
  },
  {
    path: '/v1/articles/:slug/summary',
    cors: 'public',
    limits: ['fallbacks'],
    GET: getSummary,
    PUT: late(override, 'putOverride'),
    DELETE: late(override, 'deleteOverride'),
  },
  {
    path: '/v1/summary',
    cors: 'public',
    limits: ['lookups', 'fallbacks'],
    GET: getSummaryByUrl,
  },
  {
    path: '/v1/summaries',
    cors: 'public',
    limits: ['summaries'],
    POST: late(() => import('./routes/text-summary.ts'), 'postSummary'),
  },
  {
    path: '/v1/injection',
    cors: 'public',
    limits: ['fallbacks'],
    GET: late(() => import('./routes/injection.ts'), 'getInjection'),
  },
  {
    path: '/articles/:file',
    cors: 'none',
    limits: ['fallbacks'],
    GET: late(() => import('./routes/pages.ts'), 'getArticleFile'),
  },
];
