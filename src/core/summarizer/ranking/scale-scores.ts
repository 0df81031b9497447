/** What is never printed keeps its place in the order of the rest, far below it. */
const BARRED_SHARE = 0.05;
const SECOND_SHARE = 0.99;

/** Scales values to 0..1: the best sentence gets 1, one that adds nothing 0; what is never printed stays far below. */
export function scaleScores(values: Float64Array, barred: Uint8Array): void {
  let lowest = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    lowest = Math.min(lowest, values[at] as number);
    highest = Math.max(highest, values[at] as number);
  }
  const range = highest - lowest;
  for (let at = 0; at < values.length; at += 1) {
    const share = barred[at] === 1 ? BARRED_SHARE : 1;
    values[at] = range <= 0 ? 0 : (((values[at] as number) - lowest) / range) * share;
  }
}

/** The one-sentence summary stands first in the order of rank. */
export function putFirst(scores: Float64Array, lead: number | undefined): void {
  if (lead === undefined) return;
  for (let at = 0; at < scores.length; at += 1) scores[at] = SECOND_SHARE * (scores[at] as number);
  scores[lead] = 1;
}
