import { backupQuerySchema } from '../../core/catalogue/backup-record.ts';
import { JSON_MEDIA } from '../answer.ts';
import { refreshQuerySchema } from '../routes/records.ts';
import { WRITE_PROBLEMS } from './articles.ts';
import type { PathOperations } from './operation.ts';

const PROBLEMS_OF_UPKEEP = [...WRITE_PROBLEMS, 'invalid-parameter'] as const;

const TOMBSTONE = { state: 'deleted', slug: 'harbour-bridge', revision: 2_000_000, movedTo: null };

/** What `npm run backup`, `restore` and `reproject` call. */
export const upkeepOperations: PathOperations = {
  '/v1/status': {
    route: '/v1/status',
    operations: {
      GET: {
        id: 'status',
        tag: 'service',
        summary: 'State of the store',
        description:
          'What is stored, what waits to be copied, what failed. Needs a token with the scope `read`.',
        scope: 'read',
        needsToken: true,
        success: { 200: { description: 'The state.', content: { [JSON_MEDIA]: { schema: 'Status' } } } },
        problems: PROBLEMS_OF_UPKEEP,
      },
    },
  },
  '/v1/records': {
    route: '/v1/records',
    operations: {
      GET: {
        id: 'readRecords',
        tag: 'service',
        summary: 'Back up',
        description: 'Everything that people decided, in order of slug. Needs a token with the scope `read`.',
        scope: 'read',
        needsToken: true,
        query: backupQuerySchema(),
        notes: { after: 'Slug of the last record received.', limit: 'How many records, at most.' },
        examples: { after: 'harbour-bridge', limit: '10' },
        success: { 200: { description: 'One page.', content: { [JSON_MEDIA]: { schema: 'RecordPage' } } } },
        problems: PROBLEMS_OF_UPKEEP,
      },
      POST: {
        id: 'restoreRecords',
        tag: 'service',
        summary: 'Restore records of a backup',
        description:
          'Up to 100 in one call, each exactly as it was, revision included, unless something newer stands there. One outcome for each, in order: what is wrong with one holds up none of the others. Repeating it changes nothing.',
        scope: 'write',
        body: {
          [JSON_MEDIA]: {
            schema: 'BackupBatch',
            examples: {
              tombstone: {
                summary: 'A deleted article',
                value: { records: [{ ...TOMBSTONE, slug: 'old-harbour-bridge' }] },
              },
            },
          },
        },
        success: {
          200: {
            description: 'What became of each.',
            content: { [JSON_MEDIA]: { schema: 'Restorations' } },
          },
        },
        problems: [
          ...PROBLEMS_OF_UPKEEP,
          'malformed-body',
          'invalid-body',
          'body-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
        ],
      },
    },
  },
  '/v1/records/{slug}': {
    route: '/v1/records/:slug',
    operations: {
      PUT: {
        id: 'restoreRecord',
        tag: 'service',
        summary: 'Restore one record of a backup',
        description:
          'Exactly as it was, revision included, unless something newer stands there. Repeating it changes nothing.',
        scope: 'write',
        body: {
          [JSON_MEDIA]: {
            schema: 'BackupRecord',
            examples: {
              tombstone: {
                summary: 'A deleted article',
                value: TOMBSTONE,
              },
            },
          },
        },
        success: { 200: { description: 'As it was.', content: { [JSON_MEDIA]: { schema: 'Restoration' } } } },
        problems: [
          ...PROBLEMS_OF_UPKEEP,
          'malformed-body',
          'invalid-body',
          'nested-too-deeply',
          'too-many-elements',
          'url-taken',
          'precondition-failed',
          'body-too-large',
          'article-too-large',
          'unsupported-media-type',
          'unsupported-content-coding',
        ],
      },
    },
  },
  '/v1/reprojections': {
    route: '/v1/reprojections',
    operations: {
      POST: {
        id: 'refreshCopies',
        tag: 'service',
        summary: 'Rewrite read copies',
        description:
          'Ranks a page of articles anew with this engine and has their copies written; revisions stay.',
        scope: 'write',
        query: refreshQuerySchema(),
        notes: { after: '`next` of the call before.', limit: 'How many articles to rank, at most.' },
        examples: { after: 'harbour-bridge', limit: '2' },
        success: {
          200: { description: 'What was done.', content: { [JSON_MEDIA]: { schema: 'Refreshment' } } },
        },
        problems: PROBLEMS_OF_UPKEEP,
      },
    },
  },
};
