/** Scored summaries: the higher, the better held up. */
export interface Scored {
  score: number;
  consistent: boolean;
}

/** Mean of the shares of consistent summaries that pass and of inconsistent ones that are caught. */
export function balancedAccuracy(scored: readonly Scored[], threshold: number): number {
  const share = (consistent: boolean) => {
    const group = scored.filter((one) => one.consistent === consistent);
    return group.filter(({ score }) => score >= threshold === consistent).length / group.length;
  };
  return (share(true) + share(false)) / 2;
}

/** The threshold with the best balanced accuracy in the mean of groups: a large one says no more than a small one. */
export function bestThreshold(groups: readonly (readonly Scored[])[]): number {
  const candidates = [...new Set(groups.flat().map(({ score }) => score))].sort(
    (left, right) => left - right,
  );
  const step = Math.max(1, Math.floor(candidates.length / 400));
  let best = 0;
  let found = 0;
  for (let at = 0; at < candidates.length; at += step) {
    const threshold = candidates[at] as number;
    const accuracy = groups.reduce((sum, group) => sum + balancedAccuracy(group, threshold), 0);
    if (accuracy > best) {
      best = accuracy;
      found = threshold;
    }
  }
  return found;
}

/** Chance that a consistent summary has a higher score than an inconsistent one; ties count half. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const ordered = [...scored].sort((left, right) => left.score - right.score);
  const fine = ordered.filter(({ consistent }) => consistent).length;
  let below = 0;
  let sum = 0;
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (ordered[to]?.score === ordered[from]?.score && to < ordered.length) to += 1;
    const tied = ordered.slice(from, to);
    const wrong = tied.filter(({ consistent }) => !consistent).length;
    sum += (tied.length - wrong) * (below + wrong / 2);
    below += wrong;
    from = to;
  }
  return sum / (fine * (ordered.length - fine));
}

/** The lowest threshold that catches a share of the inconsistent. */
export function thresholdCatching(scored: readonly Scored[], share: number): number {
  const wrong = scored.filter(({ consistent }) => !consistent).map(({ score }) => score);
  wrong.sort((left, right) => left - right);
  const last = wrong[Math.ceil(share * wrong.length) - 1] as number;
  return Math.min(...scored.map(({ score }) => score).filter((score) => score > last), Infinity);
}

/** Share of the consistent summaries that pass where a share of the inconsistent is caught. */
export function passWhenCaught(scored: readonly Scored[], share: number): number {
  const threshold = thresholdCatching(scored, share);
  const fine = scored.filter(({ consistent }) => consistent);
  return fine.filter(({ score }) => score >= threshold).length / fine.length;
}
