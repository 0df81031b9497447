import { afterAll, describe, expect, it } from 'vitest';
import { MemoryCatalogue } from '../../src/adapters/memory-catalogue.ts';
import { createMemoryFeeds, createMemoryIngestion } from '../../src/adapters/memory-ingestion.ts';
import { createPageFetcher } from '../../src/adapters/page-fetch/page-fetcher.ts';
import { readFeeds } from '../../src/flows/ingestion/read-feeds.ts';
import { storyPage } from '../flows/ingestion/upstream.ts';
import { AUTHORIZED, createMemoryService } from '../http/memory-service.ts';
import {
  type ContentCase,
  contentCases,
  contentInput,
  describeKinds,
  faultsOf,
  hasContentCases,
} from './content-cases.ts';

/** What is not as the suite wants it, and why that is right or not to be had. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const cases = contentCases(({ door, by }) => door === 'extractions' || door === 'put' || by === 'clock');
const failing = new Set<string>();
afterAll(() => {
  if (hasContentCases) console.log(describeKinds(cases, failing));
});

async function answerOf(one: ContentCase): Promise<Record<string, unknown>> {
  const service = createMemoryService();
  const body = contentInput(one);
  if (one.door === 'extractions') {
    const response = await service.call(`/v1/extractions?url=${encodeURIComponent(one.url ?? '')}`, {
      method: 'POST',
      headers: { ...AUTHORIZED, 'Content-Type': one.contentType ?? 'text/html; charset=utf-8' },
      body: new Uint8Array(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { ...answer, url: answer.url ?? one.url };
  }
  const response = await service.call(`/v1/articles/case-${one.id}`, {
    method: 'PUT',
    headers: { ...AUTHORIZED, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: one.id,
      [one.body ?? 'html']: body.toString(),
      ...(one.url === undefined ? {} : { url: one.url }),
    }),
  });
  return (await response.json()) as Record<string, unknown>;
}

interface ClockInput {
  type: string;
  body: string;
  etag?: string;
  redirect?: string;
  latin1?: boolean;
}

const FEED = 'https://feeds.example/feed.xml';

/** Reads one feed again and again, every page of its site being an article. */
async function faultsByClock(one: ContentCase): Promise<string[]> {
  const input = JSON.parse(contentInput(one).toString()) as ClockInput;
  const pages: string[] = [];
  const policy = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const now = () => clock.now;
  const fetcher = createPageFetcher({
    policy,
    userAgent: 'Standfirst/test',
    secret: undefined,
    feedHosts: ['feeds.example'],
    send: async (url, init) => answerByClock(url, new Headers(init.headers), input, pages),
  });
  const memory = createMemoryFeeds();
  const ingestion = createMemoryIngestion({ catalogue: new MemoryCatalogue(now), fetcher, policy, now });
  const faults: string[] = [];
  const runs = (one.expect.runs ?? [{}]) as { outcome?: string; pages?: number }[];
  for (const [index, wanted] of runs.entries()) {
    const before = pages.length;
    const onFailure = (error: unknown) => faults.push(String(error));
    const [result] = await readFeeds({ feeds: [FEED], policy, fetcher, memory, ingestion, now, onFailure });
    if (wanted.outcome !== undefined && result?.outcome !== wanted.outcome)
      faults.push(`run ${index + 1}: ${result?.outcome} ${result?.detail}`);
    if (wanted.pages !== undefined && pages.length - before !== wanted.pages)
      faults.push(`run ${index + 1}: ${pages.length - before} pages asked`);
    clock.now += 600_000;
  }
  const { requested } = one.expect;
  return typeof requested === 'string' && !pages.includes(requested) ? [...faults, pages.join()] : faults;
}

function answerByClock(url: string, headers: Headers, input: ClockInput, pages: string[]): Response {
  if (new URL(url).pathname === '/robots.txt') return new Response('', { status: 404 });
  if (new URL(url).host === 'news.example') {
    pages.push(url);
    return new Response(storyPage(), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
  if (url === FEED && input.redirect !== undefined)
    return new Response(null, { status: 301, headers: { Location: input.redirect } });
  if (input.etag !== undefined && headers.get('If-None-Match') === input.etag)
    return new Response(null, { status: 304 });
  const bytes = new Uint8Array(Buffer.from(input.body, input.latin1 === true ? 'latin1' : 'utf8'));
  return new Response(bytes, {
    headers: { 'Content-Type': input.type, ...(input.etag === undefined ? {} : { ETag: input.etag }) },
  });
}

describe.skipIf(!hasContentCases)('pages, bodies and feeds as they are written elsewhere', () => {
  it.each(cases)('$kind: $id', async (one) => {
    const faults = one.by === 'clock' ? await faultsByClock(one) : faultsOf(await answerOf(one), one.expect);
    if (faults.length > 0) failing.add(one.id);
    expect(faults, EXCEPTIONS[one.id] ?? one.source).toEqual(one.id in EXCEPTIONS ? expect.anything() : []);
  });
});
