import type { Article } from '../../core/article/article.ts';
import { lastChangeOf } from '../../core/article/dates.ts';

/** What a feed tells of an article, the same in every format. */
export interface FeedItem {
  /** The same for ever, and nobody else's: readers know what they have read by it. */
  id: string;
  article: Article;
  /** The publisher's page, or ours. */
  pageUrl: string;
  /** Key points, one to a line; null where the article shows no summary. */
  summary: string | null;
}

export interface FeedProps {
  items: readonly FeedItem[];
  publicationName: string;
  origin: string;
}

/** The language of all articles; `de` where some are in `de-AT`. A feed of several languages is in none. */
export function feedLanguage(items: readonly FeedItem[]): string | undefined {
  const languages = new Set(items.map(({ article }) => article.language));
  const primary = new Set([...languages].map((language) => language.split('-')[0]));
  const [common] = languages.size === 1 ? languages : primary;
  return primary.size === 1 && common !== 'und' ? common : undefined;
}

/** When the feed last changed, as far as what stands in it tells. */
export function lastFeedChange(items: readonly FeedItem[]): number | undefined {
  return items.length === 0
    ? undefined
    : Math.max(...items.map(({ article }) => Date.parse(lastChangeOf(article))));
}
