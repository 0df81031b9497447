import { decodeFeed } from '../../core/extraction/feeds/decode-feed.ts';
import { readFeed } from '../../core/extraction/feeds/parse-feed.ts';
import { parseSitemap, type Sitemap, type SitemapPage } from '../../core/extraction/feeds/parse-sitemap.ts';
import { readPage } from '../../core/extraction/read-page.ts';
import { mediaTypeOf, PAGE_MEDIA } from '../../core/fetching/page-media.ts';
import { type ImportItem, type ImportSource, isBefore } from './import-item.ts';
import { itemOfPage } from './page-item.ts';
import { readUrl } from './read-url.ts';

const SITEMAPS_MAX_COUNT = 1_000;

interface ListedPage {
  url: string;
  changedAt: string | undefined;
  publishedAt: string | undefined;
}

type Refusal = Extract<ImportItem, { kind: 'refused' }>;

export interface PagesOptions {
  since: string | undefined;
  /** IANA name of the zone of dates that name none. */
  zone: string | undefined;
}

/** The pages that a feed lists, each read from the site itself. */
export function createFeedSource(feedUrl: string, options: PagesOptions): ImportSource {
  return createPagesSource(options, async function* listFeed() {
    const { bytes, contentType, url } = await readUrl(feedUrl);
    const feed = readFeed(decodeFeed(bytes, contentType), url, { timeZone: options.zone });
    if (feed === undefined) throw new Error(`${feedUrl} is no feed`);
    if (!feed.isWellFormed) yield refuse(feedUrl, 'is not well-formed, and was read as far as it is');
    if (feed.skippedCount > 0) yield refuse(feedUrl, `has items that name no page: ${feed.skippedCount}`);
    for (const { url: page, updatedAt, publishedAt } of feed.items)
      yield { url: page, changedAt: updatedAt ?? undefined, publishedAt: publishedAt ?? undefined };
  });
}

/** The pages of a sitemap, of its index, gzip files and news entries included (sitemaps.org, Google News sitemaps). */
export function createSitemapSource(sitemapUrl: string, options: PagesOptions): ImportSource {
  return createPagesSource(options, async function* listSitemap() {
    const queue: SitemapPage[] = [{ url: sitemapUrl, changedAt: undefined, publishedAt: undefined }];
    const seen = new Set<string>();
    while (queue.length > 0 && seen.size < SITEMAPS_MAX_COUNT) {
      const next = queue.shift();
      if (next === undefined || seen.has(next.url) || isBefore(next.changedAt, options.since)) continue;
      seen.add(next.url);
      const sitemap = await readSitemap(next.url, next.url === sitemapUrl);
      if ('kind' in sitemap) {
        yield sitemap;
        continue;
      }
      queue.push(...sitemap.sitemaps);
      yield* sitemap.pages;
    }
  });
}

/** A dead part of an index costs its pages, and that is told; the sitemap that was asked for has to be there. */
async function readSitemap(url: string, isAskedFor: boolean): Promise<Sitemap | Refusal> {
  try {
    const { bytes, contentType } = await readUrl(url);
    const sitemap = parseSitemap(decodeFeed(bytes, contentType));
    if (sitemap === undefined) throw new Error(`${url} is no sitemap`);
    return sitemap;
  } catch (error) {
    if (isAskedFor) throw error;
    return refuse(url, error instanceof Error ? error.message : String(error));
  }
}

function refuse(name: string, reason: string): Refusal {
  return { kind: 'refused', name, reason };
}

function createPagesSource(
  { since, zone }: PagesOptions,
  list: () => AsyncIterable<ListedPage | Refusal>,
): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const pages: ListedPage[] = [];
      for await (const page of list()) {
        if ('kind' in page) yield page;
        else if (!isBefore(page.changedAt, since)) pages.push(page);
      }
      total = pages.length;
      for (const page of pages) yield { kind: 'listed', read: () => readItem(page, zone) };
    },
  };
}

/**
 * Pages keep the source `page`: the service goes on looking at them when they change. A date that the page does not say
 * is the one that the list says.
 */
async function readItem(
  { url, changedAt, publishedAt }: ListedPage,
  timeZone: string | undefined,
): Promise<ImportItem> {
  try {
    const fetched = await readUrl(url, { headers: { Accept: 'text/html' } });
    const mediaType = mediaTypeOf(fetched.headers.get('Content-Type'));
    if (!PAGE_MEDIA.test(mediaType))
      return { kind: 'left-out', name: url, reason: `is ${mediaType}, no page` };
    const page = readPage({ ...fetched, robots: fetched.headers.get('X-Robots-Tag') ?? '', timeZone });
    return itemOfPage(page, {
      url,
      name: url,
      missing: 'refused',
      listedAt: publishedAt ?? changedAt ?? null,
    });
  } catch (error) {
    return { kind: 'refused', name: url, reason: error instanceof Error ? error.message : String(error) };
  }
}
