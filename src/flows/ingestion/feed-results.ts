import type { FeedMemory, FeedResult } from './ports.ts';

/** Last results of all feeds, for `/v1/status`. */
export async function lastFeedResults(memory: FeedMemory, feeds: readonly string[]): Promise<FeedResult[]> {
  const states = await Promise.all(feeds.map((feed) => memory.load(feed)));
  return states.flatMap((state) => (state?.result == null ? [] : [state.result]));
}
