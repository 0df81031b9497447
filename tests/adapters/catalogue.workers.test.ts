import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { describeCatalogue } from './catalogue.contract.ts';

afterEach(async () => {
  await reset();
});

describe('the catalogue in a Durable Object', () =>
  describeCatalogue(() => createCatalogueClient(env.CATALOGUE)));
