import type { SummaryState } from '../../core/summary/review.ts';

export const STATE_NAMES: Readonly<Record<SummaryState, string>> = {
  automatic: 'Automatic',
  edited: 'Edited',
  approved: 'Approved',
  stale: 'Stale',
  off: 'Off',
};
