import sniffEncoding from 'html-encoding-sniffer';

/**
 * Decodes a page as browsers do (HTML standard, "Determining the character encoding"): byte order mark, then the
 * `charset` of the header, then a prescan of the first 1,024 bytes for `meta`. Without any of them UTF-8 where the
 * bytes are valid UTF-8, else windows-1252.
 *
 * Malformed sequences become U+FFFD. A label that the runtime does not know counts as windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const [, label] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  const encoding = sniffEncoding(bytes, {
    ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
    defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252',
  });
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
