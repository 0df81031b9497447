import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '../../src/adapters/catalogue/catalogue.ts';
import { GenerationRows } from '../../src/adapters/catalogue/generation-rows.ts';
import type { GenerationOrder, Generations } from '../../src/flows/generation-ports.ts';
import { publish, type WholeCatalogue } from './article-fixtures.ts';
import { describeGenerations } from './generation.contract.ts';

const MODEL = 'openai:double@https://model.example/v1';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 28, 8) });
});
afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

/** The object with a model set, and what it has queued. */
function openCatalogue(settings: object = { GENERATOR: MODEL }) {
  const queued: GenerationOrder[] = [];
  const queue = {
    send: async (order: GenerationOrder) => {
      queued.push(order);
    },
  };
  const stub = env.CATALOGUE.getByName('publication');
  const inObject = <T>(use: (object: Catalogue, sql: SqlStorage) => T): Promise<Awaited<T>> =>
    runInDurableObject(stub, async (_, state) =>
      use(
        new Catalogue(state, { ...env, GENERATION: queue, ...settings } as unknown as Env),
        state.storage.sql,
      ),
    ) as Promise<Awaited<T>>;
  const call =
    (_: object, name: keyof Catalogue) =>
    (...args: unknown[]) =>
      inObject((object) => (object[name] as (...sent: unknown[]) => unknown)(...args));
  const catalogue = new Proxy({}, { get: call as never }) as WholeCatalogue & Generations;
  const alarm = () => inObject((object) => object.alarm());
  const status = () => inObject((object) => object.status().generation);
  return { catalogue, inObject, alarm, status, queued };
}

const wait = async (milliseconds: number) => {
  vi.setSystemTime(Date.now() + milliseconds);
};

describe('proposals in a Durable Object', () =>
  describeGenerations(async () => {
    const { inObject, catalogue, status } = openCatalogue();
    const due = () => inObject((_, sql) => new GenerationRows(sql, true).due(Date.now(), 10));
    return { catalogue, due, status, wait };
  }));

describe('the alarm', () => {
  it('queues what is due once, and again when nothing comes of it', async () => {
    const { alarm, catalogue, queued } = openCatalogue();
    await publish(catalogue, 'tides', { title: 'Tides' });
    await alarm();
    expect(queued).toEqual([]);
    await wait(6_000);
    await alarm();
    await alarm();
    expect(queued).toEqual([{ slug: 'tides', revision: 1 }]);
    await wait(11 * 60_000);
    await alarm();
    expect(queued).toHaveLength(2);
  });

  it('goes on where the queue fails', async () => {
    const broken = { send: () => Promise.reject(new Error('no queue')) };
    const { alarm, catalogue, status } = openCatalogue({ GENERATOR: MODEL, GENERATION: broken });
    await publish(catalogue, 'tides', { title: 'Tides' });
    await wait(6_000);
    await alarm();
    expect(await status()).toMatchObject({ waiting: 1 });
  });

  it('has nothing to do without a model, and nothing is noted', async () => {
    const { alarm, status, catalogue, queued } = openCatalogue({});
    await publish(catalogue, 'tides', { title: 'Tides' });
    await wait(6_000);
    await alarm();
    expect(queued).toEqual([]);
    expect((await status()).waiting).toBe(0);
  });
});
