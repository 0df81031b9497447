import { decideFetch, type FetchPolicy, findSite } from '../core/fetch-policy.ts';
import { RAW_PAGE_MAX_BYTES } from '../core/limits.ts';
import type { PageAnswer, PageFetcher, PageRequest } from '../flows/ingestion/ports.ts';

export interface PageFetchOptions {
  policy: FetchPolicy;
  /** `Standfirst/<version> (+<origin>/docs)`. */
  userAgent: string;
  /** Sent as `Standfirst-Key` to the publication's own hosts, so that their firewall can let us in. */
  secret: string | undefined;
  /** Hosts that are fetched for feeds although no page of theirs is. */
  feedHosts?: readonly string[];
  /** The platform's own, unless a test stands in for the network. */
  send?: (url: string, init: RequestInit) => Promise<Response>;
}

const REDIRECTS_MAX_COUNT = 3;
const HEADERS_DEADLINE_MS = 5_000;

interface Expectation {
  accept: string;
  mediaType: RegExp;
  maxBytes: number;
  isCut?: boolean;
}

const EXPECTED: Readonly<Record<PageRequest['expects'], Expectation>> = {
  page: {
    accept: 'text/html, application/xhtml+xml, text/plain;q=0.5, text/markdown;q=0.5',
    mediaType: /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/u,
    maxBytes: RAW_PAGE_MAX_BYTES,
  },
  // RFC 9309, section 2.5: at least 500 KiB are parsed; what stands behind that is not.
  robots: { accept: 'text/plain, */*;q=0.1', mediaType: /./u, maxBytes: 512 * 1024, isCut: true },
  feed: {
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8',
    mediaType:
      /^(?:application\/(?:(?:feed|[\w.]+)\+?json|(?:atom|rss|rdf)\+xml|xml)|text\/(?:xml|plain|html))$/u,
    maxBytes: RAW_PAGE_MAX_BYTES,
  },
};

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
  const timer = setTimeout(() => {
    expiry.resolve({ kind: 'timeout' });
    abort.abort();
  }, request.deadlineMs);
  try {
    return await Promise.race([followRedirects(options, request, abort), expiry.promise]);
  } catch {
    return { kind: 'unreachable' }; // Connections fail in as many ways as there are servers.
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function followRedirects(
  options: PageFetchOptions,
  request: PageRequest,
  abort: AbortController,
): Promise<PageAnswer> {
  const addresses: string[] = [];
  let next = decideFetch(request.url, policyFor(options, request));
  for (let hop = 0; hop <= REDIRECTS_MAX_COUNT; hop += 1) {
    if (!next.allowed) return { kind: 'refused', refusal: next.refusal };
    const { url } = next;
    if (addresses.includes(url.href)) return { kind: 'refused', refusal: 'too-many-redirects' };
    const permission = (await request.permits?.(url.href)) ?? 'allowed';
    if (permission !== 'allowed') return { kind: 'not-permitted', permission };
    addresses.push(url.href);
    const response = await sendInTime(options, request, url, abort);
    if (response === undefined) return { kind: 'timeout' };
    if (!isRedirect(response.status)) return readAnswer(response, request, addresses);
    await discard(response);
    const location = response.headers.get('Location');
    if (location === null || location === '') return { kind: 'refused', refusal: 'no-location' };
    next = decideFetch(location, policyFor(options, request), url.href);
  }
  return { kind: 'refused', refusal: 'too-many-redirects' };
}

/** A feed may stand on a host of its own, which the operator has named in `FEEDS`. */
function policyFor({ policy, feedHosts = [] }: PageFetchOptions, { expects }: PageRequest): FetchPolicy {
  if (expects !== 'feed') return expects === 'robots' ? withoutPaths(policy) : policy;
  const own = feedHosts.map((host) => ({ host, pathPrefix: '' }));
  return { ...policy, sites: [...withoutPaths(policy).sites, ...own] };
}

/** robots.txt stands at the root, wherever a site begins. */
function withoutPaths(policy: FetchPolicy): FetchPolicy {
  return { ...policy, sites: policy.sites.map((site) => ({ ...site, pathPrefix: '' })) };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** @returns undefined when the headers do not come in time. */
async function sendInTime(
  { policy, userAgent, secret, send = fetch }: PageFetchOptions,
  { expects, etag, lastModified }: PageRequest,
  url: URL,
  abort: AbortController,
): Promise<Response | undefined> {
  const headers = new Headers({ Accept: EXPECTED[expects].accept, 'User-Agent': userAgent });
  // Never in the clear, where a site may be read without encryption too.
  const isOwn = url.protocol === 'https:' && findSite(withoutPaths(policy).sites, url) !== undefined;
  if (secret !== undefined && isOwn) headers.set('Standfirst-Key', secret);
  if (etag != null) headers.set('If-None-Match', etag);
  if (lastModified != null) headers.set('If-Modified-Since', lastModified);
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), HEADERS_DEADLINE_MS);
  try {
    const sent = send(url.href, { headers, redirect: 'manual', signal: abort.signal });
    sent.catch(() => undefined); // After a time-out nobody waits for it any more.
    return await Promise.race([sent, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function readAnswer(
  response: Response,
  request: PageRequest,
  addresses: string[],
): Promise<PageAnswer> {
  const { status, headers } = response;
  if (status === 304) return { kind: 'unchanged' };
  if (status !== 200 && status !== 203) {
    await discard(response);
    return { kind: 'status', status, retryAfterSeconds: readRetryAfter(headers.get('Retry-After')) };
  }
  const { mediaType, maxBytes, isCut = false } = EXPECTED[request.expects];
  const contentType = headers.get('Content-Type') ?? 'text/html';
  if (!mediaType.test(contentType.split(';')[0]?.trim().toLowerCase() ?? '')) {
    await discard(response);
    return { kind: 'unusable', problem: 'media-type' };
  }
  const bytes = await readBytes(response, maxBytes, isCut);
  if (bytes === undefined) return { kind: 'unusable', problem: 'too-large' };
  return {
    kind: 'body',
    url: addresses.at(-1) ?? request.url,
    addresses,
    bytes,
    contentType,
    etag: headers.get('ETag'),
    lastModified: headers.get('Last-Modified'),
    robots: headers.get('X-Robots-Tag') ?? '',
  };
}

/**
 * @param isCut - Whether the beginning of more will do.
 * @returns undefined when there are more, by the header's word or by count; decoded bytes count.
 */
async function readBytes(
  response: Response,
  maxBytes: number,
  isCut: boolean,
): Promise<Uint8Array | undefined> {
  const announced = Number(response.headers.get('Content-Length') ?? 0);
  if (announced > maxBytes && !isCut) {
    await discard(response);
    return undefined;
  }
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    const room = maxBytes - length;
    if (next.value.length > room) {
      await reader?.cancel();
      if (!isCut) return undefined;
    }
    const chunk = next.value.subarray(0, room);
    length += chunk.length;
    chunks.push(chunk);
  }
  return concatenate(chunks, length);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function discard(response: Response): Promise<void> {
  await response.body?.cancel();
}

const RETRY_AFTER_MAX_SECONDS = 24 * 60 * 60;

/** Seconds or a date (RFC 9110, section 10.2.3). */
function readRetryAfter(field: string | null): number | null {
  if (field === null) return null;
  const seconds = /^\d{1,9}$/u.test(field.trim()) ? Number(field) : (Date.parse(field) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(RETRY_AFTER_MAX_SECONDS, Math.max(0, Math.ceil(seconds)));
}
