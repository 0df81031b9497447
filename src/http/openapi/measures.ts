import { JSON_MEDIA } from '../answer.ts';
import { measureParametersSchema } from '../routes/measures.ts';
import { WRITE_PROBLEMS } from './articles.ts';
import type { PathOperations } from './operation.ts';

/** What readers do with the box. */
export const measureOperations: PathOperations = {
  '/v1/events': {
    route: '/v1/events',
    operations: {
      POST: {
        id: 'countEvents',
        tag: 'measures',
        summary: 'Count what a reader did',
        description:
          'Sent by the file `standfirst.measure.js` alone. Nothing of the reader is kept: no address, identifier, user agent or time. Not counted where `Sec-GPC` or `DNT` says so, nor for a page that leads to no article.',
        body: {
          [JSON_MEDIA]: {
            schema: 'Event',
            examples: {
              opened: {
                summary: 'The box was seen and opened',
                value: {
                  url: 'https://standfirst.test/articles/harbour-bridge',
                  place: 'top',
                  events: ['seen', 'opened'],
                },
              },
            },
          },
        },
        success: { 204: { description: 'Taken.' } },
        problems: [
          'malformed-body',
          'invalid-body',
          'invalid-parameter',
          'body-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
          'site-not-registered',
        ],
      },
    },
  },
  '/v1/measures': {
    route: '/v1/measures',
    operations: {
      GET: {
        id: 'readMeasures',
        tag: 'measures',
        summary: 'Read what was counted',
        description:
          'One line for each day, article (those opened most often first), place of the box or method; at most 1,000.',
        scope: 'read',
        needsToken: true,
        query: measureParametersSchema(),
        notes: {
          from: 'First day (UTC).',
          to: 'Last day, counted in.',
          slug: 'Of this article alone.',
          by: 'What the lines stand for.',
          format: '`json`, or `csv` (RFC 4180).',
        },
        examples: { from: '2026-11-01', to: '2026-11-30', by: 'article' },
        success: {
          200: {
            description: 'What was counted.',
            content: {
              [JSON_MEDIA]: { schema: 'Measures' },
              'text/csv': { schema: 'text' },
            },
          },
        },
        problems: [...WRITE_PROBLEMS, 'invalid-parameter'],
      },
    },
  },
};
