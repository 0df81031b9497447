import { DomainError } from '../core/errors.ts';
import type { CallerName, Limiter } from '../flows/ports.ts';
import type { Caller, Dependencies } from './context.ts';

/** Window of every limiter binding in `wrangler.toml`. */
const WINDOW_SECONDS = 60;

/** Anonymous calls per address and window, as `wrangler.toml` sets them (a test compares the two). */
export const RATE_LIMITS = { summaries: 60, extractions: 20, lookups: 60, fallbacks: 120 } as const;
export type RateLimitName = keyof typeof RATE_LIMITS;

/**
 * Value of `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). There is no `RateLimit` beside it: the binding
 * does not tell what is left.
 */
export function rateLimitPolicy(names: readonly RateLimitName[]): string {
  return names.map((name) => `"${name}";q=${RATE_LIMITS[name]};w=${WINDOW_SECONDS}`).join(', ');
}

const UNLIMITED: Limiter = { allows: async () => true };

/** What this caller reads with: a valid token is not limited. */
export function readersOf(dependencies: Dependencies, caller: Caller): Dependencies {
  if (caller.kind === 'anonymous') return dependencies;
  return { ...dependencies, lookupLimiter: UNLIMITED, fallbackLimiter: UNLIMITED };
}

/** @throws {DomainError} `rate-limited`. */
export async function limitRate(limiter: Limiter, caller: CallerName): Promise<void> {
  if (await limiter.allows(caller())) return;
  throw new DomainError({ kind: 'rate-limited', retryAfterSeconds: WINDOW_SECONDS });
}
