import { parsePublishedTime } from '../metadata/published-time.ts';
import { listOf, parseXml, rootOf, textOf, type XmlNode } from './xml.ts';

export interface SitemapPage {
  url: string;
  /** RFC 3339; `lastmod`, or the date of a News sitemap. */
  changedAt: string | undefined;
  /** Of a News sitemap. */
  publishedAt: string | undefined;
}

export interface Sitemap {
  pages: SitemapPage[];
  /** Further sitemaps, of an index. */
  sitemaps: SitemapPage[];
}

/** A text file may list 50,000 addresses (sitemaps.org, "Text file"). */
const LINES_MAX_COUNT = 50_000;

/**
 * Reads a sitemap, an index of sitemaps, or a list of addresses, one a line (sitemaps.org); with the dates of Google News.
 *
 * @returns undefined for anything else.
 */
export function parseSitemap(source: string): Sitemap | undefined {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  if (/^\s*https?:\/\//i.test(text.slice(0, 200))) return { pages: readLines(text), sitemaps: [] };
  const found = rootOf(parseXml(text) ?? {}, ['urlset', 'sitemapindex']);
  if (found === undefined) return undefined;
  const { root, prefix } = found;
  return {
    pages: listOf(root[`${prefix}url`]).flatMap((entry) => readEntry(entry, prefix)),
    sitemaps: listOf(root[`${prefix}sitemap`]).flatMap((entry) => readEntry(entry, prefix)),
  };
}

function readLines(text: string): SitemapPage[] {
  return text
    .split(/\r\n|[\r\n]/)
    .slice(0, LINES_MAX_COUNT)
    .flatMap((line) =>
      URL.parse(line.trim()) !== null
        ? [{ url: line.trim(), changedAt: undefined, publishedAt: undefined }]
        : [],
    );
}

function readEntry(entry: XmlNode, prefix: string): SitemapPage[] {
  const url = textOf(entry[`${prefix}loc`]);
  if (url === undefined || URL.parse(url) === null) return [];
  const news = listOf(entry['news:news'] ?? entry[`${prefix}news`])[0];
  const publishedAt = parsePublishedTime(
    textOf(news?.['news:publication_date'] ?? news?.[`${prefix}publication_date`]),
  );
  return [
    {
      url,
      changedAt: parsePublishedTime(textOf(entry[`${prefix}lastmod`])) ?? publishedAt,
      publishedAt,
    },
  ];
}
