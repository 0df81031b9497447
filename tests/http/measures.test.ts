import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createMemoryService, ORIGIN } from './memory-service.ts';

const TEXT = 'The bridge will close. Nobody was hurt. The ferry goes on.';

async function openService() {
  const clock = { now: Date.UTC(2026, 10, 1, 12) };
  const service = createMemoryService({ SITES: 'news.example' }, { now: () => clock.now });
  await service.put('tides', { title: 'Tides', text: TEXT });
  await service.put('ebb', { title: 'Ebb', text: TEXT, url: 'https://news.example/ebb' });
  const report = (event: unknown, headers: Record<string, string> = {}) =>
    service.call('/v1/events', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', ...headers },
      body: typeof event === 'string' ? event : JSON.stringify(event),
    });
  const read = async (query: string) =>
    (
      await service.call(`/v1/measures?from=2026-11-01&to=2026-11-30&${query}`, { headers: AUTHORIZED })
    ).json();
  return { service, clock, report, read };
}

const SEEN = { url: `${ORIGIN}/articles/tides`, place: 'top', events: ['seen'] };

describe('POST /v1/events', () => {
  it('leaves a log line where it refuses, and none where it counts', async () => {
    const { service, report } = await openService();
    const lines = service.log.length;
    expect((await report(SEEN)).status).toBe(204);
    expect(service.log).toHaveLength(lines);
    expect((await report({ ...SEEN, place: 'nowhere' })).status).toBe(422);
    expect(service.log.at(-1)).toMatchObject({ route: '/v1/events', status: 422 });
  });

  it('counts by day, article, place and method', async () => {
    const { service, clock, report, read } = await openService();
    await report(SEEN);
    await report({ ...SEEN, events: ['seen', 'opened', 'opened'] });
    clock.now += 86_400_000;
    await service.call('/v1/articles/ebb/summary', {
      method: 'PUT',
      headers: {
        ...AUTHORIZED,
        'Content-Type': 'application/json',
        'If-Match':
          (await service.call('/v1/articles/ebb', { headers: AUTHORIZED })).headers.get('ETag') ?? '',
      },
      body: JSON.stringify({ sentences: ['Said by hand.'] }),
    });
    await report({ url: 'https://news.example/ebb?utm_source=mail#top', place: 'other', events: ['jumped'] });
    expect(await read('by=day')).toMatchObject({
      items: [
        { name: '2026-11-01', seen: 2, opened: 1 },
        { name: '2026-11-02', jumped: 1 },
      ],
      total: { seen: 2, opened: 1, jumped: 1 },
    });
    expect(await read('by=method')).toMatchObject({
      items: [
        { name: 'editorial', jumped: 1 },
        { name: 'extractive', seen: 2 },
      ],
    });
    expect(await read('by=place&slug=tides')).toMatchObject({ items: [{ name: 'top', seen: 2 }] });
  });

  it.each([
    ['Sec-GPC', '1'],
    ['DNT', '1'],
  ])('counts nothing of a reader who says so by %s', async (name, value) => {
    const { report, read } = await openService();
    expect((await report(SEEN, { [name]: value })).status).toBe(204);
    expect(await read('by=day')).toMatchObject({ items: [] });
  });

  it.each<[string, unknown, number]>([
    ['no JSON', '{', 400],
    ['an unknown event', { ...SEEN, events: ['bought'] }, 422],
    ['no event', { ...SEEN, events: [] }, 422],
    ['an unknown place', { ...SEEN, place: 'left' }, 422],
    ['a time of its own', { ...SEEN, day: '2999-01-01' }, 422],
    ['a count of its own', { ...SEEN, count: 1_000 }, 422],
    ['a script for an address', { ...SEEN, url: 'javascript:alert(1)' }, 422],
    ['a host that is not ours', { ...SEEN, url: 'https://evil.example/' }, 403],
    ['5 KB', { ...SEEN, url: `https://news.example/${'a'.repeat(5_000)}` }, 413],
    ['11 events', { ...SEEN, events: Array(11).fill('seen') }, 422],
  ])('refuses %s', async (_what, event, status) => {
    const { report, read } = await openService();
    expect((await report(event)).status).toBe(status);
    expect(await read('by=day')).toMatchObject({ items: [] });
  });

  it('counts nothing for an article that does not exist', async () => {
    const { report, read } = await openService();
    for (const url of [`${ORIGIN}/articles/nowhere`, 'https://news.example/nowhere'])
      expect((await report({ ...SEEN, url })).status).toBe(204);
    expect(await read('by=article')).toMatchObject({ items: [] });
  });
});

describe('GET /v1/measures', () => {
  it('is a table for other programs too', async () => {
    const { service, report } = await openService();
    await report({ ...SEEN, events: ['seen', 'helpful'] });
    const answer = await service.call('/v1/measures?from=2026-11-01&to=2026-11-01&by=article&format=csv', {
      headers: AUTHORIZED,
    });
    expect(await answer.text()).toBe(
      'article,seen,opened,medium,long,jumped,listened,copied,asked,helpful,unhelpful\r\ntides,1,0,0,0,0,0,0,0,1,0\r\n',
    );
  });

  it('needs a token, and days', async () => {
    const { service } = await openService();
    expect((await service.call('/v1/measures?from=2026-11-01&to=2026-11-02')).status).toBe(401);
    const answer = await service.call('/v1/measures?from=yesterday&to=2026-11-02', { headers: AUTHORIZED });
    expect(answer.status).toBe(422);
  });
});
