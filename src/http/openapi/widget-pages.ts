import { JSON_MEDIA } from '../answer.ts';
import {
  demoSummarySchema,
  summaryPageByUrlSchema,
  summaryPageSchema,
} from '../routes/summary-parameters.ts';
import { MOVED } from './articles.ts';
import { PAGE_PROBLEMS } from './ingestion.ts';
import type { Operation, PathOperations } from './operation.ts';

const SUMMARY_PROBLEMS = [
  'summary-disabled',
  'nothing-to-summarise',
  'rate-limited',
  'store-unavailable',
  'precondition-failed',
] as const satisfies Operation['problems'];

function page(id: string, summary: string, description: string, more: Partial<Operation> = {}): Operation {
  return {
    id,
    tag: 'pages',
    summary,
    description,
    conditions: ['If-None-Match'],
    success: {
      200: { description: `${summary}.`, headers: ['ETag'], content: { 'text/html': { schema: 'text' } } },
    },
    problems: ['precondition-failed'],
    ...more,
  };
}

const PAGE_URL = { url: 'Address of the page, absolute, http or https.' };
const DEMO_NOTES = {
  labels: 'BCP 47 tag of the language that label texts are wanted in.',
  query: 'A question: the sentences that answer it, or the warning `no-answer`.',
};
const DEMO_EXAMPLES = { length: 'medium', labels: 'de' };
const HOSTED =
  'Works without JavaScript. Unknown parameters are ignored, and a length that there is not means `short`.';

/** Pages around the widget: the hosted summary, the configurator, the demonstrations. */
export const widgetPageOperations: PathOperations = {
  '/s': {
    route: '/s',
    operations: {
      GET: page('summaryPageByUrl', 'The summary of a page, as a page', HOSTED, {
        query: summaryPageByUrlSchema(),
        notes: PAGE_URL,
        examples: { url: 'https://news.example/harbour-bridge', length: 'medium' },
        redirects: { 308: MOVED },
        problems: [...PAGE_PROBLEMS, 'article-not-found', 'article-deleted', ...SUMMARY_PROBLEMS],
      }),
    },
  },
  '/articles/{slug}/summary': {
    route: '/articles/:slug/summary',
    operations: {
      GET: page('summaryPage', 'The summary of an article, as a page', HOSTED, {
        query: summaryPageSchema(),
        examples: { length: 'medium' },
        redirects: { 308: MOVED },
        problems: ['article-not-found', 'article-deleted', ...SUMMARY_PROBLEMS],
      }),
    },
  },
  '/embed': {
    route: '/embed',
    operations: { GET: page('embed', 'Configurator of the widget', 'Writes the snippet for your pages.') },
  },
  '/demo': {
    route: '/demo',
    operations: { GET: page('demoIndex', 'Configurator of the widget', 'The same as `/embed`.') },
  },
  '/demo/{name}': {
    route: '/demo/:name',
    operations: {
      GET: page(
        'demo',
        'The widget on a page of another kind',
        'Hostile styles, strict policies, right to left.',
        {
          problems: ['route-not-found', 'precondition-failed'],
        },
      ),
    },
  },
  '/demo/{language}/s': {
    route: '/demo/:language/s',
    operations: {
      GET: page('demoSummaryPage', 'The hosted summary of a demonstration', 'As `/s`.', {
        query: demoSummarySchema(),
        notes: DEMO_NOTES,
        examples: DEMO_EXAMPLES,
        problems: ['route-not-found', 'precondition-failed'],
      }),
    },
  },
  '/demo/{language}/v1/summary': {
    route: '/demo/:language/v1/summary',
    operations: {
      GET: page(
        'demoSummary',
        'The summary of a demonstration',
        'As `/v1/summary`, as far as it has its parameters.',
        {
          query: demoSummarySchema(),
          notes: DEMO_NOTES,
          examples: DEMO_EXAMPLES,
          success: {
            200: {
              description: 'The summary.',
              headers: ['ETag'],
              content: { [JSON_MEDIA]: { schema: 'Summary' } },
            },
          },
          problems: ['route-not-found', 'precondition-failed'],
        },
      ),
    },
  },
};
