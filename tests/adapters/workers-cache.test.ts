import { describe, expect, it } from 'vitest';
import { purgeCache } from '../../src/adapters/workers-cache.ts';

describe('a purge of the Workers Cache', () => {
  it.each([
    ['names its tags', { tags: ['list', 'article:tides'] }, { tags: ['list', 'article:tides'] }],
    ['of everything names nothing', 'everything' as const, { purgeEverything: true }],
  ])('%s', async (_, scope, expected) => {
    const calls: unknown[] = [];
    const purge = async (options: unknown) => {
      calls.push(options);
      return { success: true, errors: [] };
    };
    await purgeCache({ purge }, scope);
    expect(calls).toEqual([expected]);
  });

  it('that the platform refuses is a failure', async () => {
    const purge = async () => ({ success: false, errors: [{ code: 10, message: 'too many' }] });
    await expect(purgeCache({ purge }, { tags: ['list'] })).rejects.toThrow('too many');
  });

  it('has nothing to do where there is no cache', async () => {
    await expect(purgeCache(undefined, 'everything')).resolves.toBeUndefined();
  });
});
