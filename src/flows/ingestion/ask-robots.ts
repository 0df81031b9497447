import robotsParser from 'robots-parser';
import { ROBOTS_FRESH_MS } from '../../core/fetch-policy-recheck.ts';
import type { PageFetcher, SiteMemory } from './ports.ts';

/** Our name in robots.txt (RFC 9309, section 2.2.1). */
const ROBOTS_AGENT = 'Standfirst';
const ROBOTS_DEADLINE_MS = 3_000;

/**
 * Whether the site's robots.txt lets us read a page. It is kept for a day.
 *
 * RFC 9309, section 2.3.1: without the file (4xx) everything is allowed; while the server fails (5xx, no answer)
 * nothing is, unless an older copy is at hand.
 *
 * @returns `unknown` while the server fails.
 */
export async function askRobots(
  { memory, fetcher, now }: { memory: SiteMemory; fetcher: PageFetcher; now: () => number },
  pageUrl: string,
): Promise<'allowed' | 'forbidden' | 'unknown'> {
  const known = memory.robots();
  const isFresh = known !== undefined && now() - known.fetchedAt < ROBOTS_FRESH_MS;
  const text = isFresh ? known.text : ((await fetchRobots(fetcher, pageUrl)) ?? known?.text);
  if (text === undefined) return 'unknown';
  if (!isFresh) memory.rememberRobots({ text, fetchedAt: now() });
  return allows(text, pageUrl) ? 'allowed' : 'forbidden';
}

/** @returns undefined while the server fails; an empty text where there is no file. */
async function fetchRobots(fetcher: PageFetcher, pageUrl: string): Promise<string | undefined> {
  const url = new URL('/robots.txt', pageUrl).href;
  const answer = await fetcher.fetch({ url, expects: 'robots', deadlineMs: ROBOTS_DEADLINE_MS });
  switch (answer.kind) {
    case 'body':
      return new TextDecoder().decode(answer.bytes);
    case 'status':
      return answer.status >= 500 || answer.status === 429 ? undefined : '';
    case 'refused':
    case 'unusable':
    case 'unchanged':
      return '';
    case 'timeout':
    case 'unreachable':
      return undefined;
  }
}

function allows(text: string, pageUrl: string): boolean {
  const { href } = new URL('/robots.txt', pageUrl);
  return robotsParser(href, text).isAllowed(pageUrl, ROBOTS_AGENT) !== false;
}
