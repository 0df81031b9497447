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

/** Even cells over the cuts of a feature: where the search for a bin begins. */
interface Grid {
  start: number;
  scale: number;
  cells: Uint8Array;
}

const CELLS = 256;
const LAST_CELL = CELLS - 1;

function makeGrid(cuts: Float64Array): Grid {
  const start = cuts[0] ?? 0;
  const range = (cuts.at(-1) ?? 0) - start;
  const scale = range > 0 ? CELLS / range : 0;
  const cells = new Uint8Array(CELLS);
  // One cell lower than even, so that rounding never begins the search too high.
  for (let cell = 1; cell < CELLS; cell += 1)
    cells[cell] = cuts.filter((cut) => (cut - start) * scale < cell - 1).length;
  return { start, scale, cells };
}

export class BinnedModel {
  readonly cuts: readonly Float64Array[];
  readonly crosses: readonly (readonly [number, number])[];
  /** Where each table begins: features first, then crosses. */
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
  bias: number;
  readonly #bins: Int32Array;
  readonly #grids: readonly Grid[];

  constructor(tables: Pick<BinnedTables, 'cuts' | 'crosses'> & Partial<BinnedTables>) {
    this.cuts = tables.cuts.map((cuts) => Float64Array.from(cuts));
    this.crosses = tables.crosses;
    this.offsets = new Int32Array(this.cuts.length + this.crosses.length);
    this.#bins = new Int32Array(this.cuts.length);
    this.#grids = this.cuts.map(makeGrid);
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

  /**
   * Bin of every feature of every row, feature by feature.
   *
   * @param stride - Numbers from one row to the next. @param known - Bins of the first features, found before.
   */
  bin(rows: Float32Array, count: number, stride: number, known?: Uint8Array): Uint8Array {
    const width = this.cuts.length;
    const bins = new Uint8Array(count * width);
    if (known !== undefined) bins.set(known);
    const from = known === undefined || count === 0 ? 0 : known.length / count;
    for (let feature = from; feature < width; feature += 1)
      this.#binFeature(rows, count, stride, feature, bins);
    return bins;
  }

  #binFeature(rows: Float32Array, count: number, stride: number, feature: number, bins: Uint8Array): void {
    const bounds = this.cuts[feature] as Float64Array;
    const highest = bounds.length;
    if (highest === 0) return;
    const { start, scale, cells } = this.#grids[feature] as Grid;
    const base = feature * count;
    for (let row = 0, at = feature; row < count; row += 1, at += stride) {
      const value = rows[at] as number;
      const cell = (value - start) * scale;
      let bin = cell <= 0 ? 0 : (cells[cell >= LAST_CELL ? LAST_CELL : cell | 0] as number);
      while (bin < highest && value >= (bounds[bin] as number)) bin += 1;
      bins[base + row] = bin;
    }
  }

  /** Log-odds of each row of a row-major table. */
  score(rows: Float32Array, count: number): Float64Array {
    return this.scoreBins(this.bin(rows, count, this.cuts.length), count);
  }

  /** Log-odds of rows whose bins are known; see {@link bin}. */
  scoreBins(bins: Uint8Array, count: number): Float64Array {
    const { cuts, crosses, offsets, weights } = this;
    const scores = new Float64Array(count).fill(this.bias);
    for (let feature = 0; feature < cuts.length; feature += 1) {
      const table = offsets[feature] as number;
      const base = feature * count;
      for (let row = 0; row < count; row += 1)
        scores[row] = (scores[row] as number) + (weights[table + (bins[base + row] as number)] as number);
    }
    for (let cross = 0; cross < crosses.length; cross += 1) {
      const [a, b] = crosses[cross] as readonly [number, number];
      const table = offsets[cuts.length + cross] as number;
      const stride = (cuts[b] as Float64Array).length + 1;
      const [left, right] = [a * count, b * count];
      for (let row = 0; row < count; row += 1) {
        const entry = (bins[left + row] as number) * stride + (bins[right + row] as number);
        scores[row] = (scores[row] as number) + (weights[table + entry] as number);
      }
    }
    return scores;
  }
}
