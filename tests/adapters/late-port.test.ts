import { expect, it } from 'vitest';
import { latePort } from '../../src/adapters/late-port.ts';

/** A port that knows which one of those that were made it is. */
function countingPort(isBroken: (loads: number) => boolean = () => false) {
  const counts = { loads: 0 };
  const port = latePort(async () => {
    counts.loads += 1;
    const made = counts.loads;
    await new Promise((resolve) => setTimeout(resolve, 5 * made));
    if (isBroken(made)) throw new Error('not to be had');
    return {
      name: async () => made,
      add: async (...terms: number[]) => terms.reduce((sum, term) => sum + term, 0),
    };
  });
  return { port, counts };
}

it('is not loaded until it is called, and then no more', async () => {
  const { port, counts } = countingPort();
  expect(counts.loads).toBe(0);
  expect(await port.add(1, 2, 3)).toBe(6);
  expect(await port.name()).toBe(1);
  expect(counts.loads).toBe(1);
});

it('is the same for all, also for those who called while it was being loaded', async () => {
  const { port } = countingPort();
  expect(await Promise.all([port.name(), port.name(), port.name()])).toEqual([1, 1, 1]);
});

it('tells who called that it cannot be had, and is loaded anew for the next', async () => {
  const { port } = countingPort((loads) => loads === 1);
  await expect(port.name()).rejects.toThrow('not to be had');
  expect(await port.name()).toBe(2);
});

it('is no promise: who hands it on from a function that waits gets the port', async () => {
  const { port } = countingPort();
  const handOn = async () => port;
  expect(await (await handOn()).name()).toBe(1);
});
