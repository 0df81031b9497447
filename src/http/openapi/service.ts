import { JSON_MEDIA } from '../answer.ts';
import type { Operation, PathOperations } from './operation.ts';

const readable: Pick<Operation, 'tag' | 'conditions'> = { tag: 'service', conditions: ['If-None-Match'] };

export const serviceOperations: PathOperations = {
  '/openapi.json': {
    route: '/openapi.json',
    operations: {
      GET: {
        ...readable,
        id: 'openapi',
        summary: 'This document',
        description: 'OpenAPI 3.1, made from the schemas that validate.',
        success: {
          200: {
            description: 'The document.',
            headers: ['ETag'],
            content: { [JSON_MEDIA]: { schema: 'Document' } },
          },
        },
        problems: ['precondition-failed'],
      },
    },
  },
  '/docs': {
    route: '/docs',
    operations: {
      GET: {
        ...readable,
        id: 'docs',
        summary: 'This document to read',
        description: 'Every operation with its parameters, answers and problems.',
        success: {
          200: { description: 'The page.', headers: ['ETag'], content: { 'text/html': { schema: 'text' } } },
        },
        problems: ['precondition-failed'],
      },
    },
  },
  '/problems/{type}': {
    route: '/problems/:type',
    operations: {
      GET: {
        ...readable,
        id: 'problem',
        summary: 'What a problem means',
        description: 'The page that the `type` of every problem document leads to.',
        success: {
          200: { description: 'The page.', headers: ['ETag'], content: { 'text/html': { schema: 'text' } } },
        },
        problems: ['precondition-failed', 'route-not-found'],
      },
    },
  },
  '/health': {
    route: '/health',
    operations: {
      GET: {
        id: 'health',
        tag: 'service',
        summary: 'Whether the settings are well',
        description:
          'Which build answers, and which settings are malformed, or lack a binding that they need.',
        success: {
          200: { description: 'All is well.', content: { [JSON_MEDIA]: { schema: 'Health' } } },
          503: {
            description: 'A setting is malformed, or a binding is missing; it is named.',
            content: { [JSON_MEDIA]: { schema: 'Health' } },
          },
        },
        problems: [],
      },
    },
  },
};
