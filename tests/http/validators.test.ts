import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createMemoryService, type MemoryService } from './memory-service.ts';

const PAGE = 'https://news.example/ferry';
const TEXT = 'The ferry sailed at noon. Two men waved. Nobody knew why.';
const OTHER = 'The ferry stayed at the quay. Two men swore. Everybody knew why.';

const etagOf = async (service: MemoryService, path: string) =>
  (await service.call(path, { headers: AUTHORIZED })).headers.get('ETag') ?? '';

describe('a validator', () => {
  it.each(['/v1/summary?url=', '/s?url='])(
    'of %s is another one when the page has gone to another article, whatever both have counted',
    async (path) => {
      const service = createMemoryService();
      const known = `${path}${PAGE}`;
      await service.put('old', { title: 'Ferry', text: TEXT, url: PAGE });
      const first = await service.call(known);
      await service.call('/v1/articles/old', {
        method: 'DELETE',
        headers: { ...AUTHORIZED, 'If-Match': await etagOf(service, '/v1/articles/old') },
      });
      await service.put('new', { title: 'Ferry', text: OTHER, url: PAGE });
      const ifNoneMatch = { 'If-None-Match': first.headers.get('ETag') ?? '' };
      const second = await service.call(known, { headers: ifNoneMatch });
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(await second.text()).toContain('swore');
    },
  );

  it('of another article, at the same revision, changes nothing', async () => {
    const service = createMemoryService();
    await service.put('ebb', { title: 'Ebb', text: TEXT });
    await service.put('flood', { title: 'Flood', text: TEXT });
    const ifMatch = { 'If-Match': await etagOf(service, '/v1/articles/ebb') };
    expect((await service.put('flood', { title: 'Ebb', text: OTHER }, ifMatch)).status).toBe(412);
  });

  it.each([
    ['is published', { title: 'Newer' }],
    ['gets another title', { title: 'Retold' }],
  ])('of a draft is another one when its neighbour %s', async (_, { title }) => {
    const service = createMemoryService();
    const at = (day: number) => `2026-11-0${day}T06:00:00Z`;
    await service.put('before', { title: 'Before', text: TEXT, publishedAt: at(1) });
    const written = await service.put('draft', {
      title: 'Draft',
      text: TEXT,
      status: 'draft',
      publishedAt: at(3),
    });
    const first = await etagOf(service, '/v1/articles/draft');
    expect(first).toBe(written.headers.get('ETag'));
    const slug = title === 'Newer' ? 'between' : 'before';
    const ifMatch = title === 'Newer' ? {} : { 'If-Match': '*' };
    await service.put(slug, { title, text: TEXT, publishedAt: at(title === 'Newer' ? 2 : 1) }, ifMatch);
    const second = await service.call('/v1/articles/draft', { headers: AUTHORIZED });
    expect(await second.json()).toMatchObject({ previous: { slug, title } });
    expect(second.headers.get('ETag')).not.toBe(first);
  });
});

describe('a change on the condition that nothing is there', () => {
  it.each<[string, string, string | undefined]>([
    ['DELETE', '/v1/articles/tides', undefined],
    ['PUT', '/v1/articles/tides', JSON.stringify({ title: 'Tides', text: TEXT })],
    ['PUT', '/v1/articles/tides', JSON.stringify({ title: 'Ebb', text: OTHER })],
    ['PUT', '/v1/articles/tides/summary', JSON.stringify({ sentences: ['Two men waved.'] })],
    ['DELETE', '/v1/articles/tides/summary', undefined],
  ])('is not made where something is: %s %s', async (method, path, body = '') => {
    const service = createMemoryService();
    const etag = (await service.put('tides', { title: 'Tides', text: TEXT })).headers.get('ETag') ?? '';
    const init = { method, ...(body === '' ? {} : { body }) };
    const headers = { ...AUTHORIZED, 'Content-Type': 'application/json' };
    for (const field of ['*', etag, `"other", W/${etag}`]) {
      const unmatched = { ...headers, 'If-None-Match': field };
      for (const conditions of [unmatched, { ...unmatched, 'If-Match': etag }])
        expect((await service.call(path, { ...init, headers: conditions })).status).toBe(412);
    }
    expect(await etagOf(service, '/v1/articles/tides')).toBe(etag);
  });
});

describe('a PUT of a part', () => {
  it.each(['/v1/articles/tides', '/v1/articles/tides/summary', '/v1/records/tides'])(
    'of %s is refused and stores nothing',
    async (path) => {
      const service = createMemoryService();
      const { headers: kept } = await service.put('tides', { title: 'Tides', text: TEXT });
      const etag = kept.get('ETag') ?? '';
      const headers = { ...AUTHORIZED, 'Content-Type': 'application/json', 'If-Match': etag };
      const part = { ...headers, 'Content-Range': 'bytes 0-9/100' };
      const answer = await service.call(path, { method: 'PUT', headers: part, body: '{"title":"T"}' });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('Content-Range') });
      expect(await etagOf(service, '/v1/articles/tides')).toBe(etag);
    },
  );
});
