/** Logistic regression by Adam (Kingma & Ba, 2015) on all examples at once; the last feature is the bias. */
const STEPS = 600;
const RATE = 0.05;
const DECAY_1 = 0.9;
const DECAY_2 = 0.999;
const SMALLEST = 1e-8;
const DIGITS = 2;

export interface EvidencePlan {
  regularization: number;
  /** Weight of an example without an answer: they are rarer, but a wrong "no" costs more than a wrong "yes". */
  openWeight: number;
}

export function trainEvidence(
  examples: readonly { evidence: Float64Array; answered: boolean }[],
  width: number,
  { regularization, openWeight }: EvidencePlan,
): number[] {
  const weights = new Float64Array(width);
  const [means, squares] = [new Float64Array(width), new Float64Array(width)];
  for (let step = 1; step <= STEPS; step += 1) {
    const total = weights.map((weight, at) => (at === width - 1 ? 0 : regularization * weight));
    for (const { evidence, answered } of examples) {
      const odds = weights.reduce((sum, weight, at) => sum + weight * (evidence[at] as number), 0);
      const slope = (1 / (1 + Math.exp(-odds)) - (answered ? 1 : 0)) * (answered ? 1 : openWeight);
      for (let at = 0; at < width; at += 1)
        total[at] = (total[at] as number) + slope * (evidence[at] as number);
    }
    for (let at = 0; at < width; at += 1) {
      const slope = total[at] as number;
      means[at] = DECAY_1 * (means[at] as number) + (1 - DECAY_1) * slope;
      squares[at] = DECAY_2 * (squares[at] as number) + (1 - DECAY_2) * slope * slope;
      const mean = (means[at] as number) / (1 - DECAY_1 ** step);
      weights[at] =
        (weights[at] as number) -
        (RATE * mean) / (Math.sqrt((squares[at] as number) / (1 - DECAY_2 ** step)) + SMALLEST);
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(DIGITS)) + 0);
}
