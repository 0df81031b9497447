import { BinnedModel, type BinnedTables, WEIGHT_UNIT } from '../../core/summarizer/binned-model.ts';
import { SeededRandom } from './random.ts';

/** Rows to learn from, one after the other. `words`, when given, holds one extra table entry per row, -1 for none. */
export interface TrainingRows {
  rows: Float32Array;
  labels: Uint8Array;
  weights: Float32Array;
  words?: Int32Array;
}

export interface TrainingPlan {
  crosses: readonly (readonly [number, number])[];
  /** Upper limit of bins per feature; cuts are taken at quantiles. */
  bins: number;
  epochs: number;
  rate: number;
  seed: number;
  /** Size of the table that `words` points into. */
  wordCount?: number;
}

/** How many rows the quantiles are read from. */
const QUANTILE_SAMPLE = 150_000;
const REGULARIZATION = 1e-6;
/** Adagrad's start; keeps first steps small. */
const FIRST_SQUARE = 1e-2;

function quantileCuts(values: Float32Array, bins: number): number[] {
  values.sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < bins; bin += 1) {
    const cut = values[Math.floor((bin * values.length) / bins)] as number;
    const before = cuts.at(-1) ?? (values[0] as number);
    if (cut > before) cuts.push(Number(cut.toPrecision(4)));
  }
  return cuts;
}

function findCuts(rows: Float32Array, count: number, width: number, bins: number): number[][] {
  const step = Math.max(1, Math.floor(count / QUANTILE_SAMPLE));
  return Array.from({ length: width }, (_, feature) => {
    const sample = new Float32Array(Math.ceil(count / step));
    for (let at = 0; at < sample.length; at += 1) sample[at] = rows[at * step * width + feature] as number;
    return quantileCuts(sample, bins);
  });
}

/** A model and the weights of the words that have an entry of their own. */
export interface TrainedModel {
  model: BinnedModel;
  words: Float64Array;
}

class Descent {
  readonly #squares: Float64Array;
  readonly #weights: Float64Array;
  readonly #rate: number;

  constructor(weights: Float64Array, rate: number) {
    this.#weights = weights;
    this.#squares = new Float64Array(weights.length).fill(FIRST_SQUARE);
    this.#rate = rate;
  }

  step(at: number, gradient: number): void {
    const slope = gradient + REGULARIZATION * (this.#weights[at] as number);
    this.#squares[at] = (this.#squares[at] as number) + slope * slope;
    this.#weights[at] =
      (this.#weights[at] as number) - (this.#rate * slope) / Math.sqrt(this.#squares[at] as number);
  }
}

function locateAll(model: BinnedModel, rows: Float32Array, count: number): Int32Array {
  const located = new Int32Array(count * model.entries);
  for (let row = 0; row < count; row += 1)
    model.locate(rows, row * model.cuts.length, located, row * model.entries);
  return located;
}

/** Logistic regression on bins by Adagrad (Duchi, Hazan & Singer, JMLR 12, 2011), one row at a time. */
export function trainBinned(data: TrainingRows, width: number, plan: TrainingPlan): TrainedModel {
  const count = data.labels.length;
  const model = new BinnedModel({
    cuts: findCuts(data.rows, count, width, plan.bins),
    crosses: plan.crosses,
  });
  const words = new Float64Array(plan.wordCount ?? 0);
  const located = locateAll(model, data.rows, count);
  const entries = model.entries;
  const [tables, wordTable, bias] = [
    new Descent(model.weights, plan.rate),
    new Descent(words, plan.rate),
    new Float64Array(1),
  ];
  const biasDescent = new Descent(bias, plan.rate);
  const order = Int32Array.from({ length: count }, (_, at) => at);
  const random = new SeededRandom(plan.seed);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    random.shuffle(order);
    for (const row of order) {
      const from = row * entries;
      const word = data.words?.[row] ?? -1;
      let odds = (bias[0] as number) + (words[word] ?? 0);
      for (let at = from; at < from + entries; at += 1)
        odds += model.weights[located[at] as number] as number;
      const gradient =
        (1 / (1 + Math.exp(-odds)) - (data.labels[row] as number)) * (data.weights[row] as number);
      biasDescent.step(0, gradient);
      for (let at = from; at < from + entries; at += 1) tables.step(located[at] as number, gradient);
      if (word >= 0) wordTable.step(word, gradient);
    }
  }
  model.bias = bias[0] as number;
  return { model, words };
}

/** The model as it is stored: weights in whole units, so that the file is small and the same everywhere. */
export function storeModel(model: BinnedModel): BinnedTables {
  return {
    cuts: model.cuts.map((cuts) => [...cuts]),
    crosses: model.crosses,
    bias: Number(model.bias.toFixed(4)),
    weights: Array.from(model.weights, (weight) => Math.round(weight / WEIGHT_UNIT) + 0),
  };
}
