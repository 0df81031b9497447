import sniffEncoding from 'html-encoding-sniffer';

/** The standard asks for 1,024; Chromium finds the element behind long scripts too. */
const PRESCAN_MAX_BYTES = 64 * 1024;

/**
 * Decodes a page as browsers do (HTML standard, "Determining the character encoding"): byte order mark, then the
 * `charset` of the header, then a prescan for `meta`. Without any of them UTF-8
 * where the bytes are valid UTF-8, else windows-1252.
 *
 * Malformed sequences become U+FFFD. A label that the runtime does not know counts as windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const [, label] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  // Put together first: the types of the package are older than this option of it.
  const options = {
    maxPrescanBytes: PRESCAN_MAX_BYTES,
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
    defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252',
  };
  const encoding = sniffEncoding(bytes, options);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // RangeError: the runtime lacks the decoder.
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
