import { describe, expect, it } from 'vitest';
import { createOverride, reviewOverride } from '../../../src/core/summary/override.ts';

const TEXT = 'The bridge will close on 3 May. It cost 4,700,000 crowns.';

describe('an override', () => {
  it.each<[string, string, string, boolean]>([
    ['a sentence of the article that is still there', 'The bridge will close on 3 May.', TEXT, false],
    ['a sentence of the article that has gone', 'The bridge will close on 3 May.', 'It is open.', true],
    ['free words without numbers', 'The bridge closes.', 'It is open.', false],
    ['free words whose number is still there', 'Dear: 4,700,000 crowns.', 'All 4,700,000 are spent.', false],
    ['free words whose number has gone', 'Dear: 4,700,000 crowns.', 'It cost 4,800,000 crowns.', true],
    ['free words with a number that was never there', 'Nine years late.', 'It is open.', false],
  ])('of %s', (_, sentence, later, stale) => {
    const override = createOverride({ sentences: [sentence] }, TEXT);
    expect(reviewOverride(override, TEXT).stale).toBe(false);
    expect(reviewOverride(override, later).stale).toBe(stale);
  });

  it('that was left behind stays so when the words come back: somebody has to look at it', () => {
    const override = createOverride({ sentences: ['The bridge will close on 3 May.'] }, TEXT);
    expect(reviewOverride(reviewOverride(override, 'It is open.'), TEXT).stale).toBe(true);
  });

  it('that only bars sentences never grows stale', () => {
    const override = createOverride({ exclude: ['The bridge will close on 3 May.'] }, TEXT);
    expect(reviewOverride(override, 'It is open.')).toEqual(override);
  });
});
