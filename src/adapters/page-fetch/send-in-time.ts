import { type FetchPolicy, findSite } from '../../core/fetching/fetch-policy.ts';
import type { PageRequest } from '../../flows/ingestion/ports.ts';
import { EXPECTATIONS } from './expectations.ts';
import { withoutPaths } from './without-paths.ts';

export interface SendOptions {
  policy: FetchPolicy;
  /** `Standfirst/<version> (+<origin>/docs)`. */
  userAgent: string;
  /** Sent as `Standfirst-Key` to the publication's own hosts, so that their firewall can let us in. */
  secret: string | undefined;
  /** The platform's own, unless a test stands in for the network. */
  send?: (url: string, init: RequestInit) => Promise<Response>;
}

const HEADERS_DEADLINE_MS = 5_000;

/** One request: the response once its headers are there. Connections fail in as many ways as there are servers. */
export async function sendInTime(
  options: SendOptions,
  request: PageRequest,
  url: URL,
  signal: AbortSignal,
): Promise<Response | { kind: 'timeout' | 'unreachable' }> {
  const { send = fetch } = options;
  const late = Promise.withResolvers<{ kind: 'timeout' }>();
  const timer = setTimeout(() => late.resolve({ kind: 'timeout' }), HEADERS_DEADLINE_MS);
  const sent = send(url.href, { headers: headersFor(options, request, url), redirect: 'manual', signal });
  try {
    return await Promise.race([sent.catch(() => ({ kind: 'unreachable' as const })), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function headersFor(
  { policy, userAgent, secret }: SendOptions,
  { expects, etag, lastModified }: PageRequest,
  url: URL,
): Headers {
  const headers = new Headers({ Accept: EXPECTATIONS[expects].accept, 'User-Agent': userAgent });
  // Never in the clear, where a site may be read without encryption too.
  const isOwn = url.protocol === 'https:' && findSite(withoutPaths(policy.sites), url) !== undefined;
  if (secret !== undefined && isOwn) headers.set('Standfirst-Key', secret);
  if (etag != null) headers.set('If-None-Match', etag);
  if (lastModified != null) headers.set('If-Modified-Since', lastModified);
  return headers;
}
