import { NEWS_MAX_AGE_MS, type Sitemap, type SitemapPart } from '../core/catalogue/sitemap.ts';
import { DomainError } from '../core/errors.ts';
import type { CallerName, Clock } from './ports.ts';
import { copyOrTruth, type ReadDependencies } from './read-article.ts';

type Dependencies = ReadDependencies & { now: Clock };

/**
 * The index of the sitemap: its parts, and the news that are news still.
 *
 * @throws {DomainError} `rate-limited`, `store-unavailable`.
 */
export async function readSitemap(dependencies: Dependencies, caller: CallerName): Promise<Sitemap> {
  const sitemap = await copyOrTruth(dependencies, {
    name: 'sitemap',
    caller,
    limiter: dependencies.fallbackLimiter,
    copy: () => dependencies.copies.sitemap(),
    truth: () => dependencies.catalogue.sitemap(),
  });
  if (sitemap === undefined) throw new Error('a catalogue always has a sitemap');
  const oldest = dependencies.now() - NEWS_MAX_AGE_MS;
  return { ...sitemap, news: sitemap.news.filter(({ publishedAt }) => Date.parse(publishedAt) > oldest) };
}

/**
 * One part. Only what the index names is looked for, so made-up numbers reach no store but the copy of the index.
 *
 * @throws {DomainError} `route-not-found`; as {@link readSitemap}.
 */
export async function readSitemapPart(
  dependencies: Dependencies,
  { parts, news: _news, ...version }: Sitemap,
  number: number,
  caller: CallerName,
): Promise<SitemapPart> {
  if (number === 1 && parts.length === 0) return { ...version, urls: '' };
  const isNamed = parts.some((part) => part.number === number);
  const part = isNamed ? await lookUp(dependencies, number, caller) : undefined;
  if (part === undefined) throw new DomainError({ kind: 'route-not-found' });
  return part;
}

function lookUp(dependencies: Dependencies, number: number, caller: CallerName) {
  return copyOrTruth(dependencies, {
    name: `sitemap:${number}`,
    caller,
    limiter: dependencies.fallbackLimiter,
    copy: () => dependencies.copies.sitemapPart(number),
    truth: () => dependencies.catalogue.sitemapPart(number),
  });
}
