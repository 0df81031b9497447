import { JSON_MEDIA } from '../answer.ts';
import { historyParametersSchema, queueParametersSchema } from '../routes/reviews.ts';
import { WRITE_PROBLEMS } from './articles.ts';
import type { PathOperations, Success } from './operation.ts';

const PROBLEMS_OF_DESK = [...WRITE_PROBLEMS, 'invalid-parameter'] as const;
const PROBLEMS_OF_BODY = [
  'malformed-body',
  'invalid-body',
  'body-too-large',
  'unsupported-media-type',
  'unsupported-content-coding',
] as const;

const REVIEW: Readonly<Record<number, Success>> = {
  200: {
    description: 'The summary as it is now.',
    headers: ['ETag'],
    content: { [JSON_MEDIA]: { schema: 'Review' } },
  },
};

const RULES: Readonly<Record<number, Success>> = {
  200: {
    description: 'The rules as they are now.',
    headers: ['ETag'],
    content: { [JSON_MEDIA]: { schema: 'Rules' } },
  },
};

const DECISIONS = {
  approve: { summary: 'The sentences are right as they are', value: { decision: 'approve' } },
  edit: {
    summary: 'Sentences of the editor’s',
    value: { decision: 'edit', sentences: ['The harbour bridge closes for the summer.'] },
  },
  correct: {
    summary: 'A public note',
    value: { decision: 'correct', text: 'An earlier summary gave another date.' },
  },
  return: { summary: 'Back to the engine’s choice', value: { decision: 'return' } },
  'switch-off': { summary: 'Show no summary', value: { decision: 'switch-off' } },
  'switch-on': { summary: 'Show it again', value: { decision: 'switch-on' } },
  restore: {
    summary: 'As it was before an entry of the history',
    value: { decision: 'restore', entry: 1, side: 'before' },
  },
};

/** What editors see and decide. */
export const reviewOperations: PathOperations = {
  '/v1/articles/{slug}/review': {
    route: '/v1/articles/:slug/review',
    operations: {
      GET: {
        id: 'readReview',
        tag: 'desk',
        summary: 'See a summary as an editor',
        description:
          'Its state, its sentences with what the article does not hold of them, what the engine would choose, and what a model wrote.',
        scope: 'edit',
        conditions: ['If-None-Match'],
        success: REVIEW,
        redirects: { 308: 'The article has another slug now.' },
        problems: [...PROBLEMS_OF_DESK, 'article-not-found', 'article-deleted', 'precondition-failed'],
      },
      POST: {
        id: 'decideSummary',
        tag: 'desk',
        summary: 'Decide on a summary',
        description:
          'Each decision counts as a revision and is a line of the history; one for what stands already changes nothing. `accept` shows what a model wrote, where `GET` tells of a proposal. Where somebody was quicker, 412: read what stands now, and decide again.',
        scope: 'edit',
        conditions: ['If-Match', 'If-None-Match'],
        body: { [JSON_MEDIA]: { schema: 'Decision', examples: DECISIONS } },
        success: REVIEW,
        problems: [
          ...PROBLEMS_OF_DESK,
          ...PROBLEMS_OF_BODY,
          'article-not-found',
          'entry-not-found',
          'proposal-not-found',
          'article-too-large',
          'precondition-failed',
          'precondition-required',
        ],
      },
    },
  },
  '/v1/articles/{slug}/preview': {
    route: '/v1/articles/:slug/preview',
    operations: {
      POST: {
        id: 'previewSummary',
        tag: 'desk',
        summary: 'See words as readers would get them',
        description:
          'The summary in each length, were these sentences saved, and what the article does not hold of them. Stores nothing.',
        scope: 'edit',
        body: {
          [JSON_MEDIA]: {
            schema: 'PreviewRequest',
            examples: {
              words: {
                summary: 'Sentences of the editor’s',
                value: { sentences: ['The harbour bridge closes for the summer.'] },
              },
              automatic: { summary: 'What the engine would choose', value: {} },
            },
          },
        },
        success: {
          200: { description: 'The preview.', content: { [JSON_MEDIA]: { schema: 'Preview' } } },
        },
        redirects: { 308: 'The article has another slug now.' },
        problems: [
          ...PROBLEMS_OF_DESK,
          ...PROBLEMS_OF_BODY,
          'article-not-found',
          'article-deleted',
          'nothing-to-summarise',
        ],
      },
    },
  },
  '/v1/articles/{slug}/history': {
    route: '/v1/articles/:slug/history',
    operations: {
      GET: {
        id: 'readHistory',
        tag: 'desk',
        summary: 'Read the history of a summary',
        description:
          'Who decided what and when, the newest first, from what to what. Gone with the article when it is removed.',
        scope: 'edit',
        query: historyParametersSchema(),
        notes: { limit: 'How many entries, at most.', before: 'Only entries with a lower number.' },
        examples: { limit: '5', before: '3' },
        success: { 200: { description: 'One page.', content: { [JSON_MEDIA]: { schema: 'History' } } } },
        problems: [...PROBLEMS_OF_DESK, 'article-not-found'],
      },
    },
  },
  '/v1/queue': {
    route: '/v1/queue',
    operations: {
      GET: {
        id: 'readQueue',
        tag: 'desk',
        summary: 'See what is at the desk',
        description:
          'Every article with the state of its summary, newest first; with `search` the best first, in one page.',
        scope: 'edit',
        query: queueParametersSchema(),
        notes: {
          state: 'Only summaries in this state.',
          search: 'Words that an article has to hold, or their beginnings. Not together with `cursor`.',
          tag: 'Only articles with this tag.',
          limit: 'How many articles, at most.',
          cursor: 'Where to go on: `page.next` or `page.previous` of an earlier answer.',
        },
        examples: { state: 'automatic', search: 'bridge', tag: 'News', limit: '10' },
        success: { 200: { description: 'One page.', content: { [JSON_MEDIA]: { schema: 'Queue' } } } },
        problems: PROBLEMS_OF_DESK,
      },
      POST: {
        id: 'approveSummaries',
        tag: 'desk',
        summary: 'Approve several summaries',
        description:
          'Each by itself, as it stood at the revision that is named; what was changed since is left alone.',
        scope: 'edit',
        body: {
          [JSON_MEDIA]: {
            schema: 'Approvals',
            examples: {
              one: { summary: 'One', value: { articles: [{ slug: 'harbour-bridge', revision: 1 }] } },
            },
          },
        },
        success: {
          200: {
            description: 'What became of each.',
            content: { [JSON_MEDIA]: { schema: 'ApprovalOutcomes' } },
          },
        },
        problems: [...PROBLEMS_OF_DESK, ...PROBLEMS_OF_BODY],
      },
    },
  },
  '/v1/rules': {
    route: '/v1/rules',
    operations: {
      GET: {
        id: 'readRules',
        tag: 'desk',
        summary: 'Read the rules by tag',
        description:
          'How summaries of a tag’s articles are shown: `review`, not before an editor has written or approved what stands; `off`, not otherwise either, and nothing waits at the desk. Tags that are not listed are `automatic`. Of several tags the strictest rule holds.',
        scope: 'edit',
        conditions: ['If-None-Match'],
        success: RULES,
        problems: [...PROBLEMS_OF_DESK, 'precondition-failed'],
      },
      POST: {
        id: 'setRule',
        tag: 'desk',
        summary: 'Set the rule of a tag',
        description:
          'A line of the history; a rule that stands already changes nothing. The articles follow within moments. Where somebody was quicker, 412.',
        scope: 'edit',
        conditions: ['If-Match'],
        body: {
          [JSON_MEDIA]: {
            schema: 'TagRule',
            examples: {
              review: {
                summary: 'Not before an editor has approved',
                value: { tag: 'News', rule: 'review' },
              },
              automatic: { summary: 'No rule', value: { tag: 'News', rule: 'automatic' } },
            },
          },
        },
        success: RULES,
        problems: [...PROBLEMS_OF_DESK, ...PROBLEMS_OF_BODY, 'precondition-failed', 'precondition-required'],
      },
    },
  },
  '/v1/rules/history': {
    route: '/v1/rules/history',
    operations: {
      GET: {
        id: 'readRuleHistory',
        tag: 'desk',
        summary: 'Read the history of the rules',
        description: 'Who set which rule and when, the newest first, from what to what.',
        scope: 'edit',
        query: historyParametersSchema(),
        notes: { limit: 'How many entries, at most.', before: 'Only entries with a lower number.' },
        examples: { limit: '5', before: '3' },
        success: { 200: { description: 'One page.', content: { [JSON_MEDIA]: { schema: 'RuleHistory' } } } },
        problems: PROBLEMS_OF_DESK,
      },
    },
  },
};
