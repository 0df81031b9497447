import { normalizePageUrl, pagePath } from '../core/fetching/page-identity.ts';
import type { PageRefusal, PageVisit, RobotsCopy, SiteMemory } from '../flows/ingestion/ports.ts';
import { FetchAllowance } from './site-crawler/fetch-allowance.ts';

/** What is remembered of a site, in maps: the model of the Durable Object's tables. */
export function createMemorySite(): SiteMemory {
  const visits = new Map<string, PageVisit>();
  const refusals = new Map<string, PageRefusal>();
  const paths = new Map<string, string>();
  const robots = new Map<string, RobotsCopy>();
  const allowance = new FetchAllowance();
  return {
    visit: (pageUrl) => visits.get(addressKey(pageUrl)),
    remember(pageUrl, visit) {
      visits.set(addressKey(pageUrl), visit);
      refusals.delete(addressKey(pageUrl));
    },
    refusal: (url) => refusals.get(addressKey(url)),
    refuse: (url, refusal) => void refusals.set(addressKey(url), refusal),
    slugOfContent: (contentKey) =>
      [...visits.values()].find((visit) => visit.contentKey === contentKey)?.slug,
    slugOfPath: (pageUrl) => paths.get(pagePath(pageUrl)),
    rememberPath: (pageUrl, slug) => void paths.set(pagePath(pageUrl), slug),
    robots: (robotsUrl) => robots.get(robotsUrl),
    rememberRobots: (robotsUrl, copy) => void robots.set(robotsUrl, copy),
    takeFetch: (now) => allowance.take(now),
  };
}

/** Two spellings of a path are one page to us, but a server may know only one of them: each is remembered. */
function addressKey(url: string): string {
  return `${normalizePageUrl(url)} ${new URL(url).pathname}`;
}
