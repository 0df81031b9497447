import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '../../src/cli/training/random.ts';
import { call, read } from './kills/calls.ts';
import { MODEL, makeFormerRows, PUBLISHED_AT, walksUnderWay } from './kills/former-rows.ts';
import {
  type Fault,
  judgeArticles,
  judgeCopies,
  judgeFormer,
  judgeOrder,
  judgeRecords,
  judgeSitemap,
} from './kills/judge.ts';
import { prepareFolder, type Service, startService } from './kills/service.ts';
import { bodyOf } from './kills/versions.ts';
import { type Tracked, Writer } from './kills/writer.ts';

/**
 * Kills the service hard, round after round, amid eight writers and while the alarm takes over articles of an earlier
 * release, and compares what stands with what the writers were told. One change that was acknowledged and is not there,
 * or one article that is half of two versions, fails the run. `BENCH_SEED` repeats the order of changes, not their times.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 50);
const FORMER = Number(process.env.BENCH_FORMER ?? 30_000);
const WRITERS = 8;
/** A kill comes somewhere after some changes: at most so many, and so much later. */
const CHANGES_MAX_COUNT = 100;
const DELAY_MAX_MS = 200;
const SAMPLE_COUNT = 40;
const REST_MS = 5_000;
const seed = Number(process.env.BENCH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const random = new SeededRandom(seed);
const folder = mkdtempSync(join(tmpdir(), 'standfirst-kills-'));
const writers = Array.from(
  { length: WRITERS },
  (_, index) => new Writer(`w${index}`, new SeededRandom(seed + index)),
);
const everyArticle = (): Map<string, Tracked> => new Map(writers.flatMap(({ articles }) => [...articles]));
const counts = { changes: 0, unanswered: 0, duringWalks: 0, kinds: { lost: 0, half: 0 } };

function tell(faults: readonly Fault[]): void {
  for (const { kind, what } of faults) {
    counts.kinds[kind] += 1;
    process.exitCode = 1;
    console.log(`${kind.toUpperCase()}  ${what}`);
  }
}

/** One server, with former articles that wait to be taken over. */
async function prepare(): Promise<void> {
  prepareFolder(folder);
  const server = await startService(folder);
  const body = { ...bodyOf(MODEL, 0), title: MODEL, url: null, publishedAt: PUBLISHED_AT };
  const answer = await call(`/v1/articles/${MODEL}`, {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  if (answer?.isSuccess !== true) throw new Error(`the model: ${answer?.status} ${answer?.text}`);
  await sleep(3_000); // Its copies are written.
  await server.kill();
  await makeFormerRows(folder, FORMER);
}

/** The writers write until the server is killed under them. */
async function killAmidWriters(server: Service): Promise<void> {
  const killedAfter = 1 + random.below(CHANGES_MAX_COUNT);
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const kill = async () => {
    await sleep(random.below(DELAY_MAX_MS));
    await server.kill();
  };
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged >= killedAfter) killed ??= kill();
  };
  await Promise.all(writers.map((writer) => writer.work(onAcknowledged)));
  if (killed === undefined) throw new Error('the server ended by itself');
  await killed;
  counts.changes += acknowledged;
  counts.unanswered += [...everyArticle().values()].filter(
    ({ unanswered }) => unanswered !== undefined,
  ).length;
  if (walksUnderWay(folder).length > 0) counts.duringWalks += 1;
}

async function judge(): Promise<void> {
  for (const { articles } of writers) tell(await judgeArticles(articles));
  const numbers = Array.from({ length: SAMPLE_COUNT }, () => 1 + random.below(FORMER));
  tell(await judgeFormer(numbers));
}

/** Kills go on, without writers, until everything has been taken over and no copy waits. */
async function settle(first: Service): Promise<Service> {
  let server = first;
  for (;;) {
    await sleep(REST_MS);
    const { value } = await read<{ outbox: { length: number } }>('/v1/status');
    if (value.outbox.length > 0) continue;
    if (walksUnderWay(folder).length === 0) return server;
    await server.kill();
    server = await startService(folder);
  }
}

console.log(
  `seed ${seed}; ${ROUNDS} kills amid ${WRITERS} writers, ${FORMER} articles of an earlier release`,
);
await prepare();
let server = await startService(folder);
try {
  for (let round = 1; round <= ROUNDS; round += 1) {
    await killAmidWriters(server);
    server = await startService(folder);
    await judge();
    if (round % 10 === 0)
      console.log(
        `${round} kills, ${counts.changes} changes acknowledged; the migration: ${walksUnderWay(folder)}`,
      );
  }
  server = await settle(server);
  await judge();
  tell(await judgeRecords(FORMER + 1));
  tell(await judgeOrder(everyArticle()));
  tell(await judgeSitemap(FORMER + 1));
  tell(await judgeCopies(everyArticle()));
} finally {
  await server.kill();
  rmSync(folder, { recursive: true });
}
console.log(
  `${ROUNDS} kills, ${counts.duringWalks} of them while the migration ran: ${counts.changes} changes acknowledged,`,
  `${counts.unanswered} without an answer; ${counts.kinds.lost} lost, ${counts.kinds.half} half`,
);
