import { afterEach, beforeEach, describe, vi } from 'vitest';
import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { describeGenerations } from './generation.contract.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 28, 8) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('proposals in memory', () =>
  describeGenerations(async () => {
    const catalogue = new MemoryCatalogue(() => Date.now());
    return {
      catalogue,
      due: async () => catalogue.orders.due(Date.now(), 10),
      status: () => catalogue.generationStatus(),
      wait: async (milliseconds) => {
        vi.setSystemTime(Date.now() + milliseconds);
      },
    };
  }));
