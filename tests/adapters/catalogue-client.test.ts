import { describe, expect, it } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';

type Namespace = Parameters<typeof createCatalogueClient>[0];

/** A namespace whose stubs fail one after the other as they are told, and then answer. */
function namespaceOf(...failures: object[]) {
  const asked = { stubs: 0 };
  const namespace = {
    getByName: () => {
      asked.stubs += 1;
      const failure = failures.shift();
      return {
        identify: async () => {
          if (failure !== undefined) throw Object.assign(new Error('reset'), failure);
          return 'c1';
        },
      };
    },
  };
  return { asked, client: createCatalogueClient(namespace as unknown as Namespace) };
}

describe('a call to the catalogue', () => {
  it('that a restart of the object cut short is made again, on a new stub', async () => {
    const { asked, client } = namespaceOf({ retryable: true }, { retryable: true });
    expect(await client.identify()).toBe('c1');
    expect(asked.stubs).toBe(3);
  });

  it('is given up on after three times', async () => {
    const { asked, client } = namespaceOf(...Array.from({ length: 9 }, () => ({ retryable: true })));
    await expect(client.identify()).rejects.toThrow('reset');
    expect(asked.stubs).toBe(3);
  });

  it.each<[string, object]>([
    ['the object is overloaded', { retryable: true, overloaded: true }],
    ['the error is no passing one', {}],
  ])('is not made again where %s', async (_, failure) => {
    const { asked, client } = namespaceOf(failure);
    await expect(client.identify()).rejects.toThrow('reset');
    expect(asked.stubs).toBe(1);
  });
});
