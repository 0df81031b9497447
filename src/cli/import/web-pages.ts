import { listOf, member, parseFeed, parseXml, textOf } from '../../core/extraction/feeds/parse-feed.ts';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { readPage } from '../../core/extraction/read-page.ts';
import { type ImportItem, type ImportSource, isBefore } from './import-item.ts';
import { itemOfPage } from './page-item.ts';
import { readUrl } from './read-url.ts';

const SITEMAPS_MAX_COUNT = 1_000;

interface ListedPage {
  url: string;
  changedAt: string | undefined;
}

type Refusal = Extract<ImportItem, { kind: 'refused' }>;

/** The pages that a feed lists, each read from the site itself. */
export function createFeedSource(feedUrl: string, since: string | undefined): ImportSource {
  return createPagesSource(since, async function* listFeed() {
    const { bytes, url } = await readUrl(feedUrl);
    const items = parseFeed(new TextDecoder().decode(bytes), url);
    if (items === undefined) throw new Error(`${feedUrl} is no feed`);
    for (const item of items) yield { url: item.url, changedAt: item.updatedAt ?? undefined };
  });
}

/** The pages of a sitemap, of its index, gzip files and news entries included (sitemaps.org, Google News sitemaps). */
export function createSitemapSource(sitemapUrl: string, since: string | undefined): ImportSource {
  return createPagesSource(since, async function* listSitemap() {
    const queue: ListedPage[] = [{ url: sitemapUrl, changedAt: undefined }];
    const seen = new Set<string>();
    while (queue.length > 0 && seen.size < SITEMAPS_MAX_COUNT) {
      const next = queue.shift();
      if (next === undefined || seen.has(next.url) || isBefore(next.changedAt, since)) continue;
      seen.add(next.url);
      const root = await readSitemap(next.url, next.url === sitemapUrl);
      if (root.kind === 'refused') {
        yield root;
        continue;
      }
      queue.push(...listOf(member(root.node, 'sitemapindex')?.sitemap).flatMap((entry) => readEntry(entry)));
      yield* listOf(member(root.node, 'urlset')?.url).flatMap((entry) => readEntry(entry));
    }
  });
}

/** A dead part of an index costs its pages, and that is told; the sitemap that was asked for has to be there. */
async function readSitemap(
  url: string,
  isAskedFor: boolean,
): Promise<{ kind: 'read'; node: ReturnType<typeof parseXml> } | Refusal> {
  try {
    return { kind: 'read', node: parseXml(new TextDecoder().decode((await readUrl(url)).bytes)) };
  } catch (error) {
    if (isAskedFor) throw error;
    return { kind: 'refused', name: url, reason: error instanceof Error ? error.message : String(error) };
  }
}

function readEntry(entry: Readonly<Record<string, unknown>>): ListedPage[] {
  const url = textOf(entry.loc);
  if (url === undefined || URL.parse(url) === null) return [];
  const news = textOf(member(entry, 'news:news')?.['news:publication_date']);
  return [{ url, changedAt: parsePublishedTime(textOf(entry.lastmod) ?? news) }];
}

function createPagesSource(
  since: string | undefined,
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
      for (const page of pages) yield { kind: 'listed', read: () => readItem(page) };
    },
  };
}

/**
 * Pages keep the source `page`: the service goes on looking at them when they change. A date that the page does not say
 * is the one that the list says.
 */
async function readItem({ url, changedAt }: ListedPage): Promise<ImportItem> {
  try {
    const fetched = await readUrl(url, { headers: { Accept: 'text/html' } });
    const page = readPage({ ...fetched, robots: fetched.headers.get('X-Robots-Tag') ?? '' });
    return itemOfPage(page, { url, name: url, missing: 'refused', listedAt: changedAt ?? null });
  } catch (error) {
    return { kind: 'refused', name: url, reason: error instanceof Error ? error.message : String(error) };
  }
}
