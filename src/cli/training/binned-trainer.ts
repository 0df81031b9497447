import {
  type BinnedTables,
  binOf,
  type Columns,
  layOut,
  tabulateBins,
  WEIGHT_UNIT,
} from '../../core/summarizer/model/binned-model.ts';
import { SeededRandom } from './random.ts';

/** Items to learn from. `words`, when given, holds one extra table entry per item, -1 for none. */
export interface TrainingItems {
  columns: Columns;
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

/** A model as it is stored, and the weights of the words that have an entry of their own, in its unit. */
export interface TrainedModel {
  tables: BinnedTables;
  words: number[];
}

/** How many items the quantiles are read from. */
const QUANTILE_SAMPLE = 150_000;
const REGULARIZATION = 1e-6;
/** Adagrad's start; keeps first steps small. */
const FIRST_SQUARE = 1e-2;

function quantileCuts(codes: Int32Array, bins: number): number[] {
  codes.sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < bins; bin += 1) {
    const cut = codes[Math.floor((bin * codes.length) / bins)] as number;
    if (cut > (cuts.at(-1) ?? (codes[0] as number))) cuts.push(cut);
  }
  return cuts;
}

function findCuts({ codes, count }: Columns, width: number, bins: number): number[][] {
  const step = Math.max(1, Math.floor(count / QUANTILE_SAMPLE));
  return Array.from({ length: width }, (_, feature) => {
    const sample = new Int32Array(Math.ceil(count / step));
    for (let at = 0; at < sample.length; at += 1) sample[at] = codes[feature * count + at * step] as number;
    return quantileCuts(sample, bins);
  });
}

class Descent {
  readonly weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #rate: number;

  constructor(size: number, rate: number) {
    this.weights = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(FIRST_SQUARE);
    this.#rate = rate;
  }

  step(at: number, gradient: number): void {
    const slope = gradient + REGULARIZATION * (this.weights[at] as number);
    this.#squares[at] = (this.#squares[at] as number) + slope * slope;
    this.weights[at] =
      (this.weights[at] as number) - (this.#rate * slope) / Math.sqrt(this.#squares[at] as number);
  }

  /** The weights as they are stored: whole units, so that the file is small and the same everywhere. */
  store(): number[] {
    return Array.from(this.weights, (weight) => Math.round(weight / WEIGHT_UNIT) + 0);
  }
}

/** Features that vary; another one would be a second bias. */
const varying = (cuts: BinnedTables['cuts']): number[] =>
  Array.from(cuts.keys()).filter((feature) => cuts[feature]?.length !== 0);

/** Table entries of every item, item by item: one per feature that varies, then one per cross. */
function locateEntries(columns: Columns, shape: Pick<BinnedTables, 'cuts' | 'crosses'>): Int32Array {
  const { count } = columns;
  const { cuts, crosses } = shape;
  const offsets = layOut(shape);
  const tables = cuts.map(tabulateBins);
  const features = varying(cuts);
  const width = features.length + crosses.length;
  const entries = new Int32Array(count * width);
  const binAt = (feature: number, item: number) =>
    binOf(tables[feature] as Uint8Array, columns.codes[feature * count + item] as number);
  for (let item = 0; item < count; item += 1) {
    features.forEach((feature, at) => {
      entries[item * width + at] = (offsets[feature] as number) + binAt(feature, item);
    });
    crosses.forEach(([left, right], cross) => {
      const entry = binAt(left, item) * ((cuts[right]?.length ?? 0) + 1) + binAt(right, item);
      entries[item * width + features.length + cross] = (offsets[cuts.length + cross] as number) + entry;
    });
  }
  return entries;
}

/** Logistic regression on bins by Adagrad (Duchi, Hazan & Singer, JMLR 12, 2011), one item at a time. */
export function trainBinned(items: TrainingItems, width: number, plan: TrainingPlan): TrainedModel {
  const { columns, labels } = items;
  const shape = { cuts: findCuts(columns, width, plan.bins), crosses: plan.crosses };
  const entries = locateEntries(columns, shape);
  const perItem = varying(shape.cuts).length + shape.crosses.length;
  const tables = new Descent(layOut(shape).at(-1) ?? 0, plan.rate);
  const words = new Descent(plan.wordCount ?? 0, plan.rate);
  const bias = new Descent(1, plan.rate);
  const order = Int32Array.from(labels.keys());
  const random = new SeededRandom(plan.seed);
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    random.shuffle(order);
    for (const item of order) {
      const from = item * perItem;
      const word = items.words?.[item] ?? -1;
      let odds = (bias.weights[0] as number) + (words.weights[word] ?? 0);
      for (let at = from; at < from + perItem; at += 1)
        odds += tables.weights[entries[at] as number] as number;
      const gradient =
        (1 / (1 + Math.exp(-odds)) - (labels[item] as number)) * (items.weights[item] as number);
      bias.step(0, gradient);
      for (let at = from; at < from + perItem; at += 1) tables.step(entries[at] as number, gradient);
      if (word >= 0) words.step(word, gradient);
    }
  }
  return { tables: { ...shape, bias: bias.store()[0] ?? 0, weights: tables.store() }, words: words.store() };
}
