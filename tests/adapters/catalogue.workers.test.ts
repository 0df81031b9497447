import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { describeCatalogue } from './catalogue.contract.ts';

afterEach(async () => {
  await reset();
});

describe('the catalogue in a Durable Object', () =>
  describeCatalogue(() => createCatalogueClient(env.CATALOGUE)));

describe('a database that has lost its name', () => {
  it('tells nobody an empty one', async () => {
    await runInDurableObject(env.CATALOGUE.getByName('nameless'), (catalogue, { storage }) => {
      storage.sql.exec("DELETE FROM facts WHERE name = 'catalogue'");
      expect(() => catalogue.identify()).toThrow('the catalogue has no name');
    });
  });
});
