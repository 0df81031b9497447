import { dateOf, lastChangeOf } from '../../core/article/dates.ts';
import { type FeedItem, type FeedProps, feedLanguage } from './feed-item.ts';

/** JSON Feed 1.1. An item needs a content; where the text is not public its summary is the content. */
export function renderJsonFeed({ items, publicationName, origin }: FeedProps): string {
  const language = feedLanguage(items);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: publicationName,
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    ...(language === undefined ? {} : { language }),
    items: items.map(describeItem),
  });
}

function describeItem({ id, article, pageUrl, summary }: FeedItem) {
  const { language } = article;
  const abstract = summary ?? article.description;
  const date = dateOf(article);
  return {
    id,
    url: pageUrl,
    title: article.title,
    ...(article.html === null ? { content_text: abstract ?? '' } : { content_html: article.html }),
    ...(abstract === null ? {} : { summary: abstract }),
    ...(article.image === null ? {} : { image: article.image.url }),
    ...(date === null ? {} : { date_published: date }),
    date_modified: lastChangeOf(article),
    ...(article.byline === null ? {} : { authors: [{ name: article.byline }] }),
    ...(article.tags.length === 0 ? {} : { tags: article.tags }),
    ...(language === 'und' ? {} : { language }),
  };
}
