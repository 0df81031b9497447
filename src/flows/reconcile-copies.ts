import { formatInstant } from '../core/article/dates.ts';
import type {
  Clock,
  CopyComparison,
  CopyInventory,
  ReconciliationReport,
  Upkeep,
  WalkPosition,
} from './ports.ts';

export interface ReconcileDependencies {
  upkeep: Upkeep;
  inventory: CopyInventory;
  now: Clock;
}

/** An article has at least one key, so this bounds the articles too. */
const KEYS_PER_RUN = 10_000;
const KEYS_PER_PAGE = 1_000;
/** Two calls a page: stays well below the 50 that the free plan allows an invocation. */
const PAGES_PER_RUN = 15;

/**
 * Walks on through the copies from where the last run stopped and has those written anew that are not what the
 * catalogue says: lost, left over, or of another projection number. Ends with the round, or with its share of it.
 *
 * Heals what nothing else would: a late write that overtook a newer one, a namespace that lost keys, a restore.
 */
export async function reconcileCopies({
  upkeep,
  inventory,
  now,
}: ReconcileDependencies): Promise<ReconciliationReport> {
  const counts = { compared: 0, repaired: 0, young: 0, waiting: 0 };
  let position: WalkPosition | undefined = await upkeep.walkPosition();
  for (let page = 0; page < PAGES_PER_RUN && counts.compared < KEYS_PER_RUN; page += 1) {
    const step = await comparePage(upkeep, inventory, position);
    for (const name of ['compared', 'repaired', 'young', 'waiting'] as const)
      counts[name] += step.comparison[name];
    position = step.next;
    if (position === undefined) break;
  }
  const report = { at: formatInstant(now()), ...counts, finishedRound: position === undefined };
  await upkeep.finishReconciliation(report, position ?? START);
  return report;
}

const START: WalkPosition = { after: '', cursor: null };
const NOTHING: CopyComparison = { compared: 0, repaired: 0, young: 0, waiting: 0, stoppedAt: null };

async function comparePage(
  upkeep: Upkeep,
  inventory: CopyInventory,
  position: WalkPosition,
): Promise<{ comparison: CopyComparison; next: WalkPosition | undefined }> {
  const { copies, cursor, from } = await listFrom(inventory, position);
  const through = cursor === null ? null : copies.at(-1)?.key;
  if (through === undefined) return { comparison: NOTHING, next: { after: from.after, cursor } };
  const range = { after: from.after, through, copies, limit: KEYS_PER_PAGE };
  const comparison = await upkeep.compareCopies(range);
  if (comparison.stoppedAt !== null)
    return { comparison, next: { after: comparison.stoppedAt, cursor: from.cursor } };
  return { comparison, next: through === null ? undefined : { after: through, cursor } };
}

/** A cursor that the store no longer takes costs the rest of the round: the walk begins anew. */
async function listFrom(inventory: CopyInventory, position: WalkPosition) {
  try {
    return { ...(await inventory.list(position.cursor)), from: position };
  } catch (error) {
    if (position.cursor === null) throw error;
    return { ...(await inventory.list(null)), from: START };
  }
}
