import type { Limiter } from '../flows/ports.ts';
import { logWarning } from './console-log.ts';

/**
 * The Workers rate-limiting binding: counted per Cloudflare location, close enough to stop a flood. While it fails
 * everybody passes: it is there to protect the service, not to take it down.
 */
export function createLimiter(binding: RateLimit): Limiter {
  return {
    async allows(key) {
      try {
        const { success } = await binding.limit({ key });
        return success;
      } catch (error) {
        logWarning('limiter-failed', error);
        return true;
      }
    },
  };
}
