import { summaryOptionsSchema } from '../../core/summary/summary-options.ts';
import { JSON_MEDIA } from '../answer.ts';
import { injectionQuerySchema } from '../routes/injection.ts';
import { byUrlSchema, rawBodyQuerySchema } from '../routes/summary-parameters.ts';
import { MOVED, READ_PROBLEMS, WRITE_PROBLEMS } from './articles.ts';
import { BODY_LIMITS } from './body-limits.ts';
import { PAGE_PROBLEMS } from './ingestion.ts';
import { OPTION_NOTES, SENT_TEXT_NOTES } from './notes/summary-notes.ts';
import type { Content, Operation, PathOperations } from './operation.ts';

const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers. Buses will run on the old road until the autumn. A new bridge would cost 90 million.';

/** A summary in each of its formats. */
const SUMMARY_CONTENT: Readonly<Record<string, Content>> = {
  [JSON_MEDIA]: { schema: 'Summary' },
  'text/plain': { schema: 'text' },
  'text/markdown': { schema: 'text' },
  'text/html': { schema: 'text' },
};

const SUMMARY: Operation['success'] = {
  200: {
    description: 'The summary.',
    headers: ['ETag', 'Link', 'Content-Language'],
    content: SUMMARY_CONTENT,
  },
};

const OPTION_EXAMPLES = {
  type: 'tldr',
  length: 'medium',
  sentences: '2',
  query: 'When does the bridge close?',
  order: 'rank',
  avoid: 'quotes,questions',
  include: 'stats,keywords',
  labels: 'de',
  source: 'extractive',
  format: 'plain-text',
};

/** A JSON body holds the options itself. */
const RAW_BODY_NOTES = Object.fromEntries(
  Object.entries({ ...SENT_TEXT_NOTES, ...OPTION_NOTES })
    .filter(([name]) => name !== 'description') // A member of a JSON body alone.
    .map(([name, note]) => [name, `${note} Only with a raw body.`]),
);

const SUMMARY_PROBLEMS = ['summary-disabled', 'nothing-to-summarise', 'token-required'] as const;

export const summaryOperations: PathOperations = {
  '/v1/articles/{slug}/summary': {
    route: '/v1/articles/:slug/summary',
    operations: {
      GET: {
        id: 'readSummary',
        tag: 'summaries',
        summary: 'Summarise an article',
        description:
          'The same article, options and engine version give the same bytes. `length` and `sentences` exclude each other.',
        scope: 'read',
        query: summaryOptionsSchema(),
        notes: OPTION_NOTES,
        examples: OPTION_EXAMPLES,
        conditions: ['If-None-Match'],
        success: SUMMARY,
        redirects: { 308: MOVED },
        problems: [...READ_PROBLEMS, ...SUMMARY_PROBLEMS],
      },
      PUT: {
        id: 'overrideSummary',
        tag: 'summaries',
        summary: 'Put an editor’s word in place of the engine’s',
        description:
          '`sentences` answers every type and length, cut to the first n. `exclude` bars sentences, also in later revisions. Counts as a revision.',
        scope: 'edit',
        conditions: ['If-Match', 'If-None-Match'],
        body: {
          [JSON_MEDIA]: {
            schema: 'OverrideInput',
            examples: {
              sentences: {
                summary: 'Sentences of the editor’s',
                value: { sentences: ['The harbour bridge closes for the summer.'], editor: 'Night desk' },
              },
              exclude: {
                summary: 'A sentence that must not be chosen',
                value: { exclude: ['A new bridge would cost 90 million.'] },
              },
            },
          },
        },
        success: {
          200: {
            description: 'The summary as it is now.',
            headers: ['ETag', 'Content-Language'],
            content: { [JSON_MEDIA]: { schema: 'Summary' } },
          },
        },
        problems: [
          ...WRITE_PROBLEMS,
          'article-not-found',
          'nothing-to-summarise',
          'malformed-body',
          'invalid-body',
          'invalid-parameter',
          'precondition-failed',
          'precondition-required',
          'body-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
        ],
      },
      DELETE: {
        id: 'restoreSummary',
        tag: 'summaries',
        summary: 'Return the summary to the engine',
        description: 'Counts as a revision.',
        scope: 'edit',
        conditions: ['If-Match', 'If-None-Match'],
        success: { 204: { description: 'The engine’s again.' } },
        problems: [
          ...WRITE_PROBLEMS,
          'article-not-found',
          'override-not-found',
          'invalid-parameter',
          'precondition-failed',
          'precondition-required',
        ],
      },
    },
  },
  '/v1/summary': {
    route: '/v1/summary',
    operations: {
      GET: {
        id: 'readSummaryByUrl',
        knowsToken: true,
        tag: 'summaries',
        summary: 'Summarise the article of a page',
        description:
          'What the widget calls: the article whose `url` or alias this is. An unknown page on a host in SITES is read now. Tracking parameters, scheme, fragment and one trailing slash do not count.',
        query: byUrlSchema(),
        notes: { ...OPTION_NOTES, url: 'Address of the page, absolute, http or https.' },
        examples: { url: 'https://news.example/harbour-bridge?utm_source=mail', ...OPTION_EXAMPLES },
        conditions: ['If-None-Match'],
        success: SUMMARY,
        redirects: { 308: MOVED },
        problems: [...READ_PROBLEMS, ...SUMMARY_PROBLEMS, ...PAGE_PROBLEMS],
      },
    },
  },
  '/v1/injection': {
    route: '/v1/injection',
    operations: {
      GET: {
        id: 'readInjection',
        tag: 'summaries',
        summary: 'What a Worker puts into a page of the publisher’s',
        description:
          'Places and markup of the boxes, from what is stored: nobody waits for a page to be read. An unknown page on a host in SITES is 404 now and is read behind the answer. Made for the injector of the same release (docs/injection.md).',
        query: injectionQuerySchema(),
        notes: { url: 'Address of the page, absolute, http or https.' },
        examples: { url: 'https://news.example/harbour-bridge' },
        conditions: ['If-None-Match'],
        success: {
          200: {
            description: 'Places and markup.',
            headers: ['ETag', 'Content-Language'],
            content: { [JSON_MEDIA]: { schema: 'Document' } },
          },
        },
        redirects: { 308: MOVED },
        problems: [
          ...READ_PROBLEMS.filter((problem) => problem !== 'unauthorized'),
          'page-not-found',
          'site-not-registered',
          'page-refused',
        ],
      },
    },
  },
  '/v1/summaries': {
    route: '/v1/summaries',
    operations: {
      POST: {
        id: 'summarizeText',
        knowsToken: true,
        tag: 'summaries',
        summary: 'Summarise what is sent',
        description: `Stores nothing. JSON with the options in it, or a raw body with the options in the query. \`article\` and each \`url\` are null; offsets count in the text as we read it. ${BODY_LIMITS}`,
        query: rawBodyQuerySchema(),
        notes: RAW_BODY_NOTES,
        body: {
          [JSON_MEDIA]: {
            schema: 'SummaryRequest',
            examples: {
              text: { summary: 'Plain text', value: { text: TEXT, sentences: 2 } },
              question: {
                summary: 'A question',
                value: { text: TEXT, query: 'What does it cost?', type: 'tldr' },
              },
            },
          },
          'text/plain': { schema: 'text', examples: { text: { summary: 'Plain text', value: TEXT } } },
          'text/markdown': {
            schema: 'text',
            examples: { text: { summary: 'Markdown', value: `## Harbour\n\n${TEXT}` } },
          },
          'text/html': { schema: 'text', examples: { text: { summary: 'HTML', value: `<p>${TEXT}</p>` } } },
        },
        success: {
          200: {
            description: 'The summary.',
            headers: ['Content-Language', 'RateLimit-Policy'],
            content: SUMMARY_CONTENT,
          },
        },
        problems: [
          'malformed-body',
          'unauthorized',
          'anonymous-post-off',
          'summary-disabled',
          'body-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
          'invalid-body',
          'invalid-parameter',
          'nested-too-deeply',
          'too-many-elements',
          'nothing-to-summarise',
          'rate-limited',
        ],
      },
    },
  },
};
