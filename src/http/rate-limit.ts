import { RATE_WINDOW_SECONDS } from '../flows/limit-rate.ts';
import type { Limiter } from '../flows/ports.ts';
import type { Caller, Dependencies } from './context.ts';

/** Anonymous calls per address and window, as `wrangler.toml` sets them (a test compares the two). */
export const RATE_LIMITS = { summaries: 60, extractions: 20, lookups: 60, fallbacks: 120 } as const;
export type RateLimitName = keyof typeof RATE_LIMITS;

/**
 * Value of `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). There is no `RateLimit` beside it: the binding
 * does not tell what is left.
 */
export function rateLimitPolicy(names: readonly RateLimitName[]): string {
  return names.map((name) => `"${name}";q=${RATE_LIMITS[name]};w=${RATE_WINDOW_SECONDS}`).join(', ');
}

const UNLIMITED: Limiter = { allows: async () => true };

/** What this caller reads with: a valid token is not limited. */
export function readersOf(dependencies: Dependencies, caller: Caller): Dependencies {
  if (caller.kind === 'anonymous') return dependencies;
  return { ...dependencies, lookupLimiter: UNLIMITED, fallbackLimiter: UNLIMITED };
}
