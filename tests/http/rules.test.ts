import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createMemoryService, type MemoryService } from './memory-service.ts';

const TEXT =
  'The harbour bridge will close on 3 May. Engineers found cracks in two of its piers.\n\nBuses will run on the old road until the autumn. A new bridge would cost 90 million.';
const PAGE = 'https://news.example/bridge';

async function openNewsroom(): Promise<MemoryService> {
  const service = createMemoryService({ SITES: 'news.example' });
  await service.put('bridge', { title: 'Bridge', text: TEXT, tags: ['Court'], url: PAGE, access: 'full' });
  await service.put('own', { title: 'Own', text: TEXT, tags: ['Court', 'Sea'] });
  return service;
}

const json = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

async function readRules(service: MemoryService) {
  const answer = await service.call('/v1/rules', { headers: AUTHORIZED });
  return { etag: answer.headers.get('ETag') ?? '', body: await answer.json() };
}

async function setRule(service: MemoryService, tag: string, rule: string, etag?: string): Promise<Response> {
  const ifMatch = etag ?? (await readRules(service)).etag;
  return service.call('/v1/rules', json({ tag, rule }, { 'If-Match': ifMatch }));
}

/** Every place where readers meet a summary, and what is seen there of the article's own sentences. */
const PLACES: [path: string, whenWithheld: number][] = [
  ['/v1/articles/own/summary', 404],
  ['/v1/articles/own/summary?query=buses', 404],
  ['/v1/articles/own/summary?type=teaser', 404],
  ['/v1/articles/own/summary?format=html', 404],
  [`/v1/summary?url=${PAGE}`, 404],
  ['/articles/own/summary', 404],
  ['/articles/bridge/summary', 404],
  [`/s?url=${PAGE}`, 404],
];

/** Places that stay, without the summary; some have the text, which says the same once. */
const STAYING = ['/v1/articles', '/', '/feed.xml', '/feed.json', '/articles/own'];

const IN_TEXT: Readonly<Record<string, number>> = { '/feed.xml': 2, '/feed.json': 2, '/articles/own': 1 };

describe('a rule', () => {
  it.each(['review', 'off'])(
    '"%s" takes every summary of the tag from readers, and "automatic" gives it back',
    async (rule) => {
      const service = await openNewsroom();
      const read = async (path: string) => {
        const answer = await service.fetch(
          new Request(`https://standfirst.test${path}`, { redirect: 'manual' }),
        );
        return { status: answer.status, text: await answer.text() };
      };
      const saysItIn = async (path: string) =>
        (await read(path)).text.split('The harbour bridge will close').length - 1;
      const before = await Promise.all(PLACES.map(([path]) => read(path)));
      const said = await Promise.all(STAYING.map(saysItIn));
      expect((await setRule(service, 'Court', rule)).status).toBe(200);
      for (const [path, status] of PLACES) expect([path, (await read(path)).status]).toEqual([path, status]);
      for (const path of STAYING) expect([path, await saysItIn(path)]).toEqual([path, IN_TEXT[path] ?? 0]);
      expect(said.every((times, at) => times > (IN_TEXT[STAYING[at] ?? ''] ?? 0))).toBe(true);
      expect((await setRule(service, 'Court', 'automatic')).status).toBe(200);
      expect(await Promise.all(PLACES.map(([path]) => read(path)))).toEqual(before);
    },
  );

  it('gives way to an editor: what one has approved or written is shown, what one has switched off is not', async () => {
    const service = await openNewsroom();
    await setRule(service, 'Court', 'off');
    const decide = async (decision: object) => {
      const review = await service.call('/v1/articles/own/review', { headers: AUTHORIZED });
      const ifMatch = { 'If-Match': review.headers.get('ETag') ?? '' };
      return service.call('/v1/articles/own/review', json(decision, ifMatch));
    };
    const status = async () => (await service.call('/v1/articles/own/summary')).status;
    const approved = await decide({ decision: 'approve' });
    expect(await approved.json()).toMatchObject({ state: 'approved', rule: 'off' });
    expect(await status()).toBe(200);
    await decide({ decision: 'switch-off' });
    expect(await status()).toBe(404);
    await decide({ decision: 'switch-on' });
    await decide({ decision: 'edit', sentences: ['It closes in May.'] });
    expect(await status()).toBe(200);
    await decide({ decision: 'return' });
    expect(await status()).toBe(404);
  });

  it('leaves the setting of an article alone: what a GET gives, sent back after the rule has gone, changes nothing', async () => {
    const service = await openNewsroom();
    await setRule(service, 'Court', 'off');
    const article = await (await service.call('/v1/articles/own', { headers: AUTHORIZED })).json();
    expect(article).toMatchObject({ summaryEnabled: true });
    await setRule(service, 'Court', 'automatic');
    const answer = await service.put('own', article as object);
    expect(await answer.json()).toMatchObject({ revision: 1, summaryEnabled: true });
  });

  it('has the queue show what waits because of it, and a bulk approval let it out', async () => {
    const service = await openNewsroom();
    await setRule(service, 'Court', 'review');
    const queue = async () =>
      (await (await service.call('/v1/queue?state=waiting', { headers: AUTHORIZED })).json()) as {
        items: { slug: string; revision: number }[];
      };
    const articles = (await queue()).items.map(({ slug, revision }) => ({ slug, revision }));
    expect(articles).toHaveLength(2);
    const answer = await service.call('/v1/queue', json({ articles }));
    expect(await answer.json()).toEqual({
      items: articles.map(({ slug }) => ({ slug, outcome: 'approved' })),
    });
    expect((await queue()).items).toEqual([]);
    expect((await service.call('/v1/articles/own/summary')).status).toBe(200);
  });
});

describe('setting a rule', () => {
  it('tells what stands, and who set what, the newest first', async () => {
    const service = await openNewsroom();
    await setRule(service, 'Court', 'review');
    const answer = await setRule(service, 'Court', 'off');
    expect(await answer.json()).toEqual({ items: [{ tag: 'Court', rule: 'off' }], applied: true });
    const history = await service.call('/v1/rules/history?limit=1', { headers: AUTHORIZED });
    expect(await history.json()).toEqual({
      items: [
        { entry: 2, at: expect.any(String), by: 'tester', tag: 'Court', before: 'review', after: 'off' },
      ],
    });
  });

  it('lets one of two editors through, and needs to know what was seen', async () => {
    const service = await openNewsroom();
    const { etag } = await readRules(service);
    expect((await setRule(service, 'Court', 'review', etag)).status).toBe(200);
    const second = await setRule(service, 'Sea', 'off', etag);
    expect([second.status, (await readRules(service)).body]).toEqual([
      412,
      { items: [{ tag: 'Court', rule: 'review' }], applied: true },
    ]);
    const blind = await service.call('/v1/rules', json({ tag: 'Sea', rule: 'off' }));
    expect(blind.status).toBe(428);
  });

  it('changes nothing for a rule that stands, nor for one that an article’s ETag is sent with', async () => {
    const service = await openNewsroom();
    expect((await setRule(service, 'Court', 'automatic')).status).toBe(200);
    expect((await readRules(service)).body).toEqual({ items: [], applied: true });
    await service.put('rules', { title: 'Rules', text: TEXT });
    const article = await service.call('/v1/articles/rules', { headers: AUTHORIZED });
    const { headers } = article;
    expect((await setRule(service, 'Court', 'off', headers.get('ETag') ?? '')).status).toBe(412);
  });

  it.each([
    '.',
    '..',
    '/',
    '%2F',
    'a/b?c#d',
    '裁判',
    'عربي',
    '👩‍⚖️',
    'قضاء‏',
    "';--",
    '__proto__',
    '*',
    '-rules',
    ' x ',
  ])('takes the tag %j for what it is', async (tag) => {
    const service = await openNewsroom();
    await service.put('tagged', { title: 'Tagged', text: TEXT, tags: [tag] });
    const answer = await setRule(service, tag, 'off');
    expect(await answer.json()).toEqual({ items: [{ tag, rule: 'off' }], applied: true });
    expect((await service.call('/v1/articles/tagged/summary')).status).toBe(404);
    expect((await service.call('/v1/articles/own/summary')).status).toBe(200);
  });

  it.each([
    ['no tag', { rule: 'off' }],
    ['no rule', { tag: 'Court' }],
    ['another rule', { tag: 'Court', rule: 'never' }],
    ['a blank tag', { tag: ' ', rule: 'off' }],
    ['a long tag', { tag: 'x'.repeat(61), rule: 'off' }],
    ['a line break', { tag: 'a\nb', rule: 'off' }],
    ['half a letter', { tag: '\ud800', rule: 'off' }],
    ['another member', { tag: 'Court', rule: 'off', by: 'nobody' }],
  ])('is refused with %s', async (_, body) => {
    const service = await openNewsroom();
    const { etag } = await readRules(service);
    const answer = await service.call('/v1/rules', json(body, { 'If-Match': etag }));
    expect([answer.status, (await readRules(service)).etag]).toEqual([422, etag]);
  });

  it('ends at 500 tags, and lets one of them be taken back', async () => {
    const service = await openNewsroom();
    for (let number = 1; number <= 500; number += 1)
      await service.catalogue.setRule({ tag: `t${number}`, rule: 'off' }, { by: 'Ed', at: '' }, number - 1);
    expect((await setRule(service, 'Court', 'off')).status).toBe(422);
    expect((await setRule(service, 't7', 'automatic')).status).toBe(200);
    expect((await setRule(service, 'Court', 'off')).status).toBe(200);
  });
});

describe('a backup', () => {
  it('has the rules before all articles, and brings them back once, with their history', async () => {
    const service = await openNewsroom();
    await setRule(service, 'Court', 'review');
    const { records } = (await (await service.call('/v1/records', { headers: AUTHORIZED })).json()) as {
      records: { state: string }[];
    };
    expect(records.map(({ state }) => state)).toEqual(['rules', 'article', 'article']);
    const other = createMemoryService();
    const restore = async () =>
      (await other.call('/v1/records', json({ records: records.toReversed() }))).json();
    expect(await restore()).toMatchObject({
      outcomes: [{ outcome: 'restored' }, { outcome: 'restored' }, { slug: '-rules', outcome: 'restored' }],
    });
    expect(await restore()).toMatchObject({ outcomes: Array(3).fill({ outcome: 'unchanged' }) });
    expect((await other.call('/v1/articles/own/summary')).status).toBe(404);
    const history = async (from: MemoryService) =>
      (await from.call('/v1/rules/history', { headers: AUTHORIZED })).json();
    expect(await history(other)).toEqual(await history(service));
    await setRule(other, 'Court', 'off');
    expect(await restore()).toMatchObject({
      outcomes: [
        { outcome: 'unchanged' },
        { outcome: 'unchanged' },
        { slug: '-rules', outcome: 'refused', problem: { status: 412 } },
      ],
    });
    expect((await readRules(other)).body).toMatchObject({ items: [{ tag: 'Court', rule: 'off' }] });
  });
});
