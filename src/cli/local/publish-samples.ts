import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { LOCAL_TOKEN } from './local-config.ts';

const SAMPLES_FOLDER = 'samples';

const frontMatterSchema = z.object({
  title: z.string(),
  slug: z.string(),
  byline: z.optional(z.string()),
  publishedAt: z.pipe(
    z.coerce.date(),
    z.transform((date) => date.toISOString()),
  ),
  language: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  /** What an editor has decided of its summary (docs/desk.md), so that the desk shows each state. */
  desk: z.optional(z.looseObject({ decision: z.string() })),
  /** Where the text ended when that was decided: what follows was written later. */
  decidedBefore: z.optional(z.string()),
});

const HEADERS = { Authorization: `Bearer ${LOCAL_TOKEN}`, 'Content-Type': 'application/json' };

/** Fills an empty publication through its own API. @returns how many articles were published. */
export async function publishSamples(origin: string): Promise<number> {
  if ((await countListed(origin)) > 0) return 0;
  const names = (await readdir(SAMPLES_FOLDER)).filter((name) => name.endsWith('.md'));
  let published = 0;
  for (const name of names)
    published += (await publishSample(origin, await readFile(`${SAMPLES_FOLDER}/${name}`, 'utf8'))) ? 1 : 0;
  await untilListed(origin, published);
  return published;
}

async function countListed(origin: string): Promise<number> {
  const response = await fetch(`${origin}/v1/articles?limit=100`);
  const { items } = z.object({ items: z.array(z.unknown()) }).parse(await response.json());
  return items.length;
}

const LISTED_DEADLINE_MS = 10_000;
const LISTED_POLL_MS = 100;

/** The list near the reader follows the catalogue within seconds; the front page should be whole when it is opened. */
async function untilListed(origin: string, count: number): Promise<void> {
  const deadline = Date.now() + LISTED_DEADLINE_MS;
  while ((await countListed(origin)) < count) {
    if (Date.now() > deadline) throw new Error('The samples were published but do not appear in the list.');
    await sleep(LISTED_POLL_MS);
  }
}

/** @returns false where it is there already: what somebody has made of it stays. */
async function publishSample(origin: string, source: string): Promise<boolean> {
  const [, frontMatter = '', markdown = ''] = /^---\n([\s\S]+?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  const { slug, desk, decidedBefore, ...article } = frontMatterSchema.parse(parse(frontMatter));
  const address = `${origin}/v1/articles/${slug}`;
  const [first = ''] = decidedBefore === undefined ? [markdown] : markdown.split(decidedBefore);
  const body = JSON.stringify({ ...article, markdown: first });
  const response = await send('PUT', address, body, { 'If-None-Match': '*' });
  if (response.status === 412) return false;
  await expectOk(slug, response);
  if (desk !== undefined) await decide(slug, `${address}/review`, desk);
  if (first === markdown) return true;
  const whole = JSON.stringify({ ...article, markdown, updatedAt: new Date().toISOString() });
  await expectOk(slug, await send('PUT', address, whole));
  return true;
}

async function decide(slug: string, address: string, decision: object): Promise<void> {
  const review = await fetch(address, { headers: HEADERS });
  const ifMatch = { 'If-Match': review.headers.get('ETag') ?? '' };
  await expectOk(slug, await send('POST', address, JSON.stringify(decision), ifMatch));
}

function send(method: string, address: string, body: string, headers: Record<string, string> = {}) {
  return fetch(address, { method, headers: { ...HEADERS, ...headers }, body });
}

async function expectOk(slug: string, response: Response): Promise<void> {
  if (!response.ok) throw new Error(`sample ${slug}: ${response.status} ${await response.text()}`);
}
