/** A mean with its 95 % interval. */
export interface Interval {
  mean: number;
  low: number;
  high: number;
}

const RESAMPLES = 1000;
const SEED = 12_345;

/**
 * Percentile bootstrap (Efron, 1979) of a mean over documents: a thousand resamples from a fixed seed, so that
 * two runs print the same interval.
 */
export function bootstrapMean(values: readonly number[]): Interval {
  let state = SEED;
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      sum += values[Math.floor((state / 2 ** 32) * values.length)] as number;
    }
    return sum / values.length;
  }).sort((a, b) => a - b);
  return {
    mean: values.reduce((a, b) => a + b, 0) / Math.max(1, values.length),
    low: means[Math.floor(RESAMPLES * 0.025)] ?? 0,
    high: means[Math.ceil(RESAMPLES * 0.975) - 1] ?? 0,
  };
}
