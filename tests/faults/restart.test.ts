import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { freePort } from '../../src/cli/local/open-door.ts';
import { type LocalServer, startServer } from './local-server.ts';

const WRITES = 500;
const KILLED_AFTER = 200;
const AT_ONCE = 8;
const HEADERS = { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' };

let folder = '';
let server: LocalServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-restart-'));
  server = await startServer(folder, await freePort());
});

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

async function storedTitles(): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (let after: string | null = ''; after !== null; ) {
    const path: string = `/v1/records${after === '' ? '' : `?after=${after}`}`;
    const page = pageSchema.parse(
      await (await fetch(`${server.origin}${path}`, { headers: HEADERS })).json(),
    );
    for (const { slug, article } of page.records) titles.set(slug, article.title);
    after = page.next;
  }
  return titles;
}

const pageSchema = z.object({
  records: z.array(z.object({ slug: z.string(), article: z.object({ title: z.string() }) })),
  next: z.nullable(z.string()),
});

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
  const titles = await storedTitles();
  for (const number of before) expect(titles.get(`n${number}`)).toBe(`Number ${number}`);
  const rest = all.filter((number) => !before.includes(number));
  expect(await forAll(rest, put)).toEqual(rest); // Those without an answer are simply sent again.
  expect((await storedTitles()).size).toBe(WRITES);
});
