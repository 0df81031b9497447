import * as z from 'zod/mini';
import { lazily } from '../lazily.ts';

/**
 * What the sitemap says, in values of bounded size. The root names the parts and holds the news; a part holds the
 * articles that were given to it. An article keeps its part, so a change writes one part anew and leaves the others, and
 * what crawlers know of them, alone.
 */

/** Far below the 50,000 that sitemaps.org allows: the newest part is written anew with every article. */
export const SITEMAP_PART_MAX_COUNT = 5_000;
/** Google: at most 1,000 articles, of the last two days. */
export const NEWS_MAX_COUNT = 1_000;
export const NEWS_MAX_AGE_MS = 48 * 60 * 60 * 1000;

const versionShape = lazily(() => ({
  schema: z.int(),
  catalogue: z.string(),
  /** Grows with every change of any part. */
  version: z.int(),
}));

export const sitemapSchema = lazily(() =>
  z.object({
    ...versionShape(),
    /** `changedAt` is RFC 3339. */
    parts: z.array(z.object({ number: z.int(), changedAt: z.string() })),
    /** Newest first. */
    news: z.array(
      z.object({ slug: z.string(), title: z.string(), publishedAt: z.string(), language: z.string() }),
    ),
  }),
);
export type Sitemap = z.infer<ReturnType<typeof sitemapSchema>>;

export const sitemapPartSchema = lazily(() =>
  z.object({
    ...versionShape(),
    /** The `<url>` elements of its articles as they are sent, but for {@link OWN_ORIGIN}: a crawler's visit writes nothing. */
    urls: z.string(),
  }),
);
export type SitemapPart = z.infer<ReturnType<typeof sitemapPartSchema>>;
export type SitemapVersion = Pick<Sitemap, keyof ReturnType<typeof versionShape>>;

/** Stands where the service's own address will: the catalogue does not know it. Neither slugs nor dates have braces. */
export const OWN_ORIGIN = '{origin}';

/** @param entries - `changedAt` is when what readers see was last changed. */
export function writeSitemapUrls(entries: Iterable<{ slug: string; changedAt: string }>): string {
  return Array.from(
    entries,
    ({ slug, changedAt }) =>
      `<url><loc>${OWN_ORIGIN}/articles/${slug}</loc><lastmod>${changedAt}</lastmod></url>`,
  ).join('');
}
