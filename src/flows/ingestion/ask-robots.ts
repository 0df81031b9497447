import type { Fault } from '../../core/errors.ts';
import { FAILURE_PAUSE_SECONDS, ROBOTS_FRESH_MS } from '../../core/fetching/fetch-policy-recheck.ts';
import { isAllowedByRobots } from '../../core/fetching/robots.ts';
import type { PageFetcher, SiteMemory } from './ports.ts';

/** Our name in robots.txt (RFC 9309, section 2.2.1). */
const ROBOTS_AGENT = 'standfirst';
const ROBOTS_DEADLINE_MS = 3_000;

export const ROBOTS_UNREADABLE: Fault = {
  kind: 'page-unavailable',
  detail: 'its robots.txt cannot be read',
  retryAfterSeconds: FAILURE_PAUSE_SECONDS,
};

interface RobotsDependencies {
  memory: SiteMemory;
  fetcher: PageFetcher;
  now: () => number;
}

/**
 * Whether robots.txt of a page's host lets us read it. It is kept for a day.
 *
 * RFC 9309, section 2.3.1: without the file (4xx) everything is allowed; while the server fails (5xx, no answer)
 * nothing is, unless an older copy is at hand.
 *
 * @returns `unknown` while the server fails.
 */
export async function askRobots(
  dependencies: RobotsDependencies,
  pageUrl: string,
): Promise<'allowed' | 'forbidden' | 'unknown'> {
  const robotsUrl = new URL('/robots.txt', pageUrl).href;
  const text = await readRobots(dependencies, robotsUrl);
  if (text === undefined) return 'unknown';
  const { pathname, search } = new URL(pageUrl);
  return isAllowedByRobots(text, ROBOTS_AGENT, pathname + search) ? 'allowed' : 'forbidden';
}

async function readRobots(
  { memory, fetcher, now }: RobotsDependencies,
  robotsUrl: string,
): Promise<string | undefined> {
  const known = memory.robots(robotsUrl);
  const isFresh = known !== undefined && now() - known.fetchedAt < ROBOTS_FRESH_MS;
  const isResting = now() < (memory.refusal(robotsUrl)?.until ?? 0);
  if (isFresh || isResting) return known?.text;
  const text = await fetchRobots(fetcher, robotsUrl);
  if (text === undefined) {
    memory.refuse(robotsUrl, { fault: ROBOTS_UNREADABLE, until: now() + FAILURE_PAUSE_SECONDS * 1000 });
    return known?.text;
  }
  memory.rememberRobots(robotsUrl, { text, fetchedAt: now() });
  return text;
}

/** @returns undefined while the server fails; an empty text where there is no file. */
async function fetchRobots(fetcher: PageFetcher, robotsUrl: string): Promise<string | undefined> {
  const answer = await fetcher.fetch({ url: robotsUrl, expects: 'robots', deadlineMs: ROBOTS_DEADLINE_MS });
  switch (answer.kind) {
    case 'body':
      return new TextDecoder().decode(answer.bytes);
    case 'status':
      return answer.status >= 500 || answer.status === 429 ? undefined : '';
    case 'refused':
    case 'unusable':
    case 'unchanged':
    case 'not-permitted':
      return '';
    case 'timeout':
    case 'unreachable':
      return undefined;
  }
}
