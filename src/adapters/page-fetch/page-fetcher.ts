import { decideFetch, type FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { PageAnswer, PageFetcher, PageRequest } from '../../flows/ingestion/ports.ts';
import { discard, readAnswer } from './read-answer.ts';
import { type SendOptions, sendInTime } from './send-in-time.ts';
import { withoutPaths } from './without-paths.ts';

export interface PageFetchOptions extends SendOptions {
  /** Hosts that are fetched for feeds although no page of theirs is. */
  feedHosts?: readonly string[];
}

const REDIRECTS_MAX_COUNT = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches from other servers: redirects are followed by hand and each hop is checked anew, time and size are capped,
 * nothing of the caller's request is passed on. Whatever ends early cancels the stream, so the other side stops too.
 */
export function createPageFetcher(options: PageFetchOptions): PageFetcher {
  return { fetch: (request) => fetchWithin(options, request) };
}

async function fetchWithin(options: PageFetchOptions, request: PageRequest): Promise<PageAnswer> {
  const abort = new AbortController();
  const expiry = Promise.withResolvers<PageAnswer>();
  const timer = setTimeout(() => expiry.resolve({ kind: 'timeout' }), request.deadlineMs);
  try {
    return await Promise.race([followRedirects(options, request, abort.signal), expiry.promise]);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function followRedirects(
  options: PageFetchOptions,
  request: PageRequest,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const policy = policyFor(options, request);
  const addresses: string[] = [];
  let next = decideFetch(request.url, policy);
  for (let hop = 0; hop <= REDIRECTS_MAX_COUNT; hop += 1) {
    if (!next.allowed) return { kind: 'refused', refusal: next.refusal };
    const { url } = next;
    if (addresses.includes(url.href)) return { kind: 'refused', refusal: 'too-many-redirects' };
    const permission = (await request.permits?.(url.href)) ?? 'allowed';
    if (permission !== 'allowed') return { kind: 'not-permitted', permission };
    addresses.push(url.href);
    const response = await sendInTime(options, request, url, signal);
    if (!(response instanceof Response)) return response;
    if (!REDIRECTS.has(response.status)) return readAnswer(response, request, addresses);
    await discard(response);
    const location = response.headers.get('Location');
    if (location === null || location === '') return { kind: 'refused', refusal: 'no-location' };
    next = decideFetch(location, policy, url.href);
  }
  return { kind: 'refused', refusal: 'too-many-redirects' };
}

/** A feed may stand on a host of its own, which the operator has named in `FEEDS`; robots.txt stands at the root. */
function policyFor({ policy, feedHosts = [] }: PageFetchOptions, { expects }: PageRequest): FetchPolicy {
  if (expects === 'page') return policy;
  const own = expects === 'feed' ? feedHosts.map((host) => ({ host, pathPrefix: '' })) : [];
  return { ...policy, sites: [...withoutPaths(policy.sites), ...own] };
}
