/**
 * An address of the web that somebody has typed. Undefined for everything else: `localhost:8787` is an address too, of the
 * scheme `localhost:` (WHATWG URL).
 */
export function readWebAddress(text: string | undefined): URL | undefined {
  const url = URL.parse(text?.trim() ?? '');
  return url !== null && /^https?:$/u.test(url.protocol) ? url : undefined;
}
