import { createHash } from 'node:crypto';
import { type Check, faulty, judge, memberOf, type Patient, skipped } from './check.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Pages, feeds, the widget's files, and the store behind. */
export const DELIVERY_CHECKS: readonly Check[] = [
  {
    id: 'front-page',
    wanted: 'the front page is HTML with a Content-Security-Policy',
    todo: 'A rule of the zone removes headers: let Content-Security-Policy through.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/');
      const policy = headers.get('Content-Security-Policy');
      return judge(
        status === 200 && policy?.includes("default-src 'none'") === true,
        `status ${status}, ${policy === null ? 'no policy' : 'policy'}`,
      );
    },
  },
  {
    id: 'script-injection',
    wanted: 'nothing between adds scripts to pages',
    todo: 'Switch off Rocket Loader, Email Obfuscation and Web Analytics’ automatic setup for this host: its policy blocks them.',
    look: async ({ ask }) => {
      const found = /cdn-cgi\/[^"' ]{1,200}\.js|cloudflareinsights\.com/u.exec((await ask('/')).text)?.[0];
      return judge(found === undefined, found ?? 'none');
    },
  },
  {
    id: 'nosniff',
    wanted: 'answers carry nosniff and a strict transport policy',
    todo: 'A rule of the zone removes headers: let X-Content-Type-Options and Strict-Transport-Security through.',
    look: async ({ ask }) => {
      const { headers } = await ask('/');
      const missing = ['X-Content-Type-Options', 'Strict-Transport-Security'].filter(
        (name) => !headers.has(name),
      );
      return judge(missing.length === 0, missing.length === 0 ? 'both' : `without ${missing.join(', ')}`);
    },
  },
  feed('rss', '/feed.xml', 'application/rss+xml', /<rss[\s>]/u),
  feed('json-feed', '/feed.json', 'application/feed+json', /"items":/u),
  feed('sitemap', '/sitemap.xml', 'application/xml', /<(?:urlset|sitemapindex)[\s>]/u),
  feed('robots', '/robots.txt', 'text/plain', /User-agent/iu),
  {
    id: 'widget',
    wanted: 'the widget is JavaScript that every page may load',
    todo: 'Deploy with public/ in place ([assets] in wrangler.toml), and let its headers through.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/widget/v1/standfirst.full.js');
      const type = headers.get('Content-Type') ?? 'no type';
      const isOpen = headers.get('Access-Control-Allow-Origin') === '*';
      return judge(
        status === 200 && type.includes('javascript') && isOpen,
        `status ${status}, ${type}, ${isOpen ? 'open' : 'not open'} to other origins`,
      );
    },
  },
  {
    id: 'widget-integrity',
    wanted: 'the pinned widget is byte for byte what its integrity says',
    todo: 'Something rewrites JavaScript on its way (minifying, Rocket Loader): switch it off for /widget/.',
    look: async ({ ask }) => {
      const version = /\/widget\/(\d+\.\d+\.\d+)\//u.exec((await ask('/embed')).text)?.[1];
      if (version === undefined) return faulty('/embed names no pinned version');
      const { json } = await ask(`/widget/${version}/integrity.json`);
      const name = 'standfirst.full.en.js';
      const said = memberOf(json, name) ?? memberOf(json, 'files', name);
      const { text } = await ask(`/widget/${version}/${name}`);
      const made = `sha384-${createHash('sha384').update(text).digest('base64')}`;
      return judge(said === made, said === made ? version : `${version}: another hash`);
    },
  },
  {
    id: 'widget-kept',
    wanted: 'a pinned widget is kept for a year',
    todo: 'A rule of the zone shortens browser caching: exclude /widget/.',
    look: async ({ ask }) => {
      const version = /\/widget\/(\d+\.\d+\.\d+)\//u.exec((await ask('/embed')).text)?.[1] ?? '';
      const kept =
        (await ask(`/widget/${version}/standfirst.full.en.js`)).headers.get('Cache-Control') ?? 'nothing';
      return judge(kept.includes('immutable'), kept);
    },
  },
  {
    id: 'hosted-summary',
    wanted: 'the summary page works without script',
    todo: 'Look at the log for this request id; the page needs no script and no cookie.',
    look: async ({ ask }) => {
      const slug = memberOf((await ask('/v1/articles?limit=1')).json, 'items', 0, 'slug');
      if (typeof slug !== 'string') return skipped('there is no article');
      const { status, text } = await ask(`/articles/${slug}/summary`);
      return judge(status === 200 && text.includes('<li'), `status ${status}`);
    },
  },
  status(
    'token',
    'the token opens /v1/status',
    'Set STANDFIRST_TOKEN to a token with the scope read that API_TOKENS knows.',
    () => judge(true, 'opened'),
  ),
  status(
    'outbox',
    'no copy waits for more than five minutes',
    'Look for copy-failed in the log: KV refuses writes, or a record cannot be written.',
    (json) => {
      const since = memberOf(json, 'outbox', 'oldestWaitingSince');
      return judge(
        typeof since !== 'string' || Date.now() - Date.parse(since) < 5 * MINUTE_MS,
        `${String(memberOf(json, 'outbox', 'length'))} wait, the oldest since ${String(since)}`,
      );
    },
  ),
  status('purges', 'purges reach the edge', 'Look for purge-failed in the log.', (json) => {
    const waiting = Number(memberOf(json, 'purges', 'waiting') ?? 0);
    return judge(waiting < 500, `${waiting} wait`);
  }),
  status(
    'reconciliation',
    'copies were compared with the catalogue in the last three hours',
    'Look for copies-failed in the log. This look at the status has started the clock where it stood.',
    (json) => {
      const at = memberOf(json, 'lastReconciliation', 'at');
      if (at === undefined) return skipped('not yet: a new deployment has its first run within the hour');
      return judge(typeof at === 'string' && Date.now() - Date.parse(at) < 3 * HOUR_MS, `last ${String(at)}`);
    },
  ),
  status(
    'room',
    'the catalogue has room',
    'An object holds 10 GB: remove what is not needed, or split the publication.',
    (json) => {
      const bytes = Number(memberOf(json, 'databaseBytes') ?? 0);
      return judge(bytes < 8_000_000_000, `${(bytes / 1_000_000).toFixed(1)} MB`);
    },
  ),
];

function feed(id: string, path: string, type: string, sign: RegExp): Check {
  return {
    id,
    wanted: `${path} is ${type}`,
    todo: `Something else answers ${path} on this host: a redirect, a rule, or another Worker’s route.`,
    look: async ({ ask }) => {
      const { status: code, headers, text } = await ask(path);
      const said = headers.get('Content-Type') ?? 'no type';
      const isMeant = code === 200 && said.startsWith(type) && sign.test(text);
      return judge(isMeant, `status ${code}, ${said}`);
    },
  };
}

function status(
  id: string,
  wanted: string,
  todo: string,
  look: (json: unknown, patient: Patient) => Awaited<ReturnType<Check['look']>>,
): Check {
  return {
    id,
    wanted,
    todo,
    look: async (patient) => {
      if (patient.token === undefined) return skipped('STANDFIRST_TOKEN is not set');
      const { status: code, json } = await patient.ask('/v1/status', {
        headers: { Authorization: `Bearer ${patient.token}` },
      });
      return code === 200 ? look(json, patient) : faulty(`status ${code}`);
    },
  };
}
