import { DomainError } from '../core/errors.ts';
import type { Limiter } from '../flows/ports.ts';

/** Window of every limiter binding in `wrangler.toml`. */
const WINDOW_SECONDS = 60;

/** @throws {DomainError} `rate-limited`. */
export async function limitRate(limiter: Limiter, caller: string): Promise<void> {
  if (await limiter.allows(caller)) return;
  throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: WINDOW_SECONDS });
}
