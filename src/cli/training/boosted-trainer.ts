import type { BoostedTrees } from '../../core/grounding/model/boosted-trees.ts';
import { LEAF_UNIT } from '../../core/grounding/model/boosted-trees.ts';
import { SeededRandom } from './random.ts';

export interface BoostingPlan {
  trees: number;
  depth: number;
  rate: number;
  /** Added to the sum of second derivatives of a leaf (Chen & Guestrin, 2016). */
  regularization: number;
  /** Least sum of second derivatives on each side of a cut. */
  leastWeight: number;
  /** Percent of items, and of features, that each tree sees (Friedman, 2002). */
  items: number;
  features: number;
  seed: number;
}

export interface BoostingItems {
  /** Whole numbers, row by row. */
  table: Int32Array;
  width: number;
  labels: Uint8Array;
  weights: Float64Array;
}

const MOST_BINS = 32;
const QUANTILE_SAMPLE = 20_000;
const HUNDRED = 100;

/** Ascending upper bounds of bins: every value where there are few, else quantiles. */
function findCuts({ table, width }: BoostingItems, count: number): number[][] {
  const step = Math.max(1, Math.floor(count / QUANTILE_SAMPLE));
  return Array.from({ length: width }, (_, feature) => {
    const sample: number[] = [];
    for (let item = 0; item < count; item += step) sample.push(table[item * width + feature] as number);
    sample.sort((left, right) => left - right);
    const distinct = [...new Set(sample)];
    if (distinct.length <= MOST_BINS) return distinct.slice(0, -1);
    const cuts = Array.from(
      { length: MOST_BINS - 1 },
      (_, bin) => sample[Math.floor(((bin + 1) * sample.length) / MOST_BINS)] as number,
    );
    return [...new Set(cuts)].filter((cut) => cut < (distinct.at(-1) as number));
  });
}

function binTable({ table, width }: BoostingItems, cuts: readonly number[][]): Uint8Array {
  return Uint8Array.from(table, (value, at) => {
    const bounds = cuts[at % width] as number[];
    let [low, high] = [0, bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value > (bounds[middle] as number)) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

interface Cut {
  feature: number;
  bin: number;
}

/** Sums of first and second derivatives by leaf, feature and bin. */
class Histograms {
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #width: number;
  readonly totals: { first: Float64Array; second: Float64Array };

  constructor(nodes: number, width: number) {
    this.#width = width;
    this.#first = new Float64Array(nodes * width * MOST_BINS);
    this.#second = new Float64Array(nodes * width * MOST_BINS);
    this.totals = { first: new Float64Array(nodes), second: new Float64Array(nodes) };
  }

  add(
    node: number,
    bins: Uint8Array,
    row: number,
    features: readonly number[],
    first: number,
    second: number,
  ): void {
    const { totals } = this;
    totals.first[node] = (totals.first[node] as number) + first;
    totals.second[node] = (totals.second[node] as number) + second;
    const base = node * this.#width;
    for (const feature of features) {
      const at = (base + feature) * MOST_BINS + (bins[row + feature] as number);
      this.#first[at] = (this.#first[at] as number) + first;
      this.#second[at] = (this.#second[at] as number) + second;
    }
  }

  bestCut(
    node: number,
    features: readonly number[],
    cuts: readonly number[][],
    plan: BoostingPlan,
  ): Cut | undefined {
    const [first, second] = [this.totals.first[node] as number, this.totals.second[node] as number];
    const gainOf = (sum: number, weight: number) => (sum * sum) / (weight + plan.regularization);
    let best = gainOf(first, second) + 1e-3;
    let found: Cut | undefined;
    for (const feature of features) {
      let [sum, weight] = [0, 0];
      const from = (node * this.#width + feature) * MOST_BINS;
      for (let bin = 0; bin < (cuts[feature] as number[]).length; bin += 1) {
        sum += this.#first[from + bin] as number;
        weight += this.#second[from + bin] as number;
        if (weight < plan.leastWeight || second - weight < plan.leastWeight) continue;
        const gain = gainOf(sum, weight) + gainOf(first - sum, second - weight);
        if (gain <= best) continue;
        best = gain;
        found = { feature, bin };
      }
    }
    return found;
  }
}

interface Tree {
  features: Int32Array;
  bins: Int32Array;
  leaves: Int32Array;
}

/** The leaf that an item falls into, counted from the first inner node. */
function descend({ features, bins }: Tree, table: Uint8Array, row: number): number {
  let node = 0;
  while (node < features.length) {
    const feature = features[node] as number;
    node = 2 * node + (feature >= 0 && (table[row + feature] as number) > (bins[node] as number) ? 2 : 1);
  }
  return node - features.length;
}

/** Logistic gradient boosting of complete trees on histograms; the same in every run. */
export function trainTrees(items: BoostingItems, plan: BoostingPlan): BoostedTrees {
  const { labels, weights, width } = items;
  const count = labels.length;
  const cuts = findCuts(items, count);
  const table = binTable(items, cuts);
  const random = new SeededRandom(plan.seed);
  let [positive, all] = [0, 0];
  labels.forEach((label, item) => {
    all += weights[item] as number;
    if (label === 1) positive += weights[item] as number;
  });
  const base = Math.round(Math.log(positive / (all - positive)) / LEAF_UNIT);
  const odds = new Float64Array(count).fill(base);
  const grown: Tree[] = [];
  for (let round = 0; round < plan.trees; round += 1) {
    const tree = growTree({ table, cuts, labels, weights, width, odds }, plan, random);
    for (let item = 0; item < count; item += 1)
      odds[item] = (odds[item] as number) + (tree.leaves[descend(tree, table, item * width)] as number);
    grown.push(tree);
  }
  return {
    base,
    depth: plan.depth,
    features: grown.flatMap(({ features }) => [...features]),
    cuts: grown.flatMap(({ features, bins }) =>
      Array.from(features, (feature, node) =>
        feature < 0 ? 0 : ((cuts[feature] as number[])[bins[node] as number] as number),
      ),
    ),
    leaves: grown.flatMap(({ leaves }) => [...leaves]),
  };
}

interface Round {
  table: Uint8Array;
  cuts: readonly number[][];
  labels: Uint8Array;
  weights: Float64Array;
  width: number;
  odds: Float64Array;
}

function growTree(round: Round, plan: BoostingPlan, random: SeededRandom): Tree {
  const { table, cuts, width } = round;
  const inner = 2 ** plan.depth - 1;
  const tree = {
    features: new Int32Array(inner).fill(-1),
    bins: new Int32Array(inner),
    leaves: new Int32Array(inner + 1),
  };
  const features = [...cuts.keys()].filter(() => random.below(HUNDRED) < plan.features);
  const sampled = [...round.labels.keys()].filter(() => random.below(HUNDRED) < plan.items);
  const slopes = sampled.map((item) => slopeOf(round, item));
  const nodes = new Int32Array(sampled.length);
  for (let level = 0; level <= plan.depth; level += 1) {
    const first = 2 ** level - 1;
    const sums = new Histograms(first + 1, width);
    sampled.forEach((item, at) => {
      const { first: slope, second } = slopes[at] as { first: number; second: number };
      sums.add((nodes[at] as number) - first, table, item * width, features, slope, second);
    });
    if (level === plan.depth) {
      tree.leaves.forEach((_, leaf) => {
        const step =
          (sums.totals.first[leaf] as number) / ((sums.totals.second[leaf] as number) + plan.regularization);
        tree.leaves[leaf] = Math.round((plan.rate * step) / LEAF_UNIT);
      });
      break;
    }
    for (let node = 0; node <= first; node += 1) {
      const cut = sums.bestCut(node, features, cuts, plan);
      if (cut === undefined) continue;
      tree.features[first + node] = cut.feature;
      tree.bins[first + node] = cut.bin;
    }
    sampled.forEach((item, at) => {
      const node = nodes[at] as number;
      const feature = tree.features[node] as number;
      const goesRight =
        feature >= 0 && (table[item * width + feature] as number) > (tree.bins[node] as number);
      nodes[at] = 2 * node + (goesRight ? 2 : 1);
    });
  }
  return tree;
}

function slopeOf({ odds, labels, weights }: Round, item: number): { first: number; second: number } {
  const chance = 1 / (1 + Math.exp(-LEAF_UNIT * (odds[item] as number)));
  const weight = weights[item] as number;
  return { first: weight * ((labels[item] as number) - chance), second: weight * chance * (1 - chance) };
}
