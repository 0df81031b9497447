import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCursor } from '../../src/core/article/article-list.ts';
import { SITEMAP_PART_MAX_COUNT } from '../../src/core/catalogue/sitemap.ts';
import { ARTICLE_TEXT } from './http/cases.ts';
import { TOKEN } from './http/deployments.ts';
import { cpuUs } from './http/load.ts';
import { addressOf, startServers } from './http/servers.ts';

/**
 * What a catalogue costs at 10,000 and at 1,000,000 articles: CPU of raw workerd for one call of each kind, and the ratio.
 * The articles are rows made in the object's own database between two runs of the server; what is written and read over
 * them goes through the service.
 */
const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number);
const CALLS = Number(process.env.BENCH_CALLS ?? 150);
const START = Date.UTC(2000, 0, 1);
const MINUTE_MS = 60_000;
const HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${addressOf('service')}${path}`, { headers: HEADERS, ...init });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function put(slug: string, minute: number, text = ARTICLE_TEXT): Promise<void> {
  const publishedAt = new Date(START + minute * MINUTE_MS).toISOString();
  const body = JSON.stringify({
    title: slug,
    markdown: `${text}\n\n${slug}.`,
    publishedAt,
    tags: ['common'],
  });
  await (await call(`/v1/articles/${slug}`, { method: 'PUT', body })).arrayBuffer();
}

function databaseIn(folder: string): DatabaseSync {
  const objects = join(folder, 'bench-catalogue');
  const [file = ''] = readdirSync(objects).filter(
    (name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite',
  );
  return new DatabaseSync(join(objects, file));
}

/** Rows like those of a short article, one a minute, each listed, tagged and in its part of the sitemap. */
function makeRows(folder: string, count: number): void {
  const database = databaseIn(folder);
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`;
  const slug = "printf('made-%07d', n)";
  const at = `${START} + n * ${MINUTE_MS}`;
  const instant = `strftime('%Y-%m-%dT%H:%M:%SZ', (${at}) / 1000, 'unixepoch')`;
  database.exec(`
    BEGIN;
    INSERT INTO articles (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, entry)
      ${numbers} SELECT ${slug}, 'article', 1, 1, 1, 0, ${at}, 'en', ${START},
        json_set(entry, '$.slug', ${slug}, '$.title', ${slug}, '$.publishedAt', ${instant}, '$.updatedAt', ${instant})
      FROM numbers, (SELECT entry FROM articles WHERE slug = 'model');
    INSERT INTO bodies (slug, piece, packed)
      ${numbers} SELECT ${slug}, 0, packed FROM numbers, (SELECT packed FROM bodies WHERE slug = 'model');
    INSERT INTO tags (tag, slug, published_at) ${numbers} SELECT 'common', ${slug}, ${at} FROM numbers WHERE n % 2 = 0;
    INSERT INTO tags (tag, slug, published_at)
      ${numbers} SELECT 'thousandth', ${slug}, ${at} FROM numbers WHERE n % 1000 = 0;
    INSERT INTO sitemap_entries (slug, part)
      ${numbers} SELECT ${slug}, 2 + n / ${SITEMAP_PART_MAX_COUNT} FROM numbers;
    INSERT INTO sitemap_parts (part, entries, version, changed_at)
      SELECT part, count(*), part, ${START} FROM sitemap_entries WHERE part > 1 GROUP BY part;
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
}

const CASES: [name: string, (turn: number, size: number) => Promise<unknown>][] = [
  ['PUT of a new article', (turn, size) => put(`new-${turn}`, size / 2 + turn * 7 + 0.5)],
  ['article from the truth', (turn) => read(`/v1/articles/new-${turn}`)],
  ['list, newest', () => read('/v1/articles?limit=20')],
  ['list, in the middle', (_, size) => read(`/v1/articles?limit=20&cursor=${middle(size)}`)],
  ['page of a common tag', () => read('/v1/articles?tag=common&limit=20')],
  ['page of a rare tag', () => read('/v1/articles?tag=thousandth&limit=20')],
  ['status', () => read('/v1/status')],
  ['sitemap, the index', (turn) => readPublic(`/sitemap.xml?turn=${turn}`)],
  ['sitemap, a part', (turn) => readPublic(`/sitemap.xml?part=2&turn=${turn}`)],
];

async function read(path: string): Promise<void> {
  await (await call(path)).arrayBuffer();
}

async function readPublic(path: string): Promise<void> {
  await (await call(path, { headers: {} })).arrayBuffer();
}

function middle(size: number): string {
  return encodeCursor({ publishedAt: START + (size / 2) * MINUTE_MS, slug: 'm', direction: 'after' });
}

/** CPU in ms of one call of each kind, the projections that it causes included. */
async function measure(size: number): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-scale-'));
  try {
    const first = await startServers(folder);
    await put('model', 0, 'One ferry sailed.');
    await sleep(1_500); // Its copies are written, so nothing of it is under way when the server ends.
    await first.stop();
    makeRows(folder, size);
    const server = await startServers(folder);
    const cost = new Map<string, number>();
    for (let turn = CALLS; turn < CALLS + 30; turn += 1) await put(`new-${turn}`, turn + 0.5); // Warm.
    await sleep(3_000);
    for (const [name, work] of CASES) {
      await work(CALLS, size).catch(() => undefined);
      const before = cpuUs(server.pid);
      for (let turn = 0; turn < CALLS; turn += 1) await work(turn, size);
      await sleep(1_500);
      cost.set(name, (cpuUs(server.pid) - before) / CALLS / 1_000);
    }
    await server.stop();
    return cost;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [small, large] = [await measure(SIZES[0] ?? 0), await measure(SIZES[1] ?? 0)];
console.log(
  `CPU of one call in ms, mean of ${CALLS}`.padEnd(40),
  ...SIZES.map((size) => size.toLocaleString('en').padStart(11)),
  '   ratio',
);
for (const [name] of CASES) {
  const [a = 0, b = 0] = [small.get(name), large.get(name)];
  console.log(
    name.padEnd(40),
    a.toFixed(2).padStart(11),
    b.toFixed(2).padStart(11),
    (b / a).toFixed(2).padStart(8),
  );
}
