import { type FeedItem, type FeedProps, feedLanguage } from './feed-item.ts';
import { element, escapeXml, XML_DECLARATION } from './xml.ts';

/** RSS 2.0, with the text of articles whose text is public. */
export function renderRssFeed({ items, publicationName, origin }: FeedProps): string {
  const newest = items[0]?.article.updatedAt;
  return [
    XML_DECLARATION,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element('title', publicationName),
    element('link', `${origin}/`),
    element('description', publicationName),
    `<atom:link href="${escapeXml(origin)}/feed.xml" rel="self" type="application/rss+xml"/>`,
    element('language', feedLanguage(items)),
    element('lastBuildDate', newest === undefined ? undefined : formatRfc822(newest)),
    ...items.map(renderItem),
    '</channel></rss>\n',
  ].join('');
}

function renderItem({ article, pageUrl, summary }: FeedItem): string {
  return [
    '<item>',
    element('title', article.title),
    element('link', pageUrl),
    element('guid', article.slug, ' isPermaLink="false"'),
    element('pubDate', formatRfc822(article.publishedAt)),
    element('dc:creator', article.byline),
    ...article.tags.map((tag) => element('category', tag)),
    element('description', summary),
    element('content:encoded', article.html),
    '</item>',
  ].join('');
}

/** RFC 822 with a four-digit year, as RSS 2.0 asks; the date form of HTTP is one. */
function formatRfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
