import type { Article } from '../../core/article/article.ts';

/** What a feed tells of an article, the same in every format. */
export interface FeedItem {
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

/** The feed speaks the language of its newest article. */
export function feedLanguage(items: readonly FeedItem[]): string | undefined {
  const language = items[0]?.article.language;
  return language === 'und' ? undefined : language;
}
