import { type BoostedTrees, LEAF_UNIT } from '../../core/grounding/model/boosted-trees.ts';
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
/** What a cut has to gain at least. */
const LEAST_GAIN = 1e-3;
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

/** Bins of every item, feature by feature. */
function binColumns({ table, width }: BoostingItems, cuts: readonly number[][], count: number): Uint8Array[] {
  return cuts.map((bounds, feature) =>
    Uint8Array.from({ length: count }, (_, item) => {
      const value = table[item * width + feature] as number;
      let [low, high] = [0, bounds.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value > (bounds[middle] as number)) low = middle + 1;
        else high = middle;
      }
      return low;
    }),
  );
}

interface Tree {
  features: Int32Array;
  bins: Int32Array;
  leaves: Int32Array;
}

interface Round {
  columns: readonly Uint8Array[];
  cuts: readonly number[][];
  labels: Uint8Array;
  weights: Float64Array;
  /** Log-odds of each item before this tree. */
  odds: Float64Array;
}

/** The items that a tree sees, where they have fallen to, and what they ask of their leaf. */
interface Sample {
  items: Int32Array;
  nodes: Int32Array;
  /** First and second derivatives. */
  first: Float64Array;
  second: Float64Array;
}

function takeSample({ labels, weights, odds }: Round, plan: BoostingPlan, random: SeededRandom): Sample {
  const items = Int32Array.from([...labels.keys()].filter(() => random.below(HUNDRED) < plan.items));
  const chances = Float64Array.from(items, (item) => 1 / (1 + Math.exp(-LEAF_UNIT * (odds[item] as number))));
  const weightOf = (at: number) => weights[items[at] as number] as number;
  return {
    items,
    nodes: new Int32Array(items.length),
    first: chances.map((chance, at) => weightOf(at) * ((labels[items[at] as number] as number) - chance)),
    second: chances.map((chance, at) => weightOf(at) * chance * (1 - chance)),
  };
}

/** Sums of both derivatives by node and bin; a node has so many bins. */
function sumByBin(
  { items, nodes, first, second }: Sample,
  nodeCount: number,
  bins: number,
  column?: Uint8Array,
) {
  const sums = { first: new Float64Array(nodeCount * bins), second: new Float64Array(nodeCount * bins) };
  for (let at = 0; at < items.length; at += 1) {
    const cell =
      (nodes[at] as number) * bins + (column === undefined ? 0 : (column[items[at] as number] as number));
    sums.first[cell] = (sums.first[cell] as number) + (first[at] as number);
    sums.second[cell] = (sums.second[cell] as number) + (second[at] as number);
  }
  return sums;
}

interface Cut {
  feature: number;
  bin: number;
  gain: number;
}

/** The best cut of each node of a level; of feature -1 where none gains anything. */
function findBestCuts(
  sample: Sample,
  nodes: number,
  features: readonly number[],
  round: Round,
  plan: BoostingPlan,
): Cut[] {
  const gainOf = (sum: number, weight: number) => (sum * sum) / (weight + plan.regularization);
  const totals = sumByBin(sample, nodes, 1);
  const best = Array.from({ length: nodes }, (_, node): Cut => {
    const whole = gainOf(totals.first[node] as number, totals.second[node] as number);
    return { feature: -1, bin: 0, gain: whole + LEAST_GAIN };
  });
  for (const feature of features) {
    const cuts = (round.cuts[feature] as number[]).length;
    const sums = sumByBin(sample, nodes, MOST_BINS, round.columns[feature] as Uint8Array);
    best.forEach((held, node) => {
      const [first, second] = [totals.first[node] as number, totals.second[node] as number];
      let [sum, weight] = [0, 0];
      for (let bin = 0; bin < cuts; bin += 1) {
        sum += sums.first[node * MOST_BINS + bin] as number;
        weight += sums.second[node * MOST_BINS + bin] as number;
        if (weight < plan.leastWeight || second - weight < plan.leastWeight) continue;
        const gain = gainOf(sum, weight) + gainOf(first - sum, second - weight);
        if (gain > held.gain) Object.assign(held, { feature, bin, gain });
      }
    });
  }
  return best;
}

/** Where an item goes from a node of a level, counted from the first node of the next one. */
const goDown = (node: number, { feature, bin }: Cut, item: number, { columns }: Round): number =>
  2 * node + (feature >= 0 && ((columns[feature] as Uint8Array)[item] as number) > bin ? 1 : 0);

function growTree(round: Round, plan: BoostingPlan, random: SeededRandom): Tree {
  const features = [...round.cuts.keys()].filter(() => random.below(HUNDRED) < plan.features);
  const sample = takeSample(round, plan, random);
  const levels: Cut[][] = [];
  for (let level = 0; level < plan.depth; level += 1) {
    const cuts = findBestCuts(sample, 2 ** level, features, round, plan);
    levels.push(cuts);
    sample.nodes.forEach((node, at) => {
      sample.nodes[at] = goDown(node, cuts[node] as Cut, sample.items[at] as number, round);
    });
  }
  const sums = sumByBin(sample, 2 ** plan.depth, 1);
  return {
    features: Int32Array.from(levels.flat(), ({ feature }) => feature),
    bins: Int32Array.from(levels.flat(), ({ bin }) => bin),
    leaves: Int32Array.from(sums.first, (first, leaf) =>
      Math.round((plan.rate * (first / ((sums.second[leaf] as number) + plan.regularization))) / LEAF_UNIT),
    ),
  };
}

/** What a tree adds to the log-odds of an item. */
function leafOf({ features, bins, leaves }: Tree, columns: readonly Uint8Array[], item: number): number {
  let node = 0;
  while (node < features.length) {
    const feature = features[node] as number;
    const goesRight =
      feature >= 0 && ((columns[feature] as Uint8Array)[item] as number) > (bins[node] as number);
    node = 2 * node + (goesRight ? 2 : 1);
  }
  return leaves[node - features.length] as number;
}

/** Logistic gradient boosting of complete trees on histograms; the same in every run. */
export function trainTrees(items: BoostingItems, plan: BoostingPlan): BoostedTrees {
  const { labels, weights } = items;
  const count = labels.length;
  const cuts = findCuts(items, count);
  const columns = binColumns(items, cuts, count);
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
    const tree = growTree({ columns, cuts, labels, weights, odds }, plan, random);
    for (let item = 0; item < count; item += 1)
      odds[item] = (odds[item] as number) + leafOf(tree, columns, item);
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
