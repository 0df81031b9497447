/**
 * Small regression trees whose leaves add up to log-odds (Friedman, 2001), as they are stored: each is complete, its
 * nodes in the order of a heap. Features, cuts and leaves are whole numbers, so that every engine agrees.
 */
export interface BoostedTrees {
  /** Log-odds before any tree, in {@link LEAF_UNIT}s. */
  base: number;
  depth: number;
  /** Feature of each inner node, -1 where a tree is not cut any further: everything goes left. */
  features: readonly number[];
  /** A value above the cut goes right. */
  cuts: readonly number[];
  leaves: readonly number[];
}

export const LEAF_UNIT = 0.01;

/** Log-odds of one row of a table, in {@link LEAF_UNIT}s. */
export function scoreRow(trees: BoostedTrees, table: Int32Array, row: number, width: number): number {
  const { base, depth, features, cuts, leaves } = trees;
  const inner = 2 ** depth - 1;
  const count = leaves.length / (inner + 1);
  const from = row * width;
  let sum = base;
  for (let tree = 0; tree < count; tree += 1) {
    let node = 0;
    while (node < inner) {
      const feature = features[tree * inner + node] as number;
      const value = feature < 0 ? 0 : (table[from + feature] as number);
      const goesRight = feature >= 0 && value > (cuts[tree * inner + node] as number);
      node = 2 * node + (goesRight ? 2 : 1);
    }
    sum += leaves[tree * (inner + 1) + node - inner] as number;
  }
  return sum;
}
