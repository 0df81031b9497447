import { evictDurableObject, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogueClient } from '../../src/adapters/catalogue/catalogue-client.ts';
import type { Decision } from '../../src/core/summary/review.ts';
import { decideSummary } from '../../src/flows/decide-summary.ts';
import { currentEtag, decidingIn, onlyIf, publish } from './article-fixtures.ts';
import { outgrow, undoSearchApart } from './catalogue-bench.ts';
import { describeDesk } from './desk.contract.ts';

afterEach(async () => {
  await reset();
});

/** Of a later schema than the search. */
function undoVolumes(sql: SqlStorage): void {
  undoSearchApart(sql);
  sql.exec('DROP TABLE text_drops; ALTER TABLE articles DROP COLUMN place');
}

const becomeLarge = () =>
  runInDurableObject(env.CATALOGUE.getByName('publication'), (_, { storage }) => outgrow(storage.sql));

/** What the alarm would do, step by step, until the articles follow the rules. */
async function followRules(): Promise<void> {
  const stub = env.CATALOGUE.getByName('publication');
  while (!(await stub.rules()).isApplied) await runInDurableObject(stub, (object) => object.alarm());
}

describe('the desk in a Durable Object', () =>
  describeDesk(() => createCatalogueClient(env.CATALOGUE), followRules));

describe('the desk of a catalogue that has outgrown its object', () => {
  beforeEach(becomeLarge);
  describeDesk(() => createCatalogueClient(env.CATALOGUE), followRules);
});

describe('a rule for many articles', () => {
  const event = { by: 'Night desk', at: '2026-11-01T00:00:00Z' };
  const open = async (count: number) => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    for (let number = 1; number <= count; number += 1)
      await publish(catalogue, `n-${100 + number}`, { title: `Number ${number}`, tags: ['Court', 'Sea'] });
    return { catalogue, stub: env.CATALOGUE.getByName('publication') };
  };
  const copyOf = async (slug: string) => (await env.ARTICLES.get(`article:${slug}`)) ?? '';

  it('goes on where it stopped when the object ends between two steps, and reaches every copy', async () => {
    const { catalogue, stub } = await open(45);
    await catalogue.setRule({ tag: 'Court', rule: 'review' }, event, 0);
    await runInDurableObject(stub, (object) => object.alarm());
    expect((await catalogue.rules()).isApplied).toBe(false);
    await evictDurableObject(stub);
    await publish(catalogue, 'n-103', { title: 'Changed', tags: ['Court'] });
    await followRules();
    expect((await catalogue.reviewQueue({ limit: 1 })).counts).toMatchObject({ waiting: 45, automatic: 0 });
    while ((await catalogue.status()).outbox.length > 0)
      await runInDurableObject(stub, async (object, { storage }) => {
        storage.sql.exec('UPDATE outbox SET not_before = 0'); // A key is written once a second.
        await object.alarm();
      });
    for (const slug of ['n-101', 'n-103', 'n-122', 'n-145'])
      expect(await copyOf(slug)).toContain('"summaryEnabled":false,"teaserOnly"');
  });

  it('ends with the rules that were set last, in whatever order they came between its steps', async () => {
    const { catalogue, stub } = await open(25);
    const step = () => runInDurableObject(stub, (object) => object.alarm());
    await catalogue.setRule({ tag: 'Court', rule: 'review' }, event, 0);
    await step();
    await catalogue.setRule({ tag: 'Sea', rule: 'off' }, event, 1);
    await catalogue.setRule({ tag: 'Court', rule: 'automatic' }, event, 2);
    await step();
    await catalogue.setRule({ tag: 'Sea', rule: 'review' }, event, 3);
    await followRules();
    expect((await catalogue.reviewQueue({ limit: 1 })).counts).toMatchObject({ waiting: 25, off: 0 });
  });
});

describe('a search among more articles than are indexed whole', () => {
  const TEXTS = { description: 'On the tide.', tags: ['Sea'], text: 'A heron was there. Two men waved.' };
  const openCut = async () => {
    await becomeLarge();
    const catalogue = createCatalogueClient(env.CATALOGUE);
    const put = (slug: string, day: number, title = `Title ${slug}`) =>
      publish(catalogue, slug, {
        ...TEXTS,
        title,
        publishedAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
      });
    for (const [slug, day] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
    ] as const)
      await put(slug, day);
    const find = async (word: string) => {
      const { items } = await catalogue.search({ terms: [word], limit: 20 }, 'public');
      return items.map(({ slug }) => slug).sort();
    };
    await find('heron'); // The index has been told of three.
    // As if 349,998 others were newer than the first two of the four.
    await runInDurableObject(
      env.CATALOGUE.getByName(`${await catalogue.identify()}/search`),
      (_, { storage }) =>
        storage.sql.exec("UPDATE facts SET value = value + 349998 WHERE name = 'searchWholeCount'"),
    );
    await put('d', 4);
    /** The summary has one of the two sentences, so one of these words is found by it. */
    const findWhole = async () => {
      const [heron, waved] = [await find('heron'), await find('waved')];
      return heron.filter((slug) => waved.includes(slug));
    };
    return { catalogue, put, find, findWhole };
  };

  it('finds the oldest by title, description, tags and summary, and the others by every word', async () => {
    const { find, findWhole } = await openCut();
    for (const word of ['title', 'tide', 'sea']) expect(await find(word)).toEqual(['a', 'b', 'c', 'd']);
    expect(await findWhole()).toEqual(['c', 'd']);
  });

  it('keeps to that when one of the oldest is changed, dated anew or removed', async () => {
    const { catalogue, put, find, findWhole } = await openCut();
    await put('a', 1, 'A whale');
    expect(await find('whale')).toEqual(['a']);
    expect(await findWhole()).toEqual(['c', 'd']);
    await put('a', 9, 'A whale');
    expect(await findWhole()).toContain('a');
    await catalogue.remove('b', 1, 'released');
    expect(await find('tide')).toEqual(['a', 'c', 'd']);
  });
});

describe('a backup', () => {
  it('brings back every decision as it was, and leaves alone what stands where it has none', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    const decide = async (decision: Decision) =>
      decideSummary(
        decidingIn(catalogue),
        'tides',
        decision,
        'Night desk',
        onlyIf(await currentEtag(catalogue, 'tides')),
      );
    await publish(catalogue, 'tides', { title: 'Tides' });
    await decide({ decision: 'approve' });
    await decide({ decision: 'edit', sentences: ['Said by hand.'] });
    await decide({ decision: 'correct', text: 'The date was wrong.' });
    const before = await catalogue.history('tides', null, 10);
    const { records } = await catalogue.records(null, 10);
    await reset();
    const [saved] = records;
    if (saved?.state !== 'article') throw new Error('tides is there');
    expect(await catalogue.restore([saved])).toEqual([{ outcome: 'restored' }]);
    expect(await catalogue.history('tides', null, 10)).toEqual(before);
    expect((await catalogue.records(null, 10)).records).toEqual(records);
    await decide({ decision: 'approve' });
    const { history: _none, ...older } = saved;
    await catalogue.restore([{ ...older, record: { ...saved.record, revision: 9 } }]);
    expect(await catalogue.history('tides', null, 10)).toHaveLength(4);
  });
});

describe('searching for what many articles hold', () => {
  it('gives those with the word in the title first, then the newest, and whole words before beginnings', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    const day = (number: number) => new Date(Date.UTC(2025, 0, number)).toISOString();
    for (let number = 1; number <= 70; number += 1)
      await publish(catalogue, `a-${number}`, {
        title: number === 30 ? 'Quay' : `Number ${number}`,
        text: 'The quay was closed. Nobody was hurt.',
        publishedAt: day(number),
      });
    await publish(catalogue, 'longer', { title: 'Quayside', text: 'Nobody was hurt.', publishedAt: day(99) });
    const find = async (terms: string[], limit: number) =>
      (await catalogue.search({ terms, limit }, 'public')).items.map(({ slug }) => slug);
    expect(await find(['quay'], 3)).toEqual(['a-30', 'a-70', 'a-69']);
    expect(await find(['quaysi'], 3)).toEqual(['longer']);
    expect(await find(['qua'], 3)).toEqual(['longer', 'a-30', 'a-70']);
    expect(await find(['quay', 'numb'], 3)).toEqual(['a-70', 'a-69', 'a-68']);
    expect(await find(['quay'], 71)).toHaveLength(71);
  });

  it('gives the newest first in whatever order they came in, an archive of one date included', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    for (let number = 70; number >= 1; number -= 1)
      await publish(catalogue, `a-${number}`, {
        title: `Number ${number}`,
        text: 'The quay was closed. Nobody was hurt.',
        publishedAt: number > 40 ? `2025-01-01T00:${number - 11}:00Z` : '1970-01-01T00:00:00Z',
      });
    await publish(catalogue, 'a-7', {
      title: 'Number 7',
      text: 'The quay.',
      publishedAt: '2026-01-01T00:00:00Z',
    });
    const { items } = await catalogue.search({ terms: ['quay'], limit: 31 }, 'public');
    const newest = Array.from({ length: 30 }, (_, index) => `a-${70 - index}`);
    expect(items.map(({ slug }) => slug)).toEqual(['a-7', ...newest]);
  });

  it('ranks a rare word beside a common one by the rare one', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    const texts = { once: 'Zebra. The quay. The quay. The quay.', often: 'Zebra, zebra, zebra. The quay.' };
    for (const [slug, text] of Object.entries(texts)) await publish(catalogue, slug, { title: slug, text });
    const { items } = await catalogue.search({ terms: ['zebra', 'the'], limit: 5 }, 'public');
    expect(items.map(({ slug }) => slug)).toEqual(['often', 'once']);
  });

  it('takes a beginning that fits countless words, twelve of them at once too', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    const words = Array.from(
      { length: 60 },
      (_, index) => `quay${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    await publish(catalogue, 'all', { title: 'All', text: `${words.join(' ')}.` });
    const find = async (terms: string[]) =>
      (await catalogue.search({ terms, limit: 5 }, 'public')).items.map(({ slug }) => slug);
    expect(await find(['qu'])).toEqual(['all']);
    expect(await find(Array.from({ length: 12 }, (_, index) => 'quay'.slice(0, 1 + (index % 4))))).toEqual([
      'all',
    ]);
    expect(await find(['quay', 'zebra'])).toEqual([]);
  });
});

describe('a database that was made before the desk', () => {
  it('is searched once the alarm has gone through it, whatever is written meanwhile', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    for (let number = 1; number <= 45; number += 1)
      await publish(catalogue, `a-${number}`, { title: `Quayside ${number}` });
    const stub = env.CATALOGUE.getByName('publication');
    await runInDurableObject(stub, (_, { storage }) => {
      undoVolumes(storage.sql);
      storage.sql.exec('DELETE FROM desk_articles');
      storage.sql.exec(
        'DROP TABLE desk_words; DROP TABLE desk_search; DROP TABLE desk_articles; DROP TABLE desk_history',
      );
      storage.sql.exec('DROP TABLE generation_orders'); // Of a later schema than the desk.
      storage.sql.exec('DROP TABLE tag_rules; DROP TABLE tag_rule_history');
      storage.sql.exec('ALTER TABLE articles DROP COLUMN rule');
      storage.sql.exec('UPDATE schema_version SET version = version - 7');
    });
    await evictDurableObject(stub);
    await publish(catalogue, 'a-7', { title: 'Lighthouse' });
    await runInDurableObject(stub, async (object, { storage }) => {
      for (let run = 1; run <= 9; run += 1) await object.alarm();
      const fact = storage.sql.exec("SELECT 1 FROM facts WHERE name = 'walk:desk'").toArray();
      expect(fact).toEqual([]);
    });
    const found = await catalogue.search({ terms: ['quayside'], limit: 100 }, 'public');
    expect(found.items).toHaveLength(44);
    expect((await catalogue.reviewQueue({ limit: 1 })).counts.automatic).toBe(45);
  });

  it('whose articles are numbered as they came is numbered by date', async () => {
    const catalogue = createCatalogueClient(env.CATALOGUE);
    for (let number = 1; number <= 70; number += 1)
      await publish(catalogue, `a-${100 + number}`, {
        title: `Quay ${number}`,
        publishedAt: new Date(Date.UTC(2025, 0, 100 - number)).toISOString(),
      });
    const stub = env.CATALOGUE.getByName('publication');
    const find = async () =>
      (await catalogue.search({ terms: ['quay'], limit: 5 }, 'public')).items.map(({ slug }) => slug);
    const newest = await find();
    expect(newest).toEqual(['a-101', 'a-102', 'a-103', 'a-104', 'a-105']);
    await runInDurableObject(stub, (_, { storage }) => {
      undoVolumes(storage.sql);
      storage.sql.exec('DROP TABLE desk_words; ALTER TABLE desk_articles DROP COLUMN title');
      storage.sql.exec('DELETE FROM desk_search; DELETE FROM desk_articles');
      for (let number = 1; number <= 70; number += 1) {
        const [slug, title] = [`a-${100 + number}`, `Quay ${number}`];
        storage.sql.exec(
          "INSERT INTO desk_articles (id, slug, state) VALUES (?, ?, 'automatic')",
          number,
          slug,
        );
        storage.sql.exec(
          "INSERT INTO desk_search (rowid, title, open, closed) VALUES (?, ?, '', '')",
          number,
          title,
        );
      }
      storage.sql.exec('UPDATE schema_version SET version = version - 4');
    });
    await evictDurableObject(stub);
    expect(await find()).not.toEqual(newest);
    for (let run = 1; run <= 9; run += 1) await runInDurableObject(stub, (object) => object.alarm());
    expect(await find()).toEqual(newest);
  });
});
