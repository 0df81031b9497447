import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { SITEMAP_PART_MAX_COUNT } from '../../../src/core/catalogue/sitemap.ts';
import { ARTICLE_TEXT } from '../http/cases.ts';
import { TOKEN } from '../http/deployments.ts';
import { addressOf, type Servers, startServers } from '../http/servers.ts';

/** When the first of the made articles was published; they follow each other by a minute. */
export const START = Date.UTC(2000, 0, 1);
export const MINUTE_MS = 60_000;
/** Where texts, list entries and search stand: above 2 GB they are in volumes and an object of their own. */
export type Texts = 'beside the order' | 'in volumes';
const HEADERS = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };

/** @throws where the answer is no success. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${addressOf('service')}${path}`, { headers: HEADERS, ...init });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

export async function put(slug: string, minute: number, text = ARTICLE_TEXT): Promise<void> {
  const publishedAt = new Date(START + minute * MINUTE_MS).toISOString();
  const body = JSON.stringify({
    title: slug,
    markdown: `${text}\n\n${slug}.`,
    publishedAt,
    tags: ['common'],
  });
  await (await call(`/v1/articles/${slug}`, { method: 'PUT', body })).arrayBuffer();
}

/** The databases of the objects that hold what a query finds something of. */
function databaseWith(folder: string, query: string): DatabaseSync {
  const objects = join(folder, 'bench-catalogue');
  for (const name of readdirSync(objects)) {
    if (!name.endsWith('.sqlite') || name === 'metadata.sqlite') continue;
    const database = new DatabaseSync(join(objects, name));
    if (database.prepare(query).get() !== undefined) return database;
    database.close();
  }
  throw new Error(`no object has: ${query}`);
}

const openOrder = (folder: string) => databaseWith(folder, "SELECT 1 FROM articles WHERE slug = 'model'");

/** In one transaction; what is written stands in the file itself. */
function change(database: DatabaseSync, statements: string): void {
  database.exec(`BEGIN; ${statements} COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
}

const SLUG = "printf('made-%07d', n)";
const AT = `${START} + n * ${MINUTE_MS}`;
const INSTANT = `strftime('%Y-%m-%dT%H:%M:%SZ', (${AT}) / 1000, 'unixepoch')`;
const numbersTo = (count: number) =>
  `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`;

/** Rows like those of a short article, one a minute, each listed, tagged and in its part of the sitemap. */
function makeOrder(folder: string, count: number, entry: string, place: string): void {
  const numbers = numbersTo(count);
  change(
    openOrder(folder),
    `INSERT INTO articles
       (slug, state, revision, projection, visible, scheduled, published_at, language, changed_at, entry, place)
       ${numbers} SELECT ${SLUG}, 'article', 1, 1, 1, 0, ${AT}, 'en', ${START}, ${entry}, ${place}
       FROM numbers, (SELECT entry FROM articles WHERE slug = 'model');
     INSERT INTO tags (tag, slug, published_at) ${numbers} SELECT 'common', ${SLUG}, ${AT} FROM numbers WHERE n % 2 = 0;
     INSERT INTO tags (tag, slug, published_at)
       ${numbers} SELECT 'thousandth', ${SLUG}, ${AT} FROM numbers WHERE n % 1000 = 0;
     INSERT INTO sitemap_entries (slug, part) ${numbers} SELECT ${SLUG}, 2 + n / ${SITEMAP_PART_MAX_COUNT} FROM numbers;
     INSERT INTO sitemap_parts (part, entries, version, changed_at)
       SELECT part, count(*), part, ${START} FROM sitemap_entries WHERE part > 1 GROUP BY part;
     INSERT OR REPLACE INTO facts (name, value) VALUES ('texts', ${FIRST_TEXT + count});`,
  );
}

/** Numbers of made texts lie above those that the service has given. */
const FIRST_TEXT = 1_000;
const ENTRY = `json_set(entry, '$.slug', ${SLUG}, '$.title', ${SLUG}, '$.publishedAt', ${INSTANT},
                '$.updatedAt', ${INSTANT})`;

/** Numbers and words of made articles in the index of the search. */
const ID = `(${AT}) / 60000 * 256 + n % 256`;
const searched = (count: number) => `
  INSERT INTO desk_search (rowid, title, open, closed) ${numbersTo(count)}
    SELECT ${ID}, ${SLUG}, 'one ferry sailed common number' || n, '' FROM numbers;`;

function makeBodies(folder: string, count: number): void {
  const numbers = numbersTo(count);
  change(
    openOrder(folder),
    `INSERT INTO bodies (slug, piece, packed) ${numbers}
       SELECT ${SLUG}, 0, packed FROM numbers, (SELECT packed FROM bodies WHERE slug = 'model');
     INSERT INTO desk_articles (id, slug, state, title) ${numbers}
       SELECT ${ID}, ${SLUG}, 'automatic', ${SLUG} FROM numbers;
     ${searched(count)}`,
  );
}

/** What of these articles stands in other objects once their catalogue has outgrown its own. */
function makeOthers(folder: string, count: number): void {
  const numbers = numbersTo(count);
  change(
    databaseWith(folder, 'SELECT 1 FROM volume_entries'),
    `INSERT INTO bodies (slug, piece, packed) ${numbers}
       SELECT CAST(${FIRST_TEXT} + n AS TEXT), 0, packed FROM numbers, (SELECT packed FROM bodies LIMIT 1);
     INSERT INTO volume_entries (number, entry) ${numbers}
       SELECT ${FIRST_TEXT} + n, ${ENTRY} FROM numbers, (SELECT entry FROM volume_entries LIMIT 1);`,
  );
  change(
    databaseWith(folder, 'SELECT 1 FROM desk_articles WHERE visible IS NOT NULL'),
    `INSERT INTO desk_articles (id, slug, state, title, visible, published_at, language, tags, projection) ${numbers}
       SELECT ${ID}, ${SLUG}, 'automatic', ${SLUG}, 1, ${AT}, 'en', '["common"]', 1 FROM numbers;
     ${searched(count)}
     INSERT OR REPLACE INTO facts (name, value)
       SELECT 'searchCutThrough', max(id) FROM desk_articles WHERE slug LIKE 'made-%';`,
  );
}

/** Has the catalogue lay down what comes next in other objects, as it does above 2 GB. */
async function outgrow(folder: string): Promise<void> {
  change(
    openOrder(folder),
    `INSERT INTO facts (name, value) VALUES ('volume', '1'), ('searchApart', '1');
     DELETE FROM desk_articles;`,
  );
  const server = await startServers(folder);
  await put('first-apart', 1, 'Two ferries sailed.');
  await sleep(3_000); // Its copies are written, and the index is told.
  await server.stop();
}

/**
 * The service in raw workerd over a catalogue of `size` articles, for as long as `work` takes. Their rows are made in the
 * objects' own databases between two runs of the server: what is written and read over them goes through the service.
 */
export async function withMadeCatalogue<T>(
  size: number,
  work: (server: Servers) => Promise<T>,
  texts: Texts = 'beside the order',
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-scale-'));
  try {
    const first = await startServers(folder);
    await put('model', 0, 'One ferry sailed.');
    await sleep(1_500); // Its copies are written, so nothing of it is under way when the server ends.
    await first.stop();
    if (texts === 'in volumes') {
      await outgrow(folder);
      makeOthers(folder, size);
      const short = `json_object('title', ${SLUG}, 'tags', json_array('common'))`;
      makeOrder(folder, size, short, `'1/' || (${FIRST_TEXT} + n) || '/300'`);
    } else {
      makeBodies(folder, size);
      makeOrder(folder, size, ENTRY, 'NULL');
    }
    const server = await startServers(folder);
    const result = await work(server);
    await server.stop();
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
