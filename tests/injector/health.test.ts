import { afterEach, describe, expect, it } from 'vitest';
import { type Edge, startEdge } from './edge.ts';
import { ask } from './exchange.ts';

let edge: Edge | undefined;
afterEach(() => edge?.stop());

describe('/.standfirst/health', () => {
  it.each([
    ['news.example, !news.example/live', 200, []],
    ['news.example, not a host/..', 503, ['"not a host/.." is not used: each entry is a host']],
    ['', 503, ['names no page']],
  ])('names what of INJECT is not used: "%s"', async (inject, status, details) => {
    const never = () => {
      throw new Error('nobody is asked');
    };
    edge = await startEdge(inject, never, never);
    const answer = await ask(edge.port, '/.standfirst/health');
    const { faults } = JSON.parse(answer.bytes.toString()) as {
      faults: { setting: string; detail: string }[];
    };
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(faults.map(({ setting }) => setting)).toEqual(details.map(() => 'INJECT'));
    for (const [index, detail] of details.entries()) expect(faults[index]?.detail).toContain(detail);
  });

  it('names a forgotten binding once, however often it is asked', async () => {
    edge = await startEdge('news.example', () => {
      throw new Error('nobody is asked');
    });
    const { port } = edge;
    const read = async () => JSON.parse((await ask(port, '/.standfirst/health')).bytes.toString()) as object;
    const first = await read();
    expect(first).toMatchObject({ faults: [{ setting: 'SERVICE', detail: 'is not bound' }] });
    expect(await read()).toEqual(first);
  });
});
