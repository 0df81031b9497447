import * as z from 'zod/mini';
import { LIST_TAG, SITEMAP_TAG } from '../../core/catalogue/copy-keys.ts';
import { formatListEtag } from '../../core/catalogue/etag.ts';
import type { SitemapVersion } from '../../core/catalogue/sitemap.ts';
import { readerUrl } from '../../core/fetching/reader-url.ts';
import { lazily } from '../../core/lazily.ts';
import type { Summary } from '../../core/summary/summary.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/wanted.ts';
import type { ReadableArticle } from '../../flows/read-article.ts';
import { readNewest } from '../../flows/read-newest.ts';
import { readSitemap, readSitemapPart } from '../../flows/read-sitemap.ts';
import { type SummaryView, summaryIfAny } from '../../flows/summarize-article.ts';
import type { FeedItem, FeedProps } from '../../pages/feeds/feed-item.ts';
import type { Answer } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, originOf, viewOf } from '../context.ts';
import { respond } from '../respond.ts';
import { parseQuery } from '../validate.ts';

const FEED_MAX_COUNT = 30;

type LoadRenderer = () => Promise<(props: FeedProps) => string>;

export function getRssFeed(dependencies: Dependencies, context: Context): Promise<Answer> {
  return getFeed(dependencies, context, 'application/rss+xml; charset=utf-8', async () => {
    const { renderRssFeed } = await import('../../pages/feeds/rss-feed.ts');
    return renderRssFeed;
  });
}

export function getJsonFeed(dependencies: Dependencies, context: Context): Promise<Answer> {
  return getFeed(dependencies, context, 'application/feed+json; charset=utf-8', async () => {
    const { renderJsonFeed } = await import('../../pages/feeds/json-feed.ts');
    return renderJsonFeed;
  });
}

async function getFeed(
  dependencies: Dependencies,
  context: Context,
  contentType: string,
  loadRenderer: LoadRenderer,
): Promise<Answer> {
  const { settings, build } = dependencies;
  const { publicationName, feedIdsSince } = settings;
  const { catalogue, changes, articles } = await readNewest(
    dependencies,
    FEED_MAX_COUNT,
    callerAddress(context),
  );
  const view = viewOf(context, settings);
  const { origin } = view;
  const versions = articles.map(({ head }) => `${head.slug}.${head.projection}`).join(); // Copies may lag behind the list.
  return respond(context, settings, {
    etag: formatListEtag(
      catalogue,
      changes,
      `${contentType} ${versions} ${JSON.stringify(view)} ${publicationName} ${feedIdsSince} ${build}`,
    ),
    cache: 'list',
    contentType,
    tags: [LIST_TAG],
    body: async () => {
      const render = await loadRenderer();
      return render({
        items: await Promise.all(articles.map((article) => feedItem(article, view, feedIdsSince))),
        publicationName,
        origin,
      });
    },
  });
}

async function feedItem(
  article: ReadableArticle,
  view: SummaryView,
  feedIdsSince: number,
): Promise<FeedItem> {
  const { origin } = view;
  const summary = await summaryIfAny(article, DEFAULT_SUMMARY_OPTIONS, view);
  return {
    id: feedId(article, origin, feedIdsSince),
    article: article.article(),
    pageUrl: readerUrl(article.head, origin),
    summary: summary && describeMethod(summary),
  };
}

/** Feeds have no place of their own for how a text came about: what a model wrote says so in its last line. */
function describeMethod({ text, label }: Summary): string {
  return label.aiGenerated ? `${text}\n(${label.text})` : text;
}

/** Release 0.1.0 named items by their slug alone: what it has shown keeps that name, or readers would see it anew. */
function feedId({ head }: ReadableArticle, origin: string, feedIdsSince: number): string {
  const { slug, publishedAt } = head;
  return Date.parse(publishedAt) < feedIdsSince ? slug : `${origin}/articles/${slug}`;
}

/** What of the sitemap is asked for: a part by its number, or the news; the index without it. */
export const sitemapQuerySchema = lazily(() => z.object({ part: z.optional(z.string()) }));

/** All of it is read from copies: no crawler reaches the object that writers wait for. */
export async function getSitemap(dependencies: Dependencies, context: Context): Promise<Answer> {
  const { part } = parseQuery(context, sitemapQuerySchema, 'ignore');
  const { settings, build } = dependencies;
  const { publicationName } = settings;
  const origin = originOf(context, settings);
  const caller = callerAddress(context);
  const sitemap = await readSitemap(dependencies, caller);
  const { news, parts } = sitemap;
  const { renderNewsSitemap, renderSitemapIndex, renderSitemapPart } = await import(
    '../../pages/feeds/sitemap.ts'
  );
  const send = ({ catalogue, version }: SitemapVersion, body: () => string) =>
    respond(context, settings, {
      // What is news becomes less with time alone.
      etag: formatListEtag(
        catalogue,
        version,
        `sitemap ${part} ${news.length} ${origin} ${publicationName} ${build}`,
      ),
      cache: 'list',
      contentType: 'application/xml; charset=utf-8',
      tags: [SITEMAP_TAG],
      body,
    });
  if (part === undefined) return send(sitemap, () => renderSitemapIndex(parts, news, origin));
  if (part === 'news') return send(sitemap, () => renderNewsSitemap(news, publicationName, origin));
  const number = Number(part);
  const found = await readSitemapPart(dependencies, sitemap, number, caller);
  return send(found, () => renderSitemapPart(found.urls, origin, number === 1));
}

/** Nothing is disallowed: what must not be kept says so itself (`X-Robots-Tag`), and has to be read to be obeyed. */
export function getRobots({ settings, build }: Dependencies, context: Context): Promise<Answer> {
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: formatListEtag('robots', 0, `${origin} ${build}`),
    cache: 'list',
    contentType: 'text/plain; charset=utf-8',
    body: () => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  });
}
