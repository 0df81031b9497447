import { createExecutionContext, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '../src/adapters/catalogue/catalogue.ts';
import type { AiBinding } from '../src/adapters/generators/workers-ai-generator.ts';
import type { ArticleRecord } from '../src/core/catalogue/article-record.ts';
import type { Upkeep } from '../src/flows/ports.ts';
import Generator from '../src/generator.ts';
import Service from '../src/worker.ts';
import { BODY, publish, type WholeCatalogue } from './adapters/article-fixtures.ts';

const SETTINGS = { GENERATOR: 'workers-ai:@cf/double', GENERATED: 'publish' };
const POINT = { text: 'The work will cost 3.2 million crowns.', paragraphs: [2] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 28, 8) });
});
afterEach(async () => {
  vi.useRealTimers();
  await reset();
});

const wait = (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds);

/** The object of a service that asks a model of Workers AI, behind the namespace that both Workers bind. */
function openCatalogue() {
  const call =
    (_: object, name: keyof Catalogue) =>
    (...args: unknown[]) =>
      runInDurableObject(env.CATALOGUE.getByName('publication'), async (_object, state) => {
        const catalogue = new Catalogue(state, { ...env, ...SETTINGS } as unknown as Env);
        return (catalogue[name] as (...sent: unknown[]) => unknown)(...args);
      });
  const stub = new Proxy({}, { get: call as never });
  const namespace = { getByName: () => stub } as unknown as DurableObjectNamespace<Catalogue>;
  return { catalogue: stub as WholeCatalogue & Pick<Upkeep, 'status'>, namespace };
}

/** Workers AI as its binding answers. */
function createAi(): AiBinding & { calls: number } {
  const ai = {
    calls: 0,
    run: async () => {
      ai.calls += 1;
      return Response.json({ response: { points: [POINT], tldr: null } });
    },
  };
  return ai;
}

const comeByTheClock = (namespace: DurableObjectNamespace<Catalogue>, AI?: AiBinding) =>
  new Generator(createExecutionContext(), { CATALOGUE: namespace, ...(AI && { AI }) }).scheduled();

async function recordOf(catalogue: WholeCatalogue): Promise<ArticleRecord> {
  const entry = await catalogue.read('pier');
  if (entry.state !== 'article') throw new Error('pier is there');
  return entry.record;
}

describe('the generator, by the clock', () => {
  it('carries out what no queue has brought, once', async () => {
    const { catalogue, namespace } = openCatalogue();
    const ai = createAi();
    await publish(catalogue, 'pier', { title: 'Pier', text: BODY });
    await comeByTheClock(namespace, ai);
    expect(ai.calls).toBe(0); // It is a moment too early: another save may follow.
    wait(6_000);
    await comeByTheClock(namespace, ai);
    await comeByTheClock(namespace, ai);
    expect(ai.calls).toBe(1);
    expect((await recordOf(catalogue)).proposal).toMatchObject({
      state: 'shown',
      points: [{ text: POINT.text }],
    });
    expect((await catalogue.status()).generation).toMatchObject({ waiting: 0, calls: 1, lacks: [] });
  });

  it('comes back for what failed', async () => {
    const { catalogue, namespace } = openCatalogue();
    const ai = createAi();
    const broken = { run: async () => new Response('no', { status: 503 }) };
    await publish(catalogue, 'pier', { title: 'Pier', text: BODY });
    wait(6_000);
    await comeByTheClock(namespace, broken);
    expect((await catalogue.status()).generation).toMatchObject({
      waiting: 1,
      failures: { unavailable: 1 },
    });
    wait(31_000);
    await comeByTheClock(namespace, ai);
    expect((await recordOf(catalogue)).proposal).toMatchObject({ state: 'shown' });
  });
});

describe('a model of Workers AI without its binding', () => {
  it('is named at /health of the service, for as long as it is not bound', async () => {
    const { catalogue, namespace } = openCatalogue();
    await publish(catalogue, 'pier', { title: 'Pier', text: BODY });
    const service = new Service(createExecutionContext(), {
      ...env,
      ...SETTINGS,
      CATALOGUE: namespace,
    } as unknown as Env);
    const health = async () => {
      wait(11_000);
      const answer = await service.fetch(new Request('https://standfirst.test/health'));
      return { code: answer.status, ...((await answer.json()) as { faults: object[] }) };
    };
    expect((await health()).faults).toEqual([]);
    await comeByTheClock(namespace);
    expect(await health()).toMatchObject({
      code: 503,
      status: 'misconfigured',
      faults: [{ setting: 'GENERATOR', detail: expect.stringContaining('binding AI') }],
    });
    expect((await catalogue.status()).generation).toMatchObject({
      lacks: ['AI'],
      failures: { 'ai-not-bound': 1 },
    });
    expect((await recordOf(catalogue)).proposal).toBeNull();
    await comeByTheClock(namespace, createAi());
    expect((await health()).faults).toEqual([]);
  });
});

describe('a generator that was never deployed', () => {
  it('is told by the status once it should have come, until it comes', async () => {
    const { catalogue, namespace } = openCatalogue();
    const lacks = async () => (await catalogue.status()).generation.lacks;
    wait(3_600_000);
    expect(await lacks()).toEqual([]); // Nothing is wanted yet.
    await publish(catalogue, 'pier', { title: 'Pier', text: BODY });
    expect(await lacks()).toEqual([]);
    wait(5 * 60_000 + 1_000);
    expect(await lacks()).toEqual(['generator']);
    await comeByTheClock(namespace, createAi());
    expect(await lacks()).toEqual([]);
  });
});
