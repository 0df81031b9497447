import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeError } from './describe-error.ts';
import { judgeDeployment } from './setup/judge-deployment.ts';
import { runSetup } from './setup/run-setup.ts';
import type { Setup, Step, Wishes } from './setup/setup.ts';
import { SetupFault } from './setup/setup-fault.ts';
import { createWrangler } from './setup/wrangler.ts';
import { writeButton } from './setup/write-button.ts';
import { readWebAddress } from './web-address.ts';
import { writeWhole } from './write-whole.ts';

/** `npm run setup`: from a checkout to a running service that has been judged. */
const USAGE = `Deploys the service to your Cloudflare account, and has it judged. May be repeated.

  npx wrangler login
  npm run setup -- --sites news.example --name "The Ostrey Courier"

  --dry-run            only tells what it would do
  --sites <hosts>      hosts whose pages may use it: news.example, *.news.example
  --name <name>        what the publication is called
  --origin <address>   where it shall stand: https://summaries.news.example, of a zone in your account;
                       else Cloudflare gives it an address
  --feeds <addresses>  feeds that are read by the clock
  --time-zone <zone>   of dates that name none: Europe/Oslo
  --env <title>        another title: a deployment of its own, with a block of its own in wrangler.toml
  --worker <name>      name of the Worker, where the account has one named standfirst already
  --adopt              takes over a Worker of that name that another checkout has deployed
  --page <address>     an article of yours that the doctor shall look at
  --no-doctor          deploys without having it judged
  --button             only writes a deploy button for the address of this fork into README.md

CLOUDFLARE_API_TOKEN signs in where no browser is; CLOUDFLARE_ACCOUNT_ID says which of several accounts.`;

const CONFIG_PATH = 'wrangler.toml';

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      'dry-run': { type: 'boolean' },
      sites: { type: 'string' },
      name: { type: 'string' },
      origin: { type: 'string' },
      feeds: { type: 'string' },
      'time-zone': { type: 'string' },
      env: { type: 'string' },
      worker: { type: 'string' },
      adopt: { type: 'boolean' },
      page: { type: 'string' },
      doctor: { type: 'boolean' },
      button: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(USAGE);
  if (values.button === true) return console.log(await writeButton(await readConfig()));
  if (values.page !== undefined && readWebAddress(values.page) === undefined)
    throw new Error('--page is the whole address of an article, such as https://news.example/tides.');
  const wishes: Wishes = {
    env: values.env,
    worker: values.worker,
    origin: values.origin?.replace(/\/$/u, ''),
    settings: given({
      SITES: values.sites,
      PUBLICATION_NAME: values.name,
      FEEDS: values.feeds,
      TIME_ZONE: values['time-zone'],
    }),
    mayAdopt: values.adopt === true,
  };
  const deployed = await runSetup(createSetup(values['dry-run'] === true), wishes);
  if (deployed === null) return console.log('\nNothing was changed. Without --dry-run it is done.');
  console.log(`\nThe service stands at ${deployed.origin}`);
  if (values.doctor === false) return;
  console.log('Waiting for it, then looking at it …\n');
  const { isWell, report } = await judgeDeployment(deployed, values.page);
  console.log(report);
  if (!isWell) process.exitCode = 1;
}

async function readConfig(): Promise<string> {
  try {
    return await readFile(CONFIG_PATH, 'utf8');
  } catch (error) {
    throw new SetupFault(
      `${CONFIG_PATH} cannot be read: ${describeError(error)}`,
      `Run this in a checkout; git checkout ${CONFIG_PATH} brings the file back.`,
    );
  }
}

function given(settings: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function createSetup(isDry: boolean): Setup {
  return {
    wrangler: createWrangler(),
    isDry,
    config: {
      read: readConfig,
      write: (toml) => writeWhole(CONFIG_PATH, toml),
    },
    say: ({ name, did, undo }: Step) => {
      console.log(`${name.padEnd(10)} ${did}`);
      if (undo !== null) console.log(`${' '.repeat(11)}undo: ${undo}`);
    },
    reveal: (name, secret) =>
      console.log(`\n${name}, shown this once; keep it where you keep passwords:\n\n  ${secret}\n`),
  };
}

try {
  await main();
} catch (error) {
  if (error instanceof SetupFault) console.error(`\nStopped: ${error.message}.\n${error.todo}`);
  else console.error(`${describeError(error)}\n--help tells more.`);
  process.exitCode = error instanceof SetupFault ? 1 : 2;
}
