import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel, opensOtherPart } from '../../../../src/core/summarizer/screening/labels.ts';

describe('a label', () => {
  it('is folded as Unicode tells letters, marks and digits from all else', () => {
    const plainly = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} ]+/gu, ' ')
        .trim();
    const unit = fc.oneof(
      fc.constantFrom(' ', ':', '\u00a0', '\u00ad', '\u200c', '\u200d', '𝔸', '\ud800', 'İ', 'é', '7'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        expect(foldLabel(units.join(''))).toBe(plainly(units.join('')));
      }),
    );
  });

  it.each([
    ['ABOUT REUTERS:', true],
    ['About the author', false],
    ['About us all', false],
    ['Notes to editors', true],
    ['From our sponsors –', true],
    ['Corrections', true],
    ['What we know', false],
  ])('%j opens another part: %s', (label, opens) => {
    expect(opensOtherPart(foldLabel(label))).toBe(opens);
  });
});
