import { formatInstant } from '../../core/article.ts';
import { DomainError } from '../../core/errors.ts';
import { decodePage } from '../../core/extraction/decode-page.ts';
import { type FeedItem, parseFeed } from '../../core/extraction/parse-feed.ts';
import { decideFetch, type FetchPolicy } from '../../core/fetch-policy.ts';
import type { Clock } from '../ports.ts';
import type { FeedMemory, FeedResult, FeedState, Ingestion, PageFetcher } from './ports.ts';

export interface FeedDependencies {
  feeds: readonly string[];
  policy: FetchPolicy;
  fetcher: PageFetcher;
  memory: FeedMemory;
  ingestion: Ingestion;
  now: Clock;
}

const FEED_DEADLINE_MS = 10_000;
/** Pages read for one feed in one run: the rest comes with the next. */
const ITEMS_PER_RUN = 40;
const ITEMS_REMEMBERED = 1_000;
/** A Worker may wait for six connections at a time. */
const ITEMS_AT_ONCE = 4;
const PAUSE_AFTER_FAILURE_SECONDS = 15 * 60;

const NEVER_READ: FeedState = { etag: null, lastModified: null, items: {}, notBefore: 0, result: null };

/** Reads every feed and the pages that are new or changed in it. A feed that fails never stops another. */
export async function readFeeds(dependencies: FeedDependencies): Promise<FeedResult[]> {
  const results: FeedResult[] = [];
  for (const feed of dependencies.feeds) results.push(await readFeedSafely(dependencies, feed));
  return results;
}

async function readFeedSafely(dependencies: FeedDependencies, feed: string): Promise<FeedResult> {
  try {
    return await readFeed(dependencies, feed);
  } catch (error) {
    const detail = error instanceof DomainError ? error.fault.kind : 'something went wrong on our side';
    return describe(dependencies, feed, 'failed', detail);
  }
}

async function readFeed(dependencies: FeedDependencies, feed: string): Promise<FeedResult> {
  const { memory, fetcher, now } = dependencies;
  const state = (await memory.load(feed)) ?? NEVER_READ;
  if (now() < state.notBefore)
    return describe(dependencies, feed, 'waiting', `until ${formatInstant(state.notBefore)}`);
  const { etag, lastModified } = state;
  const answer = await fetcher.fetch({
    url: feed,
    expects: 'feed',
    etag,
    lastModified,
    deadlineMs: FEED_DEADLINE_MS,
  });
  if (answer.kind === 'unchanged')
    return settle(dependencies, feed, state, describe(dependencies, feed, 'unchanged', ''));
  if (answer.kind !== 'body') {
    const detail =
      answer.kind === 'status' ? `its server answered ${answer.status}` : describeFailure(answer);
    const retryAfter = answer.kind === 'status' ? answer.retryAfterSeconds : null;
    const notBefore = now() + (retryAfter ?? PAUSE_AFTER_FAILURE_SECONDS) * 1000;
    return settle(
      dependencies,
      feed,
      { ...state, notBefore },
      describe(dependencies, feed, 'failed', detail),
    );
  }
  const items = parseFeed(decodePage(answer.bytes, answer.contentType), answer.url);
  if (items === undefined)
    return settle(dependencies, feed, state, describe(dependencies, feed, 'failed', 'it is no feed'));
  return takeItems(dependencies, feed, items, {
    ...state,
    etag: answer.etag,
    lastModified: answer.lastModified,
    notBefore: 0,
  });
}

function describeFailure(answer: { kind: string; refusal?: string; problem?: string }): string {
  return [answer.kind, answer.refusal ?? answer.problem ?? ''].join(' ').trim();
}

async function takeItems(
  dependencies: FeedDependencies,
  feed: string,
  items: readonly FeedItem[],
  state: FeedState,
): Promise<FeedResult> {
  const changed = items.filter(({ url, fingerprint }) => state.items[url] !== fingerprint);
  const due = changed.slice(0, ITEMS_PER_RUN);
  const result = describe(dependencies, feed, 'read', '');
  const taken: [string, string][] = [];
  for (let from = 0; from < due.length; from += ITEMS_AT_ONCE) {
    const batch = due.slice(from, from + ITEMS_AT_ONCE);
    const settled = await Promise.all(batch.map((item) => takeItem(dependencies, item)));
    settled.forEach((outcome, index) => {
      result[outcome === 'later' ? 'refused' : outcome] += 1;
      const item = batch[index];
      if (outcome !== 'later' && item !== undefined) taken.push([item.url, item.fingerprint]);
    });
  }
  const isComplete = taken.length === changed.length;
  const known = Object.entries(state.items).filter(([url]) => !taken.some(([other]) => other === url));
  const next: FeedState = {
    ...state,
    // Validators stand for a feed whose items have all been taken; otherwise the next run must see it again.
    ...(isComplete ? {} : { etag: null, lastModified: null }),
    items: Object.fromEntries([...taken, ...known].slice(0, ITEMS_REMEMBERED)),
  };
  result.unchanged += items.length - changed.length;
  return settle(dependencies, feed, next, result);
}

type ItemOutcome = 'created' | 'changed' | 'unchanged' | 'refused' | 'later';

/** `later`: it failed in a way that passes. */
async function takeItem({ ingestion, policy }: FeedDependencies, { url }: FeedItem): Promise<ItemOutcome> {
  if (!decideFetch(url, policy).allowed) return 'refused';
  const result = await ingestion.ingest({ pageUrl: url, reason: 'feed', maxAgeMs: 0 });
  if (result.ok) {
    const { change } = result.page;
    return change === 'created'
      ? 'created'
      : change === 'replaced' || change === 'removed'
        ? 'changed'
        : 'unchanged';
  }
  const passes = ['page-unavailable', 'page-timeout', 'rate-limited', 'store-unavailable'];
  return passes.includes(result.fault.kind) ? 'later' : 'refused';
}

function describe(
  { now }: FeedDependencies,
  feed: string,
  outcome: FeedResult['outcome'],
  detail: string,
): FeedResult {
  return {
    feed,
    at: formatInstant(now()),
    outcome,
    detail,
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
  };
}

async function settle(
  { memory }: FeedDependencies,
  feed: string,
  state: FeedState,
  result: FeedResult,
): Promise<FeedResult> {
  await memory.save(feed, { ...state, result });
  return result;
}
