import * as z from 'zod/mini';
import type { Setup } from './setup.ts';
import { SetupFault } from './setup-fault.ts';
import { readAnswer } from './wrangler.ts';

const whoamiSchema = z.discriminatedUnion('loggedIn', [
  z.object({ loggedIn: z.literal(false) }),
  z.object({
    loggedIn: z.literal(true),
    accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
]);

/**
 * The account that everything goes to; undefined while nobody is signed in and it is only planned.
 *
 * @param wanted - Its id, from the environment or from `wrangler.toml`.
 * @throws {SetupFault} when nobody is signed in, or it is not clear which account is meant.
 */
export async function findAccount(
  { wrangler, isDry, say }: Setup,
  wanted: string | undefined,
): Promise<string | undefined> {
  const answer = readAnswer(whoamiSchema, await wrangler.run(['whoami', '--json']), 'whoami');
  if (!answer.loggedIn && isDry) {
    say({ name: 'account', did: 'nobody is signed in yet: npx wrangler login comes first', undo: null });
    return undefined;
  }
  if (!answer.loggedIn)
    throw new SetupFault(
      'nobody is signed in to Cloudflare',
      'Run npx wrangler login, then this again. Where no browser is, set CLOUDFLARE_API_TOKEN (docs/operations.md).',
    );
  const { accounts } = answer;
  const list = accounts.map(({ id, name }) => `${id} (${name})`).join(', ');
  const account = wanted === undefined ? accounts[0] : accounts.find(({ id }) => id === wanted);
  if (account === undefined)
    throw new SetupFault(
      wanted === undefined
        ? 'the sign-in reaches no account'
        : `the sign-in does not reach the account ${wanted}`,
      list === '' ? 'Give the token "Account Settings: Read", or sign in anew.' : `It reaches ${list}.`,
    );
  if (wanted === undefined && accounts.length > 1)
    throw new SetupFault(
      `the sign-in reaches ${accounts.length} accounts: ${list}`,
      `Say which: CLOUDFLARE_ACCOUNT_ID=${account.id} npm run setup`,
    );
  say({ name: 'account', did: `${account.name} (${account.id})`, undo: null });
  return account.id;
}
