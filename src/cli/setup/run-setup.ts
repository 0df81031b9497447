import { parseSettings } from '../../http/settings.ts';
import { deployWorker, planDeployment } from './deploy-worker.ts';
import { findAccount } from './find-account.ts';
import { listSecrets } from './look-at-worker.ts';
import { pinNamespace, planNamespace } from './pin-namespace.ts';
import { readTitle, type Title } from './read-title.ts';
import { planSecrets, SECRETS, sendSecrets } from './send-secrets.ts';
import type { Setup, Wishes } from './setup.ts';
import { SetupFault } from './setup-fault.ts';
import { addTitle, writeSettings } from './write-settings.ts';

/** What runs after setup; null when it was only planned. */
export interface Deployed {
  origin: string;
  /** Made just now; undefined where one was there. */
  token: string | undefined;
}

/**
 * From a checkout to a running service. May be repeated, and goes on where it was interrupted: each step looks first
 * what is there, and nothing that is there is made again.
 *
 * @throws {SetupFault} where it cannot go on, with what to do.
 */
export async function runSetup(setup: Setup, wishes: Wishes): Promise<Deployed | null> {
  requireGoodSettings(wishes);
  const { env } = wishes;
  const planned = readTitle(await setup.config.read(), undefined);
  const account = await findAccount(setup, process.env.CLOUDFLARE_ACCOUNT_ID || planned?.accountId);
  const title = requireTitle(readTitle(await addTitle(setup, wishes), env));
  if (account === undefined) return planUnsigned(setup, wishes, title);
  const { worker } = title;
  const secrets = await listSecrets(setup, worker, account);
  if (secrets !== undefined && title.namespaceId === undefined && !wishes.mayAdopt)
    throw new SetupFault(
      `the account has a Worker named ${worker} already, and this checkout did not deploy it`,
      'Choose another name with --worker, or, if it is this publication, take it over with --adopt.',
    );
  await pinNamespace(setup, title, account);
  await writeSettings(setup, wishes, title);
  const target = { env, account, worker };
  const address = await deployWorker(setup, { ...target, isNew: secrets === undefined });
  const token = await sendSecrets(setup, { env, account, present: secrets ?? [] });
  const origin = wishes.origin ?? (String(title.settings.PUBLIC_ORIGIN ?? '') || address);
  if (origin === undefined) return null;
  if (setup.isDry) return null;
  if (origin === address && title.settings.PUBLIC_ORIGIN !== address && wishes.origin === undefined) {
    // Only now is it known, and without it nothing is cached.
    await writeSettings(
      setup,
      { ...wishes, origin },
      requireTitle(readTitle(await setup.config.read(), env)),
    );
    await deployWorker(setup, { ...target, isNew: false });
  }
  return { origin, token };
}

/** What it would do once somebody is signed in. Nothing is known of the account, so all of it counts as new. */
async function planUnsigned(setup: Setup, wishes: Wishes, title: Title): Promise<null> {
  planNamespace(setup, title, 'make');
  await writeSettings(setup, wishes, title);
  planDeployment(setup, title.worker);
  planSecrets(setup, SECRETS);
  return null;
}

function requireTitle(title: Title | undefined): Title {
  if (title !== undefined) return title;
  throw new SetupFault('wrangler.toml names no Worker', 'Take wrangler.toml of a fresh checkout.');
}

/** What the service would not understand is not sent to it. */
function requireGoodSettings({ settings, origin, env, worker }: Wishes): void {
  const [fault] = parseSettings({ ...settings, PUBLIC_ORIGIN: origin ?? 'https://summaries.invalid' }).faults;
  if (fault !== undefined) throw new SetupFault(`${fault.setting}: ${fault.detail}`, 'Nothing was changed.');
  if (origin !== undefined && !origin.startsWith('https://'))
    throw new SetupFault('--origin must be an https address', 'Nothing was changed.');
  for (const name of [env, worker])
    if (name !== undefined && !/^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/u.test(name))
      throw new SetupFault(`"${name}" is no name of a Worker: a-z, 0-9 and hyphens`, 'Nothing was changed.');
}
