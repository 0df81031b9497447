import { parseArgs } from 'node:util';
import { askForBox } from './inject/ask-for-box.ts';
import { cleanFolder } from './inject/clean-folder.ts';
import { computeBox } from './inject/compute-box.ts';
import { injectFolder, type PageReport } from './inject/inject-folder.ts';
import { OUTCOMES } from './inject/inject-page.ts';
import { readWebAddress } from './web-address.ts';

/** `npm run inject -- <folder>`: boxes in the pages of a site that is built to files. */
const USAGE = `Puts the summary box into the pages of a built site: Hugo's public, _site of Jekyll and Eleventy, dist of
Astro, out of a Next export. May be repeated; without script, and without a service.

  npm run inject -- ../site/public --base https://news.example

  --base <address>     where the folder is served; a path counts: https://news.example/blog/
  --service <origin>   asks this service first, where editors have had their say; pages that it does not know are
                       summarised here. STANDFIRST_TOKEN lifts its limit
  --remove             takes the boxes out again
  --dry-run            only tells
  --verbose            tells of each page

The exit code is 1 where a page failed, 2 where nothing could be begun.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: 'string' },
      service: { type: 'string' },
      remove: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(USAGE);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new Error('One folder is named, such as ../site/public; npm run inject -- --help tells more.');
  const isDry = values['dry-run'] === true;
  if (values.remove === true)
    return console.log(
      `${pagesOf(await cleanFolder(folder, { isDry }))} ${isDry ? 'would be' : 'again'} as built, without boxes.`,
    );
  const reports: PageReport[] = [];
  const options = {
    baseUrl: readBase(values.base),
    boxOf: values.service === undefined ? computeBox : askForBox(readService(values.service), computeBox),
    isDry,
  };
  for await (const report of injectFolder(folder, options)) {
    reports.push(report);
    if (values.verbose === true || report.outcome === 'failed')
      console.log(
        `${report.outcome.padEnd(20)} ${report.name}${report.reason === undefined ? '' : `: ${report.reason}`}`,
      );
  }
  console.log(describe(reports, isDry));
  if (reports.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
}

function readBase(text: string | undefined): string {
  const url = readWebAddress(text);
  if (url === undefined)
    throw new Error('--base says where the folder is served, such as https://news.example.');
  return url.pathname.endsWith('/') ? `${url.origin}${url.pathname}` : `${url.origin}${url.pathname}/`;
}

function readService(text: string) {
  const url = readWebAddress(text);
  if (url === undefined)
    throw new Error('--service is the origin of a service, such as https://summaries.news.example.');
  return { origin: url.origin, token: process.env.STANDFIRST_TOKEN };
}

function describe(reports: readonly PageReport[], isDry: boolean): string {
  const counts = [...OUTCOMES, 'failed' as const].flatMap((outcome) => {
    const count = reports.filter((report) => report.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome === 'boxes' ? 'with boxes' : outcome}`];
  });
  return `${pagesOf(reports.length)}${isDry ? ' looked at' : ''}: ${counts.join(', ') || 'none'}.`;
}

function pagesOf(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
