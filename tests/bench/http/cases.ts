import { readFileSync } from 'node:fs';
import { TOKEN } from './deployments.ts';
import { addressOf, type ServerName } from './servers.ts';

export interface BenchCase {
  name: string;
  server: ServerName;
  path: string;
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** How this case should compare with another of the same round. */
  target?: { against: string; measure: 'requests' | 'cpu'; atLeast?: number; atMost?: number };
}

const SLUG = 'the-night-shift-that-listens-to-the-streets';

function sampleBody(slug: string): string {
  const source = readFileSync(new URL(`../../../samples/${slug}.md`, import.meta.url), 'utf8');
  return source.replace(/^---\n[\s\S]+?\n---\n/u, '');
}

/** One article of about 6 KB. */
export const ARTICLE_TEXT = `${sampleBody(SLUG)}\n${sampleBody('water-off-in-quay-street-on-thursday-night')}`;
export const QUERY = 'leak in the water main';

const text = ARTICLE_TEXT.replaceAll('\n', ' \n');
const TEXT_3_KB = text.slice(0, 3 * 1024);
const TEXT_30_KB = text.repeat(Math.ceil((30 * 1024) / text.length)).slice(0, 30 * 1024);

/** Publishes the article through the service and waits until its read copy is in KV. */
export async function seed(): Promise<{ etag: string }> {
  const url = `${addressOf('service')}/v1/articles/${SLUG}`;
  const put = await fetch(url, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'The night shift that listens to the streets', markdown: ARTICLE_TEXT }),
  });
  if (!put.ok) throw new Error(`${put.status} ${await put.text()}`);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const copy = await fetch(`${addressOf('bareKv')}/${SLUG}`);
    if (copy.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { headers, status } = await fetch(url);
  const etag = headers.get('ETag');
  if (status !== 200 || etag === null) throw new Error(`the seeded article answers ${status}`);
  return { etag };
}

export function benchCases({ etag }: { etag: string }): BenchCase[] {
  const article = `/v1/articles/${SLUG}`;
  const service = { server: 'service' } as const;
  const post = {
    ...service,
    path: '/v1/summaries',
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
  } as const;
  const against = 'bare KV Worker';
  return [
    { name: 'bare hello', server: 'hello', path: '/' },
    { name: against, server: 'bareKv', path: `/${SLUG}` },
    {
      name: 'article JSON',
      ...service,
      path: article,
      target: { against, measure: 'requests', atLeast: 0.85 },
    },
    {
      name: 'summary, preset',
      ...service,
      path: `${article}/summary`,
      target: { against, measure: 'requests', atLeast: 0.6 },
    },
    {
      name: 'summary, query',
      ...service,
      path: `${article}/summary?query=${encodeURIComponent(QUERY)}`,
      target: { against, measure: 'requests', atLeast: 0.3 },
    },
    {
      name: 'article, 304',
      ...service,
      path: article,
      headers: { 'If-None-Match': etag },
      target: { against, measure: 'requests', atLeast: 0.95 },
    },
    {
      name: 'page',
      ...service,
      path: `/articles/${SLUG}`,
      target: { against, measure: 'requests', atLeast: 0.4 },
    },
    {
      name: 'POST 3 KB',
      ...post,
      body: TEXT_3_KB,
      target: { against: 'bare hello', measure: 'cpu', atMost: 5 },
    },
    {
      name: 'bare summarize(), 3 KB',
      server: 'summarize',
      path: '/?times=1',
      method: 'POST',
      body: TEXT_3_KB,
    },
    { name: 'POST 30 KB', ...post, body: TEXT_30_KB },
  ];
}
