import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';
import { URL_MAX_LENGTH } from '../limits.ts';

/** Parameters that tell where a visitor came from, never which page it is. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|ref_src|ref_url|cmpid|s_cid)$/iu;

/** What may not stand in a URL that we serve back exactly as sent: white space, controls and delimiters of markup. */
const UNSAFE_CHARACTER = /[\s\p{Cc}"<>\\^`{|}]/u;

/**
 * Address of a web page as a publisher writes it: absolute http(s), no user information.
 * It is stored and served back exactly; identity is decided by {@link normalizePageUrl}.
 */
export const pageUrlSchema = lazily(() =>
  z.string().check(z.minLength(1), z.maxLength(URL_MAX_LENGTH), (context) => {
    const problem = pageUrlProblem(context.value);
    if (problem !== undefined) {
      context.issues.push({
        code: 'custom',
        params: { code: problem.code },
        message: problem.detail,
        input: context.value,
      });
    }
  }),
);

function pageUrlProblem(text: string): { code: string; detail: string } | undefined {
  if (text.length > URL_MAX_LENGTH) return undefined; // Refused already; parsing it could take a fifth of a second.
  const url = URL.parse(text);
  if (url === null || UNSAFE_CHARACTER.test(text) || !text.isWellFormed()) {
    return { code: 'invalid-url', detail: 'must be an absolute URL, such as https://news.example/page' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { code: 'invalid-scheme', detail: 'must be http or https' };
  }
  if (url.username !== '' || url.password !== '') {
    return { code: 'user-information', detail: 'must not carry a user name or password' };
  }
  return undefined;
}

/**
 * The identity of a page: two URLs with the same result are the same page.
 *
 * Dropped: scheme, fragment, default port, tracking parameters, one trailing slash. Folded: host case, percent-encoding,
 * order of the query. Kept as identity: case of the path, `www`, every other parameter (`?page=2` is another page).
 * Applied to its own result (with a scheme put before it) it changes nothing, unless the path ends in several slashes.
 *
 * @param pageUrl - Passed {@link pageUrlSchema}.
 */
export function normalizePageUrl(pageUrl: string): string {
  const url = new URL(pageUrl);
  const path = canonicalEncoding(url.pathname).replace(/\/$/u, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING_PARAMETER.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const port = isDefaultPort(url.port) ? '' : `:${url.port}`;
  return `${url.hostname.toLowerCase().replace(/\.$/u, '')}${port}${path}${query === '' ? '' : `?${query}`}`;
}

export function isSamePageUrl(a: string, b: string): boolean {
  return normalizePageUrl(a) === normalizePageUrl(b);
}

/** Scheme is no part of the identity, so neither is the default port of the other scheme. */
function isDefaultPort(port: string): boolean {
  return port === '' || port === '80' || port === '443';
}

/** Upper-case hex, unreserved characters decoded (RFC 3986, section 6.2.2). */
function canonicalEncoding(path: string): string {
  return path.replace(/%[0-9a-f]{2}/giu, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[\w.~-]/u.test(character) ? character : triplet.toUpperCase();
  });
}

/** The page's identity without its query: the same words may stand there under another one. */
export function pagePath(pageUrl: string): string {
  return normalizePageUrl(pageUrl).replace(/\?.*$/su, '');
}

/** Key of a page in every store: the sha256 of its normalised URL, 64 hex digits. */
export function pageUrlHash(pageUrl: string): string {
  return bytesToHex(sha256(utf8ToBytes(normalizePageUrl(pageUrl))));
}

/** Names a page by its host, its path and its words: the same page under another query has the same key. */
export function contentKeyOf(pageUrl: string, words: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${pagePath(pageUrl)}\n${words}`)));
}

/**
 * Where readers find an article: the publisher's page, or ours.
 *
 * @param origin - Where our own pages stand, without a trailing slash.
 */
export function readerUrl({ slug, url }: { slug: string; url: string | null }, origin: string): string {
  return url ?? `${origin}/articles/${slug}`;
}

const MADE_SLUG_STEM_MAX_LENGTH = 80;

/**
 * The slug we give to an article that came without one: last path segment in ASCII plus 8 hex digits of the page's
 * hash. Fixed for ever for a given page: stored links depend on it.
 */
export function slugForPage(pageUrl: string): string {
  const segments = new URL(pageUrl).pathname.split('/').filter((segment) => segment !== '');
  const stem = asciiStem(segments.at(-1) ?? '');
  return `${stem === '' ? 'page' : stem}-${pageUrlHash(pageUrl).slice(0, 8)}`;
}

function asciiStem(segment: string): string {
  return decodeSafely(segment)
    .replace(/\.(?:html?|php|aspx?|jsp)$/iu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, MADE_SLUG_STEM_MAX_LENGTH)
    .replace(/^-|-$/gu, '');
}

function decodeSafely(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // Not percent-encoded UTF-8: the bytes as they stand are name enough.
  }
}
