import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArticleCopies } from '../../src/flows/ports.ts';
import { createSingleFlight } from '../../src/flows/single-flight.ts';
import { BODY, currentEtag } from '../adapters/article-fixtures.ts';
import { type MemoryService, openService } from '../flows/memory-service.ts';

const PAGE = 'https://news.example/tides';
const never = () => new Promise<never>(() => undefined);
const fail = (message: string) => () => Promise.reject(new Error(message));
const after =
  (milliseconds: number) =>
  <T>(work: () => Promise<T>) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds)).then(work);

const failing = (how: () => Promise<never>): ArticleCopies => ({
  load: how,
  loadMany: how,
  pageOf: how,
  front: how,
  sitemap: how,
  sitemapPart: how,
});
const slowed = (copies: ArticleCopies): ArticleCopies => {
  const late = after(300);
  return {
    load: (slug) => late(() => copies.load(slug)),
    loadMany: (slugs) => late(() => copies.loadMany(slugs)),
    pageOf: (pageUrl) => late(() => copies.pageOf(pageUrl)),
    front: () => late(() => copies.front()),
    sitemap: () => late(() => copies.sitemap()),
    sitemapPart: (number) => late(() => copies.sitemapPart(number)),
  };
};
const empty: ArticleCopies = {
  load: async () => undefined,
  loadMany: async () => new Map(),
  pageOf: async () => undefined,
  front: async () => undefined,
  sitemap: async () => undefined,
  sitemapPart: async () => undefined,
};

const PATHS = [
  '/v1/articles/tides',
  '/v1/articles/tides/summary',
  `/v1/summary?url=${encodeURIComponent(PAGE)}`,
  '/v1/articles',
  '/v1/articles/own',
  '/articles/own',
  '/articles/own.txt',
  '/',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
];

async function fill(service: MemoryService): Promise<void> {
  await service.put('tides', { title: 'Tides', text: BODY, url: PAGE });
  await service.put('own', { title: 'Own', text: BODY });
}

/** Lets every timer fire until the answer is there. */
async function settle<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const watched = work.finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(100);
  return watched;
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each<[string, (copies: ArticleCopies) => ArticleCopies]>([
  ['well', (copies) => copies],
  ['empty', () => empty],
  ['answering 500', () => failing(fail('500'))],
  ['answering 429', () => failing(fail('429'))],
  ['slow', slowed],
  ['hanging', () => failing(never)],
])('while the copies are %s', (_, wrapCopies) => {
  it.each(PATHS)('%s answers what is stored', async (path) => {
    const reference = openService();
    await fill(reference);
    const service = openService({ wrapCopies });
    await fill(service);
    await service.project(['tides', 'own'], [PAGE]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = await settle(service.call(path));
    const expected = await reference.call(path);
    expect(response.status).toBe(200);
    const withoutTimes = (text: string) =>
      text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/gu, '');
    expect(withoutTimes(await response.text())).toBe(withoutTimes(await expected.text()));
  });

  it('only the catalogue says no', async () => {
    const service = openService({ wrapCopies });
    await fill(service);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const [path, status] of [
      ['/v1/articles/ebb', 404],
      ['/v1/summary?url=https://other.example/ebb', 403],
    ] as const)
      expect((await settle(service.call(path))).status).toBe(status);
  });
});

describe('what the copies hold', () => {
  /** Tells of each call; a bulk read is one. */
  const counting = (note: (name: string) => void) => (copies: ArticleCopies) =>
    new Proxy(copies, {
      get: (target, name: keyof ArticleCopies) => {
        const read = target[name] as (...given: unknown[]) => unknown;
        return (...given: unknown[]) => {
          note(name);
          return read.apply(target, given);
        };
      },
    });

  it.each<[string, string[], number?]>([
    ['/v1/articles/tides', ['load']],
    ['/v1/articles/tides/summary?type=tldr&length=long', ['load']],
    [`/v1/summary?url=${encodeURIComponent(PAGE)}`, ['pageOf', 'load']],
    ['/articles/own', ['load']],
    ['/articles/own.md', ['load']],
    ['/articles/own.txt', ['load']],
    ['/articles/own/summary', ['load']],
    ['/v1/articles', ['front']],
    ['/', ['front']],
    ['/feed.xml', ['front', 'loadMany']],
    ['/feed.json', ['front', 'loadMany']],
    ['/sitemap.xml', ['sitemap']],
    ['/sitemap.xml?part=news', ['sitemap']],
    ['/sitemap.xml?part=1', ['sitemap', 'sitemapPart']],
    ['/sitemap.xml?part=2', ['sitemap'], 404],
  ])('answers %s by %j, and the catalogue is not asked', async (path, expected, status = 200) => {
    const asked: string[] = [];
    const service = openService({ wrapCopies: counting((name) => asked.push(name)) });
    await fill(service);
    await service.project(['tides', 'own'], [PAGE]);
    const catalogue = service.catalogue as unknown as Record<string, () => unknown>;
    for (const name of [
      'identify',
      'read',
      'ownersOf',
      'project',
      'resolve',
      'list',
      'sitemap',
      'sitemapPart',
    ])
      vi.spyOn(catalogue, name).mockImplementation(() => asked.push(`catalogue.${name}`));
    asked.length = 0;
    expect((await service.call(path)).status).toBe(status);
    expect(asked).toEqual(expected);
  });
});

describe('while the catalogue cannot be reached', () => {
  it('copies still answer; what they lack is 503, never 404', async () => {
    const service = openService();
    await fill(service);
    await service.project(['tides'], [PAGE]);
    vi.spyOn(service.catalogue, 'project').mockRejectedValue(new Error('down'));
    vi.spyOn(service.catalogue, 'resolve').mockRejectedValue(new Error('down'));
    expect((await service.call('/v1/articles/tides')).status).toBe(200);
    for (const path of ['/v1/articles/own', '/v1/articles/ebb', '/v1/summary?url=https://news.example/ebb']) {
      const response = await service.call(path);
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      expect(await response.text()).not.toContain('down');
    }
  });

  it('a hanging one is given up on after ten seconds', async () => {
    const service = openService();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(service.catalogue, 'project').mockImplementation(never);
    let status = 0;
    void service.call('/v1/articles/a').then((response) => {
      status = response.status;
    });
    await vi.advanceTimersByTimeAsync(9_900);
    expect(status).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(status).toBe(503);
  });
});

describe('falling back', () => {
  it('asks the catalogue once for all who ask at the same time', async () => {
    const service = openService();
    await fill(service);
    const project = vi.spyOn(service.catalogue, 'project');
    const answers = await Promise.all(Array.from({ length: 50 }, () => service.call('/v1/articles/tides')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(project).toHaveBeenCalledTimes(1);
  });

  it('stands behind the limiter, and what the copies know does not', async () => {
    const service = openService();
    await fill(service);
    await service.project(['tides'], [PAGE]);
    service.limiter.isOpen = false;
    expect((await service.call('/v1/articles/tides')).status).toBe(200);
    expect((await service.call(`/v1/summary?url=${PAGE}`)).status).toBe(200);
    expect((await service.call('/v1/articles')).status).toBe(200);
    for (const path of ['/v1/articles/own', '/v1/articles?tag=x', '/feed.xml']) {
      const response = await service.call(path);
      expect(response.status).toBe(429);
      expect(response.headers.get('Retry-After')).toBe('60');
    }
  });

  it('costs a feed one turn at the limiter, however many copies are missing', async () => {
    const service = openService();
    for (let number = 0; number < 30; number += 1)
      await service.put(`n${number}`, { title: 'N', text: 'One.' });
    await service.project([]);
    expect((await service.call('/feed.json')).status).toBe(200);
    expect(service.limiter.asked).toBe(1);
  });

  it('does not wait for ever for work that another request began and will never end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const flights = createSingleFlight();
    void flights.run('a', never);
    const joined = [flights.run('a', async () => 'mine'), flights.run('a', async () => 'mine')];
    await vi.advanceTimersByTimeAsync(2_100);
    expect(await Promise.all(joined)).toEqual(['mine', 'mine']);
    expect(await flights.run('a', async () => 'next')).toBe('next');
  });
});

describe('while the copies are stale', () => {
  it('a page that has gone to another article leads there at once', async () => {
    const service = openService();
    await service.put('found', { title: 'Found', text: BODY, url: PAGE, source: 'page' });
    await service.project(['found'], [PAGE]);
    await service.put('tides', { title: 'Tides', text: BODY, url: PAGE });
    await service.project(['found', 'tides']); // The copy of the page still names the old article.
    const summary = await (await service.call(`/v1/summary?url=${PAGE}`)).json();
    expect(summary).toMatchObject({ article: { slug: 'tides' } });
  });

  it('a page that no longer belongs to an article is not answered from it', async () => {
    const service = openService();
    const article = { title: 'Tides', text: BODY, url: PAGE, aliases: [`${PAGE}/amp`] };
    await service.put('tides', article);
    await service.project(['tides'], [PAGE, `${PAGE}/amp`]);
    expect((await service.call(`/v1/summary?url=${PAGE}/amp`)).status).toBe(200);
    const ifMatch = (await currentEtag(service.catalogue, 'tides')) ?? '';
    await service.put('tides', { ...article, aliases: [] }, { 'If-Match': ifMatch });
    await service.project(['tides']);
    expect((await service.call(`/v1/summary?url=${PAGE}/amp`)).status).toBe(403);
    expect((await service.call(`/v1/summary?url=${PAGE}?utm_source=x`)).status).toBe(200);
  });

  it('a new alias of an article whose copy does not know it yet is answered', async () => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: BODY });
    await service.project(['tides']);
    const ifMatch = (await currentEtag(service.catalogue, 'tides')) ?? '';
    await service.put('tides', { title: 'Tides', text: BODY, url: PAGE }, { 'If-Match': ifMatch });
    expect((await service.call(`/v1/summary?url=${PAGE}`)).status).toBe(200);
  });

  it('a slug that is used again answers by its page, though its copy still tells of the removal', async () => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: BODY, url: PAGE });
    const ifMatch = (await currentEtag(service.catalogue, 'tides')) ?? '';
    await service.call('/v1/articles/tides', {
      method: 'DELETE',
      headers: { Authorization: 'Bearer test-token', 'If-Match': ifMatch },
    });
    await service.project(['tides'], [PAGE]);
    await service.put('tides', { title: 'Tides', text: BODY, url: PAGE });
    expect((await service.call(`/v1/summary?url=${PAGE}`)).status).toBe(200);
  });

  it('1,000 reads among edits never mix two revisions, and each says which it shows', async () => {
    const service = openService();
    await service.put('tides', {
      title: 'Revision 1',
      text: 'Sentence of revision 1. Another of revision 1.',
    });
    let revision = 1;
    for (let read = 0; read < 1_000; read += 1) {
      if (read % 7 === 0) {
        revision += 1;
        const text = `Sentence of revision ${revision}. Another of revision ${revision}.`;
        const ifMatch = (await currentEtag(service.catalogue, 'tides')) ?? '';
        await service.put('tides', { title: `Revision ${revision}`, text }, { 'If-Match': ifMatch });
      }
      if (read % 11 === 0) await service.project(['tides']);
      const path =
        ['/v1/articles/tides', '/v1/articles/tides/summary', '/articles/tides', '/articles/tides.txt'][
          read % 4
        ] ?? '';
      const response = await service.call(path);
      const shown = new Set(
        [...(await response.text()).matchAll(/(?:R|r)evision (\d+)/gu)].map(([, number]) => number),
      );
      expect(shown.size).toBe(1);
      expect(response.headers.get('ETag')).toMatch(new RegExp(`^"memory\\.tides\\.${[...shown][0]}\\.`, 'u'));
    }
  });
});
