const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What was found missing is not looked for again before. */
export const ABSENCE_REMEMBERED_MS = 10 * MINUTE_MS;
/** A server in trouble that does not say when to come again is left alone for so long. */
export const FAILURE_PAUSE_SECONDS = 60;
/** Whatever `Retry-After` says: "0" would have every reader's request knock, and a day would let an outage end unseen. */
const FAILURE_PAUSE_MIN_SECONDS = 5;
export const FAILURE_PAUSE_MAX_SECONDS = 60 * 60;

/** @param retryAfterSeconds - What the server asked for, null where it did not. */
export function pauseAfterFailureSeconds(retryAfterSeconds: number | null): number {
  const wanted = retryAfterSeconds ?? FAILURE_PAUSE_SECONDS;
  return Math.min(FAILURE_PAUSE_MAX_SECONDS, Math.max(FAILURE_PAUSE_MIN_SECONDS, wanted));
}

/** A second "not found" counts when it comes this much later than the first: a deployment of theirs takes less. */
export const SECOND_MISS_AFTER_MS = 10 * MINUTE_MS;
/** RFC 9309, section 2.4: a robots.txt should not be used for longer. */
export const ROBOTS_FRESH_MS = DAY_MS;

/**
 * How old the last look at a page may be before it is looked at again: news is corrected in its first hours.
 *
 * @param refreshHours - The publication's ceiling (`REFRESH_HOURS`).
 */
export function recheckAfterMs(publishedAt: string, now: number, refreshHours: number): number {
  const age = now - Date.parse(publishedAt);
  const wanted = age < DAY_MS ? 5 * MINUTE_MS : age < 7 * DAY_MS ? HOUR_MS : DAY_MS;
  return Math.min(wanted, refreshHours * HOUR_MS);
}
