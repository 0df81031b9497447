import type { PageElement } from '../../core/extraction/page/page-tree.ts';
import { type PageDocument, parsePage } from '../../core/extraction/page/parse-page.ts';
import { type Answer, type Check, faulty, judge, memberOf, type Patient, skipped } from './check.ts';

/** A browser's own words: some sites answer programs otherwise. */
const AS_BROWSER = {
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
};

/** A page of the publisher's, as a reader's browser gets it. */
export const SITE_CHECKS: readonly Check[] = [
  onPage(
    'page',
    'the page answers 200 with HTML',
    'Give the address of an article that everybody may read.',
    async (_, { status, headers }) => {
      const type = headers.get('Content-Type') ?? 'no type';
      return judge(status === 200 && type.startsWith('text/html'), `status ${status}, ${type}`);
    },
  ),
  onPage(
    'page-known',
    'the service has a summary for the page',
    'SITES must name its host, and robots.txt and the page’s own directives must let us read it (docs/sites.md).',
    async (patient) => {
      const { status, json } = await summaryOf(patient);
      return judge(
        status === 200,
        status === 200
          ? 'found'
          : `status ${status}, ${[memberOf(json, 'title'), memberOf(json, 'detail')].filter(Boolean).join(': ')}`,
      );
    },
  ),
  onPage(
    'page-box',
    'the page has the widget’s script or a box in its HTML',
    'Put the tag of /embed into the template, or switch injection on (docs/injection.md).',
    async ({ origin }, { document }) => {
      const hasScript = widgetScript(document) !== undefined;
      const hasBox = document.querySelectorAll('stand-first').length > 0;
      return judge(
        hasScript || hasBox,
        hasBox ? 'a box' : hasScript ? 'the script' : `neither, of ${origin}`,
      );
    },
  ),
  onPage(
    'page-injector',
    'the Worker on the page’s route, where there is one, uses every entry of INJECT',
    'Mend INJECT in wrangler.injector.toml, and deploy it (docs/injection.md).',
    async ({ ask, site = '' }) => {
      const { status, json } = await ask(new URL('/.standfirst/health', site).href);
      const faults = memberOf(json, 'faults');
      if (!Array.isArray(faults)) return skipped('there is none');
      return judge(status === 200, status === 200 ? 'all are used' : JSON.stringify(faults));
    },
  ),
  onPage(
    'page-script-host',
    'the script comes from this service, or from the page’s own host',
    'Point the tag at this service, or set data-endpoint (docs/widget.md).',
    async ({ origin, site = '' }, { document }) => {
      const script = widgetScript(document);
      if (script === undefined) return skipped('there is no script');
      const host = new URL(script.getAttribute('src') ?? '', site).origin;
      const endpoint = script.getAttribute('data-endpoint');
      return judge([origin, new URL(site).origin].includes(host) || endpoint === origin, host);
    },
  ),
  onPage(
    'page-policy',
    'the page’s Content-Security-Policy lets the widget load and ask',
    'Add the service to script-src and connect-src, or inject the box, which needs neither.',
    async ({ origin, site = '' }, { headers, document }) => {
      const policy = headers.get('Content-Security-Policy') ?? metaPolicy(document);
      if (policy === undefined) return judge(true, 'no policy');
      if (widgetScript(document) === undefined) return skipped('there is no script');
      const blocked = ['script-src', 'connect-src'].filter((name) => !allows(policy, name, origin, site));
      return judge(
        blocked.length === 0,
        blocked.length === 0 ? 'both allowed' : `${blocked.join(' and ')} without ${origin}`,
      );
    },
  ),
  onPage(
    'page-canonical',
    'rel=canonical names the page itself, on a host of the publication',
    'Give each article its own canonical address: the widget asks by it.',
    async ({ site = '' }, { document }) => {
      const link = document
        .querySelectorAll('link')
        .find((one) => one.getAttribute('rel')?.toLowerCase() === 'canonical');
      const href = link?.getAttribute('href');
      if (href == null) return judge(true, 'none: the address counts');
      const canonical = URL.parse(href, site);
      const isRoot = canonical?.pathname === '/' && new URL(site).pathname !== '/';
      return judge(canonical !== null && !isRoot, canonical?.href ?? href);
    },
  ),
  onPage(
    'page-text',
    'the summary’s sentences stand in the page as it is delivered',
    'Where a script writes the article, let the CMS send it (PUT) and mark its element with data-article.',
    async (patient, { document }) => {
      const { json } = await summaryOf(patient);
      const sentences = memberOf(json, 'sentences');
      if (!Array.isArray(sentences) || sentences.length === 0) return skipped('there is no summary');
      const words = fold(shownText(document));
      const found = sentences.filter((sentence) => words.includes(fold(String(memberOf(sentence, 'text')))));
      return judge(found.length === sentences.length, `${found.length} of ${sentences.length}`);
    },
  ),
  onPage(
    'page-links',
    'the sentences have links into the page',
    'Links need the words of the article in the page; see page-text.',
    async (patient) => {
      const sentences = memberOf((await summaryOf(patient)).json, 'sentences');
      if (!Array.isArray(sentences) || sentences.length === 0) return skipped('there is no summary');
      const linked = sentences.filter((sentence) => String(memberOf(sentence, 'url')).includes('#:~:text='));
      return judge(linked.length > 0, `${linked.length} of ${sentences.length}`);
    },
  ),
  onPage(
    'page-opt-out',
    'the page does not ask to be left alone',
    'Remove <meta name="standfirst" content="off">, or accept that it gets no box.',
    async (_, { document }) => {
      const isOff = document
        .querySelectorAll('meta')
        .some(
          (meta) => nameOf(meta) === 'standfirst' && /^\s*off\b/iu.test(meta.getAttribute('content') ?? ''),
        );
      return judge(!isOff, isOff ? 'it does' : 'it does not');
    },
  ),
];

/** A page of the publisher's; parsed where it is read, so that one that cannot be parsed fails those checks alone. */
interface SitePage extends Pick<Answer, 'status' | 'headers'> {
  readonly document: PageDocument;
}

function onPage(
  id: string,
  wanted: string,
  todo: string,
  look: (patient: Patient, page: SitePage) => ReturnType<Check['look']>,
): Check {
  return {
    id,
    wanted,
    todo,
    look: async (patient) => {
      if (patient.site === undefined) return skipped('--site was not given');
      const { site } = patient;
      const asked = patient.ask(site, { headers: AS_BROWSER, redirect: 'follow' });
      const isThere = await asked.then(
        ({ status }) => status === 200,
        () => false,
      );
      // That there is no page is told once.
      if (id !== 'page' && !isThere) return skipped('the page did not come');
      const { status, headers, text } = await asked;
      let document: PageDocument | undefined;
      return look(patient, {
        status,
        headers,
        get document() {
          document ??= parsePage(text, site);
          return document;
        },
      });
    },
  };
}

function summaryOf({ ask, site = '' }: Patient): Promise<Answer> {
  return ask(`/v1/summary?url=${encodeURIComponent(site)}`);
}

const widgetScript = (page: PageDocument): PageElement | undefined =>
  page.querySelectorAll('script').find((script) => script.getAttribute('src')?.includes('/widget/'));

const nameOf = (meta: PageElement): string | undefined => meta.getAttribute('name')?.toLowerCase();

function metaPolicy(page: PageDocument): string | undefined {
  const policy = page
    .querySelectorAll('meta')
    .find((meta) => meta.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy');
  return policy?.getAttribute('content') ?? undefined;
}

/** The words that stand in a page, scripts and styles apart. */
function shownText(page: PageDocument): string {
  for (const element of page.querySelectorAll('script,style')) element.remove();
  return page.textContent;
}

/** Whether a policy allows an origin, as CSP 3 falls back to `default-src`; nonces and hashes count as allowed scripts. */
function allows(policy: string, name: string, origin: string, site: string): boolean {
  const directives = new Map(
    policy.split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/u);
      return [directive.toLowerCase(), sources] as const;
    }),
  );
  const sources = directives.get(name) ?? directives.get('default-src');
  if (sources === undefined) return true;
  const { host, protocol } = new URL(origin);
  return sources.some(
    (source) =>
      source === '*' ||
      source === protocol ||
      source.replace(/\/$/u, '') === origin ||
      source === host ||
      (source.startsWith('*.') && host.endsWith(source.slice(1))) ||
      (source === "'self'" && new URL(site).origin === origin) ||
      (name === 'script-src' && /^'(?:nonce|sha\d+)-|^'strict-dynamic'/u.test(source)),
  );
}

function fold(text: string): string {
  return text.replace(/[\s\p{Cf}]+/gu, '');
}

/** Kept for the last: a draft that nobody sees, written and removed again. */
export const WRITE_CHECK: Check = {
  id: 'write',
  wanted: 'a draft can be written, is seen by its token alone, and removed',
  todo: 'The token needs the scopes read and write; see writes-closed and token.',
  look: async ({ ask, token, mayWrite }) => {
    if (!mayWrite) return skipped('--write was not given');
    if (token === undefined) return faulty('STANDFIRST_TOKEN is not set');
    const path = '/v1/articles/doctor-writes'; // One name, so that what a killed run has left goes with the next.
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({
      title: 'Written by the doctor',
      status: 'draft',
      text: 'The doctor wrote this. It will be gone in a moment.',
    });
    const put = await ask(path, { method: 'PUT', headers, body });
    if (put.status !== 201 && put.status !== 200) return faulty(`PUT answered ${put.status}`);
    const seen = await ask(path, { headers: { Authorization: `Bearer ${token}` } });
    const hidden = await ask(path);
    const removed = await ask(path, {
      method: 'DELETE',
      headers: { ...headers, 'If-Match': put.headers.get('ETag') ?? '*' },
    });
    return judge(
      seen.status === 200 && hidden.status === 404 && removed.status === 204,
      `token ${seen.status}, anonymous ${hidden.status}, removed ${removed.status}`,
    );
  },
};
