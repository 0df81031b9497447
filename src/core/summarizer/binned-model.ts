/**
 * A logistic model that sees every feature through a few bins: the log-odds are a sum of one table entry per
 * feature and per chosen pair of features. As quick as a handful of look-ups, every entry can be read, and all
 * sums are whole numbers, so that every engine of JavaScript gives the same log-odds.
 */
export interface BinnedTables {
  /** Ascending lower bounds of bins 1, 2, …; bin 0 lies below the first. One list per feature. */
  cuts: readonly (readonly number[])[];
  /** Pairs of feature numbers that share a table of their own. */
  crosses: readonly (readonly [number, number])[];
  /** In {@link WEIGHT_UNIT}s, like the weights. */
  bias: number;
  /** Tables one after the other: features first, then crosses. */
  weights: readonly number[];
}

/** Whole numbers that describe items, feature by feature: feature `f` of item `i` stands at `f * count + i`. */
export interface Columns {
  codes: Int32Array;
  count: number;
}

/** Weights and log-odds are whole numbers of this size. */
export const WEIGHT_UNIT = 0.01;

const widthOf = (cuts: readonly unknown[] | undefined): number => (cuts?.length ?? 0) + 1;

/** Where each table begins, features first, then crosses; the last entry is the size of all. */
export function layOut({ cuts, crosses }: Pick<BinnedTables, 'cuts' | 'crosses'>): Int32Array {
  const widths = [
    ...cuts.map(widthOf),
    ...crosses.map(([left, right]) => widthOf(cuts[left]) * widthOf(cuts[right])),
  ];
  const offsets = new Int32Array(widths.length + 1);
  widths.forEach((width, at) => {
    offsets[at + 1] = (offsets[at] as number) + width;
  });
  return offsets;
}

/** Bin of every code below the last cut; whatever lies above is in the last bin. */
function tabulate(cuts: readonly number[]): Uint8Array {
  const bins = new Uint8Array((cuts.at(-1) ?? -1) + 1);
  for (const cut of cuts)
    for (let code = cut; code < bins.length; code += 1) bins[code] = (bins[code] as number) + 1;
  return bins;
}

export class BinnedModel {
  readonly tables: BinnedTables;
  readonly #offsets: Int32Array;
  readonly #weights: Int16Array;
  readonly #bins: readonly Uint8Array[];

  constructor(tables: BinnedTables) {
    this.tables = tables;
    this.#offsets = layOut(tables);
    this.#weights = Int16Array.from(tables.weights);
    this.#bins = tables.cuts.map(tabulate);
  }

  /** Puts the bins of the features `from` to `to` in the place of their codes. */
  bin({ codes, count }: Columns, from: number, to: number): void {
    for (let feature = from; feature < to; feature += 1) {
      const table = this.#bins[feature] as Uint8Array;
      const last = this.tables.cuts[feature]?.length ?? 0;
      for (let at = feature * count; at < (feature + 1) * count; at += 1) {
        const code = codes[at] as number;
        codes[at] = code < table.length ? (table[code] as number) : last;
      }
    }
  }

  /** Log-odds of each item, in {@link WEIGHT_UNIT}s. The columns hold bins, perhaps of more features than are read. */
  score({ codes: bins, count }: Columns): Int32Array {
    const { bias, cuts, crosses } = this.tables;
    const weights = this.#weights;
    const odds = new Int32Array(count).fill(bias);
    for (let feature = 0; feature < cuts.length; feature += 1) {
      if (cuts[feature]?.length === 0) continue;
      const table = this.#offsets[feature] as number;
      const column = feature * count;
      for (let item = 0; item < count; item += 1)
        odds[item] = (odds[item] as number) + (weights[table + (bins[column + item] as number)] as number);
    }
    for (let cross = 0; cross < crosses.length; cross += 1) {
      const [left, right] = crosses[cross] as readonly [number, number];
      const table = this.#offsets[cuts.length + cross] as number;
      const stride = widthOf(cuts[right]);
      const [leftColumn, rightColumn] = [left * count, right * count];
      for (let item = 0; item < count; item += 1) {
        const entry = (bins[leftColumn + item] as number) * stride + (bins[rightColumn + item] as number);
        odds[item] = (odds[item] as number) + (weights[table + entry] as number);
      }
    }
    return odds;
  }

  /** What one feature adds to the log-odds of an item, from columns of bins; for explanations. */
  weightOf(feature: number, { codes: bins, count }: Columns, item: number): number {
    const entry = (this.#offsets[feature] as number) + (bins[feature * count + item] as number);
    return WEIGHT_UNIT * (this.#weights[entry] as number);
  }
}
