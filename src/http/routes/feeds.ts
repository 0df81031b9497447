import { LIST_TAG } from '../../core/catalogue/copy-keys.ts';
import { formatListEtag } from '../../core/catalogue/etag.ts';
import { readerUrl } from '../../core/fetching/page-url.ts';
import { DEFAULT_SUMMARY_OPTIONS } from '../../core/summary/summary-options.ts';
import { limitRate } from '../../flows/limit-rate.ts';
import type { IndexableEntry } from '../../flows/ports.ts';
import { askTruth, type ReadableArticle } from '../../flows/read-article.ts';
import { readNewest } from '../../flows/read-newest.ts';
import { createSingleFlight } from '../../flows/single-flight.ts';
import { summaryIfAny } from '../../flows/summarize-article.ts';
import type { FeedItem, FeedProps } from '../../pages/feeds/feed-item.ts';
import { renderJsonFeed } from '../../pages/feeds/json-feed.ts';
import { renderRssFeed } from '../../pages/feeds/rss-feed.ts';
import { renderSitemap, SITEMAP_MAX_COUNT } from '../../pages/feeds/sitemap.ts';
import type { Answer } from '../answer.ts';
import { type Context, callerAddress, type Dependencies, originOf } from '../context.ts';
import type { Resource } from '../resource.ts';
import { respond } from '../respond.ts';

const FEED_MAX_COUNT = 30;
const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

export function feedResources(dependencies: Dependencies): Resource[] {
  const feed = (contentType: string, render: (props: FeedProps) => string) => (context: Context) =>
    getFeed(dependencies, context, contentType, render);
  const listIndexable = onceAMinute(dependencies);
  return [
    {
      path: '/feed.xml',
      cors: 'public',
      limits: ['fallbacks'],
      GET: feed('application/rss+xml; charset=utf-8', renderRssFeed),
    },
    {
      path: '/feed.json',
      cors: 'public',
      limits: ['fallbacks'],
      GET: feed('application/feed+json; charset=utf-8', renderJsonFeed),
    },
    {
      path: '/sitemap.xml',
      cors: 'none',
      limits: ['fallbacks'],
      GET: (context) => getSitemap(dependencies, context, listIndexable),
    },
    { path: '/robots.txt', cors: 'none', GET: (context) => getRobots(dependencies, context) },
  ];
}

async function getFeed(
  dependencies: Dependencies,
  context: Context,
  contentType: string,
  render: (props: FeedProps) => string,
): Promise<Answer> {
  const { settings, build } = dependencies;
  const { publicationName, feedIdsSince } = settings;
  const { catalogue, changes, articles } = await readNewest(
    dependencies,
    FEED_MAX_COUNT,
    callerAddress(context),
  );
  const origin = originOf(context, settings);
  const versions = articles.map(({ head }) => `${head.slug}.${head.projection}`).join(); // Copies may lag behind the list.
  return respond(context, settings, {
    etag: formatListEtag(
      catalogue,
      changes,
      `${contentType} ${versions} ${origin} ${publicationName} ${feedIdsSince} ${build}`,
    ),
    cache: 'list',
    contentType,
    tags: [LIST_TAG],
    body: () =>
      render({
        items: articles.map((article) => feedItem(article, origin, feedIdsSince)),
        publicationName,
        origin,
      }),
  });
}

function feedItem(article: ReadableArticle, origin: string, feedIdsSince: number): FeedItem {
  return {
    id: feedId(article, origin, feedIdsSince),
    article: article.article(),
    pageUrl: readerUrl(article.head, origin),
    summary: summaryIfAny(article, DEFAULT_SUMMARY_OPTIONS, origin)?.text ?? null,
  };
}

/** Release 0.1.0 named items by their slug alone: what it has shown keeps that name, or readers would see it anew. */
function feedId({ head }: ReadableArticle, origin: string, feedIdsSince: number): string {
  const { slug, publishedAt } = head;
  return Date.parse(publishedAt) < feedIdsSince ? slug : `${origin}/articles/${slug}`;
}

interface Indexable {
  catalogue: string;
  changes: number;
  entries: IndexableEntry[];
}

/**
 * Tens of thousands of rows are read for a sitemap, in the object that writers wait for: each isolate asks once a
 * minute, however many want one.
 */
function onceAMinute({ catalogue, now }: Dependencies): () => Promise<Indexable> {
  const flights = createSingleFlight();
  let known: Indexable | undefined;
  let knownAt = 0;
  const ask = async (): Promise<Indexable> => {
    const id = await askTruth(() => catalogue.identify());
    known = { catalogue: id, ...(await askTruth(() => catalogue.indexable(SITEMAP_MAX_COUNT))) };
    knownAt = now();
    return known;
  };
  return async () =>
    known !== undefined && now() - knownAt < MINUTE_MS ? known : flights.run('indexable', ask);
}

async function getSitemap(
  dependencies: Dependencies,
  context: Context,
  listIndexable: () => Promise<Indexable>,
): Promise<Answer> {
  const { settings, build, fallbackLimiter, now } = dependencies;
  const { publicationName } = settings;
  await limitRate(fallbackLimiter, callerAddress(context));
  const { catalogue, changes, entries } = await listIndexable();
  const origin = originOf(context, settings);
  const hour = Math.floor(now() / HOUR_MS); // What counts as news changes with time, so time is part of the validator.
  return respond(context, settings, {
    etag: formatListEtag(catalogue, changes, `sitemap ${hour} ${origin} ${publicationName} ${build}`),
    cache: 'list',
    contentType: 'application/xml; charset=utf-8',
    tags: [LIST_TAG],
    body: () => renderSitemap({ entries, publicationName, origin, now: hour * HOUR_MS }),
  });
}

/** Nothing is disallowed: what must not be kept says so itself (`X-Robots-Tag`), and has to be read to be obeyed. */
function getRobots({ settings, build }: Dependencies, context: Context): Answer {
  const origin = originOf(context, settings);
  return respond(context, settings, {
    etag: formatListEtag('robots', 0, `${origin} ${build}`),
    cache: 'list',
    contentType: 'text/plain; charset=utf-8',
    body: () => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  });
}
