/** Rules of an order that every catalogue keeps. */

/** Two saves in a row are one call. */
export const ORDER_DELAY_MS = 5_000;
/** Longer than a model is waited for. Who claimed an order and was ended loses it then. */
export const CLAIM_MS = 120_000;
/** A message that is lost is sent again. */
export const RESEND_MS = 10 * 60_000;
/** After so many calls for the same words an editor is told of the failure, and nothing is asked again. */
export const CALLS_MAX_COUNT = 5;
/** A generator comes once a minute: who has not come by then is not there. */
const OVERDUE_MS = 5 * 60_000;
const RETRY_FIRST_MS = 30_000;
const RETRY_MAX_MS = 60 * 60_000;

/** @param calls - Made so far. @param retryAfterSeconds - What the endpoint asked for. */
export function retryDelayMs(calls: number, retryAfterSeconds: number | undefined): number {
  return Math.max(
    Math.min(RETRY_FIRST_MS * 4 ** (calls - 1), RETRY_MAX_MS),
    1_000 * (retryAfterSeconds ?? 0),
  );
}

/** @param wantedSince - When the first order was noted that no generator has come for. */
export const isOverdue = (wantedSince: number, now: number): boolean => now - wantedSince > OVERDUE_MS;

/** Reasons that end an order without a failed call of their own: they are counted with the proposal that tells them. */
export function isCountedWhenSettled(reason: string | null): reason is string {
  return reason === 'not-grounded' || reason === 'interrupted';
}

const DAY_MS = 86_400_000;

/** Number of the UTC day. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}

export function nextDayAt(now: number): number {
  return (dayOf(now) + 1) * DAY_MS;
}
