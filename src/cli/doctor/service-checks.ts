import { type Check, faulty, judge, memberOf, type Patient, skipped, well } from './check.ts';

/** The service by itself: settings, contract, headers, caches. */
export const SERVICE_CHECKS: readonly Check[] = [
  {
    id: 'reachable',
    wanted: '/health answers JSON',
    todo: 'Check the address, the custom domain and that the deployment has ended: npx wrangler deployments list.',
    look: async ({ ask }) => {
      const { status, json } = await ask('/health');
      return judge(typeof memberOf(json, 'build') === 'string', `status ${status}`);
    },
  },
  {
    id: 'settings',
    wanted: 'no malformed setting, no missing binding',
    todo: 'Mend what is named in wrangler.toml (docs/operations.md) and deploy again.',
    look: async ({ ask }) => {
      const faults = memberOf((await ask('/health')).json, 'faults');
      if (!Array.isArray(faults)) return faulty('/health names no faults');
      const named = faults.map((fault) => `${memberOf(fault, 'setting')} ${memberOf(fault, 'detail')}`);
      return judge(faults.length === 0, named.join('; ') || 'none');
    },
  },
  {
    id: 'https',
    wanted: 'the service is reached by https',
    todo: 'Give --url with https://; pages cannot load anything from a service without it.',
    look: async ({ origin, isLocal }) =>
      isLocal ? skipped('on this machine') : judge(origin.startsWith('https:'), origin),
  },
  {
    id: 'public-origin',
    wanted: 'PUBLIC_ORIGIN is the address that was asked',
    todo: 'Set PUBLIC_ORIGIN to this address and deploy; while it is unset nothing is cached, and links lead elsewhere.',
    look: async ({ ask, origin }) => {
      const { json } = await ask('/openapi.json');
      const said = memberOf(json, 'servers', 0, 'url');
      return judge(said === origin, `links start with ${String(said)}`);
    },
  },
  {
    id: 'cacheable',
    wanted: 'lists may be cached',
    todo: 'Set PUBLIC_ORIGIN: without it every answer is no-store.',
    look: async ({ ask }) => {
      const said = (await ask('/v1/articles?limit=1')).headers.get('Cache-Control') ?? 'nothing';
      return judge(said.startsWith('public'), said);
    },
  },
  {
    id: 'edge-cache',
    wanted: 'the second of two equal requests is answered by the cache',
    todo: '[cache] enabled = true must stand in wrangler.toml, and no rule of the zone may bypass the cache.',
    look: async ({ ask, isLocal }) => {
      if (isLocal) return skipped('there is no edge on this machine');
      await ask('/v1/articles?limit=2', { anew: true });
      const said = (await ask('/v1/articles?limit=2', { anew: true })).headers.get('CF-Cache-Status');
      return judge(said === 'HIT' || said === 'UPDATING' || said === 'STALE', said ?? 'no CF-Cache-Status');
    },
  },
  {
    id: 'edge-headers',
    wanted: 'what is meant for the edge stays there',
    todo: 'Something between strips or passes on Cloudflare-CDN-Cache-Control: look at the rules of the zone.',
    look: async ({ ask, isLocal }) => {
      if (isLocal) return skipped('there is no edge on this machine');
      const said = (await ask('/v1/articles?limit=1')).headers.get('Cloudflare-CDN-Cache-Control');
      return judge(said === null, said ?? 'consumed');
    },
  },
  {
    id: 'articles',
    wanted: 'at least one article is published',
    todo: 'Publish one (README.md, Use it over HTTP) or bring the archive in: npm run import.',
    look: async (patient) => {
      const slug = await firstSlug(patient);
      return slug === undefined ? faulty('the list is empty') : well(slug);
    },
  },
  {
    id: 'article',
    wanted: 'an article answers JSON with a strong ETag',
    todo: 'Look at the log for article-failed lines; a proxy that rewrites JSON weakens validators.',
    look: withArticle(async ({ ask }, slug) => {
      const { status, headers } = await ask(`/v1/articles/${slug}`);
      const etag = headers.get('ETag') ?? '';
      return judge(
        status === 200 && /^(?:W\/)?".+"$/u.test(etag),
        `status ${status}, ETag ${etag || 'none'}`,
      );
    }),
  },
  {
    id: 'not-modified',
    wanted: 'who has an article already is answered 304',
    todo: 'Something before the service drops If-None-Match or ETag: look at proxies and rules.',
    look: withArticle(async ({ ask }, slug) => {
      const etag = (await ask(`/v1/articles/${slug}`)).headers.get('ETag') ?? '';
      const { status } = await ask(`/v1/articles/${slug}`, { headers: { 'If-None-Match': etag } });
      return judge(status === 304, `status ${status}`);
    }),
  },
  {
    id: 'head',
    wanted: 'HEAD answers as GET does, without a body',
    todo: 'A rule or proxy answers HEAD by itself: let it through.',
    look: withArticle(async ({ ask }, slug) => {
      const got = await ask(`/v1/articles/${slug}`);
      const { status, headers, text } = await ask(`/v1/articles/${slug}`, { method: 'HEAD' });
      const isSame = status === got.status && headers.get('ETag') === got.headers.get('ETag');
      return judge(isSame && text === '', `status ${status}, ${text.length} characters`);
    }),
  },
  {
    id: 'summary',
    wanted: 'an article has a summary of its own sentences',
    todo: 'Look whether its summary is switched off (summaryEnabled) or it has no words.',
    look: withArticle(async ({ ask }, slug) => {
      const { status, json } = await ask(`/v1/articles/${slug}/summary`);
      const sentences = memberOf(json, 'sentences');
      const count = Array.isArray(sentences) ? sentences.length : 0;
      return judge(status === 200 && count > 0, `status ${status}, ${count} sentences`);
    }),
  },
  {
    id: 'engine',
    wanted: 'summaries are ranked by the engine that runs',
    todo: 'npm run reproject -- --url <this address>: until then summaries are ranked while they are read.',
    look: withArticle(async ({ ask }, slug) => {
      const runs = memberOf((await ask('/health')).json, 'engine', 'version');
      const made = memberOf((await ask(`/v1/articles/${slug}/summary`)).json, 'engine', 'version');
      return judge(runs === made, `runs ${String(runs)}, summary by ${String(made)}`);
    }),
  },
  {
    id: 'cors',
    wanted: 'scripts of every site may read summaries',
    todo: 'A rule or proxy takes Access-Control-Allow-Origin off: let it through.',
    look: withArticle(async ({ ask }, slug) => {
      const { headers } = await ask(`/v1/articles/${slug}/summary`);
      const said = headers.get('Access-Control-Allow-Origin');
      return judge(said === '*', said ?? 'not allowed');
    }),
  },
  {
    id: 'preflight',
    wanted: 'OPTIONS is answered 204 with the methods',
    todo: 'A firewall or proxy answers OPTIONS by itself: let it through to the service.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/v1/summaries', { method: 'OPTIONS' });
      const said = headers.get('Access-Control-Allow-Methods') ?? '';
      return judge(status === 204 && said.includes('POST'), `status ${status}, ${said || 'no methods'}`);
    },
  },
  {
    id: 'problems',
    wanted: 'a mistake is answered by a problem document',
    todo: 'Custom error pages of the zone hide the service’s own answers: switch them off for this host.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/v1/articles?limti=1');
      const type = headers.get('Content-Type') ?? '';
      return judge(
        status === 422 && type.startsWith('application/problem+json'),
        `status ${status}, ${type}`,
      );
    },
  },
  {
    id: 'unknown-article',
    wanted: 'an article that is not there is 404, kept for seconds',
    todo: 'Custom error pages or cache rules of the zone hold back 404s: exclude this host.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/v1/articles/doctor-asks-for-nothing');
      const kept = headers.get('Cache-Control') ?? 'nothing';
      return judge(status === 404 && /no-store|max-age=(?:\d|10)$/u.test(kept), `status ${status}, ${kept}`);
    },
  },
  {
    id: 'writes-closed',
    wanted: 'nobody writes without a token, and a token is set',
    todo: 'npm run token -- --name cms --scope write, then npx wrangler secret put API_TOKENS.',
    look: async ({ ask }) => {
      const { status } = await ask('/v1/articles/doctor-was-here', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      return judge(status === 401, status === 503 ? 'no token is set (503)' : `status ${status}`);
    },
  },
  {
    id: 'sent-text',
    wanted: 'a text that is sent is summarised, or refused as ANONYMOUS_POST says',
    todo: 'Look at the zone’s firewall: it refuses POST, or changes bodies.',
    look: async ({ ask }) => {
      const { status, headers } = await ask('/v1/summaries?sentences=1&format=plain-text', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: 'The ferry was full. It sank in the night. Nobody drowned, because a trawler was near.',
      });
      const isLimited = headers.has('RateLimit-Policy') || status === 401;
      return judge((status === 200 || status === 401) && isLimited, `status ${status}`);
    },
  },
];

/** For checks that need an article to look at. */
function withArticle(look: (patient: Patient, slug: string) => ReturnType<Check['look']>): Check['look'] {
  return async (patient) => {
    const slug = await firstSlug(patient);
    return slug === undefined ? skipped('there is no article') : look(patient, slug);
  };
}

async function firstSlug({ ask }: Patient): Promise<string | undefined> {
  const slug = memberOf((await ask('/v1/articles?limit=1')).json, 'items', 0, 'slug');
  return typeof slug === 'string' ? slug : undefined;
}
