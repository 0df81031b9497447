import { JSON_MEDIA } from '../answer.ts';
import { extractionQuerySchema } from '../routes/extractions.ts';
import { WRITE_PROBLEMS } from './articles.ts';
import { RAW_PAGE_LIMIT } from './body-limits.ts';
import type { Operation, PathOperations } from './operation.ts';

const PAGE =
  '<html lang="en"><head><title>Harbour bridge to close</title><meta property="og:type" content="article"></head><body><article><h1>Harbour bridge to close</h1><p>The harbour bridge will close on 3 May, the board said on Monday, after divers found cracks in two of its piers.</p><p>Buses will run on the old road until the autumn. A new bridge would cost 90 million, which nobody has promised to pay.</p></article></body></html>';

/** What can go wrong while a page of the publication is read. */
export const PAGE_PROBLEMS = [
  'page-not-found',
  'site-not-registered',
  'page-refused',
  'page-opted-out',
  'not-an-article',
  'page-unavailable',
  'page-timeout',
] as const satisfies Operation['problems'];

const BODY_PROBLEMS = [
  'malformed-body',
  'body-too-large',
  'unsupported-media-type',
  'unsupported-content-coding',
  'invalid-parameter',
] as const satisfies Operation['problems'];

export const ingestionOperations: PathOperations = {
  '/v1/extractions': {
    route: '/v1/extractions',
    operations: {
      POST: {
        id: 'extractArticle',
        knowsToken: true,
        tag: 'service',
        summary: 'Show what would be taken from a page',
        description: `Stores nothing. Send the page as it is, in any encoding that a browser would understand. ${RAW_PAGE_LIMIT}`,
        query: extractionQuerySchema(),
        notes: { url: 'Address of the page: relative links and pictures are read from there.' },
        examples: { url: 'https://news.example/harbour-bridge' },
        body: { 'text/html': { schema: 'text', examples: { page: { summary: 'A page', value: PAGE } } } },
        success: {
          200: {
            description: 'The article of the page.',
            headers: ['RateLimit-Policy'],
            content: { [JSON_MEDIA]: { schema: 'Extraction' } },
          },
        },
        problems: [
          ...BODY_PROBLEMS,
          'nested-too-deeply',
          'too-many-elements',
          'unauthorized',
          'anonymous-post-off',
          'not-an-article',
          'rate-limited',
        ],
      },
    },
  },
  '/v1/ingestions': {
    route: '/v1/ingestions',
    operations: {
      POST: {
        id: 'ingestPage',
        tag: 'service',
        summary: 'Read a page again now',
        description: 'Whatever is remembered of it. The page must be on a host in SITES.',
        scope: 'ingest',
        body: {
          [JSON_MEDIA]: {
            schema: 'IngestionRequest',
            examples: { page: { summary: 'A page', value: { url: 'https://news.example/harbour-bridge' } } },
          },
        },
        success: {
          200: {
            description: 'The article of the page.',
            content: { [JSON_MEDIA]: { schema: 'Ingestion' } },
          },
        },
        problems: [
          ...WRITE_PROBLEMS,
          ...BODY_PROBLEMS,
          ...PAGE_PROBLEMS,
          'nested-too-deeply',
          'too-many-elements',
          'invalid-body',
          'article-deleted',
          'stronger-source',
          'rate-limited',
        ],
      },
    },
  },
};
