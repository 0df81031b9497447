import { normalizePageUrl } from '../core/page-url.ts';
import type { PageVisit, RobotsCopy, SiteMemory } from '../flows/ingestion/ports.ts';
import { FetchAllowance } from './site-crawler/fetch-allowance.ts';
import { VARIANTS_MIN_COUNT } from './site-crawler/sql-site-memory.ts';

/** What is remembered of a site, in maps: the model of the Durable Object's tables. */
export function createMemorySite(): SiteMemory {
  const visits = new Map<string, PageVisit>();
  const allowance = new FetchAllowance();
  let robots: RobotsCopy | undefined;
  return {
    visit: (pageUrl) => visits.get(visitKey(pageUrl)),
    remember: (pageUrl, visit) => void visits.set(visitKey(pageUrl), visit),
    slugOfContent: (contentKey) =>
      [...visits.values()].find((visit) => visit.contentKey === contentKey)?.slug ?? undefined,
    slugOfPath(pageUrl) {
      const path = normalizePageUrl(pageUrl).split('?')[0];
      const slugs = [...visits].filter(([key]) => key.startsWith(`${path}?`)).map(([, { slug }]) => slug);
      const [first] = slugs;
      const agree = slugs.length >= VARIANTS_MIN_COUNT && slugs.every((slug) => slug === first);
      return agree ? (first ?? undefined) : undefined;
    },
    robots: () => robots,
    rememberRobots: (copy) => {
      robots = copy;
    },
    takeFetch: (now) => allowance.take(now),
  };
}

function visitKey(pageUrl: string): string {
  return `${normalizePageUrl(pageUrl)} ${new URL(pageUrl).pathname}`;
}
