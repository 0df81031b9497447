import { parseArgs } from 'node:util';
import { isThisMachine } from '../core/fetching/this-machine.ts';
import { CHECKS } from './doctor/all-checks.ts';
import { describeReports } from './doctor/describe-reports.ts';
import { createPatient, examine } from './doctor/examine.ts';
import { LOCAL_TOKEN } from './local/local-config.ts';
import { readWebAddress } from './web-address.ts';

/** `npm run doctor`: judges a running service from outside. */
const USAGE = `Judges a running service from outside, and says what to do.

  npm run doctor -- --url https://summaries.news.example --site https://news.example/an/article

  --url <origin>   the service; http://localhost:8787 works too
  --site <page>    an article of yours, judged as a browser gets it
  --write          writes a draft and removes it again (needs the scopes read and write)
  --json           the same for programs

STANDFIRST_TOKEN, a token of the service, lets it look at the store as well. The exit code is 1 where something is wrong.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      site: { type: 'string' },
      write: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(USAGE);
  const url = readWebAddress(values.url);
  if (url === undefined)
    throw new Error(
      '--url names the service, such as https://summaries.news.example or http://localhost:8787.',
    );
  const site = readWebAddress(values.site);
  if (values.site !== undefined && site === undefined)
    throw new Error('--site is the whole address of a page, such as https://news.example/tides.');
  const patient = createPatient({
    origin: url.origin,
    token: process.env.STANDFIRST_TOKEN ?? (isThisMachine(url.hostname) ? LOCAL_TOKEN : undefined),
    site: site?.href,
    mayWrite: values.write === true,
  });
  const reports = await examine(patient, CHECKS);
  console.log(
    values.json === true
      ? JSON.stringify({ url: url.origin, reports }, undefined, 2)
      : describeReports(reports),
  );
  if (reports.some(({ outcome }) => outcome === 'faulty')) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n--help tells more.`);
  process.exitCode = 2;
}
