import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { articleSchema } from '../src/core/article/article.ts';
import {
  PRESET_SENTENCES,
  SUMMARY_FORMATS,
  SUMMARY_LENGTHS,
  SUMMARY_TYPES,
} from '../src/core/summary/presets.ts';
import { summarySchema } from '../src/core/summary/summary.ts';
import type { CopyMetadata } from '../src/flows/ports.ts';
import { AUTHORIZED, call, putArticle } from './http/service.ts';

/** Title and body of the page that the project was conceived from, where that file is at hand; else a stand-in. */
const seed = inject('seedPage');
const PAGE_URL = 'https://news.example/china-weighs-arms-transfers';

afterEach(async () => {
  await reset();
});

describe(`the page that it was conceived from (${seed.origin})`, () => {
  beforeEach(async () => {
    const created = await putArticle('seed', { title: seed.title, text: seed.body });
    expect(created.status).toBe(201);
    expect(created.headers.get('Location')).toBe('https://standfirst.test/v1/articles/seed');
  });

  it('is read back with its six paragraphs', async () => {
    const response = await call('/v1/articles/seed');
    const article = articleSchema().parse(await response.json());
    expect(article.title).toBe(seed.title);
    expect(article.text).toBe(seed.body);
    expect(article.text?.split('\n\n')).toHaveLength(6);
    expect(article.html?.match(/<p id="p\d">/gu)).toHaveLength(6);
  });

  it.each(
    SUMMARY_TYPES.flatMap((type) =>
      SUMMARY_LENGTHS.flatMap((length) => SUMMARY_FORMATS.map((format) => ({ type, length, format }))),
    ),
  )('has a $type, $length, as $format', async ({ type, length, format }) => {
    const response = await call(`/v1/articles/seed/summary?type=${type}&length=${length}&format=${format}`);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(body).not.toMatch(/No time to read|Get a summary|Previous Article|Next Article/u);
    if (format !== 'json') return;
    const summary = summarySchema().parse(JSON.parse(body));
    expect(summary.sentences).toHaveLength(PRESET_SENTENCES[type][length]);
    for (const { text, offset, length: units } of summary.sentences) {
      expect(seed.body.slice(offset ?? -1, (offset ?? -1) + (units ?? 0))).toBe(text);
    }
  });

  it('shows the box above and below the body, closed, with marks that lead into the body', async () => {
    const html = await (await call('/articles/seed')).text();
    const top = html.indexOf('<details');
    const body = html.indexOf('<div class="body">');
    const bottom = html.lastIndexOf('<details');
    expect(top).toBeGreaterThan(0);
    expect(body).toBeGreaterThan(top);
    expect(bottom).toBeGreaterThan(body);
    expect(html).not.toContain('<details class="summary" open');
    for (const [, mark] of html.matchAll(/href="#(p\d+)"/gu)) expect(html).toContain(`<p id="${mark}">`);
    expect(html).not.toContain(':~:');
  });

  it('is found by the URL of the publisher’s page', async () => {
    await putArticle('elsewhere', { title: seed.title, text: seed.body, url: PAGE_URL });
    const response = await call(`/v1/summary?url=${encodeURIComponent(`${PAGE_URL}/?utm_source=feed`)}`);
    const summary = summarySchema().parse(await response.json());
    expect(summary.article).toMatchObject({ slug: 'elsewhere', url: PAGE_URL });
    for (const { url } of summary.sentences)
      expect(url).toMatch(/^https:\/\/news\.example\/[^#]+#:~:text=./u);
  });
});

describe('a newcomer’s journey', () => {
  const older = {
    title: 'Older',
    text: 'The first tide came in. It went out.',
    publishedAt: '2026-01-01T00:00:00Z',
  };
  const newer = {
    title: 'Newer',
    text: 'The second tide came in. It went out.',
    publishedAt: '2026-01-02T00:00:00Z',
  };

  it('publishes two articles that know each other, on every surface', async () => {
    await putArticle('older', older);
    await putArticle('newer', newer);
    // A copy that was written between the two knows the first alone, for a second at most.
    await expect
      .poll(async () => (await call('/v1/articles/older')).json())
      .toMatchObject({ previous: null, next: { slug: 'newer', title: 'Newer' } });
    const page = await (await call('/articles/newer')).text();
    expect(page).toContain('<a rel="prev" href="/articles/older">');
    const listed = async () => {
      const { items } = await (await call('/v1/articles')).json<{ items: { slug: string }[] }>();
      return items.map(({ slug }) => slug);
    };
    await expect.poll(listed).toEqual(['newer', 'older']);
  });

  it('reads the same from the copies as from the catalogue', async () => {
    await putArticle('older', older);
    await putArticle('newer', newer);
    const paths = [
      '/v1/articles/older',
      '/v1/articles/older/summary',
      '/articles/older',
      '/v1/articles',
      '/',
      '/feed.xml',
    ];
    const read = () => Promise.all(paths.map(async (path) => [path, await (await call(path)).text()]));
    await vi.waitUntil(
      async () =>
        (await env.ARTICLES.getWithMetadata<CopyMetadata>('article:older')).metadata?.projection === 2,
      { timeout: 60_000 },
    );
    await vi.waitUntil(async () => (await env.ARTICLES.get('article:newer')) !== null, { timeout: 60_000 });
    await vi.waitUntil(async () => (await env.ARTICLES.get('front'))?.includes('newer'), { timeout: 60_000 });
    const fromCopies = await read();
    for (const { name } of (await env.ARTICLES.list()).keys) await env.ARTICLES.delete(name);
    expect(await read()).toEqual(fromCopies);
  });

  it('saves an edit only over the revision that was read', async () => {
    const created = await putArticle('tides', older);
    const etag = created.headers.get('ETag') ?? '';
    expect((await putArticle('tides', { ...older, title: 'Second' })).status).toBe(428);
    expect((await putArticle('tides', { ...older, title: 'Second' }, { 'If-Match': etag })).status).toBe(200);
    expect((await putArticle('tides', { ...older, title: 'Third' }, { 'If-Match': etag })).status).toBe(412);
    expect((await putArticle('tides', { ...older, title: 'Second' })).status).toBe(200);
    // With a token, since the copy may still be the one of the first revision.
    const saved = await call('/v1/articles/tides', { headers: AUTHORIZED });
    expect(await saved.json()).toMatchObject({ title: 'Second', revision: 2 });
  });

  it('removes an article, which then is gone', async () => {
    const etag = (await putArticle('tides', older)).headers.get('ETag') ?? '';
    const remove = (headers: Record<string, string>) =>
      call('/v1/articles/tides', { method: 'DELETE', headers: { ...AUTHORIZED, ...headers } });
    expect((await remove({})).status).toBe(428);
    expect((await remove({ 'If-Match': etag })).status).toBe(204);
    // Where a copy was written in between, it is shown until the next one is.
    for (const path of ['/v1/articles/tides', '/v1/articles/tides/summary', '/articles/tides'])
      await expect.poll(async () => (await call(path)).status).toBe(410);
    expect((await putArticle('tides', older)).status).toBe(201);
    await expect.poll(async () => (await call('/v1/articles/tides')).json()).toMatchObject({ revision: 3 });
  });

  it('summarises what is sent and stores nothing', async () => {
    const response = await call('/v1/summaries?sentences=1&format=plain-text', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'The ferry was full. It sank in the night. Nobody drowned.',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect((await response.text()).trim()).toMatch(
      /^(?:The ferry was full\.|It sank in the night\.|Nobody drowned\.)$/u,
    );
    const { items } = await (await call('/v1/articles')).json<{ items: unknown[] }>();
    expect(items).toEqual([]);
  });
});
