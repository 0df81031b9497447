import { type ArticleRecord, aliasesOf, pageUrlsOf } from '../../core/catalogue/article-record.ts';
import { normalizePageUrl, pagePath } from '../../core/fetching/page-identity.ts';
import { ALIASES_MAX_COUNT } from '../../core/limits.ts';
import { addressesOf, type PageFinding } from './judge-answer.ts';

/** The address that an article is known by: a query that somebody has made up gives way to the bare path. */
export function homeOf(article: PageFinding, record: ArticleRecord | undefined): string {
  if (record === undefined || record.url === null) return article.address;
  const path = pagePath(record.url);
  return normalizePageUrl(article.address) === path ? article.address : record.url;
}

/**
 * Other paths that lead here become aliases. Another query does not: anybody can make up any number of them, so they
 * are remembered beside the site and cost no write.
 */
export function aliasesFor(article: PageFinding, record: ArticleRecord | undefined): string[] {
  const stored = record?.aliases ?? [];
  const taken = record === undefined ? [] : pageUrlsOf(record);
  const known = [homeOf(article, record), ...taken];
  const identities = new Set(known.map(normalizePageUrl));
  const paths = new Set(known.map(pagePath));
  const fresh = addressesOf(article).filter((address) => {
    const identity = normalizePageUrl(address);
    const isNamed = article.isCanonical && address === article.address;
    return !identities.has(identity) && (isNamed || !paths.has(pagePath(address)));
  });
  const room = ALIASES_MAX_COUNT - (record === undefined ? 0 : aliasesOf(record).length);
  return [...stored, ...fresh.slice(0, Math.max(0, room))];
}
