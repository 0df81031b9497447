import { pageUrlHash } from './page-url.ts';

/** Every key of the KV namespace `ARTICLES`; docs/storage.md shows a value of each. */
export const FRONT_KEY = 'front';
const ARTICLE_PREFIX = 'article:';
const URL_PREFIX = 'url:';

export function articleKey(slug: string): string {
  return `${ARTICLE_PREFIX}${slug}`;
}

/** Maps a page of the publisher's to a slug. */
export function urlKey(pageUrl: string): string {
  return urlKeyOfHash(pageUrlHash(pageUrl));
}

export function urlKeyOfHash(hash: string): string {
  return `${URL_PREFIX}${hash}`;
}

/** What a key of ours stands for. */
export function parseCopyKey(
  key: string,
): { kind: 'article'; slug: string } | { kind: 'url'; hash: string } | { kind: 'front' } {
  if (key.startsWith(ARTICLE_PREFIX)) return { kind: 'article', slug: key.slice(ARTICLE_PREFIX.length) };
  if (key.startsWith(URL_PREFIX)) return { kind: 'url', hash: key.slice(URL_PREFIX.length) };
  return { kind: 'front' };
}
