import { expect, it } from 'vitest';
import { createKvCopies } from '../../src/adapters/kv-copies.ts';

it('every read of a copy asks KV to keep it for the shortest time that it allows', async () => {
  const asked: unknown[] = [];
  const get = async (key: string | string[], options: { cacheTtl?: number }) => {
    asked.push(options.cacheTtl);
    return Array.isArray(key) ? new Map() : null;
  };
  const copies = createKvCopies({ get } as unknown as KVNamespace);
  await copies.load('tides');
  await copies.loadMany(['tides', 'ebb']);
  await copies.pageOf('https://news.example/tides');
  await copies.front();
  expect(asked).toEqual([30, 30, 30, 30]);
});
