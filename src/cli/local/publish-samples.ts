import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import { LOCAL_TOKEN } from './local-config.ts';

const SAMPLES_FOLDER = 'samples';

const frontMatterSchema = z.object({
  title: z.string(),
  slug: z.string(),
  byline: z.string().optional(),
  publishedAt: z.coerce.date().transform((date) => date.toISOString()),
  language: z.string().optional(),
  tags: z.array(z.string()).optional(),
});

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
  const { slug, ...article } = frontMatterSchema.parse(parse(frontMatter));
  const response = await fetch(`${origin}/v1/articles/${slug}`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${LOCAL_TOKEN}`,
      'Content-Type': 'application/json',
      'If-None-Match': '*',
    },
    body: JSON.stringify({ ...article, markdown }),
  });
  if (response.status === 412) return false;
  if (!response.ok) throw new Error(`sample ${slug}: ${response.status} ${await response.text()}`);
  return true;
}
