const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** An address whose spelling needs no repair: no space, control, quote, angle bracket or backslash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const PLAIN = /^[^\s\u0000-\u001F\u007F-\u009F"'<>`\\]+$/;
const LINE_BREAKS = /[\t\n\r]+/g;

/**
 * Returns an address that is safe to write into an attribute, or `undefined`.
 *
 * The check runs on the URL that a browser would make of the text (WHATWG URL), never on its spelling; the author's
 * spelling is kept when it is plain. Without a base only addresses that start at the root of the host (`/news`) can
 * mean anything in JSON, feeds and pages alike: other relative ones are refused. A fragment alone is refused too,
 * since the ids it names do not survive. `//host` becomes `https://host`.
 *
 * @param raw - The attribute's value.
 * @param schemes - Allowed schemes with their colon.
 * @param baseUrl - Address of the page that the body comes from, if known.
 */
export function safeUrl(raw: string, schemes: ReadonlySet<string>, baseUrl?: string): string | undefined {
  const address = stripEdges(raw).replace(LINE_BREAKS, '');
  if (address === '' || address.startsWith('#')) return undefined;
  if (SCHEME.test(address)) return checked(address, schemes);
  if (/^[/\\]{2}/.test(address)) return checked(`https:${address}`, schemes);
  if (baseUrl !== undefined) {
    const resolved = URL.parse(address, baseUrl);
    return resolved === null ? undefined : checked(resolved.href, schemes);
  }
  return address.startsWith('/') && PLAIN.test(address) ? address : undefined;
}

/**
 * What the URL standard strips before it parses: C0 controls and spaces at both ends (and, above, line breaks anywhere).
 * An expression that looks for spaces at the end takes the square of those within.
 */
function stripEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

function checked(address: string, schemes: ReadonlySet<string>): string | undefined {
  const url = URL.parse(address);
  if (url === null || !schemes.has(url.protocol)) return undefined;
  // Credentials in a link serve nobody but phishing (https://bank.example@evil.example).
  if (url.username !== '' || url.password !== '') return undefined;
  const spelledOut = url.protocol === 'mailto:' || /^https?:\/\/[^/]/i.test(address);
  return spelledOut && PLAIN.test(address) ? address : url.href;
}
