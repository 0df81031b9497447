/** Parameters that tell where a visitor came from, never which page it is. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|ref_src|ref_url|cmpid|s_cid)$/iu;

/**
 * The identity of a page: two URLs with the same result are the same page.
 *
 * Dropped: scheme, fragment, default port, tracking parameters, one trailing slash. Folded: host case, percent-encoding,
 * order of the query. Kept as identity: case of the path, `www`, every other parameter (`?page=2` is another page).
 * Applied to its own result (with a scheme put before it) it changes nothing, unless the path ends in several slashes.
 *
 * @param pageUrl - Passed `pageUrlSchema`.
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
