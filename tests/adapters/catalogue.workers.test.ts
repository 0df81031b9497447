import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import { publish, type WholeCatalogue } from './article-fixtures.ts';
import { describeCatalogue } from './catalogue.contract.ts';
import { outgrow } from './catalogue-bench.ts';

afterEach(async () => {
  await reset();
});

describe('the catalogue in a Durable Object', () =>
  describeCatalogue(() => createCatalogueClient(env.CATALOGUE)));

describe('a catalogue whose texts stand in volumes', () => {
  beforeEach(() =>
    runInDurableObject(env.CATALOGUE.getByName('publication'), (_, { storage }) => outgrow(storage.sql)),
  );
  describeCatalogue(() => createCatalogueClient(env.CATALOGUE));
});

describe('a database that has lost its name', () => {
  it('tells nobody an empty one', async () => {
    await runInDurableObject(env.CATALOGUE.getByName('nameless'), (catalogue, { storage }) => {
      storage.sql.exec("DELETE FROM facts WHERE name = 'catalogue'");
      expect(() => catalogue.identify()).toThrow('the catalogue has no name');
    });
  });
});

describe('an alarm that fails', () => {
  it('is set again, ever later but never given up, and does its work once it can', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await runInDurableObject(env.CATALOGUE.getByName('failing'), async (catalogue, { storage }) => {
      await publish(catalogue as unknown as WholeCatalogue, 'tides', { title: 'Tides' });
      storage.sql.exec('ALTER TABLE outbox RENAME TO hidden');
      const rests: number[] = [];
      for (let run = 1; run <= 12; run += 1) {
        await storage.deleteAlarm();
        await catalogue.alarm();
        rests.push(((await storage.getAlarm()) ?? Number.NaN) - Date.now());
      }
      expect(rests[0]).toBeLessThanOrEqual(1_000);
      expect(Math.max(...rests)).toBeLessThanOrEqual(60_000);
      expect(rests.at(-1)).toBeGreaterThan(55_000);
      expect(warn).toHaveBeenCalledTimes(12);
      storage.sql.exec('ALTER TABLE hidden RENAME TO outbox');
      await catalogue.alarm();
      expect(await env.ARTICLES.get('article:tides')).toContain('Tides');
    });
  });
});
