import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryService } from './memory-service.ts';

const service = createMemoryService();
const TEXT = 'The harbour bridge will close on 3 May. Engineers found cracks in it.';
await service.put('bridge', { title: 'Bridge closes', text: TEXT });

describe('a path that only looks like an article', () => {
  it.each([
    '/articles/bridge/x.css',
    '/articles/bridge.css',
    '/articles/bridge.html',
    '/articles/bridge.md.css',
    '/articles/bridge;a',
    '/articles/bridge;a.css',
    '/articles/bridge%2fx.css',
    '/articles/bridge%2Fx',
    '/articles/bridge%00',
    '/articles/bridge%0a',
    '/articles/bridge%3f.css',
    '/articles/bridge%23',
    '/articles//bridge',
    '/articles/bridge%5cx',
    '/articles/BRIDGE',
    '/articles/%62ridge/..%2f',
    '/ARTICLES/bridge',
    '/v1/articles/bridge/summary/x.css',
    '/v1/articles/bridge/x.css',
    '/v1//articles/bridge',
    '/v2/articles/bridge',
    '/v1/articles/bridge;a',
    '/v1/articles/bridge%2fx',
    '/v1/articles/bridge.css',
    '/v1/articles/%2e%2e%2f',
    '/v1/articles/bridge;a/summary',
    '/v1/articles/Not_A_Slug',
    `/v1/articles/${'a'.repeat(201)}`,
    '/.env',
    '/wp-login.php',
    '/%',
    '/%ff%fe',
  ])('%s is 404', async (path) => {
    const response = await service.call(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  it.each(['bridge;a', 'bridge%2fx', 'bridge.css', 'Bridge'])('%s cannot be made: 422', async (slug) => {
    expect((await service.put(slug, { title: 'Bridge', text: TEXT })).status).toBe(422);
  });
});

const NAMES_AFTER_PLAIN = [...(await service.call('/v1/articles/bridge')).headers.keys()];

describe('line breaks', () => {
  it.each([
    '/v1/articles/bridge%0d%0aSet-Cookie:%20a=1',
    '/v1/summary?url=https://news.example/%0d%0aSet-Cookie:a=1',
    '/v1/articles?tag=a%0d%0aSet-Cookie:a=1',
    '/v1/articles?cursor=%0d%0aLocation:%20https://evil.example',
    '/articles/x%0d%0aLocation:%20https:%2f%2fevil.example',
    '/problems/%0d%0aSet-Cookie:a=1',
    '/%0d%0aSet-Cookie:a=1',
  ])('in %s add no header', async (path) => {
    const { headers } = await service.call(path);
    expect(headers.has('Set-Cookie')).toBe(false);
    expect(headers.has('Location')).toBe(false);
  });

  it.each(['title', 'byline', 'url', 'language'])('in %s are refused', async (member) => {
    const body = { title: 'Tides', text: TEXT, [member]: 'https://a.example/\r\nSet-Cookie: a=1' };
    expect((await service.put('tides', body)).status).toBe(422);
  });

  it('never come out of a stored title or URL as headers', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        count += 1;
        const slug = `hostile-${count}`;
        const put = await service.put(slug, {
          title: `a${text}`,
          text: TEXT,
          url: `https://news.example/${slug}/${text}`,
        });
        expect([201, 422]).toContain(put.status);
        if (put.status === 422) return;
        const { headers } = await service.call(`/v1/articles/${slug}`);
        expect([...headers.keys()]).toEqual(NAMES_AFTER_PLAIN);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a text member', () => {
  it('is served back exactly, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), async (text) => {
        const put = await service.put(
          'naughty',
          { title: text, byline: text, tags: [text], text: TEXT },
          { 'If-None-Match': '*' },
        );
        expect([201, 422]).toContain(put.status);
        if (put.status === 422) return;
        const stored = (await (await service.call('/v1/articles/naughty')).json()) as Record<string, unknown>;
        expect(stored).toMatchObject({ title: text, byline: text, tags: [text] });
        await service.call('/v1/articles/naughty', {
          method: 'DELETE',
          headers: { Authorization: 'Bearer test-token', 'If-Match': '*' },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('heads the Markdown of its article as text', async () => {
    await service.put('starred', { title: '<b>Two</b> *stars* & a # ', text: TEXT });
    const markdown = await (await service.call('/articles/starred.md')).text();
    expect(markdown).toMatch(/^# \\<b>Two\\<\/b> \\\*stars\\\* .* a .*#\n\nThe harbour/u);
  });

  it('stands on a page as text, never as markup', async () => {
    const title = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await service.put('marked', { title, text: TEXT, tags: [title], byline: title });
    for (const path of ['/articles/marked', '/', '/feed.xml']) {
      const page = await (await service.call(path)).text();
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
  });
});
