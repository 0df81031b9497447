import { sitemapQuerySchema } from '../routes/feeds.ts';
import { MOVED } from './articles.ts';
import type { Operation, PathOperations } from './operation.ts';

const LIST_PROBLEMS = ['precondition-failed', 'rate-limited', 'store-unavailable'] as const;
const ARTICLE_PROBLEMS = ['article-not-found', 'article-deleted', ...LIST_PROBLEMS] as const;

/** A readable thing of one media type. */
function readable(
  id: string,
  summary: string,
  mediaType: string,
  description: string,
  problems: Operation['problems'],
): Operation {
  return {
    id,
    tag: 'pages',
    summary,
    description,
    conditions: ['If-None-Match'],
    success: {
      200: { description: `${summary}.`, headers: ['ETag'], content: { [mediaType]: { schema: 'text' } } },
    },
    problems,
  };
}

function ofArticle(id: string, summary: string, mediaType: string): Operation {
  const problems =
    mediaType === 'text/html' ? ARTICLE_PROBLEMS : ([...ARTICLE_PROBLEMS, 'text-not-public'] as const);
  return {
    ...readable(id, summary, mediaType, 'Unknown parameters are ignored.', problems),
    redirects: {
      ...(mediaType === 'text/html'
        ? { 302: 'Only the summary is public here: the page of the publisher.' }
        : {}),
      308: MOVED,
    },
  };
}

const SITEMAP_NOTE =
  'The pages that search engines may keep: an index, and the parts that it names. Unknown parameters are ignored.';
const UNFILTERED = 'Unknown parameters are ignored.';

export const pageOperations: PathOperations = {
  '/': {
    route: '/',
    operations: { GET: readable('frontPage', 'The newest articles', 'text/html', UNFILTERED, LIST_PROBLEMS) },
  },
  '/articles/{slug}': {
    route: '/articles/:file',
    operations: { GET: ofArticle('articlePage', 'An article with its summary', 'text/html') },
  },
  '/articles/{slug}.md': {
    route: '/articles/:file',
    operations: { GET: ofArticle('articleMarkdown', 'An article as Markdown', 'text/markdown') },
  },
  '/articles/{slug}.txt': {
    route: '/articles/:file',
    operations: { GET: ofArticle('articleText', 'An article as plain text', 'text/plain') },
  },
  '/feed.xml': {
    route: '/feed.xml',
    operations: {
      GET: readable(
        'rssFeed',
        'RSS 2.0 feed',
        'application/rss+xml',
        'The newest 30 with their summaries.',
        LIST_PROBLEMS,
      ),
    },
  },
  '/feed.json': {
    route: '/feed.json',
    operations: {
      GET: {
        ...readable(
          'jsonFeed',
          'JSON Feed 1.1',
          'application/feed+json',
          'The newest 30 with their summaries.',
          LIST_PROBLEMS,
        ),
        success: {
          200: {
            description: 'JSON Feed 1.1.',
            headers: ['ETag'],
            content: { 'application/feed+json': { schema: 'Document' } },
          },
        },
      },
    },
  },
  '/sitemap.xml': {
    route: '/sitemap.xml',
    operations: {
      GET: {
        ...readable('sitemap', 'Sitemap', 'application/xml', SITEMAP_NOTE, [
          'route-not-found',
          ...LIST_PROBLEMS,
        ]),
        query: sitemapQuerySchema(),
        notes: {
          part: 'Number of a part, or `news`: the last two days by Google’s rules. Without it: the index.',
        },
        examples: { part: 'news' },
      },
    },
  },
  '/robots.txt': {
    route: '/robots.txt',
    operations: {
      GET: readable('robots', 'Robots file', 'text/plain', 'Nothing is disallowed.', ['precondition-failed']),
    },
  },
};
