import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { normalizePageUrl, pagePath } from './page-identity.ts';

/** Key of a page in every store: the sha256 of its normalised URL, 64 hex digits. */
export function pageUrlHash(pageUrl: string): string {
  return bytesToHex(sha256(utf8ToBytes(normalizePageUrl(pageUrl))));
}

/** Names a page by its host, its path and its words: the same page under another query has the same key. */
export function contentKeyOf(pageUrl: string, words: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${pagePath(pageUrl)}\n${words}`)));
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
