import { decodePage } from '../extraction/page/decode-page.ts';
import { learnPlaces } from './learn-places.ts';
import type { Places } from './places.ts';

/**
 * Places of a page as it came over the wire. Tags are read byte by byte where the boxes are put in, so a page whose bytes
 * are not those of ASCII has none.
 */
export function findPlaces(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  html: string,
): Places | undefined {
  const isHtml = /^\s*text\/html\s*(?:;|$)/iu.test(contentType);
  return isHtml && isAsciiMarkup(bytes) ? learnPlaces(decodePage(bytes, contentType), html) : undefined;
}

/** UTF-16 has a zero in every tag, ISO-2022-JP shifts by escapes. */
function isAsciiMarkup(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && !bytes.includes(0x1b);
}
