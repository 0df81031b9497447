import type { ArticleRecord } from '../../core/catalogue/article-record.ts';
import { isSamePageUrl } from '../../core/fetching/page-identity.ts';

/** Whether the article came from reading pages, so that reading them again may change it. */
export function isFromPages({ source }: Pick<ArticleRecord, 'source'>): boolean {
  return source === 'page' || source === 'feed';
}

/** Whether this is the article's own page, not another way to it. */
export function isOwnAddress({ url }: ArticleRecord, pageUrl: string): boolean {
  return url !== null && isSamePageUrl(url, pageUrl);
}
