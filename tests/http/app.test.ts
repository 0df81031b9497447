import { describe, expect, it } from 'vitest';
import { createMemoryService } from './memory-service.ts';

const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in it.\n\nBuses take the old road.';

describe('a resource that readers ask for', () => {
  it.each([
    ['/v1/articles/bridge', '/v1/articles/%62ridge'],
    ['/v1/articles/bridge/summary', '/v1/articles/bridg%65/summary'],
    ['/v1/articles/bridge/summary?length=medium', '/v1/articles/bridg%65/summary?length=medium'],
    ['/v1/articles/bridge/summary?length=huge', '/v1/articles/bridg%65/summary?length=huge'],
    ['/articles/bridge', '/articles/%62ridge'],
    ['/v1/articles/none', '/v1/articles/non%65'],
  ])('at %s answers the same where characters of the slug are encoded', async (plain, encoded) => {
    const service = createMemoryService({ SITES: 'news.example' });
    await service.put('bridge', {
      title: 'Bridge',
      text: TEXT,
      url: 'https://news.example/bridge',
      access: 'full',
    });
    const [one, other] = [await service.call(plain), await service.call(encoded)];
    const without = (headers: Headers) => [...headers].filter(([name]) => name !== 'x-request-id');
    expect(other.status).toBe(one.status);
    expect(without(other.headers)).toEqual(without(one.headers));
    const told = async (response: Response) => (await response.text()).replace(/urn:uuid:[\w-]+/u, '');
    expect(await told(other)).toBe(await told(one));
  });
});
