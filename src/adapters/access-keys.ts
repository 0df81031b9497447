import * as z from 'zod/mini';
import { lazily } from '../core/lazily.ts';
import type { AccessKeys } from '../flows/ports.ts';

/** Cloudflare changes the keys every six weeks and serves the new ones beforehand. */
const FRESH_MS = 60 * 60_000;
/** What is known goes on to count for so long while the team's keys cannot be had. */
const USABLE_MS = 24 * 60 * 60_000;
/** An unknown key is asked for anew, but whoever sends nonsense does not make us ask all the time. */
const ASK_AGAIN_MS = 60_000;
const DEADLINE_MS = 5_000;

const keySetSchema = lazily(() =>
  z.object({
    keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })).check(z.minLength(1)),
  }),
);
type Keys = z.infer<ReturnType<typeof keySetSchema>>['keys'];

interface AccessKeyOptions {
  now: () => number;
  send?: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * Keys that a team's Access signs with (`/cdn-cgi/access/certs`), kept in the isolate.
 *
 * @param team - Name of the team, the first part of `<team>.cloudflareaccess.com`.
 */
export function createAccessKeys(
  team: string,
  { now, send = (...args) => fetch(...args) }: AccessKeyOptions,
): AccessKeys {
  const address = `https://${team}.cloudflareaccess.com/cdn-cgi/access/certs`;
  let known: { keys: Keys; at: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askedAt = now();
    const response = await send(address, { signal: AbortSignal.timeout(DEADLINE_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    known = { keys: keySetSchema().parse(await response.json()).keys, at: now() };
  }

  return async (kid) => {
    const isHeld = known?.keys.some((key) => key.kid === kid) ?? false;
    const isFresh = known !== undefined && now() - known.at < FRESH_MS;
    if (!(isHeld && isFresh) && (known === undefined || now() - askedAt >= ASK_AGAIN_MS)) {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      try {
        await asking;
      } catch (error) {
        if (known === undefined || now() - known.at > USABLE_MS) throw error;
      }
    }
    return known?.keys ?? [];
  };
}
