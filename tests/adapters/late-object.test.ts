import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWorker } from './late-object/start-worker.ts';
import type { Calls, Outcome } from './late-object/worker.ts';

/** In workerd itself: the test runner has ways of its own to make objects. */
let folder: string;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-late-'));
  worker = await startWorker(folder);
});

afterEach(async () => {
  worker.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(object: string, ...methods: Calls['methods']): Promise<Outcome> {
  const body = JSON.stringify({ object, methods } satisfies Calls);
  const response = await fetch(worker.origin, { method: 'POST', body });
  return (await response.json()) as Outcome;
}

const notesOf = async (object: string) => (await call(object, 'notes')).results[0]?.value;

it('is loaded with the first object, and not before', async () => {
  expect((await call('any')).made).toBeNull();
  expect((await call('any', 'pass')).made).toBe(1);
});

it('lets in its first calls, made all at once, when its constructor has done what it blocks them for', async () => {
  const crowd = Array.from({ length: 20 }, () => 'pass' as const);
  const { results, made } = await call('crowded', ...crowd);
  expect(results.map(({ value }) => value)).toEqual(crowd.map((_, index) => index + 1));
  expect(made).toBe(1);
  expect(await notesOf('crowded')).toEqual(['made', 'woken', ...crowd.map(() => 'passed')]);
});

it('tells every caller why it could not be made, and is made anew for the next', async () => {
  const refused = { error: 'out of order', isReset: true };
  for (let made = 1; made <= 3; made += 1)
    expect(await call('failing', 'pass', 'pass')).toEqual({ made, results: [refused, refused] });
  expect((await call('failing', 'pass')).results).toEqual([{ value: 1 }]);
});

it('answers its alarm where nothing else has woken it', async () => {
  await call('sleeping', 'endBeforeAlarm');
  await vi.waitUntil(async () => (await call('sleeping')).made === 2, { timeout: 60_000 });
  await expect.poll(() => notesOf('sleeping')).toEqual(['made', 'woken', 'made', 'woken', 'alarm']);
});
