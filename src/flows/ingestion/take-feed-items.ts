import { fingerprintOf, type ListedItem } from '../../core/extraction/feeds/parse-feed.ts';
import { decideFetch, type FetchPolicy } from '../../core/fetching/fetch-policy.ts';
import type { FeedResult, FeedState, IngestedPage, Ingestion } from './ports.ts';

interface TakeDependencies {
  policy: FetchPolicy;
  ingestion: Ingestion;
}

export interface TakenItems {
  counts: Pick<FeedResult, 'created' | 'changed' | 'unchanged' | 'refused'>;
  /** Fingerprints of the items that need no look until they change. */
  known: FeedState['items'];
  /** Nothing is left for the next run. */
  isComplete: boolean;
}

/** Pages read for one feed in one run: the rest comes with the next. */
const ITEMS_PER_RUN = 40;
/** A Worker may wait for six connections at a time. */
const ITEMS_AT_ONCE = 4;

/** Reads the pages of a feed's new and changed items. */
export async function takeItems(
  dependencies: TakeDependencies,
  listed: readonly ListedItem[],
  known: FeedState['items'],
): Promise<TakenItems> {
  const items = groupByPage(listed);
  const changed = items.filter(({ url, fingerprint }) => known[url] !== fingerprint);
  const unchanged = items.filter((item) => !changed.includes(item));
  const counts = {
    created: 0,
    changed: 0,
    unchanged: unchanged.length,
    refused: 0,
  };
  const taken: ListedItem[] = [];
  for (let from = 0; from < Math.min(changed.length, ITEMS_PER_RUN); from += ITEMS_AT_ONCE) {
    const batch = changed.slice(from, from + ITEMS_AT_ONCE);
    const outcomes = await Promise.all(batch.map((item) => takeItem(dependencies, item)));
    for (const outcome of outcomes) counts[outcome === 'later' ? 'refused' : outcome] += 1;
    taken.push(...batch.filter((_, index) => outcomes[index] !== 'later'));
  }
  return {
    counts,
    known: Object.fromEntries([...unchanged, ...taken].map(({ url, fingerprint }) => [url, fingerprint])),
    isComplete: taken.length === changed.length,
  };
}

/** Live blogs list one page many times, an item an update: one page is one item, which changes when any of them does. */
function groupByPage(listed: readonly ListedItem[]): ListedItem[] {
  const pages = new Map<string, ListedItem[]>();
  for (const item of listed) {
    const same = pages.get(item.url);
    if (same === undefined) pages.set(item.url, [item]);
    else same.push(item);
  }
  return [...pages.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const prints = [first, ...others].map(({ fingerprint }) => fingerprint);
    return [others.length === 0 ? first : { ...first, fingerprint: fingerprintOf(prints) }];
  });
}

type ItemOutcome = keyof TakenItems['counts'] | 'later';

const OUTCOMES: Readonly<Record<IngestedPage['change'], ItemOutcome>> = {
  created: 'created',
  replaced: 'changed',
  removed: 'changed',
  unchanged: 'unchanged',
  known: 'unchanged',
};

/** Failures that pass. */
const PASSING: ReadonlySet<string> = new Set([
  'page-unavailable',
  'page-timeout',
  'rate-limited',
  'store-unavailable',
]);

/** @returns `later` where the next run has to try again. */
async function takeItem(
  { ingestion, policy }: TakeDependencies,
  { url, publishedAt }: ListedItem,
): Promise<ItemOutcome> {
  if (!decideFetch(url, policy).allowed) return 'refused';
  const result = await ingestion.ingest({
    pageUrl: url,
    reason: 'feed',
    maxAgeMs: 0,
    listedPublishedAt: publishedAt,
  });
  if (result.ok) return OUTCOMES[result.page.change];
  return PASSING.has(result.fault.kind) ? 'later' : 'refused';
}
