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
/** Where the texts go that are written from now on. */
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

function databaseIn(folder: string): DatabaseSync {
  const objects = join(folder, 'bench-catalogue');
  const [file = ''] = readdirSync(objects).filter(
    (name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite',
  );
  return new DatabaseSync(join(objects, file));
}

/** Rows like those of a short article, one a minute, each listed, tagged and in its part of the sitemap. */
function makeRows(folder: string, count: number, texts: Texts): void {
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
    ${texts === 'in volumes' ? "INSERT INTO facts (name, value) VALUES ('volume', '1');" : ''}
    PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
}

/**
 * The service in raw workerd over a catalogue of `size` articles, for as long as `work` takes. Their rows are made in the
 * object's own database between two runs of the server: what is written and read over them goes through the service.
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
    makeRows(folder, size, texts);
    const server = await startServers(folder);
    const result = await work(server);
    await server.stop();
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
