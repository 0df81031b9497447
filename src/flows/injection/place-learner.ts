import { withDeadline } from '../deadline.ts';
import type { RefreshDependencies } from '../ingestion/refresh-page.ts';
import type { PlaceLearner } from './read-injection.ts';

const REMEMBERED_MAX_COUNT = 5_000;
/** The crawler remembers what it has refused; this only spares asking it at every view. */
const ASK_AGAIN_AFTER_MS = 60_000;
const LEARNING_DEADLINE_MS = 40_000;

export function createPlaceLearner({
  ingestion,
  defer,
  now,
  refreshHours,
  onFailure,
}: RefreshDependencies): PlaceLearner {
  const askAgainAt = new Map<string, number>();
  const learn = (pageUrl: string, maxAgeMs: number) => {
    if (now() < (askAgainAt.get(pageUrl) ?? 0)) return;
    if (askAgainAt.size >= REMEMBERED_MAX_COUNT) askAgainAt.clear();
    askAgainAt.set(pageUrl, now() + ASK_AGAIN_AFTER_MS);
    const order = { pageUrl, reason: 'places', maxAgeMs } as const;
    defer(withDeadline(ingestion.ingest(order), LEARNING_DEADLINE_MS).catch(onFailure));
  };
  return {
    learn,
    consider(pageUrl, learnedAt) {
      if (now() - learnedAt >= refreshHours * 3_600_000) learn(pageUrl, 0);
    },
  };
}
