import { describe, expect, it } from 'vitest';
import { isSummaryShown, toListEntry, wantsProposal } from '../../../src/core/catalogue/article-record.ts';
import type { AuthoredArticle } from '../../../src/core/catalogue/write-decision.ts';
import { createOverride } from '../../../src/core/summary/override.ts';
import type { Proposal } from '../../../src/core/summary/proposal.ts';
import { decide, summaryStateOf } from '../../../src/core/summary/review.ts';
import { type Rule, strictest } from '../../../src/core/summary/rule.ts';
import { type RecordExtras, renderRecord } from '../../../src/flows/render-record.ts';

const TEXT = 'The bridge will close on 3 May. Engineers found cracks in it. Buses will run until the autumn.';

function recordUnder(
  rule: Rule,
  extras: Partial<RecordExtras> = {},
  members: { summaryEnabled?: boolean } = {},
) {
  const authored: AuthoredArticle = {
    ...{ slug: 'tides', url: null, aliases: [], title: 'Tides', byline: null, description: null },
    publishedAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    language: 'en',
    tags: ['Sea'],
    image: null,
    status: 'published',
    access: 'full',
    source: 'api',
    summaryEnabled: true,
    bodyKind: 'text',
    bodySource: TEXT,
    ...members,
  };
  const rendered = renderRecord(authored, {
    revision: 1,
    formerUrls: [],
    override: null,
    teaserOnly: false,
    ...extras,
  });
  return { ...rendered, rule };
}

const PROPOSAL: Proposal = {
  ...{ of: '', revision: 1, at: '2026-11-01T00:00:00Z', generator: 'model', state: 'shown', reason: null },
  points: [],
  tldr: null,
};
const STALE = { ...createOverride({ sentences: ['It cost 7.'] }, TEXT), stale: true };

describe('of the rules of several tags', () => {
  it.each<[Rule[], Rule]>([
    [[], 'automatic'],
    [['automatic'], 'automatic'],
    [['automatic', 'review'], 'review'],
    [['off', 'review', 'automatic'], 'off'],
  ])('%j the strictest holds: %s', (rules, strict) => {
    expect(strictest(rules)).toBe(strict);
  });
});

describe('a summary', () => {
  const approved = (record: ReturnType<typeof recordUnder>) => {
    const { approval } = decide(record, { decision: 'approve' }, { by: 'Ed', at: '', restored: undefined });
    return { ...record, review: { approval, correction: null } };
  };
  const own = { override: createOverride({ sentences: ['It closes.'] }, TEXT) };
  const excluding = { override: createOverride({ exclude: ['It closes.'] }, TEXT) };

  it.each([
    ['that is automatic', recordUnder('automatic'), 'automatic', true],
    ['that is automatic', recordUnder('review'), 'waiting', false],
    ['that is automatic', recordUnder('off'), 'off', false],
    ['that an editor approved', approved(recordUnder('review')), 'approved', true],
    ['that an editor approved', approved(recordUnder('off')), 'approved', true],
    ['that an editor wrote', recordUnder('review', own), 'edited', true],
    ['that an editor wrote', recordUnder('off', own), 'edited', true],
    ['of which an editor barred a sentence', recordUnder('review', excluding), 'waiting', false],
    [
      'whose words an editor wrote of others',
      { ...recordUnder('review'), override: STALE },
      'waiting',
      false,
    ],
    [
      'that was approved with other sentences',
      { ...approved(recordUnder('review')), digest: recordUnder('review', own).digest },
      'stale',
      true,
    ],
    ['of a model’s', { ...recordUnder('automatic'), proposal: PROPOSAL }, 'generated', true],
    ['of a model’s', { ...recordUnder('review'), proposal: PROPOSAL }, 'waiting', false],
    [
      'of a model’s that an editor approved',
      approved({ ...recordUnder('review'), proposal: PROPOSAL }),
      'approved',
      true,
    ],
    ['that an editor switched off', recordUnder('review', {}, { summaryEnabled: false }), 'off', false],
  ] as const)('%s: with its rule it is in state %#', (_, record, state, isShown) => {
    expect([record.rule, summaryStateOf(record), isSummaryShown(record)]).toEqual([
      record.rule,
      state,
      isShown,
    ]);
    expect(toListEntry(record).summary !== null).toBe(isShown);
  });

  it('is asked of a model where an editor will look at it, and not where it is off', () => {
    expect(['automatic', 'review', 'off'].map((rule) => wantsProposal(recordUnder(rule as Rule)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
