/**
 * Where readers find an article: the publisher's page, or ours.
 *
 * @param origin - Where our own pages stand, without a trailing slash.
 */
export function readerUrl({ slug, url }: { slug: string; url: string | null }, origin: string): string {
  return url ?? `${origin}/articles/${slug}`;
}
