import { lastChangeOf } from '../../core/article/article.ts';
import type { IndexableEntry } from '../../flows/ports.ts';
import { element, XML_DECLARATION } from './xml.ts';

/** A sitemap may hold 50,000 addresses (sitemaps.org), and the front page is one. */
export const SITEMAP_MAX_COUNT = 49_999;
/** News sitemaps list what is at most two days old. */
const NEWS_MAX_AGE_MS = 48 * 60 * 60 * 1000;

export interface SitemapProps {
  entries: readonly IndexableEntry[];
  publicationName: string;
  origin: string;
  /** Milliseconds since the epoch. */
  now: number;
}

export function renderSitemap({ entries, publicationName, origin, now }: SitemapProps): string {
  const urls = entries.map((entry) => {
    const isNews = now - Date.parse(entry.publishedAt) <= NEWS_MAX_AGE_MS;
    return [
      '<url>',
      element('loc', `${origin}/articles/${entry.slug}`),
      element('lastmod', lastChangeOf(entry)),
      isNews ? renderNews(entry, publicationName) : '',
      '</url>',
    ].join('');
  });
  return [
    XML_DECLARATION,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    `<url>${element('loc', `${origin}/`)}</url>`,
    ...urls,
    '</urlset>\n',
  ].join('');
}

function renderNews(entry: IndexableEntry, publicationName: string): string {
  const language = entry.language === 'und' ? 'en' : entry.language;
  return [
    '<news:news><news:publication>',
    element('news:name', publicationName),
    element('news:language', language.split('-')[0]),
    '</news:publication>',
    element('news:publication_date', entry.publishedAt),
    element('news:title', entry.title),
    '</news:news>',
  ].join('');
}
