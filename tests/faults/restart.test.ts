import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, type LocalServer, startServer } from './local-server.ts';

const WRITES = 500;
const KILLED_AFTER = 200;
const AT_ONCE = 8;
const HEADERS = { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' };

let folder = '';
let server: LocalServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-restart-'));
  server = await startServer(folder, await freePort());
}, 60_000);

afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

async function put(number: number): Promise<boolean> {
  const body = JSON.stringify({
    title: `Number ${number}`,
    text: `One ferry sailed on day ${number}. Two men waved.`,
  });
  const url = `${server.origin}/v1/articles/n${number}`;
  return fetch(url, { method: 'PUT', headers: HEADERS, body }).then(
    ({ ok }) => ok,
    () => false, // The server died under it.
  );
}

/** Several at a time. @returns the numbers that `work` was content with. */
async function forAll(
  numbers: readonly number[],
  work: (number: number) => Promise<boolean>,
): Promise<number[]> {
  const turns = numbers.values();
  const done: number[] = [];
  const takeTurns = async () => {
    for (const number of turns) if (await work(number)) done.push(number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return done.sort((a, b) => a - b);
}

const isThere = async (number: number) => {
  const response = await fetch(`${server.origin}/v1/articles/n${number}`, { headers: HEADERS });
  const { title } = (await response.json()) as { title?: string };
  return title === `Number ${number}`;
};

it('a server killed in the middle of 500 writes has kept every one that it acknowledged', async () => {
  const all = Array.from({ length: WRITES }, (_, number) => number);
  let acknowledged = 0;
  const before = await forAll(all, async (number) => {
    const isAcknowledged = acknowledged < KILLED_AFTER && (await put(number));
    if (isAcknowledged) acknowledged += 1;
    if (isAcknowledged && acknowledged === KILLED_AFTER) await server.kill();
    return isAcknowledged;
  });
  expect(before.length).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect(before.length).toBeLessThan(WRITES);
  server = await startServer(folder, Number(new URL(server.origin).port));
  expect(await forAll(before, isThere)).toEqual(before);
  expect(await forAll(all, put)).toEqual(all); // Those without an answer are simply sent again.
  const status = (await (await fetch(`${server.origin}/v1/status`, { headers: HEADERS })).json()) as {
    articles: object;
  };
  expect(status.articles).toEqual({ published: WRITES, scheduled: 0, drafts: 0, tombstones: 0 });
}, 90_000);
