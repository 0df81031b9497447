import stored from './editor-weights.json' with { type: 'json' };

/** Weights of `EDITOR_FEATURES`, one after the other, learned from articles whose sentences an editor has judged. */
export interface EditorWeights {
  /** What makes a sentence the one that tells the story. */
  gist: readonly number[];
  /** What makes it one of the key points. */
  point: readonly number[];
}

export const EDITOR_WEIGHTS: EditorWeights = stored;

/** Scores every row of features; only differences within one article mean something. */
export function scoreRows(
  rows: Float64Array,
  weights: readonly number[],
  scores: Float64Array,
): Float64Array {
  const width = weights.length;
  for (let at = 0; at < scores.length; at += 1) {
    let sum = 0;
    for (let feature = 0; feature < width; feature += 1) {
      const value = rows[at * width + feature] as number;
      // Most are 0, and a cold isolate makes an object of every fraction.
      if (value !== 0) sum += (weights[feature] as number) * value;
    }
    scores[at] = sum;
  }
  return scores;
}
