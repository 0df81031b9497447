import { randomBytes } from 'node:crypto';
import { createToken } from '../token-entry.ts';
import { type Setup, titleFlag, titleFlags } from './setup.ts';
import { requireSuccess } from './wrangler.ts';

export const SECRETS: readonly string[] = ['API_TOKENS', 'FETCH_SECRET'];
const FETCH_SECRET_BYTES = 32;

export function planSecrets({ say }: Setup, missing: readonly string[]): undefined {
  say({ name: 'secrets', did: `make ${missing.join(' and ')}, show them once, and store them`, undo: null });
}

/**
 * Makes the secrets that the Worker does not have. They are shown before they are sent, so that none is lost to whoever
 * is interrupted in between, and go through standard input, where no other process can read them.
 *
 * @returns The new token; undefined where one was there.
 */
export async function sendSecrets(
  setup: Setup,
  { env, account, present }: { env: string | undefined; account: string; present: readonly string[] },
): Promise<string | undefined> {
  const { wrangler, isDry, say, reveal } = setup;
  const missing = SECRETS.filter((name) => !present.includes(name));
  if (missing.length === 0) {
    say({ name: 'secrets', did: 'API_TOKENS and FETCH_SECRET are there', undo: null });
    return undefined;
  }
  if (isDry) return planSecrets(setup, missing);
  const secrets: Record<string, string> = {};
  let made: string | undefined;
  if (missing.includes('API_TOKENS')) {
    const { token, entry } = createToken('owner', undefined);
    secrets.API_TOKENS = entry;
    made = token;
    reveal('Token with all scopes', token);
  }
  if (missing.includes('FETCH_SECRET')) {
    secrets.FETCH_SECRET = randomBytes(FETCH_SECRET_BYTES).toString('base64url');
    reveal('FETCH_SECRET, for a firewall that shall let the service in', secrets.FETCH_SECRET);
  }
  const input = JSON.stringify(secrets);
  requireSuccess(
    await wrangler.run(['secret', 'bulk', ...titleFlags(env)], { input, account }),
    'secret bulk',
  );
  say({
    name: 'secrets',
    did: `stored ${missing.join(' and ')}; of the token only its digest`,
    undo: missing.map((name) => `npx wrangler secret delete ${name}${titleFlag(env)}`).join('; '),
  });
  return made;
}
