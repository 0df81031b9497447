import { expect, it } from 'vitest';
import { summaryOptionsSchema } from '../../../src/core/summary/summary-options.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../../src/core/summary/wanted.ts';

it('asking for nothing in particular is what the schema makes of nothing', () => {
  expect(JSON.stringify(DEFAULT_SUMMARY_OPTIONS)).toBe(JSON.stringify(summaryOptionsSchema().parse({})));
});
