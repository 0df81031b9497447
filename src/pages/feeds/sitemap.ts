import { OWN_ORIGIN, type Sitemap } from '../../core/catalogue/sitemap.ts';
import { element, escapeXml, XML_DECLARATION } from './xml.ts';

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS_NAMESPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

/**
 * The index (sitemaps.org): its parts, the first of which holds the front page and so is always there, and the news of
 * the last two days.
 */
export function renderSitemapIndex(parts: Sitemap['parts'], news: Sitemap['news'], origin: string): string {
  const numbered = parts.length === 0 ? [{ number: 1, changedAt: null }] : parts;
  return [
    `${XML_DECLARATION}<sitemapindex ${NAMESPACE}>`,
    ...(news.length === 0 ? [] : [reference(`${origin}/sitemap.xml?part=news`, news[0]?.publishedAt)]),
    ...numbered.map(({ number, changedAt }) => reference(`${origin}/sitemap.xml?part=${number}`, changedAt)),
    '</sitemapindex>\n',
  ].join('');
}

function reference(address: string, changedAt: string | null | undefined): string {
  return `<sitemap>${element('loc', address)}${element('lastmod', changedAt)}</sitemap>`;
}

/** @param urls - As the copy of the part has them. */
export function renderSitemapPart(urls: string, origin: string, isFirst: boolean): string {
  return [
    `${XML_DECLARATION}<urlset ${NAMESPACE}>`,
    isFirst ? frontPage(origin) : '',
    urls.replaceAll(OWN_ORIGIN, escapeXml(origin)),
    '</urlset>\n',
  ].join('');
}

/** Google's rules for news: name and language of the publication, date and title of the article. */
export function renderNewsSitemap(news: Sitemap['news'], publicationName: string, origin: string): string {
  return [
    `${XML_DECLARATION}<urlset ${NAMESPACE} ${NEWS_NAMESPACE}>`,
    news.length === 0 ? frontPage(origin) : '', // An empty one would be none by the schema.
    ...news.map((entry) => renderNews(entry, publicationName, origin)),
    '</urlset>\n',
  ].join('');
}

function renderNews(
  { slug, title, publishedAt, language }: Sitemap['news'][number],
  publicationName: string,
  origin: string,
): string {
  return [
    `<url>${element('loc', `${origin}/articles/${slug}`)}<news:news><news:publication>`,
    element('news:name', publicationName),
    element('news:language', newsLanguage(language)),
    '</news:publication>',
    element('news:publication_date', publishedAt),
    element('news:title', title),
    '</news:news></url>',
  ].join('');
}

/** Two or three letters, but for Chinese, which is named with its script (Google's rules). */
function newsLanguage(language: string): string {
  const [primary = 'en', ...rest] = language.toLowerCase().split('-');
  if (primary === 'und') return 'en';
  if (primary !== 'zh') return primary;
  return rest.some((part) => TRADITIONAL.has(part)) ? 'zh-tw' : 'zh-cn';
}
const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo']);

function frontPage(origin: string): string {
  return `<url>${element('loc', `${origin}/`)}</url>`;
}
