import { dateOf } from '../../core/article/dates.ts';
import { type FeedItem, type FeedProps, feedLanguage, lastFeedChange } from './feed-item.ts';
import { element, escapeXml, XML_DECLARATION } from './xml.ts';

/** RSS 2.0, with the text of articles whose text is public. */
export function renderRssFeed({ items, publicationName, origin }: FeedProps): string {
  const language = feedLanguage(items);
  const changedAt = lastFeedChange(items);
  return [
    XML_DECLARATION,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element('title', publicationName),
    element('link', `${origin}/`),
    element('description', publicationName),
    `<atom:link href="${escapeXml(origin)}/feed.xml" rel="self" type="application/rss+xml"/>`,
    element('language', language),
    element('lastBuildDate', changedAt === undefined ? undefined : formatRfc822(changedAt)),
    ...items.map((item) => renderItem(item, language)),
    '</channel></rss>\n',
  ].join('');
}

/** An item is told of by its summary or its description; one without is told whole (RSS 2.0, "Elements of <item>"). */
function renderItem({ id, article, pageUrl, summary }: FeedItem, feedLanguage: string | undefined): string {
  const { language } = article;
  const abstract = summary ?? article.description;
  const date = dateOf(article);
  const isForeign = language !== feedLanguage && language !== 'und';
  return [
    '<item>',
    element('title', article.title),
    element('link', pageUrl),
    element('guid', id, ' isPermaLink="false"'),
    element('pubDate', date === null ? undefined : formatRfc822(Date.parse(date))),
    element('dc:creator', article.byline),
    ...article.tags.map((tag) => element('category', tag)),
    element('dc:language', isForeign ? language : undefined),
    element('description', abstract ?? article.html),
    element('content:encoded', abstract === null ? undefined : article.html),
    '</item>',
  ].join('');
}

/** RFC 822 with a four-digit year, as RSS 2.0 asks; the date form of HTTP is one. */
function formatRfc822(timestamp: number): string {
  return new Date(timestamp).toUTCString();
}
