import { listParametersSchema } from '../../core/article/article-list.ts';
import { JSON_MEDIA } from '../answer.ts';
import { BODY_LIMITS, STORED_LIMIT } from './body-limits.ts';
import type { PathOperations } from './operation.ts';

const WRITE_PROBLEMS = [
  'unauthorized',
  'insufficient-scope',
  'writes-not-configured',
  'store-unavailable',
  'store-full',
] as const;
const READ_PROBLEMS = [
  'article-not-found',
  'article-deleted',
  'unauthorized',
  'insufficient-scope',
  'precondition-failed',
  'invalid-parameter',
  'rate-limited',
  'store-unavailable',
] as const;
export const MOVED = 'The article has another slug now.';

export const articleOperations: PathOperations = {
  '/v1/articles': {
    route: '/v1/articles',
    operations: {
      GET: {
        id: 'listArticles',
        tag: 'articles',
        summary: 'List articles',
        description:
          'Published articles, newest first, without their bodies. Cursors stay right while articles come and go. With `search` the best first, in one page: words in the title count most, and what is not public of an article is found with a token alone.',
        scope: 'read',
        query: listParametersSchema(),
        notes: {
          limit: 'How many articles, at most.',
          cursor: 'Where to go on: `page.next` or `page.previous` of an earlier answer.',
          tag: 'Only articles with this tag.',
          language: 'Only articles in this language (BCP 47); `de` finds `de-AT` too.',
          search:
            'Words that an article has to hold, all of them, or their beginnings. Case and diacritics do not count. Not together with `cursor`.',
        },
        examples: { search: 'harbour brid', limit: '5', tag: 'News', language: 'en' },
        conditions: ['If-None-Match'],
        success: {
          200: {
            description: 'One page of the list.',
            headers: ['ETag', 'Link'],
            content: { [JSON_MEDIA]: { schema: 'ArticleList' } },
          },
        },
        problems: [
          'invalid-parameter',
          'unauthorized',
          'insufficient-scope',
          'precondition-failed',
          'rate-limited',
          'store-unavailable',
        ],
      },
    },
  },
  '/v1/articles/{slug}': {
    route: '/v1/articles/:slug',
    operations: {
      GET: {
        id: 'readArticle',
        tag: 'articles',
        summary: 'Read an article',
        description:
          'Without a token the copy near the reader; with one the truth, drafts included. Where only the summary is public, `html` and `text` are null.',
        scope: 'read',
        conditions: ['If-None-Match'],
        success: {
          200: {
            description: 'The article.',
            headers: ['ETag', 'Link', 'Content-Language'],
            content: { [JSON_MEDIA]: { schema: 'Article' } },
          },
        },
        redirects: { 308: MOVED },
        problems: READ_PROBLEMS,
      },
      PUT: {
        id: 'publishArticle',
        tag: 'articles',
        summary: 'Create or replace an article',
        description: `Replaces whole, but \`publishedAt\`, \`language\`, \`summaryEnabled\`, \`access\`, \`status\` and \`aliases\` keep their value when they are left out. Sending what is stored, or what a GET gave, changes nothing and succeeds, so a retry is safe. Over a different article it needs \`If-Match\`, or an \`updatedAt\` later than the stored one. ${BODY_LIMITS} ${STORED_LIMIT}`,
        scope: 'write',
        conditions: ['If-Match', 'If-None-Match'],
        body: {
          [JSON_MEDIA]: {
            schema: 'ArticleInput',
            examples: {
              markdown: {
                summary: 'Markdown',
                value: {
                  title: 'Harbour bridge to close for repairs',
                  markdown:
                    'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.\n\nBuses will run on the old road until the autumn.',
                  byline: 'A. Writer',
                  publishedAt: '2026-04-20T06:00:00Z',
                  tags: ['News'],
                },
              },
              html: {
                summary: 'HTML with the address of the page, whose summary alone is public',
                value: {
                  title: 'Harbour bridge to close for repairs',
                  url: 'https://news.example/harbour-bridge',
                  html: '<p>The harbour bridge will close on 3 May.</p><p>Engineers found cracks in two of its piers.</p>',
                  updatedAt: '2100-01-01T00:00:00Z',
                },
              },
            },
          },
        },
        success: {
          200: {
            description: 'Replaced, or equal to what is stored.',
            headers: ['ETag'],
            content: { [JSON_MEDIA]: { schema: 'Article' } },
          },
          201: {
            description: 'Created.',
            headers: ['ETag', 'Location'],
            content: { [JSON_MEDIA]: { schema: 'Article' } },
          },
        },
        problems: [
          ...WRITE_PROBLEMS,
          'malformed-body',
          'invalid-body',
          'invalid-parameter',
          'nested-too-deeply',
          'too-many-elements',
          'older-than-stored',
          'url-taken',
          'stronger-source',
          'precondition-failed',
          'precondition-required',
          'body-too-large',
          'article-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
        ],
      },
      DELETE: {
        id: 'deleteArticle',
        tag: 'articles',
        summary: 'Remove an article',
        description: 'Later reads answer 410. The slug goes on counting revisions if it is used again.',
        scope: 'write',
        conditions: ['If-Match', 'If-None-Match'],
        success: { 204: { description: 'Removed.' } },
        problems: [
          ...WRITE_PROBLEMS,
          'article-not-found',
          'invalid-parameter',
          'precondition-failed',
          'precondition-required',
        ],
      },
    },
  },
};
export { READ_PROBLEMS, WRITE_PROBLEMS };
