import { formatInstant } from '../../core/article/dates.ts';
import { decodeFeed } from '../../core/extraction/feeds/decode-feed.ts';
import { type Feed, readFeed as parseFeed } from '../../core/extraction/feeds/parse-feed.ts';
import type { FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { Clock } from '../ports.ts';
import type { FeedMemory, FeedResult, FeedState, Ingestion, PageAnswer, PageFetcher } from './ports.ts';
import { takeItems } from './take-feed-items.ts';

export interface FeedDependencies {
  feeds: readonly string[];
  /** Of dates in feeds that name none. */
  timeZone?: string | undefined;
  policy: FetchPolicy;
  fetcher: PageFetcher;
  memory: FeedMemory;
  ingestion: Ingestion;
  now: Clock;
  /** Told of what went wrong on our side: no feed's fault, so it waits for nothing. */
  onFailure: (error: unknown) => void;
}

/** How one reading ended, and what is remembered for the next. */
interface Reading {
  result: Partial<FeedResult> & Pick<FeedResult, 'outcome'>;
  state: FeedState;
}

const FEED_DEADLINE_MS = 10_000;
const PAUSE_AFTER_FAILURE_SECONDS = 15 * 60;
/** What is looked at of a feed that holds a whole archive; an import takes all. */
const ITEMS_MAX_COUNT = 500;

const NEVER_READ: FeedState = {
  etag: null,
  lastModified: null,
  items: {},
  notBefore: 0,
  result: null,
};

/** Reads every feed and the pages that are new or changed in it. A feed that fails never stops another. */
export async function readFeeds(dependencies: FeedDependencies): Promise<FeedResult[]> {
  const results: FeedResult[] = [];
  for (const feed of dependencies.feeds) results.push(await readFeedSafely(dependencies, feed));
  return results;
}

async function readFeedSafely(dependencies: FeedDependencies, feed: string): Promise<FeedResult> {
  try {
    const state = (await dependencies.memory.load(feed)) ?? NEVER_READ;
    if (dependencies.now() < state.notBefore)
      return describe(dependencies, feed, {
        outcome: 'waiting',
        detail: `until ${formatInstant(state.notBefore)}`,
      });
    const reading = await readFeed(dependencies, feed, state);
    const result = describe(dependencies, feed, reading.result);
    await dependencies.memory.save(feed, { ...reading.state, result });
    return result;
  } catch (error) {
    dependencies.onFailure(error);
    return describe(dependencies, feed, {
      outcome: 'failed',
      detail: 'something went wrong on our side',
    });
  }
}

async function readFeed(dependencies: FeedDependencies, feed: string, state: FeedState): Promise<Reading> {
  const { etag, lastModified } = state;
  const answer = await dependencies.fetcher.fetch({
    url: feed,
    expects: 'feed',
    etag,
    lastModified,
    deadlineMs: FEED_DEADLINE_MS,
  });
  if (answer.kind === 'unchanged') return { result: { outcome: 'unchanged' }, state };
  const failed = (detail: string, pauseSeconds = PAUSE_AFTER_FAILURE_SECONDS): Reading => ({
    result: { outcome: 'failed', detail },
    state: { ...state, notBefore: dependencies.now() + pauseSeconds * 1000 },
  });
  if (answer.kind !== 'body') {
    const askedFor = answer.kind === 'status' ? answer.retryAfterSeconds : null;
    return failed(describeFailure(answer), askedFor ?? undefined);
  }
  const parsed = parseFeed(decodeFeed(answer.bytes, answer.contentType), answer.url, {
    timeZone: dependencies.timeZone,
  });
  if (parsed === undefined) return failed('it is no feed');
  const taken = await takeItems(dependencies, parsed.items.slice(0, ITEMS_MAX_COUNT), state.items);
  return {
    result: {
      outcome: 'read',
      detail: describeFaults(parsed),
      ...taken.counts,
    },
    state: {
      ...state,
      // Validators stand for a feed whose items have all been taken; otherwise the next run must see it again.
      etag: taken.isComplete ? answer.etag : null,
      lastModified: taken.isComplete ? answer.lastModified : null,
      items: taken.known,
      notBefore: 0,
    },
  };
}

/** What was read in spite of something, for whoever keeps the feed. */
function describeFaults({ items, isWellFormed, skippedCount }: Feed): string {
  const faults = [
    ...(isWellFormed ? [] : ['it is not well-formed, and was read as far as it is']),
    ...(skippedCount === 0 ? [] : [`items that name no page: ${skippedCount}`]),
    ...(items.length <= ITEMS_MAX_COUNT ? [] : [`only its first ${ITEMS_MAX_COUNT} items are looked at`]),
  ];
  return faults.join('; ');
}

function describeFailure(answer: Exclude<PageAnswer, { kind: 'body' | 'unchanged' }>): string {
  switch (answer.kind) {
    case 'status':
      return `its server answered ${answer.status}`;
    case 'refused':
      return `it leads to an address that may not be read (${answer.refusal})`;
    case 'unusable':
      return answer.problem === 'too-large' ? 'it is larger than a feed may be' : 'it is no feed';
    case 'timeout':
      return 'it did not come in time';
    case 'unreachable':
    case 'not-permitted':
      return 'its server cannot be reached';
  }
}

function describe({ now }: FeedDependencies, feed: string, result: Reading['result']): FeedResult {
  const nothing = {
    detail: '',
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
  };
  return { feed, at: formatInstant(now()), ...nothing, ...result };
}
