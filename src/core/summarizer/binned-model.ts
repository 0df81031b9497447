/**
 * A logistic model that sees every feature through a few bins: the log-odds are a sum of one table entry per
 * feature and per chosen pair of features. As quick as a handful of look-ups, and every entry can be read.
 */
export interface BinnedTables {
  /** Ascending lower bounds of bins 1, 2, …; bin 0 lies below the first. One list per feature. */
  cuts: readonly (readonly number[])[];
  /** Pairs of feature numbers that share a table of their own. */
  crosses: readonly (readonly [number, number])[];
  bias: number;
  /** Tables one after the other: features first, then crosses; in {@link WEIGHT_UNIT}s. */
  weights: readonly number[];
}

/** Weights are stored as whole numbers of this size. */
export const WEIGHT_UNIT = 0.01;

export class BinnedModel {
  readonly cuts: readonly Float64Array[];
  readonly crosses: readonly (readonly [number, number])[];
  /** Where each table begins: features first, then crosses. */
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
  bias: number;
  readonly #bins: Int32Array;

  constructor(tables: Pick<BinnedTables, 'cuts' | 'crosses'> & Partial<BinnedTables>) {
    this.cuts = tables.cuts.map((cuts) => Float64Array.from(cuts));
    this.crosses = tables.crosses;
    this.offsets = new Int32Array(this.cuts.length + this.crosses.length);
    this.#bins = new Int32Array(this.cuts.length);
    let size = 0;
    this.cuts.forEach((cuts, feature) => {
      this.offsets[feature] = size;
      size += cuts.length + 1;
    });
    this.crosses.forEach(([a, b], cross) => {
      this.offsets[this.cuts.length + cross] = size;
      size += this.#width(a) * this.#width(b);
    });
    this.weights = new Float64Array(size);
    tables.weights?.forEach((weight, at) => {
      this.weights[at] = weight * WEIGHT_UNIT;
    });
    this.bias = tables.bias ?? 0;
  }

  #width(feature: number): number {
    return (this.cuts[feature]?.length ?? 0) + 1;
  }

  /** How many table entries one row adds up. */
  get entries(): number {
    return this.offsets.length;
  }

  /** Writes the table entries of the row that begins at `from` into `out`. */
  locate(rows: Float32Array, from: number, out: Int32Array, at: number): void {
    const { cuts, crosses, offsets } = this;
    const bins = this.#bins;
    for (let feature = 0; feature < cuts.length; feature += 1) {
      const bounds = cuts[feature] as Float64Array;
      const value = rows[from + feature] as number;
      let bin = 0;
      while (bin < bounds.length && value >= (bounds[bin] as number)) bin += 1;
      bins[feature] = bin;
      out[at + feature] = (offsets[feature] as number) + bin;
    }
    for (let cross = 0; cross < crosses.length; cross += 1) {
      const [a, b] = crosses[cross] as readonly [number, number];
      const entry = (bins[a] as number) * ((cuts[b] as Float64Array).length + 1) + (bins[b] as number);
      out[at + cuts.length + cross] = (offsets[cuts.length + cross] as number) + entry;
    }
  }

  /** Log-odds of each row of a row-major table. */
  score(rows: Float32Array, count: number): Float64Array {
    const scores = new Float64Array(count);
    const entries = new Int32Array(this.entries);
    for (let row = 0; row < count; row += 1) {
      this.locate(rows, row * this.cuts.length, entries, 0);
      let sum = this.bias;
      for (let at = 0; at < entries.length; at += 1) sum += this.weights[entries[at] as number] as number;
      scores[row] = sum;
    }
    return scores;
  }
}
