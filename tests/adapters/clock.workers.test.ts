import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock, type Job } from '../../src/adapters/catalogue/clock.ts';
import { Facts } from '../../src/adapters/catalogue/facts.ts';
import { AUTHORIZED, call } from '../http/service.ts';
import { onBench } from './catalogue-bench.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A clock whose jobs note that they had their turn. */
function clockOf(
  { storage }: DurableObjectState,
  turns: string[],
  work: Job['work'] = async () => undefined,
) {
  const job = (name: string, restMs: number): Job => ({
    restMs,
    work: () => {
      turns.push(name);
      return work();
    },
  });
  return new Clock(new Facts(storage.sql), {
    feeds: job('feeds', 10 * MINUTE_MS),
    copies: job('copies', HOUR_MS),
  });
}

/** Each alarm at its time. */
async function passHours(clock: Clock, hours: number): Promise<void> {
  const until = Date.now() + hours * HOUR_MS;
  for (let at = clock.nextAt(); at !== undefined && at <= until; at = clock.nextAt()) {
    vi.setSystemTime(Math.max(at, Date.now()));
    clock.strike(Date.now());
    await new Promise((resolve) => setTimeout(resolve));
  }
  vi.setSystemTime(until);
}

const countOf = (turns: readonly string[], name: string) => turns.filter((turn) => turn === name).length;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await reset();
});

describe('the clock', () => {
  it(
    'has each job done at its own pace, the first time ten minutes after the catalogue was made',
    onBench(async (state) => {
      const turns: string[] = [];
      const madeAt = Date.now();
      expect(clockOf(state, turns).nextAt()).toBeGreaterThan(madeAt + 9 * MINUTE_MS);
      // The object may end and wake between any two.
      for (let hour = 1; hour <= 5; hour += 1) await passHours(clockOf(state, turns), 1);
      expect(countOf(turns, 'feeds')).toBe(30);
      expect(countOf(turns, 'copies')).toBe(5);
    }),
  );

  it(
    'goes on where a job fails, and says which',
    onBench(async (state) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const turns: string[] = [];
      const clock = clockOf(state, turns, () => Promise.reject(new Error('out of reach')));
      await passHours(clock, 2);
      expect(countOf(turns, 'copies')).toBe(2);
      expect(warn.mock.calls.join()).toContain('copies-failed');
    }),
  );

  it(
    'does not begin a job anew that is still under way, and waits for none',
    onBench(async (state) => {
      const turns: string[] = [];
      let end = (): void => undefined;
      const clock = clockOf(state, turns, () => new Promise((resolve) => (end = resolve)));
      await passHours(clock, 3);
      expect(countOf(turns, 'feeds')).toBe(1);
      end();
    }),
  );
});

it('the alarm of the publication asks the service to compare copies, and that of a volume asks nothing', async () => {
  vi.useRealTimers();
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect((await call('/v1/status', { headers: AUTHORIZED })).status).toBe(200);
  const reports = () => lines.mock.calls.filter(([line]) => String(line).includes('"event":"reconciled"'));
  for (const name of ['a-volume', 'publication'])
    await runInDurableObject(env.CATALOGUE.getByName(name), async (catalogue, { storage }) => {
      storage.sql.exec("UPDATE facts SET value = '0' WHERE name = 'due:copies'");
      await catalogue.alarm();
      const at = await storage.getAlarm();
      if (name === 'publication') expect(at).toBeGreaterThan(Date.now());
      else expect(at).toBeNull();
    });
  await vi.waitUntil(() => reports().length > 0, { timeout: 60_000 });
  expect(reports()).toHaveLength(1);
});
