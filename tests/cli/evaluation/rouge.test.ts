import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stemWord } from '../../../src/cli/evaluation/porter-stemmer.ts';
import { scoreRouge, tokenizeForRouge } from '../../../src/cli/evaluation/rouge.ts';

const data = process.env.DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const file = `${data}/rouge-1.5.5-reference.jsonl.gz`;

interface Pair {
  candidate: string[];
  reference: string[];
  rouge1: { f: number };
  rouge2: { f: number };
  rougeL: { f: number };
}

function readPairs(): Pair[] | undefined {
  if (!existsSync(file)) {
    console.log(`skipped: no ROUGE pairs at ${file} (the folder is taken from DATA)`);
    return undefined;
  }
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair);
}

const english = (lines: readonly string[]) => lines.map((line) => tokenizeForRouge(line, 'en'));
const pairs = readPairs();

describe('scoreRouge', () => {
  it.skipIf(pairs === undefined)('agrees with the ROUGE-1.5.5 script on every pair and on the mean', () => {
    const gaps = (pairs ?? []).map((pair) => {
      const scores = scoreRouge(english(pair.candidate), english(pair.reference));
      return [
        scores.rouge1.f1 - pair.rouge1.f,
        scores.rouge2.f1 - pair.rouge2.f,
        scores.rougeLsum.f1 - pair.rougeL.f,
      ];
    });
    for (const part of [0, 1, 2]) {
      const column = gaps.map((gap) => gap[part] as number);
      expect(Math.max(...column.map(Math.abs))).toBeLessThan(0.01);
      expect(Math.abs(column.reduce((a, b) => a + b, 0) / column.length)).toBeLessThan(0.0005);
    }
  });

  it.each([
    { candidate: 'the cat sat', reference: 'the cat sat', rouge1: 1, rouge2: 1 },
    { candidate: 'the the the', reference: 'the cat', rouge1: 0.4, rouge2: 0 },
    { candidate: '', reference: 'the cat', rouge1: 0, rouge2: 0 },
    { candidate: 'bridges closing', reference: 'bridge closed', rouge1: 1, rouge2: 1 },
  ])(
    'gives "$candidate" against "$reference" $rouge1 and $rouge2',
    ({ candidate, reference, rouge1, rouge2 }) => {
      const scores = scoreRouge(english([candidate]), english([reference]));
      expect(scores.rouge1.f1).toBeCloseTo(rouge1);
      expect(scores.rouge2.f1).toBeCloseTo(rouge2);
    },
  );

  it('folds Arabic letters that writers use for one another', () => {
    expect(tokenizeForRouge('أحمد إلى مدرسةٍ', 'ar')).toEqual(tokenizeForRouge('احمد الي مدرسه', 'ar'));
  });
});

describe('stemWord', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['conflated', 'conflat'],
    ['hopping', 'hop'],
    ['relational', 'relat'],
    ['triplicate', 'triplic'],
    ['adjustment', 'adjust'],
    ['controlling', 'control'],
    ['sky', 'sky'],
  ])('takes %s to %s, as in Porter 1980', (word, stem) => {
    expect(stemWord(word)).toBe(stem);
  });
});
