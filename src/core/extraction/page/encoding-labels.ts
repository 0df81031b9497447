/**
 * Stands in the Worker's bundle for `@exodus/bytes/encoding-lite.js`, of which html-encoding-sniffer needs these two
 * functions: `[alias]` in `wrangler.toml`. The package brings decoders and the table of labels; the runtime has both, and
 * 9 KB of compressed code are spared.
 */

/** @returns The encoding that a byte order mark stands for, or null (Encoding standard, "BOM sniff"). */
export function getBOMEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const CAPITALS = /^(?:utf|iso|koi|euc|ibm|gbk)/;
const NAMES: Readonly<Record<string, string>> = { big5: 'Big5', shift_jis: 'Shift_JIS' };

/** @returns The encoding's name as the Encoding standard writes it, or null for a label without a decoder here. */
export function labelToName(label: string | null): string | null {
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return CAPITALS.test(encoding) ? encoding.toUpperCase() : (NAMES[encoding] ?? encoding);
  } catch {
    return null; // RangeError: nobody knows it, or the runtime lacks its decoder.
  }
}
