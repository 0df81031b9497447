/** Sentences to choose from, row by row, and how good a choice each one is. */
export interface ChoiceLesson {
  rows: Float64Array;
  count: number;
  /** Share of the choice that belongs to each sentence; together 1. */
  wanted: Float64Array;
  /** How much a sentence counts as a rival; a sentence that must not be printed counts double. */
  rivalry: Float64Array;
  weight: number;
}

export interface ChoicePlan {
  /** Pull towards nothing. */
  regularization: number;
  /** Weights that are set by hand; the others are learned around them. */
  fixed: Readonly<Record<string, number>>;
  /**
   * `any`: one of the wanted sentences, whichever, is to win (a single gist is printed). `each`: every one of them is
   * to win against those that are not wanted (several points are printed).
   */
  aim: 'any' | 'each';
}

/** Adam (Kingma & Ba, 2015) on all lessons at once: few weights, a convex aim, the same result in every run. */
const STEPS = 600;
const RATE = 0.05;
const DECAY_1 = 0.9;
const DECAY_2 = 0.999;
const SMALLEST = 1e-8;
const DIGITS = 2;

function scoresOf({ rows, count }: ChoiceLesson, weights: Float64Array): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(count);
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    for (let feature = 0; feature < width; feature += 1)
      scores[at] =
        (scores[at] as number) + (weights[feature] as number) * (rows[at * width + feature] as number);
    highest = Math.max(highest, scores[at] as number);
  }
  return scores.map((score) => Math.exp(score - highest));
}

/** How far the chances of each sentence are from those wanted: the slope of the loss by its score. */
function slopesOfAny({ wanted, rivalry }: ChoiceLesson, powers: Float64Array): Float64Array {
  const weighed = powers.map((power, at) => power * (rivalry[at] as number));
  const whole = weighed.reduce((a, b) => a + b, 0);
  const right = weighed.map((power, at) => ((wanted[at] as number) > 0 ? power : 0));
  const rightSum = right.reduce((a, b) => a + b, 0);
  return weighed.map((power, at) => power / whole - (right[at] as number) / rightSum);
}

function slopesOfEach({ wanted, rivalry }: ChoiceLesson, powers: Float64Array): Float64Array {
  const rivals = powers.map((power, at) =>
    (wanted[at] as number) > 0 ? 0 : power * (rivalry[at] as number),
  );
  const rivalSum = rivals.reduce((a, b) => a + b, 0);
  const slopes = new Float64Array(powers.length);
  let rivalSlope = 0;
  powers.forEach((power, at) => {
    const share = wanted[at] as number;
    if (share === 0) return;
    slopes[at] = share * (power / (power + rivalSum) - 1);
    rivalSlope += share / (power + rivalSum);
  });
  rivals.forEach((rival, at) => {
    slopes[at] = (slopes[at] as number) + rival * rivalSlope;
  });
  return slopes;
}

/** References give every sentence a share: cross-entropy. */
function slopesOfShares({ wanted }: ChoiceLesson, powers: Float64Array): Float64Array {
  const whole = powers.reduce((a, b) => a + b, 0);
  return powers.map((power, at) => power / whole - (wanted[at] as number));
}

function addSlopes(lesson: ChoiceLesson, slopes: Float64Array, share: number, total: Float64Array): void {
  for (let at = 0; at < lesson.count; at += 1) {
    const slope = (slopes[at] as number) * share;
    if (slope === 0) continue;
    for (let feature = 0; feature < total.length; feature += 1)
      total[feature] =
        (total[feature] as number) + slope * (lesson.rows[at * total.length + feature] as number);
  }
}

/**
 * Learns weights of features from editors' choices and from references together.
 *
 * @param features - Names, in the order of the columns.
 * @param referenceShare - Weight of all references against all judged articles.
 */
export function trainChoice(
  features: readonly string[],
  judged: readonly ChoiceLesson[],
  references: readonly ChoiceLesson[],
  referenceShare: number,
  { regularization, fixed, aim }: ChoicePlan,
): number[] {
  const weights = Float64Array.from(features, (name) => fixed[name] ?? 0);
  const [means, squares] = [new Float64Array(features.length), new Float64Array(features.length)];
  const slopesOf = aim === 'any' ? slopesOfAny : slopesOfEach;
  const share = references.length === 0 ? 0 : referenceShare / references.length;
  for (let step = 1; step <= STEPS; step += 1) {
    const total = weights.map((weight) => regularization * weight);
    for (const lesson of judged)
      addSlopes(lesson, slopesOf(lesson, scoresOf(lesson, weights)), lesson.weight, total);
    for (const lesson of references)
      addSlopes(lesson, slopesOfShares(lesson, scoresOf(lesson, weights)), share, total);
    for (const [at, name] of features.entries()) {
      if (name in fixed) continue;
      const slope = total[at] as number;
      means[at] = DECAY_1 * (means[at] as number) + (1 - DECAY_1) * slope;
      squares[at] = DECAY_2 * (squares[at] as number) + (1 - DECAY_2) * slope * slope;
      const mean = (means[at] as number) / (1 - DECAY_1 ** step);
      const square = (squares[at] as number) / (1 - DECAY_2 ** step);
      weights[at] = (weights[at] as number) - (RATE * mean) / (Math.sqrt(square) + SMALLEST);
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(DIGITS)) + 0);
}
