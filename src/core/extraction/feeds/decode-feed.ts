/** What a feed or a sitemap says of its encoding stands in its first line. */
const DECLARATION_MAX_BYTES = 200;

/**
 * Decodes a feed or a sitemap: byte order mark, the zero bytes of UTF-16, the `charset` of the header, the XML declaration
 * (RFC 7303, section 3), in this order; without any of them UTF-8, or windows-1252 where the bytes are none.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const [, charset] =
    /;\s{0,20}charset\s{0,5}=\s{0,5}"?([\w.:-]{1,40})/i.exec(contentType.slice(0, 1000)) ?? [];
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_MAX_BYTES));
  const [, declared] =
    /^\s{0,20}<\?xml\s[^>]{0,150}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/.exec(head) ?? [];
  const said = [markOf(bytes), charset, declared];
  for (const label of said) {
    const text = label === undefined ? undefined : decodeAs(label, bytes);
    if (text !== undefined) return text;
  }
  return decodeAs('utf-8', bytes, true) ?? new TextDecoder('windows-1252').decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

/** @returns undefined for a label that nobody knows, and for text that is not in it where that matters. */
function decodeAs(label: string, bytes: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}
