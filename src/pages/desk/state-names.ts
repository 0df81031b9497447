import type { SummaryState } from '../../core/summary/review.ts';

export const STATE_NAMES: Readonly<Record<SummaryState, string>> = {
  automatic: 'Automatic',
  proposed: 'Proposed by AI',
  generated: 'Written by AI',
  edited: 'Edited',
  approved: 'Approved',
  stale: 'Stale',
  failed: 'AI failed',
  off: 'Off',
};
