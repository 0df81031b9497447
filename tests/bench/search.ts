import { ArticleOrder } from '../../src/adapters/catalogue/article-order.ts';
import { searchDesk } from '../../src/adapters/catalogue/desk-search.ts';
import { readEntries } from '../../src/adapters/catalogue/entry-rows.ts';
import { packRecord } from '../../src/adapters/catalogue/packed-body.ts';
import { migrate } from '../../src/adapters/catalogue/schema.ts';
import type { LaidText } from '../../src/adapters/catalogue/volume-texts.ts';
import { formatInstant } from '../../src/core/article/dates.ts';
import { searchTerms } from '../../src/core/article/search-text.ts';
import { renderRecord } from '../../src/flows/render-record.ts';
import { authorText } from '../core/article/authored-article.ts';
import { openNodeStorage, openRows } from './catalogue/node-sqlite.ts';
import { quantileOf } from './figures/quantiles.ts';
import { ARTICLE_TEXT } from './http/cases.ts';

/**
 * What a search costs beside a list page, and what saving an article costs with the index and without: the catalogue's
 * own tables over Node's SQLite.
 */
const ARTICLES = 10_000;
const TURNS = 520;
const WARM_TURNS = 20;
const PUTS = 300;
const START = Date.UTC(2026, 0, 1);
/** All are published. */
const NOW = START + ARTICLES * 60_000;

const storage = openNodeStorage();
migrate(storage, () => 'bench');
const rows = openRows(storage);
const order = new ArticleOrder(storage.sql);
const extras = { revision: 1, formerUrls: [], override: null, teaserOnly: false };
const base = renderRecord(authorText('base', { title: 'The harbour bridge' }), extras);

/** The number of an article is in one of them, that of its shelf in 50, that of its series in 1,000. */
function textOf(number: number): string {
  return `${ARTICLE_TEXT}\n\nIt is number${number} of series${number % 10} and shelf${number % 200}.`;
}

function recordOf(number: number) {
  return { ...base, slug: `n${number}`, text: textOf(number), publishedAt: publishedAt(number) };
}

const laidOf = (packed: Uint8Array): LaidText => ({ packed, entry: '', place: null });

function publishedAt(number: number): string {
  return formatInstant(START + number * 60_000);
}

const from = performance.now();
storage.transactionSync(() => {
  for (let number = 0; number < ARTICLES; number += 1)
    rows.save({ record: recordOf(number), laid: laidOf(new Uint8Array()) }, { projection: 1, now: NOW });
});
const saveMs = (performance.now() - from) / ARTICLES;
const indexedFrom = performance.now();
storage.transactionSync(() => {
  for (let number = 0; number < 1_000; number += 1) rows.desk.save(recordOf(number));
});
const indexMs = (performance.now() - indexedFrom) / 1_000;
console.log(
  `saving an article ${saveMs.toFixed(3)} ms; taking a changed one into the index ${indexMs.toFixed(3)} ms`,
);

await comparePuts();

/** A PUT from the body as sent to the end of its transaction, in turns with the index and without it. */
async function comparePuts(): Promise<void> {
  const bare = openRows(storage);
  bare.desk.save = () => undefined;
  const spent = { kept: 0, left: 0 };
  for (let turn = 0; turn < PUTS + WARM_TURNS; turn += 1)
    for (const [name, into] of [['kept', rows] as const, ['left', bare] as const]) {
      const number = 2 * turn + (name === 'kept' ? 0 : 1);
      const body = { bodySource: textOf(number), publishedAt: publishedAt(number) };
      const before = process.cpuUsage();
      const authored = authorText(`n${number}`, { title: 'The harbour bridge', ...body });
      const record = renderRecord(authored, extras);
      const laid = laidOf(await packRecord(record));
      storage.transactionSync(() => into.save({ record, laid }, { projection: 2, now: NOW }));
      const { user, system } = process.cpuUsage(before);
      if (turn >= WARM_TURNS) spent[name] += user + system;
    }
  const [kept, left] = [spent.kept / PUTS / 1_000, spent.left / PUTS / 1_000];
  console.log(
    `a PUT with search kept ${kept.toFixed(2)} ms of CPU, without ${left.toFixed(2)} ms: ${(kept / left).toFixed(2)} x`,
  );
}

const find = async (query: string) => {
  const slugs = searchDesk(storage.sql, { terms: searchTerms(query), limit: 20 }, 'public');
  return (await readEntries(rows.texts, order.rowsOf(slugs, 'public'))).length;
};
const list = {
  name: 'list page',
  work: async () => (await readEntries(rows.texts, order.page({ limit: 20 }, 'public').rows)).length,
  times: [] as number[],
};
const searches = [
  ['word of one article', (turn: number) => `number${turn}`],
  ['word of 50 articles', (turn: number) => `shelf${100 + (turn % 100)}`],
  ['word of 1,000 articles', (turn: number) => `series${turn % 10}`],
  ['beginning of such words', (turn: number) => `serie shelf${100 + (turn % 100)}`],
  ['words of all', () => 'number of'],
  ['a rare word, a common one', (turn: number) => `shelf${100 + (turn % 100)} of`],
  ['beginning of ten words', () => 'serie'],
] as const;
const kinds = [
  list,
  ...searches.map(([name, queryOf]) => ({
    name,
    work: (turn: number) => find(queryOf(turn)),
    times: [] as number[],
  })),
];

// In turns, and by CPU: the clock would measure who else is at work on this machine.
for (let turn = 0; turn < TURNS; turn += 1)
  for (const { name, work, times } of kinds) {
    const before = process.cpuUsage();
    if ((await work(turn)) === 0) throw new Error(`nothing was found: ${name}`);
    const { user, system } = process.cpuUsage(before);
    if (turn >= WARM_TURNS) times.push((user + system) / 1_000);
  }
const [page, ...found] = kinds.map(({ name, times }) => ({ name, ms: quantileOf(times, 0.95) }));
if (page === undefined) throw new Error('the list comes first');
console.log(`${page.name.padEnd(26)} p95 ${page.ms.toFixed(2)} ms of CPU`);
for (const { name, ms } of found)
  console.log(`${name.padEnd(26)} p95 ${ms.toFixed(2)} ms, ${(ms / page.ms).toFixed(1)} x a list page`);
