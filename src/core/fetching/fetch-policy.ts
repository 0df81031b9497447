import { URL_MAX_LENGTH } from '../limits.ts';

/**
 * Which addresses may be fetched. A Worker cannot pin an address that it has resolved, so the one sound rule is a list
 * of names, compared after parsing (OWASP SSRF Prevention, "Application layer": allow-list, strict comparison), again
 * at every redirect.
 */
export interface Site {
  /** Lower case; a leading `*.` stands for any subdomain. */
  host: string;
  /** Empty, or a path that every page of the site starts with. */
  pathPrefix: string;
  /** The entry is written `http://host`: its pages may be fetched without encryption as well. */
  allowsHttp?: boolean;
  /** A site that is tried out on this machine: without encryption, on this port. */
  localPort?: string;
}

export interface FetchPolicy {
  sites: readonly Site[];
  /** Names of this service itself, lower case: fetching them would be talking to ourselves. */
  ownHosts: readonly string[];
}

export type FetchRefusal =
  | 'not-a-url'
  | 'scheme'
  | 'user-information'
  | 'port'
  | 'address-literal'
  | 'own-host'
  | 'site-not-registered';

export type FetchDecision = { allowed: true; url: URL } | { allowed: false; refusal: FetchRefusal };

/**
 * Whether an address may be fetched: https (http where the site's entry says so), default port, no user information,
 * a name and not an address in any notation, not ourselves, on the list.
 *
 * @param base - Address that a relative `Location` is resolved against.
 */
export function decideFetch(address: string, { sites, ownHosts }: FetchPolicy, base?: string): FetchDecision {
  const url = address.length > URL_MAX_LENGTH ? null : URL.parse(address, base);
  if (url === null) return refuse('not-a-url');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('scheme');
  if (url.username !== '' || url.password !== '') return refuse('user-information');
  if (isAddressLiteral(url.hostname)) return refuse('address-literal');
  if (isLocalSite(sites, url)) return allow(url);
  const host = url.hostname.replace(/\.$/u, '');
  if (ownHosts.includes(host)) return refuse('own-host');
  // A host with a trailing dot is another name to some resolvers and the same to others: fetched as neither.
  const site = host === url.hostname ? findSite(sites, url) : undefined;
  if (site === undefined) return refuse('site-not-registered');
  if (url.protocol === 'http:' && site.allowsHttp !== true) return refuse('scheme');
  if (url.port !== '') return refuse('port');
  return allow(url);
}

function allow(url: URL): FetchDecision {
  url.hash = '';
  return { allowed: true, url };
}

/** Only a service that runs on this machine has such entries (`parseSettings`). */
function isLocalSite(sites: readonly Site[], url: URL): boolean {
  return url.protocol === 'http:' && findSite(sites, url)?.localPort !== undefined;
}

function refuse(refusal: FetchRefusal): FetchDecision {
  return { allowed: false, refusal };
}

/**
 * The URL parser writes every notation of an IPv4 address (octal, hexadecimal, one number) as four decimal numbers, and
 * every IPv6 address in brackets (URL standard, "host parsing"), so two tests see them all.
 */
function isAddressLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+\.?$/u.test(hostname);
}

/** The first entry that the page belongs to. */
export function findSite(
  sites: readonly Site[],
  { hostname, pathname, port }: Pick<URL, 'hostname' | 'pathname' | 'port'>,
) {
  return sites.find(
    ({ host, pathPrefix, localPort }) =>
      matchesHost(host, hostname) &&
      startsWithPath(pathname, pathPrefix) &&
      (localPort === undefined || localPort === port),
  );
}

/** `*.example.com` matches at a label boundary, and not the bare domain. */
function matchesHost(entry: string, hostname: string): boolean {
  return entry.startsWith('*.')
    ? hostname.endsWith(entry.slice(1)) && hostname.length > entry.length - 1
    : hostname === entry;
}

/** `/news` holds `/news` and `/news/1`, not `/newsroom`. */
function startsWithPath(pathname: string, prefix: string): boolean {
  const stem = prefix.replace(/\/$/u, '');
  return pathname === stem || pathname.startsWith(`${stem}/`);
}

/** Reads one entry of `SITES`: a host or `*.host`, with a path prefix or without, `http://` before it where needed. */
export function parseSite(entry: string): Site | undefined {
  const [, scheme, host, path] =
    /^(http:\/\/)?((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/\S*)?$/iu.exec(entry) ?? [];
  if (host === undefined || isAddressLiteral(host)) return undefined;
  return {
    host: host.toLowerCase(),
    pathPrefix: path ?? '',
    ...(scheme === undefined ? {} : { allowsHttp: true }),
  };
}

/** Reads an entry for a site on this machine, such as `localhost:4000`; the port is what tells it from ourselves. */
export function parseLocalSite(entry: string): Site | undefined {
  const [, localPort, path] = /^(?:http:\/\/)?localhost:(\d{2,5})(\/\S*)?$/iu.exec(entry) ?? [];
  if (localPort === undefined) return undefined;
  return { host: 'localhost', pathPrefix: path ?? '', localPort };
}
