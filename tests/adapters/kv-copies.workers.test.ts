import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe } from 'vitest';
import { createKvCopies, createKvCopyInventory, createKvCopyWriter } from '../../src/adapters/kv-copies.ts';
import { describeCopies } from './copies.contract.ts';

afterEach(async () => {
  await reset();
});

describe('copies in KV', () =>
  describeCopies(() => ({
    ...createKvCopies(env.ARTICLES),
    ...createKvCopyWriter(env.ARTICLES),
    ...createKvCopyInventory(env.ARTICLES),
  })));
