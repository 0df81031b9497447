import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleRows } from '../../src/adapters/catalogue/article-rows.ts';
import { Facts } from '../../src/adapters/catalogue/facts.ts';
import { SqlOutbox } from '../../src/adapters/catalogue/outbox.ts';
import { packRecord } from '../../src/adapters/catalogue/packed-body.ts';
import { migrate } from '../../src/adapters/catalogue/schema.ts';
import { documentOf } from '../../src/adapters/catalogue/search-changes.ts';
import { CUT_THROUGH, SearchObject, WHOLE_MAX_COUNT } from '../../src/adapters/catalogue/search-object.ts';
import { SitemapRows } from '../../src/adapters/catalogue/sitemap-rows.ts';
import { Volume } from '../../src/adapters/catalogue/volume.ts';
import { readPlace } from '../../src/adapters/catalogue/volume-texts.ts';
import { SeededRandom } from '../../src/cli/training/random.ts';
import { formatInstant } from '../../src/core/article/dates.ts';
import type { ArticleRecord } from '../../src/core/catalogue/article-record.ts';
import { renderRecord } from '../../src/flows/render-record.ts';
import { authorText } from '../core/article/authored-article.ts';
import { openNodeStorage, openRows } from './catalogue/node-sqlite.ts';
import { ARTICLE_TEXT } from './http/cases.ts';

/**
 * What an article takes in each object of a catalogue, table by table, and so how many fit: all of it in one object, and
 * with texts and search in objects of their own. Text, title, tags and addresses are like a newspaper's.
 */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 3_000);
const OBJECT_BYTES = 10_000_000_000;
const NOW = Date.UTC(2026, 0, 1);
const random = new SeededRandom(7);

/** Words as often as the words of a language are (Zipf): some of them in nearly every article, half of them rare. */
const VOCABULARY = 80_000;
const WORDS_PER_ARTICLE = ARTICLE_TEXT.split(/\s+/u).length;

function word(): string {
  const rank = Math.floor(VOCABULARY ** (random.below(1_000_000) / 1_000_000));
  return (rank * 7_919).toString(36).padStart(2 + (rank % 6), 'e');
}

const words = (count: number) => Array.from({ length: count }, word).join(' ');

function recordOf(number: number): ArticleRecord {
  const slug = `${word()}-votes-on-the-harbour-wall-${number}`; // In no order of their dates.
  const page = `https://news.example/2026/01/01/${slug}.html`;
  return {
    ...base,
    slug,
    text: words(WORDS_PER_ARTICLE),
    url: number % 2 === 0 ? page : null, // Half of them stand on our own pages.
    title: `Council votes on the harbour wall ${words(3)}`,
    byline: 'A. Writer',
    description: words(20),
    image: { url: `https://news.example/media/2026/01/${slug}.jpg`, alt: words(5) },
    tags: ['politics', 'harbour', `series ${number % 500}`],
    publishedAt: formatInstant(NOW - (ARTICLES - number) * 60_000),
    updatedAt: formatInstant(NOW - (ARTICLES - number) * 60_000),
  };
}

const extras = { revision: 1, formerUrls: [], override: null, teaserOnly: false };
const base = renderRecord(authorText('base', { title: 'Council', bodySource: ARTICLE_TEXT }), extras);
const packed = await packRecord(base);
const records = Array.from({ length: ARTICLES }, (_, number) => recordOf(number));

/** Bytes of an article in an object that `fill` has filled, and how they are shared out. */
function measure(name: string, fill: (storage: DurableObjectStorage) => void): Map<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-order-'));
  try {
    const file = join(folder, 'catalogue.sqlite');
    const storage = openNodeStorage(file);
    migrate(storage, () => 'bench');
    fill(storage);
    const tables = bytesByTable(file);
    const packed = bytesByTable(file, 'VACUUM');
    console.log(
      `\n${name}: ${sum(tables).toFixed(0)} bytes an article (${sum(packed).toFixed(0)} after VACUUM)`,
    );
    for (const [table, bytes] of [...tables].sort(([, a], [, b]) => b - a))
      if (bytes >= 5)
        console.log(
          `  ${table.padEnd(34)} ${bytes.toFixed(0).padStart(6)} ${(packed.get(table) ?? 0).toFixed(0).padStart(6)}`,
        );
    return tables;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param placeOf - Where a text was laid down; null: beside the order. */
function fillOrder(storage: DurableObjectStorage, placeOf: (number: number) => string | null): void {
  const rows: ArticleRows = openRows(storage);
  const facts = new Facts(storage.sql);
  const sitemap = new SitemapRows(storage.sql, facts, new SqlOutbox(storage.sql));
  storage.transactionSync(() => {
    records.forEach((record, number) => {
      const place = placeOf(number);
      if (place !== null) rows.texts.release(place, NOW);
      const laid = { packed, entry: rows.entryOf(record), place };
      rows.save({ record, laid }, { projection: 1, now: NOW });
      sitemap.update(record.slug, NOW);
    });
    storage.sql.exec('DELETE FROM search_waiting'); // Told soon.
  });
}

function fillSearch(storage: DurableObjectStorage): void {
  const changes = records.map((record) => ({
    slug: record.slug,
    projection: 1,
    document: documentOf(record, true),
  }));
  new SearchObject(storage).take(changes);
  storage.sql.exec("INSERT INTO desk_search (desk_search) VALUES ('optimize')");
}

const sum = (tables: Map<string, number>) => [...tables].reduce((total, [, bytes]) => total + bytes, 0);
const tell = (what: string, count: number) =>
  console.log(`${what.padEnd(58)} ${(count / 1e6).toFixed(2)} million`);

const whole = measure('all in one object', (storage) => fillOrder(storage, () => null));
const place = (number: number) => `1/${1_000_000 + number}/${packed.length}`;
const order = measure('the order of a catalogue that has outgrown its object', (storage) => {
  for (const fact of ['volume', 'searchApart']) new Facts(storage.sql).set(fact, 1);
  fillOrder(storage, place);
});
const searched = measure('its search, every word', fillSearch);
const cut = measure('its search, the words of list entries', (storage) => {
  new Facts(storage.sql).set(CUT_THROUGH, Number.MAX_SAFE_INTEGER);
  fillSearch(storage);
});
measure('a volume', (storage) => {
  const rows = openRows(storage);
  const texts = records.map(
    (record, number) => [readPlace(place(number)).number, packed, rows.entryOf(record)] as const,
  );
  new Volume(storage).put(texts);
});
console.log('');
tell('fit in one object', OBJECT_BYTES / sum(whole));
tell('fit in the order', OBJECT_BYTES / sum(order));
tell(
  `fit in the search, the newest ${WHOLE_MAX_COUNT} with every word`,
  (OBJECT_BYTES - WHOLE_MAX_COUNT * (sum(searched) - sum(cut))) / sum(cut),
);

/** Pages of each table and index, shared out among the articles. */
function bytesByTable(file: string, before = ''): Map<string, number> {
  const database = new DatabaseSync(file);
  database.exec(before);
  const found = database.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name').all();
  database.close();
  return new Map(found.map(({ name, bytes }) => [String(name), Number(bytes) / ARTICLES]));
}
