import { formatInstant, lastChangeOf } from '../core/article/dates.ts';
import { PROJECTION_SCHEMA } from '../core/catalogue/projection.ts';
import {
  NEWS_MAX_AGE_MS,
  NEWS_MAX_COUNT,
  SITEMAP_PART_MAX_COUNT,
  type Sitemap,
  type SitemapPart,
  writeSitemapUrls,
} from '../core/catalogue/sitemap.ts';
import type { ArticleRow } from './memory-rows.ts';

interface ListVersion {
  catalogue: string;
  version: number;
}

/** @param own - Articles whose page is ours, oldest first. */
export function describeSitemap(
  own: readonly ArticleRow[],
  { now, ...version }: ListVersion & { now: number },
): Sitemap {
  const count = Math.ceil(own.length / SITEMAP_PART_MAX_COUNT);
  return {
    schema: PROJECTION_SCHEMA,
    ...version,
    parts: Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      changedAt: formatInstant(Math.max(...partOf(own, index + 1).map(changedAt))),
    })),
    news: own
      .filter(({ publishedAt }) => publishedAt > now - NEWS_MAX_AGE_MS)
      .reverse()
      .slice(0, NEWS_MAX_COUNT)
      .map(({ record: { slug, title, publishedAt, language } }) => ({ slug, title, publishedAt, language })),
  };
}

/** Here the order alone decides: nothing is kept of who was given which part. */
export function describePart(
  own: readonly ArticleRow[],
  { number, ...version }: ListVersion & { number: number },
): SitemapPart | undefined {
  const rows = partOf(own, number);
  if (rows.length === 0) return undefined;
  const entries = rows.map(({ record }) => ({ slug: record.slug, changedAt: lastChangeOf(record) }));
  return {
    schema: PROJECTION_SCHEMA,
    ...version,
    urls: writeSitemapUrls(entries.sort((a, b) => (a.slug < b.slug ? -1 : 1))),
  };
}

function partOf(own: readonly ArticleRow[], number: number): readonly ArticleRow[] {
  return own.slice((number - 1) * SITEMAP_PART_MAX_COUNT, number * SITEMAP_PART_MAX_COUNT);
}

function changedAt({ record }: ArticleRow): number {
  return Date.parse(lastChangeOf(record));
}
