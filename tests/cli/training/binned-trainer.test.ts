import { describe, expect, it } from 'vitest';
import { type TrainingItems, trainBinned } from '../../../src/cli/training/binned-trainer.ts';
import { Arena } from '../../../src/core/summarizer/memory/arena.ts';
import { BinnedModel, type BinnedTables } from '../../../src/core/summarizer/model/binned-model.ts';

const FEATURES = 3;

/** Label 1 where the first number is high and the second is low; the third says nothing. */
function makeItems(count: number): TrainingItems {
  const codes = new Int32Array(count * FEATURES);
  const labels = new Uint8Array(count);
  for (let item = 0; item < count; item += 1) {
    const [a, b] = [(item * 7) % 10, (item * 3) % 11];
    [a, b, item % 5].forEach((code, feature) => {
      codes[feature * count + item] = code;
    });
    labels[item] = a >= 5 && b < 6 ? 1 : 0;
  }
  return { columns: { codes, count }, labels, weights: new Float32Array(count).fill(1) };
}

const scoreAll = (tables: BinnedTables, { columns }: TrainingItems): Int32Array =>
  new BinnedModel(tables).score(columns, new Arena(0));

const plan = { crosses: [[0, 1]] as const, bins: 8, epochs: 6, rate: 0.1, seed: 3 };
const items = makeItems(4000);

describe('trainBinned', () => {
  it('learns a rule that takes two features together', () => {
    const odds = scoreAll(trainBinned(items, FEATURES, plan).tables, items);
    const right = items.labels.filter((label, item) => (odds[item] as number) > 0 === (label === 1)).length;
    expect(right / items.labels.length).toBeGreaterThan(0.99);
  });

  it('gives the same tables from the same seed, byte for byte, and others from another', () => {
    const stored = (seed: number) => JSON.stringify(trainBinned(items, FEATURES, { ...plan, seed }).tables);
    expect(stored(3)).toBe(stored(3));
    expect(stored(4)).not.toBe(stored(3));
  });

  it('stores whole numbers alone, so that every engine adds them up alike', () => {
    const { bias, cuts, weights } = trainBinned(items, FEATURES, plan).tables;
    expect([bias, ...cuts.flat(), ...weights].every(Number.isInteger)).toBe(true);
  });

  it('learns nothing of a feature that never varies', () => {
    const { columns, ...rest } = makeItems(500);
    columns.codes.fill(7, 0, columns.count);
    const { tables } = trainBinned({ columns, ...rest }, FEATURES, { ...plan, crosses: [] });
    expect(tables.cuts[0]).toEqual([]);
    expect(tables.weights[0]).toBe(0);
  });
});
