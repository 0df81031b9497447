import { DomainError } from '../core/errors.ts';
import type { CallerName, Limiter } from './ports.ts';

/** Window of every limiter binding in `wrangler.toml`. */
export const RATE_WINDOW_SECONDS = 60;

/**
 * Counts one more call.
 *
 * @throws {DomainError} `rate-limited` where it is one too many.
 */
export async function limitRate(limiter: Limiter, caller: CallerName): Promise<void> {
  if (await limiter.allows(caller())) return;
  throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: RATE_WINDOW_SECONDS });
}
