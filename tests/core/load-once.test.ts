import { describe, expect, it, vi } from 'vitest';
import { loadOnce } from '../../src/core/load-once.ts';

describe('what is loaded once', () => {
  it('is loaded by the first who needs it, and then is there', async () => {
    const load = vi.fn(async () => 'module');
    const module = loadOnce(load);
    expect(load).not.toHaveBeenCalled();
    expect(await module()).toBe('module');
    expect(module()).toBe('module');
    expect(load).toHaveBeenCalledOnce();
  });

  it('is loaded by each who comes before it is there', async () => {
    const load = vi.fn(async () => 'module');
    const module = loadOnce(load);
    expect(await Promise.all([module(), module()])).toEqual(['module', 'module']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is tried again after a failure', async () => {
    const load = vi.fn(async () => 'module').mockRejectedValueOnce(new Error('not there'));
    const module = loadOnce(load);
    await expect(module()).rejects.toThrow('not there');
    expect(await module()).toBe('module');
  });
});
