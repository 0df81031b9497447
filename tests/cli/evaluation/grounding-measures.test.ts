import { describe, expect, it } from 'vitest';
import { makeHarmless, makeWrong } from '../../../src/cli/evaluation/grounding/edits.ts';
import {
  areaUnderCurve,
  balancedAccuracy,
  bestThreshold,
  passWhenCaught,
} from '../../../src/cli/evaluation/grounding/measures.ts';

const scored = [
  { score: 0.9, consistent: true },
  { score: 0.8, consistent: false },
  { score: 0.7, consistent: true },
  { score: 0.2, consistent: false },
];

describe('measures of the gate', () => {
  it('balanced accuracy is the mean of both shares', () => {
    expect(balancedAccuracy(scored, 0.7)).toBe(0.75);
    expect(balancedAccuracy(scored, 0.85)).toBe(0.75);
  });

  it('the best threshold has the best balanced accuracy', () => {
    expect(balancedAccuracy(scored, bestThreshold([scored]))).toBe(0.75);
  });

  it('the best threshold hears every group alike, however large', () => {
    const group = (size: number, right: number, wrong: number) =>
      Array.from({ length: 2 * size }, (_, at) =>
        at % 2 === 0 ? { score: right, consistent: true } : { score: wrong, consistent: false },
      );
    // The large group asks for more than 0.5, the two small ones for more than 0.1 and at most 0.3.
    const groups = [group(50, 0.6, 0.5), group(2, 0.3, 0.1), group(2, 0.3, 0.1)];
    expect(bestThreshold(groups)).toBe(0.3);
    expect(bestThreshold([groups.flat()])).toBe(0.6);
  });

  it('the area is the chance that a consistent one has the higher score, ties by half', () => {
    expect(areaUnderCurve(scored)).toBe(0.75);
    expect(areaUnderCurve(scored.map(({ consistent }) => ({ score: 1, consistent })))).toBe(0.5);
  });

  it('what passes is counted where as many are caught', () => {
    expect(passWhenCaught(scored, 0.5)).toBe(1);
    expect(passWhenCaught(scored, 1)).toBe(0.5);
  });
});

describe('edits by rule', () => {
  const names = ['Brandt', 'Holm'];

  it('change one thing at a time', () => {
    const edits = makeWrong('Then Holm was sure that 12 boats left on Monday.', names);
    expect(edits.map(({ kind }) => kind).sort()).toEqual(['date', 'name', 'negation added', 'number']);
    expect(edits.map(({ text }) => text)).toContain('Then Brandt was sure that 12 boats left on Monday.');
  });

  it('take a negation out where there is one', () => {
    expect(makeWrong('It will not open.', names)).toEqual([
      { kind: 'negation dropped', text: 'It will open.' },
    ]);
  });

  it('leave the meaning alone where they are harmless', () => {
    expect(makeHarmless('But it was “shut”.').map(({ text }) => text)).toEqual([
      'But it was “shut”.',
      'But it was "shut".',
      'It was “shut”.',
    ]);
  });
});
