import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createMemoryService, ORIGIN } from './memory-service.ts';

const TEXT = 'The ferry sailed at noon. Two men waved. Nobody knew why.';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

async function withRemoved() {
  const service = createMemoryService({ SITES: 'news.example' });
  const { headers } = await service.put('gone', { title: 'Gone', text: TEXT });
  const ifMatch = { ...AUTHORIZED, 'If-Match': headers.get('ETag') ?? '' };
  await service.call('/v1/articles/gone', { method: 'DELETE', headers: ifMatch });
  return service;
}

describe('a dead link', () => {
  it.each<[string, number]>([
    ['/articles/nowhere', 404],
    ['/articles/gone', 410],
    ['/articles/gone/summary', 410],
    ['/articles/nowhere.md', 404],
    ['/s?url=https://elsewhere.example/page', 403],
    ['/s', 404],
    ['/demo/nothing', 404],
    ['/nothing/here', 404],
    ['/problems/nothing', 404],
  ])('%s is a page with the way on for people, and a problem document for programs', async (path, status) => {
    const service = await withRemoved();
    const page = await service.call(path, { headers: { Accept: BROWSER } });
    const html = await page.text();
    expect([page.status, page.headers.get('Content-Type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(html).toContain('<a class="more" href="/">');
    expect(html).not.toContain('rel="canonical"');
    for (const Accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5', 'text/html;q=0']) {
      const problem = await service.call(path, { headers: { Accept } });
      expect([problem.status, problem.headers.get('Content-Type')]).toEqual([
        status,
        'application/problem+json',
      ]);
      for (const { headers } of [page, problem])
        expect([headers.get('Vary'), headers.get('X-Robots-Tag')]).toEqual(['Accept', 'noindex']);
    }
  });

  it('to the summary of a page of the publication leads to the page, and to no page of anybody else', async () => {
    const service = await withRemoved();
    const ask = async (url: string) =>
      (await service.call(`/s?url=${encodeURIComponent(url)}`, { headers: { Accept: BROWSER } })).text();
    expect(await ask('http://news.example/front?a=1&b=2')).toContain(
      'href="http://news.example/front?a=1&amp;b=2"',
    );
    expect(await ask('https://elsewhere.example/page')).not.toContain('href="https://elsewhere.example');
  });

  it.each(['/v1/articles/nowhere', '/v1/nothing'])(
    'of the API is the same for everybody: %s',
    async (path) => {
      const service = await withRemoved();
      const answer = await service.call(path, { headers: { Accept: BROWSER } });
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    },
  );
});

describe('a slash at the end', () => {
  it.each([
    ['/articles/tides/', '/articles/tides'],
    ['/articles/tides/summary/?utm_source=x', '/articles/tides/summary?utm_source=x'],
    ['/v1/articles/', '/v1/articles'],
    ['/docs//', '/docs'],
    ['/feed.xml/', '/feed.xml'],
  ])('of %s leads to %s', async (path, location) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await createMemoryService().call(path, { method });
      expect([status, headers.get('Location')]).toEqual([308, `${ORIGIN}${location}`]);
    }
  });

  it.each(['/nothing/', '//elsewhere.example/', '/articles//', '/articles/a/b/'])(
    'of %s, which stands for nothing, is 404',
    async (path) => {
      expect((await createMemoryService().call(path)).status).toBe(404);
    },
  );

  it('changes nothing', async () => {
    const init = { method: 'PUT', headers: AUTHORIZED, body: '{}' };
    expect((await createMemoryService().call('/v1/articles/tides/', init)).status).toBe(404);
  });
});
