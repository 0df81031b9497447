import { describe, expect, it } from 'vitest';
import { storeModel, trainBinned } from '../../../src/cli/training/binned-trainer.ts';
import { BinnedModel } from '../../../src/core/summarizer/binned-model.ts';

/** Label 1 where the first number is high and the second is low; the third says nothing. */
function makeRows(count: number) {
  const rows = new Float32Array(count * 3);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const [a, b] = [(row * 7) % 10, (row * 3) % 11];
    rows.set([a, b, row % 5], row * 3);
    labels[row] = a >= 5 && b < 6 ? 1 : 0;
  }
  return { rows, labels, weights: new Float32Array(count).fill(1) };
}

const plan = { crosses: [[0, 1]] as const, bins: 8, epochs: 6, rate: 0.1, seed: 3 };
const data = makeRows(4000);

describe('trainBinned', () => {
  it('learns a rule that takes two features together', () => {
    const { model } = trainBinned(data, 3, plan);
    const odds = model.score(data.rows, data.labels.length);
    const right = data.labels.reduce(
      (sum, label, row) => sum + ((odds[row] as number) > 0 === (label === 1) ? 1 : 0),
      0,
    );
    expect(right / data.labels.length).toBeGreaterThan(0.99);
  });

  it('gives the same model from the same seed, byte for byte', () => {
    const stored = () => JSON.stringify(storeModel(trainBinned(data, 3, plan).model));
    expect(stored()).toBe(stored());
  });

  it('stores a model that scores as it did, within its unit', () => {
    const { model } = trainBinned(data, 3, plan);
    const [before, after] = [model, new BinnedModel(storeModel(model))].map((one) =>
      one.score(data.rows, data.labels.length),
    );
    before?.forEach((odds, row) => {
      expect(Math.abs(odds - (after?.[row] as number))).toBeLessThan(0.03);
    });
  });
});
