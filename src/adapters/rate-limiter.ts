import type { Limiter } from '../flows/ports.ts';

/** The Workers rate-limiting binding: counted per Cloudflare location, close enough to stop a flood. */
export function createLimiter(binding: RateLimit): Limiter {
  return {
    async allows(key) {
      const { success } = await binding.limit({ key });
      return success;
    },
  };
}
