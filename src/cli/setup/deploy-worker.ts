import { type Setup, titleFlag, titleFlags } from './setup.ts';
import { SetupFault } from './setup-fault.ts';
import { requireSuccess } from './wrangler.ts';

/** Deploys, and says under which address the service stands then; undefined when it is only planned. */
export async function deployWorker(
  setup: Setup,
  {
    env,
    account,
    worker,
    isNew,
  }: { env: string | undefined; account: string; worker: string; isNew: boolean },
): Promise<string | undefined> {
  const { wrangler, isDry, say } = setup;
  if (isDry) return planDeployment(setup, worker);
  const ran = await wrangler.deploy(titleFlags(env), account);
  requireSuccess(ran, 'deploy');
  const address = addressOf(ran.targets);
  if (address === undefined)
    throw new SetupFault(
      `the Worker ${worker} is deployed, but no address leads to it`,
      'Give it one: --origin https://summaries.your-site.example, of a zone in this account.',
    );
  say({
    name: 'deploy',
    did: `deployed the Worker ${worker} to ${address}`,
    undo: isNew
      ? `npx wrangler delete${titleFlag(env)} (the articles in it are lost)`
      : `npx wrangler rollback${titleFlag(env)}`,
  });
  return address;
}

export function planDeployment({ say }: Setup, worker: string): undefined {
  say({ name: 'deploy', did: `deploy the Worker ${worker}`, undo: null });
}

/** A host of the publisher's own wins over the one that Cloudflare gives. */
function addressOf(targets: readonly string[]): string | undefined {
  const domain = targets.map((target) => /^(\S+) \(custom domain/u.exec(target)?.[1]).find(Boolean);
  if (domain !== undefined) return `https://${domain}`;
  return targets.find((target) => /^https:\/\/[^/\s]+\.workers\.dev$/u.test(target));
}
