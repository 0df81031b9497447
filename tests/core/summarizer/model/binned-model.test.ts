import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena } from '../../../../src/core/summarizer/memory/arena.ts';
import {
  BinnedModel,
  type BinnedTables,
  layOut,
} from '../../../../src/core/summarizer/model/binned-model.ts';

const ITEMS = 5;

/** The log-odds as the tables say them, feature by feature and cross by cross. */
function addUp({ cuts, crosses, bias, weights }: BinnedTables, codes: Int32Array, item: number): number {
  const offsets = layOut({ cuts, crosses });
  const binOf = (feature: number) =>
    (cuts[feature] ?? []).filter((cut) => cut <= (codes[feature * ITEMS + item] as number)).length;
  const singles = cuts.map((own, feature) =>
    own.length === 0 ? 0 : (weights[(offsets[feature] as number) + binOf(feature)] as number),
  );
  const pairs = crosses.map(([left, right], at) => {
    const entry = binOf(left) * ((cuts[right]?.length ?? 0) + 1) + binOf(right);
    return weights[(offsets[cuts.length + at] as number) + entry] as number;
  });
  return [...singles, ...pairs].reduce((sum, weight) => sum + weight, bias);
}

const model = fc
  .record({
    cuts: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    }),
    crosses: fc.subarray([[0, 1] as const, [1, 2] as const, [0, 2] as const]),
    bias: fc.integer({ min: -300, max: 300 }),
  })
  .map((shape) => ({ ...shape, cuts: shape.cuts.map((cuts) => cuts.sort((a, b) => a - b)) }))
  .chain((shape) => {
    const size = layOut(shape).at(-1) as number;
    const weight = fc.integer({ min: -300, max: 300 });
    return fc.record({
      cuts: fc.constant(shape.cuts),
      crosses: fc.constant(shape.crosses),
      bias: fc.constant(shape.bias),
      weights: fc.array(weight, { minLength: size, maxLength: size }),
    });
  });

describe('BinnedModel', () => {
  it('puts a code into the bin of the last cut that it reaches', () => {
    const one = new BinnedModel({ cuts: [[2, 5]], crosses: [], bias: 0, weights: [10, 20, 30] });
    const columns = { codes: Int32Array.of(0, 1, 2, 4, 5, 6, 1_000_000), count: 7 };
    expect([...one.score(columns, new Arena(0))]).toEqual([10, 10, 20, 20, 30, 30, 30]);
  });

  it('adds up what the tables say, however it lays them out', () => {
    const codes = fc.array(fc.nat({ max: 50 }), { minLength: 3 * ITEMS, maxLength: 3 * ITEMS });
    fc.assert(
      fc.property(model, codes, (tables, numbers) => {
        const columns = { codes: Int32Array.from(numbers), count: ITEMS };
        const odds = new BinnedModel(tables).score(columns, new Arena(0));
        for (let item = 0; item < ITEMS; item += 1)
          expect(odds[item]).toBe(addUp(tables, columns.codes, item));
      }),
    );
  });
});
