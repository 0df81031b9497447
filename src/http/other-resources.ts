import { late } from './late.ts';
import type { Resource } from './resource.ts';

const reviews = () => import('./routes/reviews.ts');
const rules = () => import('./routes/rules.ts');
const desk = () => import('./routes/desk.ts');
const summaryPages = () => import('./routes/summary-pages.ts');
const embed = () => import('./routes/embed.ts');
const measures = () => import('./routes/measures.ts');
const feeds = () => import('./routes/feeds.ts');
const records = () => import('./routes/records.ts');
const documentation = () => import('./routes/documentation.ts');

/** Everything else, in the order of the documentation. The table is loaded when the first of them is asked for. */
export const OTHER_RESOURCES: readonly Resource[] = [
  {
    path: '/v1/articles',
    cors: 'public',
    limits: ['fallbacks'],
    GET: late(() => import('./routes/articles.ts'), 'getList'),
  },

  // What editors see and decide; the pages under `/desk` use the same flows.
  {
    path: '/v1/articles/:slug/review',
    cors: 'none',
    GET: late(reviews, 'getReview'),
    POST: late(reviews, 'postDecision'),
  },
  { path: '/v1/articles/:slug/preview', cors: 'none', POST: late(reviews, 'postPreview') },
  { path: '/v1/articles/:slug/history', cors: 'none', GET: late(reviews, 'getHistory') },
  {
    path: '/v1/queue',
    cors: 'none',
    GET: late(reviews, 'getQueue'),
    POST: late(reviews, 'postApprovals'),
  },
  { path: '/v1/rules', cors: 'none', GET: late(rules, 'getRules'), POST: late(rules, 'postRule') },
  { path: '/v1/rules/history', cors: 'none', GET: late(rules, 'getRuleHistory') },
  { path: '/desk', cors: 'none', GET: late(desk, 'showQueue'), POST: late(desk, 'approveChosen') },
  {
    path: '/desk/sign-in',
    cors: 'none',
    GET: late(desk, 'leaveSignIn'),
    POST: late(() => import('./desk/sign-in.ts'), 'signIn'),
  },
  { path: '/desk/measures', cors: 'none', GET: late(desk, 'showMeasures') },
  { path: '/desk/measures.csv', cors: 'none', GET: late(desk, 'downloadMeasures') },
  { path: '/desk/rules', cors: 'none', GET: late(desk, 'showRules'), POST: late(desk, 'setRule') },
  { path: '/desk/sign-out', cors: 'none', POST: late(desk, 'signOut') },
  {
    path: '/desk/articles/:slug',
    cors: 'none',
    GET: late(desk, 'showReview'),
    POST: late(desk, 'decide'),
  },
  { path: '/desk/articles/:slug/preview', cors: 'none', POST: late(desk, 'preview') },

  // For people: the hosted summary, and what sites need to take the box.
  {
    path: '/s',
    cors: 'none',
    limits: ['lookups', 'fallbacks'],
    GET: late(summaryPages, 'getByUrl'),
  },
  {
    path: '/articles/:slug/summary',
    cors: 'none',
    limits: ['fallbacks'],
    GET: late(summaryPages, 'getBySlug'),
  },
  { path: '/embed', cors: 'none', GET: late(embed, 'getEmbed') },
  { path: '/demo', cors: 'none', GET: late(embed, 'getEmbed') },
  { path: '/demo/:name', cors: 'none', GET: late(embed, 'getDemo') },
  { path: '/demo/:language/s', cors: 'none', GET: late(embed, 'getDemoPage') },
  { path: '/demo/:language/v1/summary', cors: 'public', GET: late(embed, 'getDemoSummary') },

  { path: '/v1/events', cors: 'public', isCounted: true, POST: late(measures, 'countEvents') },
  { path: '/v1/measures', cors: 'none', GET: late(measures, 'readMeasures') },
  {
    path: '/v1/extractions',
    cors: 'public',
    limits: ['extractions'],
    POST: late(() => import('./routes/extractions.ts'), 'postExtraction'),
  },
  {
    path: '/v1/ingestions',
    cors: 'none',
    POST: late(() => import('./routes/ingestions.ts'), 'postIngestion'),
  },
  {
    path: '/',
    cors: 'none',
    limits: ['fallbacks'],
    GET: late(() => import('./routes/front-page.ts'), 'getFrontPage'),
  },
  { path: '/feed.xml', cors: 'public', limits: ['fallbacks'], GET: late(feeds, 'getRssFeed') },
  { path: '/feed.json', cors: 'public', limits: ['fallbacks'], GET: late(feeds, 'getJsonFeed') },
  { path: '/sitemap.xml', cors: 'none', limits: ['fallbacks'], GET: late(feeds, 'getSitemap') },
  { path: '/robots.txt', cors: 'none', GET: late(feeds, 'getRobots') },
  { path: '/health', cors: 'none', GET: late(() => import('./routes/health.ts'), 'getHealth') },
  { path: '/v1/status', cors: 'none', GET: late(() => import('./routes/status.ts'), 'getStatus') },

  // The far ends of `npm run backup`, `restore` and `reproject`.
  {
    path: '/v1/records',
    cors: 'none',
    GET: late(records, 'getRecords'),
    POST: late(records, 'postRecords'),
  },
  { path: '/v1/records/:slug', cors: 'none', PUT: late(records, 'putRecord') },
  { path: '/v1/reprojections', cors: 'none', POST: late(records, 'postReprojection') },

  { path: '/openapi.json', cors: 'public', GET: late(documentation, 'getDocument') },
  { path: '/docs', cors: 'none', GET: late(documentation, 'getDocs') },
  { path: '/problems/:type', cors: 'none', GET: late(documentation, 'getProblem') },
];
