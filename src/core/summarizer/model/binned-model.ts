import type { Arena } from '../memory/arena.ts';

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

/** Bin of every code up to the last cut; whatever lies above is in the last bin. */
export function tabulateBins(cuts: readonly number[]): Uint8Array {
  const bins = new Uint8Array((cuts.at(-1) ?? 0) + 1);
  // From each cut to the end, the next cut overwriting: a loop over codes is slow in a cold isolate.
  cuts.forEach((cut, before) => {
    bins.fill(before + 1, cut);
  });
  return bins;
}

/** The bin that a code falls into. */
export const binOf = (bins: Uint8Array, code: number): number =>
  bins[Math.min(code, bins.length - 1)] as number;

/** A feature by itself: what each code adds, the last entry speaking for all codes above. */
interface Single {
  feature: number;
  weights: Int16Array;
}

/** Two features together: what each pair of bins adds, their own weights included where no other cross has them. */
interface Cross {
  left: number;
  right: number;
  leftBins: Uint8Array;
  rightBins: Uint8Array;
  /** Bins of the right feature. */
  stride: number;
  weights: Int16Array;
}

export class BinnedModel {
  readonly #tables: BinnedTables;
  readonly #offsets: Int32Array;
  readonly #singles: readonly Single[];
  readonly #crosses: readonly Cross[];

  constructor(tables: BinnedTables) {
    this.#tables = tables;
    this.#offsets = layOut(tables);
    const open = new Set([...tables.cuts.keys()].filter((feature) => tables.cuts[feature]?.length !== 0));
    this.#crosses = tables.crosses.map((_, cross) => this.#readCross(cross, open));
    this.#singles = [...open].map((feature) => ({ feature, weights: this.#weighCodes(feature) }));
  }

  #weighCodes(feature: number): Int16Array {
    const cuts = this.#tables.cuts[feature] ?? [];
    const weights = new Int16Array((cuts.at(-1) ?? 0) + 1).fill(this.#weightOfBin(feature, 0));
    cuts.forEach((cut, before) => {
      weights.fill(this.#weightOfBin(feature, before + 1), cut);
    });
    return weights;
  }

  /** Takes the weights of the features that no table has yet into that of a cross: one look-up instead of three. */
  #readCross(number: number, open: Set<number>): Cross {
    const { cuts, crosses, weights } = this.#tables;
    const [left, right] = crosses[number] as readonly [number, number];
    const stride = widthOf(cuts[right]);
    const from = this.#offsets[cuts.length + number] as number;
    const addsLeft = open.delete(left);
    const addsRight = open.delete(right);
    const sums = new Int16Array((this.#offsets[cuts.length + number + 1] as number) - from);
    for (let bin = 0, entry = 0; entry < sums.length; bin += 1) {
      const leftWeight = addsLeft ? this.#weightOfBin(left, bin) : 0;
      for (let rightBin = 0; rightBin < stride; rightBin += 1, entry += 1) {
        const rightWeight = addsRight ? (weights[(this.#offsets[right] as number) + rightBin] as number) : 0;
        sums[entry] = (weights[from + entry] as number) + leftWeight + rightWeight;
      }
    }
    return {
      left,
      right,
      leftBins: this.#binsOf(left),
      rightBins: this.#binsOf(right),
      stride,
      weights: sums,
    };
  }

  #binsOf(feature: number): Uint8Array {
    return tabulateBins(this.#tables.cuts[feature] ?? []);
  }

  #weightOfBin(feature: number, bin: number): number {
    return this.#tables.weights[(this.#offsets[feature] as number) + bin] as number;
  }

  /** Log-odds of each item, in {@link WEIGHT_UNIT}s. The columns may hold more features than are read. */
  score({ codes, count }: Columns, arena: Arena): Int32Array {
    const odds = arena.int32(count).fill(this.#tables.bias);
    for (const { feature, weights } of this.#singles) {
      const last = weights.length - 1;
      const column = feature * count;
      for (let item = 0; item < count; item += 1) {
        const code = codes[column + item] as number;
        odds[item] = (odds[item] as number) + (weights[code < last ? code : last] as number);
      }
    }
    for (const { left, right, leftBins, rightBins, stride, weights } of this.#crosses) {
      const [leftColumn, rightColumn] = [left * count, right * count];
      const [leftLast, rightLast] = [leftBins.length - 1, rightBins.length - 1];
      for (let item = 0; item < count; item += 1) {
        const leftCode = codes[leftColumn + item] as number;
        const rightCode = codes[rightColumn + item] as number;
        const leftBin = leftBins[leftCode < leftLast ? leftCode : leftLast] as number;
        const rightBin = rightBins[rightCode < rightLast ? rightCode : rightLast] as number;
        odds[item] = (odds[item] as number) + (weights[leftBin * stride + rightBin] as number);
      }
    }
    return odds;
  }

  /** What one feature by itself adds to the log-odds of an item; for explanations. */
  weightOf(feature: number, { codes, count }: Columns, item: number): number {
    const code = codes[feature * count + item] as number;
    return WEIGHT_UNIT * this.#weightOfBin(feature, binOf(this.#binsOf(feature), code));
  }
}
