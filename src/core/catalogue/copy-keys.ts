/** Keys of the KV namespace `ARTICLES`; those made of an address stand in `page-keys.ts`. docs/storage.md shows a value of each. */
export const FRONT_KEY = 'front';
/** `Cache-Tag` of everything that shows a list. */
export const LIST_TAG = 'list';
/** `Cache-Tag` of the sitemap and its parts. */
export const SITEMAP_TAG = 'sitemap';
export const SITEMAP_KEY = 'sitemap';
const SITEMAP_PREFIX = 'sitemap:';
const ARTICLE_PREFIX = 'article:';
const URL_PREFIX = 'url:';

/** `Cache-Tag` of everything that shows an article or tells that it is not there. */
export function articleTag(slug: string): string {
  return `article:${slug}`;
}

/** `Cache-Tag` of what tells that a page gives no summary. @param hash - Of its address. */
export function pageTag(hash: string): string {
  return `page:${hash}`;
}

export function articleKey(slug: string): string {
  return `${ARTICLE_PREFIX}${slug}`;
}

/** Maps a page of the publisher's to a slug. @param hash - Of its address. */
export function urlKeyOfHash(hash: string): string {
  return `${URL_PREFIX}${hash}`;
}

export function sitemapPartKey(part: number): string {
  return `${SITEMAP_PREFIX}${part}`;
}

export type CopyKey =
  | { kind: 'article'; slug: string }
  | { kind: 'url'; hash: string }
  | { kind: 'front' | 'sitemap' }
  | { kind: 'sitemap-part'; part: number }
  | { kind: 'foreign' };

/** What a key stands for; `foreign` is none of ours, and left alone. */
export function parseCopyKey(key: string): CopyKey {
  if (key.startsWith(ARTICLE_PREFIX)) return { kind: 'article', slug: key.slice(ARTICLE_PREFIX.length) };
  if (key.startsWith(URL_PREFIX)) return { kind: 'url', hash: key.slice(URL_PREFIX.length) };
  if (key.startsWith(SITEMAP_PREFIX))
    return { kind: 'sitemap-part', part: Number(key.slice(SITEMAP_PREFIX.length)) };
  if (key === SITEMAP_KEY) return { kind: 'sitemap' };
  return { kind: key === FRONT_KEY ? 'front' : 'foreign' };
}

/**
 * The part of a range of keys that has this kind of key, as bounds of what follows its prefix: above `after`, up to
 * `through` (null: to the end). Undefined where the range has none of them. KV lists keys in the order of their bytes.
 */
export function rangeWithin(
  kind: 'article' | 'url',
  range: { after: string; through: string | null },
): { after: string; through: string | null } | undefined {
  const prefix = kind === 'article' ? ARTICLE_PREFIX : URL_PREFIX;
  const { after, through } = range;
  if (after > prefix && !after.startsWith(prefix)) return undefined;
  if (through !== null && through < prefix) return undefined;
  return {
    after: after.startsWith(prefix) ? after.slice(prefix.length) : '',
    through: through?.startsWith(prefix) ? through.slice(prefix.length) : null,
  };
}
