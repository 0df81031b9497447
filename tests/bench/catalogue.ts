import { ArticleChanges } from '../../src/adapters/catalogue/article-changes.ts';
import { ArticleOrder } from '../../src/adapters/catalogue/article-order.ts';
import { ChangeEffects } from '../../src/adapters/catalogue/change-effects.ts';
import { type EntryRow, readEntries } from '../../src/adapters/catalogue/entry-rows.ts';
import { Facts } from '../../src/adapters/catalogue/facts.ts';
import { SqlOutbox } from '../../src/adapters/catalogue/outbox.ts';
import { migrate } from '../../src/adapters/catalogue/schema.ts';
import { SitemapRows } from '../../src/adapters/catalogue/sitemap-rows.ts';
import type { LaidText } from '../../src/adapters/catalogue/volume-texts.ts';
import type { ListQuery } from '../../src/core/article/article-list.ts';
import { formatInstant } from '../../src/core/article/dates.ts';
import type { ArticleRecord } from '../../src/core/catalogue/article-record.ts';
import { renderRecord } from '../../src/flows/render-record.ts';
import { authorText } from '../core/article/authored-article.ts';
import { openNodeStorage, openRows } from './catalogue/node-sqlite.ts';
import { ARTICLE_TEXT } from './http/cases.ts';
import { TOKEN } from './http/deployments.ts';
import { cpuUs } from './http/load.ts';
import { addressOf, startServers } from './http/servers.ts';

/**
 * What writing costs: CPU of a PUT on raw workerd and the size of the catalogue; and, with the catalogue's own tables
 * over Node's SQLite, KV writes of each kind of change and the time of a list page among 100,000 articles.
 */
const PUTS = 300;
const LISTED = 100_000;
const REPEATS = 9;
const START = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

const dateOf = (number: number) => formatInstant(START + number * MINUTE_MS);

async function measurePuts(): Promise<void> {
  const servers = await startServers();
  const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };
  const put = async (number: number) => {
    const body = JSON.stringify({
      title: `Number ${number}`,
      markdown: `${ARTICLE_TEXT}\n\nNumber ${number}.`,
      publishedAt: dateOf(number),
    });
    const { ok, status } = await fetch(`${addressOf('service')}/v1/articles/n${number}`, {
      method: 'PUT',
      headers,
      body,
    });
    if (!ok) throw new Error(`PUT answered ${status}`);
  };
  try {
    for (let number = 0; number < 50; number += 1) await put(number);
    const before = cpuUs(servers.pid);
    for (let number = 50; number < 50 + PUTS; number += 1) await put(number);
    const perPutMs = (cpuUs(servers.pid) - before) / PUTS / 1_000;
    const bytes = new TextEncoder().encode(ARTICLE_TEXT).length;
    console.log(
      `PUT of ${(bytes / 1024).toFixed(1)} KB: ${perPutMs.toFixed(1)} ms of CPU, projection included`,
    );
    const status = await (await fetch(`${addressOf('service')}/v1/status`, { headers })).json();
    const { articles, databaseBytes } = status as { articles: { published: number }; databaseBytes: number };
    const megabytes = ((databaseBytes / articles.published) * 10_000) / 1e6;
    console.log(
      `catalogue of 10,000 such articles: ${megabytes.toFixed(0)} MB; 10 GB hold ${(1e10 / (databaseBytes / articles.published) / 1e3).toFixed(0)} thousand`,
    );
  } finally {
    await servers.stop();
  }
}

function openTables() {
  const storage = openNodeStorage();
  migrate(storage, () => 'bench');
  const { sql } = storage;
  const rows = openRows(storage);
  const order = new ArticleOrder(sql);
  const outbox = new SqlOutbox(sql);
  const facts = new Facts(sql);
  const sitemap = new SitemapRows(sql, facts, outbox);
  const changes = new ArticleChanges(rows, new ChangeEffects(rows, order, facts, outbox, sitemap));
  return { storage, sql, rows, order, outbox, sitemap, changes };
}

function recordOf(number: number, members: Partial<ArticleRecord> = {}): ArticleRecord {
  const slug = `n${number}`;
  const authored = authorText(slug, {
    url: `https://news.example/${slug}`,
    title: `Number ${number}`,
    byline: 'A. Writer',
    publishedAt: dateOf(number),
    updatedAt: dateOf(number),
  });
  const extras = { revision: 1, formerUrls: [], override: null, teaserOnly: false };
  return { ...renderRecord(authored, extras), ...members };
}

/** Texts are not looked at here. */
const NO_TEXT: LaidText = { packed: new Uint8Array(), entry: '', place: null };

function countWrites(): void {
  const { sql, outbox, changes } = openTables();
  const now = START + 1_000 * MINUTE_MS;
  const write = (record: ArticleRecord, expectedRevision: number) =>
    changes.write({ record, expectedRevision, takeOver: [] }, NO_TEXT, now);
  for (let number = 1; number <= 9; number += 2) write(recordOf(number), 0);
  const count = (name: string, change: () => unknown) => {
    sql.exec('DELETE FROM outbox');
    change();
    console.log(`${name.padEnd(22)} ${outbox.state().length} KV writes`);
  };
  count('first publication', () => write(recordOf(4), 0));
  count('edit of the body', () => write(recordOf(4, { revision: 2 }), 1));
  count('edit of the title', () => write(recordOf(4, { revision: 3, title: 'Another' }), 2));
  count('another date', () =>
    write(recordOf(4, { revision: 4, title: 'Another', publishedAt: dateOf(8) }), 3),
  );
  count('deletion', () => changes.remove('n4', 4, 'held', now));
}

async function measureLists(): Promise<void> {
  const { storage, rows, order, sitemap } = openTables();
  const base = recordOf(0);
  storage.transactionSync(() => {
    for (let number = 0; number < LISTED; number += 1) {
      const tags = [
        number % 2 === 0 ? 'common' : 'other',
        ...(number % 100 === 0 ? ['some'] : []),
        ...(number === 7 ? ['rare'] : []),
      ];
      const language = number % 50 === 0 ? 'de' : 'en';
      const url = number % 3 === 0 ? null : `https://news.example/n${number}`;
      const record = { ...base, slug: `n${number}`, url, publishedAt: dateOf(number), tags, language };
      rows.save({ record, laid: NO_TEXT }, { projection: 1, now: Date.now() });
      sitemap.update(`n${number}`, Date.now());
    }
  });
  const deep = { publishedAt: Date.parse(dateOf(LISTED / 2)), slug: 'n50000', direction: 'after' as const };
  const pages: [string, Omit<ListQuery, 'limit'>][] = [
    ['first page', {}],
    ['a page in the middle', { cursor: deep }],
    ['tag of every second', { tag: 'common' }],
    ['tag of every hundredth', { tag: 'some' }],
    ['tag of one', { tag: 'rare' }],
    ['tag of none', { tag: 'none' }],
    ['language of 98 %', { language: 'en' }],
    ['language of 2 %', { language: 'de' }],
    ['language of none', { language: 'fr' }],
    ['rare tag, common language', { tag: 'rare', language: 'en' }],
  ];
  const read = (found: readonly EntryRow[]) => readEntries(rows.texts, found);
  for (const [name, query] of pages)
    await print(name, () => read(order.page({ limit: 20, ...query }, 'public').rows));
  await print('all, for a token', () => read(order.page({ limit: 20 }, 'all').rows));
  await print('front with its count', () => [read(order.newest(100)), order.count()]);
  await print('index of the sitemap', () => sitemap.sitemap(Date.now()));
  await print('part of the sitemap', () => sitemap.part(1));
}

async function print(name: string, work: () => unknown): Promise<void> {
  await work();
  const times: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(26)} ${(times[Math.floor(REPEATS / 2)] ?? 0).toFixed(2).padStart(8)} ms`);
}

await measurePuts();
console.log('\nKV writes before coalescing');
countWrites();
console.log(
  `\nlist pages of 20 among ${LISTED.toLocaleString('en')} articles, Node’s SQLite, median of ${REPEATS}`,
);
await measureLists();
