import { withDeadline } from './deadline.ts';
import type { Clock, CopyMetadata, CopyWriter, Purger, PurgeScope } from './ports.ts';

export type OutboxItem = { key: string; ticket: number; attempts: number };

/** Keys whose copy has to be written anew. */
export interface Outbox {
  due(now: number, limit: number): OutboxItem[];
  settle(item: OutboxItem, now: number): void;
  postpone(item: OutboxItem, now: number): void;
}

/** Cache tags that have to be dropped. */
export interface PurgeQueue {
  queue(tags: Iterable<string>, now: number): void;
  due(now: number): PurgeScope | undefined;
  begin(now: number): void;
  settle(scope: PurgeScope, through: number): void;
}

/** The value that a key should have now; null where there should be none. */
export interface Copy {
  value: string | null;
  metadata: CopyMetadata | null;
  /** Milliseconds since the epoch; without it the copy stays. */
  expiresAt?: number;
  /** What caches hold of it. */
  tags: readonly string[];
}
export type CopyOf = (key: string) => Promise<Copy>;

export interface ProjectorDependencies {
  outbox: Outbox;
  purges: PurgeQueue;
  copyOf: CopyOf;
  writer: CopyWriter;
  purger: Purger;
  now: Clock;
  /** Told of each failure, for counts and logs. */
  onFailure: (what: 'copy' | 'purge', error: unknown) => void;
}

/** Few enough that scheduled articles, looked after between passes, are never long in coming. */
const ITEMS_PER_PASS = 30;
/** A Worker may wait for six connections at a time. */
const WRITES_AT_ONCE = 6;
/** A write given up on may still arrive, after a newer one: the outbox has the key written once more (`settle`). */
const WRITE_DEADLINE_MS = 10_000;
/** Purging twice does no harm, so a slow purge is given up on soon: it must not hold back the next pass. */
const PURGE_DEADLINE_MS = 3_000;

/**
 * Brings the read copies up to date: newest state of each key that is due, then the purge of what caches hold of it.
 * A failing key waits and is tried again; it never holds up another. Idempotent: a pass cut short is simply repeated.
 *
 * What became of the keys is noted at the end, all at once: whatever leaves an object waits until what was written
 * before is safe on disk, so a note after each key would have every write wait for the one before.
 */
export async function projectChanges(dependencies: ProjectorDependencies): Promise<void> {
  const { outbox, now } = dependencies;
  const items = outbox.due(now(), ITEMS_PER_PASS).values();
  const notes: (() => void)[] = [];
  const writeInTurn = async () => {
    for (const item of items) notes.push(await projectKey(dependencies, item));
  };
  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, writeInTurn));
  for (const note of notes) note();
  await purgeDue(dependencies);
}

/** @returns what is to be noted of it. */
async function projectKey(
  { outbox, purges, copyOf, writer, now, onFailure }: ProjectorDependencies,
  item: OutboxItem,
): Promise<() => void> {
  try {
    const copy = await copyOf(item.key);
    const write =
      copy.value === null
        ? writer.delete(item.key)
        : writer.put(item.key, copy.value, copy.metadata, copy.expiresAt);
    await withDeadline(write, WRITE_DEADLINE_MS);
    return () => {
      outbox.settle(item, now());
      purges.queue(copy.tags, now());
    };
  } catch (error) {
    return () => {
      outbox.postpone(item, now());
      onFailure('copy', error);
    };
  }
}

async function purgeDue({ purges, purger, now, onFailure }: ProjectorDependencies): Promise<void> {
  const startedAt = now();
  const scope = purges.due(startedAt);
  if (scope === undefined) return;
  purges.begin(startedAt);
  try {
    await withDeadline(purger.purge(scope), PURGE_DEADLINE_MS);
    purges.settle(scope, startedAt);
  } catch (error) {
    onFailure('purge', error);
  }
}
