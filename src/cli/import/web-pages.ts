import { listOf, member, parseFeed, parseXml, textOf } from '../../core/extraction/feeds/parse-feed.ts';
import { parsePublishedTime } from '../../core/extraction/metadata/published-time.ts';
import { readPage } from '../../core/extraction/read-page.ts';
import { type ImportItem, type ImportSource, isBefore, toItem } from './import-item.ts';
import { readUrl } from './read-url.ts';

const SITEMAPS_MAX_COUNT = 1_000;

interface ListedPage {
  url: string;
  changedAt: string | undefined;
}

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
      const root = parseXml(new TextDecoder().decode((await readUrl(next.url)).bytes));
      queue.push(...listOf(member(root, 'sitemapindex')?.sitemap).flatMap((entry) => readEntry(entry)));
      yield* listOf(member(root, 'urlset')?.url).flatMap((entry) => readEntry(entry));
    }
  });
}

function readEntry(entry: Readonly<Record<string, unknown>>): ListedPage[] {
  const url = textOf(entry.loc);
  if (url === undefined || URL.parse(url) === null) return [];
  const news = textOf(member(entry, 'news:news')?.['news:publication_date']);
  return [{ url, changedAt: parsePublishedTime(textOf(entry.lastmod) ?? news) }];
}

function createPagesSource(since: string | undefined, list: () => AsyncIterable<ListedPage>): ImportSource {
  let total: number | undefined;
  return {
    total: () => total,
    async *items() {
      const pages: ListedPage[] = [];
      for await (const page of list()) if (!isBefore(page.changedAt, since)) pages.push(page);
      total = pages.length;
      for (const page of pages) yield { kind: 'listed', read: () => readItem(page) };
    },
  };
}

/**
 * Pages keep the source `page`: the service goes on looking at them when they change. `updatedAt` comes from the list,
 * so that a page that was read again and is the same makes no write.
 */
async function readItem({ url }: ListedPage): Promise<ImportItem> {
  try {
    const fetched = await readUrl(url, { headers: { Accept: 'text/html' } });
    const page = readPage({ ...fetched, robots: fetched.headers.get('X-Robots-Tag') ?? '' });
    if (page.optedOut !== undefined)
      return { kind: 'refused', name: url, reason: `asks to be left out (${page.optedOut})` };
    if (!page.isArticle) return { kind: 'refused', name: url, reason: 'holds no article' };
    const { body } = page;
    return toItem({
      ...page,
      name: url,
      body:
        body.kind === 'html'
          ? { html: body.source }
          : body.kind === 'text'
            ? { text: body.source }
            : { markdown: body.source },
      url: canonicalOn(url, page.canonicalUrl),
      updatedAt: null,
      access: page.teaserOnly ? 'summary' : null,
      source: 'page',
    });
  } catch (error) {
    return { kind: 'refused', name: url, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The page's own name for itself, where it stays on its host. */
function canonicalOn(url: string, canonical: string | null): string {
  return canonical !== null && new URL(canonical).host === new URL(url).host ? canonical : url;
}
