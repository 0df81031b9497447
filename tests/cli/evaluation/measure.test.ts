import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '../../../src/cli/evaluation/bootstrap.ts';
import { isDanglingStart } from '../../../src/cli/evaluation/dangling.ts';
import { measureSummary } from '../../../src/cli/evaluation/measure.ts';
import { lead, textRank } from '../../../src/cli/evaluation/systems.ts';

const TEXT = 'The bridge closes. But she waits. The repair of the bridge costs ten million. He paid.';
const specimen = {
  id: '1',
  language: 'en',
  text: TEXT,
  references: [['The bridge closes.'], ['Repair costs ten million.']],
};

describe('measureSummary', () => {
  it('takes the best of several references', () => {
    expect(measureSummary(specimen, ['The bridge closes.'], 3).rouge1).toBe(100);
  });

  it('cuts the summary to the words of the lead', () => {
    const measured = measureSummary(
      specimen,
      ['The bridge closes.', 'The repair of the bridge costs ten million.'],
      3,
    );
    expect(measured.rouge1AtLeadLength).toBe(100);
    expect(measured.rouge1).toBeLessThan(100);
    expect(measured.words).toBe(11);
  });

  it('counts word triples that come again', () => {
    expect(measureSummary(specimen, ['one two three', 'one two three'], 9).repetition).toBeCloseTo(0.25);
  });
});

describe('isDanglingStart', () => {
  it.each([
    { chosen: ['The bridge closes.', 'But she waits.'], dangling: false },
    { chosen: ['But she waits.'], dangling: true },
    { chosen: ['The bridge closes.', 'He paid.'], dangling: true },
    { chosen: ['The repair of the bridge costs ten million.'], dangling: false },
  ])('says $dangling of $chosen', ({ chosen, dangling }) => {
    expect(isDanglingStart(TEXT, 'en', chosen)).toBe(dangling);
  });
});

describe('systems', () => {
  it('lead takes the opening', async () => {
    expect(await lead.summarize(specimen, 2)).toEqual(['The bridge closes.', 'But she waits.']);
  });

  it('TextRank takes sentences that share words', async () => {
    expect(await textRank.summarize(specimen, 2)).toEqual([
      'The bridge closes.',
      'The repair of the bridge costs ten million.',
    ]);
  });
});

describe('bootstrapMean', () => {
  it('gives the mean inside an interval, the same one each time', () => {
    const values = Array.from({ length: 200 }, (_, at) => at % 10);
    const interval = bootstrapMean(values);
    expect(interval.mean).toBeCloseTo(4.5);
    expect(interval.low).toBeLessThan(4.5);
    expect(interval.high).toBeGreaterThan(4.5);
    expect(bootstrapMean(values)).toEqual(interval);
  });
});
