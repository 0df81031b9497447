import { describe, expect, it } from 'vitest';
import { createMemoryService } from './memory-service.ts';

const service = createMemoryService();
const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in it. Buses will run on the old road.';
await service.put('bridge', { title: 'Bridge closes', text: TEXT });

interface Problem {
  errors: {
    parameter: string;
    code: string;
    detail: string;
    minimum?: number;
    maximum?: number;
    allowedValues?: string[];
  }[];
}

async function refusal(path: string): Promise<Problem['errors'][number]> {
  const response = await service.call(path);
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as Problem;
  const [first] = errors;
  if (first === undefined) throw new Error('no error is named');
  return first;
}

describe('under /v1 a parameter is refused', () => {
  it.each([
    ['/v1/articles?limt=3', 'limt', 'unknown', /"limit"/u],
    ['/v1/articles/bridge/summary?lenght=long', 'lenght', 'unknown', /"length"/u],
    ['/v1/articles/bridge/summary?zzzzzzzz=1', 'zzzzzzzz', 'unknown', /known are type, length/u],
    ['/v1/articles/bridge?utm_source=x', 'utm_source', 'unknown', /no parameter is known/u],
    ['/v1/articles?limit=3&limit=4', 'limit', 'repeated', /once/u],
    ['/v1/articles/bridge/summary?type=tldr&type=tldr', 'type', 'repeated', /once/u],
    [
      '/v1/articles/bridge/summary?include=stats&include=labels',
      'include',
      'repeated',
      /include=stats,labels/u,
    ],
    ['/v1/articles?limit=', 'limit', 'invalid-type', /number/u],
    ['/v1/articles?limit=1e1', 'limit', 'invalid-type', /number/u],
    ['/v1/articles?cursor=zz', 'cursor', 'invalid-cursor', /cursor/u],
    ['/v1/articles?language=not_a_tag', 'language', 'invalid-language', /BCP 47/u],
    ['/v1/summary', 'url', 'missing', /string/u],
    ['/v1/summary?url=ftp://news.example/', 'url', 'invalid-scheme', /https/u],
    ['/v1/articles/bridge/summary?length=long&sentences=2', 'sentences', 'exclusive', /not both/u],
  ])('%s', async (path, parameter, code, detail) => {
    expect(await refusal(path)).toMatchObject({ parameter, code, detail: expect.stringMatching(detail) });
  });

  it.each([
    ['/v1/articles?limit=0', { minimum: 1 }],
    ['/v1/articles?limit=101', { maximum: 100 }],
    ['/v1/articles/bridge/summary?sentences=21', { maximum: 20 }],
    ['/v1/articles/bridge/summary?sentences=9999999999', { maximum: 20 }],
    ['/v1/articles/bridge/summary?sentences=-1', { minimum: 1 }],
    ['/v1/articles/bridge/summary?sentences=1.5', { detail: 'must be a whole number' }],
    ['/v1/articles?limit=-1', { minimum: 1 }],
    [`/v1/articles/bridge/summary?query=${'q'.repeat(201)}`, { maximum: 200 }],
    ['/v1/articles/bridge/summary?type=poem', { allowedValues: ['key-points', 'tldr', 'teaser'] }],
    ['/v1/articles/bridge/summary?format=xml', { allowedValues: ['json', 'plain-text', 'markdown', 'html'] }],
    ['/v1/articles/bridge/summary?avoid=quotes,jokes', { allowedValues: ['quotes', 'questions'] }],
  ])('%s with the bounds that it breaks', async (path, bounds) => {
    expect(await refusal(path)).toMatchObject(bounds);
  });
});

describe('parameters', () => {
  it.each(['/', '/articles/bridge', '/articles/bridge.md', '/feed.xml', '/sitemap.xml', '/docs'])(
    'of campaigns are ignored on %s',
    async (path) => {
      const [plain, tagged] = [
        await service.call(path),
        await service.call(`${path}?utm_source=x&fbclid=y&a=1&a=2`),
      ];
      expect(tagged.status).toBe(200);
      expect(tagged.headers.get('ETag')).toBe(plain.headers.get('ETag'));
    },
  );

  it('give the same bytes and validator in any order', async () => {
    const [one, other] = [
      await service.call('/v1/articles/bridge/summary?type=tldr&length=long&include=stats'),
      await service.call('/v1/articles/bridge/summary?include=stats&length=long&type=tldr'),
    ];
    expect(other.headers.get('ETag')).toBe(one.headers.get('ETag'));
    expect(await other.text()).toBe(await one.text());
  });

  it('that spell out the defaults change nothing', async () => {
    const spelled = '?type=key-points&order=offset&format=json&avoid=&include=';
    const [plain, full] = [
      await service.call('/v1/articles/bridge/summary'),
      await service.call(`/v1/articles/bridge/summary${spelled}`),
    ];
    expect(await full.text()).toBe(await plain.text());
  });
});
