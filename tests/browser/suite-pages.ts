import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HostPage } from './host-pages.ts';
import type { SampleArticle } from './sample-page.ts';

const suites = process.env.SUITES ?? fileURLToPath(new URL('../../../shared/suites', import.meta.url));
const FOLDER = `${suites}/hosts`;

/** What is true of a page besides that its box stands before the first paragraph, opens, leads there and back. */
const KNOWN: Readonly<Record<string, Partial<HostPage>>> = {
  // Every style is unset, that which keeps the place too: what comes late moves the text once.
  allunset: { keepsNoPlace: true },
  // The tag stands at the end of the page, whose text is on the screen before it.
  'auto-classic': { standsBefore: 'div', standsBeforeIfUnpainted: 'p' },
  clip: { isCut: 'perhaps' },
  csp: {
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'",
    },
  },
  csphost: {
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:",
    },
  },
  cut: { isCut: 'perhaps', standsBefore: 'div' },
  e404: { isUnknown: true },
  // A link does not stand in a link: the parser closes the outer one.
  linkcolor: { standsBefore: 'a' },
  // The text is on the screen before the tag comes: only the box below it moves nothing.
  late: { standsBefore: undefined },
  turbo: { beforeOpening: () => Reflect.get(window, 'swap')?.().finished },
};

/** Pages of the suite of hosts, served where the service is served too; none where the suite is not there. */
export function readSuitePages(): HostPage[] {
  if (!existsSync(FOLDER)) {
    console.warn('The suite of host pages (../shared/suites/hosts) is not here: skipped.');
    return [];
  }
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
  return names.map((file) => {
    const name = file.replace('.html', '');
    const html = readFileSync(`${FOLDER}/${file}`, 'utf8').replaceAll('{service}', '');
    return {
      name,
      html,
      article: readArticle(html.includes('canonical') || html.includes('light2') ? 'light' : 'market'),
      standsBefore: 'p',
      ...KNOWN[name],
    };
  });
}

function readArticle(name: string): SampleArticle {
  const paragraphs = readFileSync(`${FOLDER}/text-${name}.txt`, 'utf8')
    .trim()
    .split(/\n{2,}/u);
  return { title: '', language: 'en', paragraphs };
}
