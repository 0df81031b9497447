import type { FeedMemory, Ingestion } from '../../flows/ingestion/ports.ts';
import type { CrawlSettings, SiteCrawler } from './site-crawler.ts';

/** The crawlers behind their binding: one for each host. */
export function createIngestion(
  namespace: DurableObjectNamespace<SiteCrawler>,
  settings: CrawlSettings,
): Ingestion {
  return {
    ingest: async (order) => crawlerOf(namespace, order.pageUrl).ingest(order, settings),
  };
}

export function createFeedMemory(namespace: DurableObjectNamespace<SiteCrawler>): FeedMemory {
  return {
    load: async (feedUrl) => crawlerOf(namespace, feedUrl).feed(feedUrl),
    save: async (feedUrl, state) => crawlerOf(namespace, feedUrl).rememberFeed(feedUrl, state),
  };
}

function crawlerOf(
  namespace: DurableObjectNamespace<SiteCrawler>,
  url: string,
): DurableObjectStub<SiteCrawler> {
  return namespace.getByName(new URL(url).hostname);
}
