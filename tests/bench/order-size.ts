import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Facts } from '../../src/adapters/catalogue/facts.ts';
import { SqlOutbox } from '../../src/adapters/catalogue/outbox.ts';
import { packRecord } from '../../src/adapters/catalogue/packed-body.ts';
import { migrate } from '../../src/adapters/catalogue/schema.ts';
import { SitemapRows } from '../../src/adapters/catalogue/sitemap-rows.ts';
import { SeededRandom } from '../../src/cli/training/random.ts';
import { formatInstant } from '../../src/core/article/article.ts';
import { type ArticleRecord, toListEntry } from '../../src/core/catalogue/article-record.ts';
import { renderRecord } from '../../src/flows/render-record.ts';
import { authorText } from '../core/article/authored-article.ts';
import { openNodeStorage, openRows } from './catalogue/node-sqlite.ts';
import { ARTICLE_TEXT } from './http/cases.ts';

/**
 * What an article takes in the object of the catalogue, table by table, and so how many fit: with its text beside the
 * order and with its text in a volume. Text, title, tags and addresses are like a newspaper's.
 */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 3_000);
const OBJECT_BYTES = 10_000_000_000;
/** As `desk-index.ts` has it. */
const SEARCHED_WHOLE = 500_000;
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
  const slug = `council-votes-on-the-harbour-wall-${number}`;
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
    publishedAt: formatInstant(NOW - number * 60_000),
    updatedAt: formatInstant(NOW - number * 60_000),
  };
}

const extras = { revision: 1, formerUrls: [], override: null, teaserOnly: false };
const base = renderRecord(authorText('base', { title: 'Council', bodySource: ARTICLE_TEXT }), extras);
const folder = mkdtempSync(join(tmpdir(), 'standfirst-order-'));
try {
  const file = join(folder, 'catalogue.sqlite');
  const storage = openNodeStorage(file);
  migrate(storage, () => 'bench');
  const rows = openRows(storage);
  const facts = new Facts(storage.sql);
  const sitemap = new SitemapRows(storage.sql, facts, new SqlOutbox(storage.sql));
  const laid = await packRecord(base);
  storage.transactionSync(() => {
    for (let number = 0; number < ARTICLES; number += 1) {
      const record = recordOf(number);
      rows.save({ record, laid }, { projection: 1, now: NOW });
      sitemap.update(record.slug, NOW);
    }
  });
  const whole = bytesByTable(file);
  for (const [name, bytes] of [...whole].sort(([, a], [, b]) => b - a))
    if (bytes >= 1) console.log(`${name.padEnd(34)} ${bytes.toFixed(0).padStart(6)} bytes an article`);
  const sum = (isIn: (name: string) => boolean) =>
    [...whole].filter(([name]) => isIn(name)).reduce((total, [, bytes]) => total + bytes, 0);
  const search = sum((name) => name.startsWith('desk_search'));
  const texts = sum((name) => /bodies|parts_1/u.test(name));
  const order = sum(() => true) - search - texts;
  storage.transactionSync(() => {
    for (let number = 0; number < ARTICLES; number += 1) {
      const { title, description, byline, tags, summary } = toListEntry(recordOf(number));
      const text = [description, byline, ...tags, summary].join('\n');
      rows.desk.save({ ...recordOf(number), title, text, description: null, byline: null, tags: [] });
    }
  });
  storage.sql.exec("INSERT INTO desk_search (desk_search) VALUES ('optimize')");
  const cut = [...bytesByTable(file)]
    .filter(([name]) => name.startsWith('desk_search'))
    .reduce((total, [, bytes]) => total + bytes, 0);
  const tell = (what: string, count: number) =>
    console.log(`${what.padEnd(58)} ${(count / 1e6).toFixed(2)} million`);
  console.log(
    `\norder ${order.toFixed(0)}, search ${search.toFixed(0)} whole and ${cut.toFixed(0)} cut, text ${texts.toFixed(0)} bytes an article`,
  );
  tell('in one object, all searched whole', OBJECT_BYTES / (order + search + texts));
  tell('texts in volumes, all searched whole', OBJECT_BYTES / (order + search));
  tell(
    'texts in volumes, the newest half a million searched whole',
    (OBJECT_BYTES - SEARCHED_WHOLE * (search - cut)) / (order + cut),
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Pages of each table and index, shared out among the articles. */
function bytesByTable(file: string): Map<string, number> {
  const database = new DatabaseSync(file);
  database.exec('VACUUM');
  const found = database.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name').all();
  database.close();
  return new Map(found.map(({ name, bytes }) => [String(name), Number(bytes) / ARTICLES]));
}
