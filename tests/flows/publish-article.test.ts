import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BODY, currentEtag } from '../adapters/article-fixtures.ts';
import { AUTHORIZED, type MemoryService, ORIGIN, openService } from './memory-service.ts';

const PAGE = 'https://news.example/tides';
const at = (hour: number) => `2026-11-01T${String(hour).padStart(2, '0')}:00:00Z`;
const read = async ({ call }: MemoryService, slug = 'tides') =>
  (await (await call(`/v1/articles/${slug}`, { headers: AUTHORIZED })).json()) as Record<string, unknown>;

describe('an article that moved', () => {
  it.each([
    ['/articles/old', `${ORIGIN}/articles/new`],
    ['/v1/articles/old/summary?length=long', `${ORIGIN}/v1/articles/new/summary?length=long`],
    [
      `/v1/summary?length=long&url=${ORIGIN}/articles/old`,
      `${ORIGIN}/v1/summary?length=long&url=${encodeURIComponent(`${ORIGIN}/articles/new`)}`,
    ],
    [`/s?url=${ORIGIN}/articles/old`, `${ORIGIN}/s?url=${encodeURIComponent(`${ORIGIN}/articles/new`)}`],
  ])('is found where it is now: %s', async (path, location) => {
    const service = openService();
    const page = { title: 'Tides', text: BODY, url: PAGE };
    await service.put('old', { ...page, source: 'page' });
    await service.put('new', page);
    const { status, headers } = await service.call(path);
    expect([status, headers.get('Location')]).toEqual([308, location]);
    expect(headers.get('Cache-Tag')).toBe('article:new,article:old');
    expect((await service.call(location.slice(ORIGIN.length))).status).not.toBe(308);
  });
});

describe('an article whose summary alone is public', () => {
  it.each(['query=tide', 'sentences=8', 'include=ranking'])(
    'is asked with %s by a token that may read, and by nobody else',
    async (option) => {
      const service = openService();
      await service.put('tides', { title: 'Tides', text: BODY, url: PAGE });
      for (const path of ['/v1/articles/tides/summary?', `/v1/summary?url=${PAGE}&`]) {
        expect((await service.call(path + option)).status).toBe(401);
        expect((await service.call(path + option, { headers: AUTHORIZED })).status).toBe(200);
      }
    },
  );
});

describe('a PUT', () => {
  it.each(['text', 'markdown', 'html'])(
    'is the same when it is repeated, half a surrogate pair in its %s or not',
    async (kind) => {
      const service = openService();
      const body = { title: 'Tides', [kind]: 'The tide came in.\udfff It went out.' };
      expect((await service.put('tides', body)).status).toBe(201);
      expect((await service.put('tides', body)).status).toBe(200);
    },
  );

  const first = { title: 'First', text: BODY, updatedAt: at(5), publishedAt: at(1) };
  const etagOf = async (service: MemoryService) => (await currentEtag(service.catalogue, 'tides')) ?? '';
  it.each<[string, object, object, number]>([
    ['the same again', first, {}, 200],
    ['the same, on a condition that does not hold', first, { 'If-Match': '"other.1.1.x"' }, 200],
    ['the same, to create only', first, { 'If-None-Match': '*' }, 412],
    ['something else, on no condition', { title: 'Second', text: BODY }, {}, 428],
    ['something else, of the same time', { ...first, title: 'Second' }, {}, 428],
    ['something else, updated later', { ...first, title: 'Second', updatedAt: at(6) }, {}, 200],
    ['something else, updated earlier', { ...first, title: 'Second', updatedAt: at(4) }, {}, 409],
    [
      'something else, with a field that names no version',
      { ...first, title: 'Second' },
      { 'If-None-Match': '"x"' },
      428,
    ],
    [
      'something older, with a field that names no version',
      { ...first, title: 'Second', updatedAt: at(1) },
      { 'If-None-Match': '"x"' },
      409,
    ],
    ['something else, to create only', { ...first, title: 'Second' }, { 'If-None-Match': '*' }, 412],
    [
      'something else, over another revision',
      { ...first, title: 'Second' },
      { 'If-Match': '"memory.7.7.x"' },
      412,
    ],
    [
      'something else, of a weaker source',
      { ...first, title: 'Second', updatedAt: at(6), source: 'feed' },
      {},
      409,
    ],
    ['the same, of a weaker source', { ...first, source: 'feed' }, {}, 200],
    ['a revision, where one stands', { ...first, title: 'Second', updatedAt: at(6), revision: 9 }, {}, 422],
  ])('of %s', async (_, body, headers, status) => {
    const service = openService();
    await service.put('tides', first);
    const answer = await service.put('tides', body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    const isChanged = status === 200 && (body as { title: string }).title === 'Second';
    expect(await read(service)).toMatchObject({
      title: isChanged ? 'Second' : 'First',
      revision: isChanged ? 2 : 1,
    });
  });

  it('with a later time and nothing else new is kept, so that what was written in between comes too late', async () => {
    const service = openService();
    await service.put('tides', first);
    await service.put('tides', { ...first, updatedAt: at(7) });
    const overtaken = await service.put('tides', { ...first, title: 'Second', updatedAt: at(6) });
    expect(overtaken.status).toBe(409);
    expect(await read(service)).toMatchObject({ title: 'First', updatedAt: at(7), revision: 2 });
  });

  it('on any validator of the article or its summary, weakened or not, replaces it', async () => {
    const service = openService();
    await service.put('tides', first);
    const summary = await service.call('/v1/articles/tides/summary?type=tldr');
    const weakened = `W/${summary.headers.get('ETag')}`;
    expect(
      (await service.put('tides', { title: 'Second', text: BODY }, { 'If-Match': weakened })).status,
    ).toBe(200);
  });

  it('keeps what it leaves out only where that is meant to stay', async () => {
    const service = openService();
    const whole = {
      title: 'T',
      text: BODY,
      url: PAGE,
      aliases: [`${PAGE}/amp`],
      byline: 'Ed',
      publishedAt: at(1),
      language: 'de',
      tags: ['a'],
      image: { url: `${PAGE}.jpg`, alt: '' },
      status: 'draft',
      access: 'full',
      summaryEnabled: false,
    };
    await service.put('tides', whole);
    await service.put('tides', { title: 'T', text: BODY, url: PAGE }, { 'If-Match': await etagOf(service) });
    expect(await read(service)).toMatchObject({
      publishedAt: at(1),
      language: 'de',
      summaryEnabled: false,
      access: 'full',
      status: 'draft',
      aliases: [`${PAGE}/amp`],
      byline: null,
      description: null,
      tags: [],
      image: null,
    });
  });

  it('brings a removed slug back with the next revision, or with the one that a restore names', async () => {
    for (const [revision, expected] of [
      [undefined, 3],
      [9, 9],
      [2, 3],
    ] as const) {
      const service = openService();
      await service.put('tides', first);
      const headers = { ...AUTHORIZED, 'If-Match': await etagOf(service) };
      expect((await service.call('/v1/articles/tides', { method: 'DELETE', headers })).status).toBe(204);
      expect((await service.put('tides', { ...first, revision }, { 'If-None-Match': '*' })).status).toBe(201);
      expect(await read(service)).toMatchObject({ revision: expected, updatedAt: at(5) });
    }
  });

  it('answers with what it wrote, whatever the copies say', async () => {
    const service = openService();
    await service.put('tides', first);
    await service.project(['tides']);
    const answer = await service.put('tides', { ...first, title: 'Second', updatedAt: at(6) });
    expect(await answer.json()).toEqual(await read(service));
    expect(await read(service)).toMatchObject({ title: 'Second' });
  });
});

describe('writers at the same time', () => {
  it('with one ETag and different bodies: exactly one of twenty succeeds', async () => {
    const service = openService();
    const created = await service.put('tides', { title: 'First', text: BODY });
    const headers = { 'If-Match': created.headers.get('ETag') ?? '' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        service.put('tides', { title: `Writer ${index}`, text: BODY }, headers),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(await read(service)).toMatchObject({ title: `Writer ${winner}`, revision: 2 });
  });

  it('that create only: exactly one of twenty succeeds', async () => {
    const service = openService();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        service.put('tides', { title: `Writer ${index}`, text: BODY }, { 'If-None-Match': '*' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(412)]);
  });

  it('that deliver webhooks twice and out of order leave the newest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], { minLength: 10 }),
        fc.boolean(),
        async (hours, atOnce) => {
          const service = openService();
          const deliver = (hour: number) =>
            service.put('tides', { title: `Hour ${hour}`, text: BODY, updatedAt: at(hour) });
          const answers: Response[] = [];
          if (atOnce) answers.push(...(await Promise.all(hours.map(deliver))));
          else for (const hour of hours) answers.push(await deliver(hour));
          for (const { status } of answers) expect([200, 201, 409]).toContain(status);
          expect(await read(service)).toMatchObject({ title: 'Hour 5', updatedAt: at(5) });
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the editor’s override', () => {
  const TEXT =
    'One ferry sailed at 9. Two men waved from the pier. Three gulls cried over 40 boats. Nobody else was there.';
  const SURFACES = [
    '/v1/articles/tides/summary',
    '/articles/tides',
    '/feed.xml',
    '/feed.json',
    '/v1/articles',
    '/',
    '/v1/articles/tides/summary?format=markdown',
  ];
  const override = async (service: MemoryService, body: object, method = 'PUT') =>
    service.call('/v1/articles/tides/summary', {
      method,
      headers: {
        ...AUTHORIZED,
        'Content-Type': 'application/json',
        'If-Match': (await currentEtag(service.catalogue, 'tides')) ?? '',
      },
      ...(method === 'PUT' ? { body: JSON.stringify(body) } : {}),
    });
  const edit = async (service: MemoryService, members: object) =>
    service.put(
      'tides',
      { title: 'Tides', text: TEXT, ...members },
      { 'If-Match': (await currentEtag(service.catalogue, 'tides')) ?? '' },
    );
  const summaryOf = async (service: MemoryService, query = '') =>
    (await (await service.call(`/v1/articles/tides/summary${query}`)).json()) as {
      sentences: { text: string; offset: number | null }[];
      label: { code: string };
      stale: boolean;
      warnings: string[];
    };
  const open = async (body: object) => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: TEXT });
    expect((await override(service, body)).status).toBe(200);
    return service;
  };

  it('shows on every surface, by page URL too', async () => {
    const service = await open({ sentences: ['Said by the editor alone.'] });
    for (const path of SURFACES)
      expect(await (await service.call(path)).text()).toContain('Said by the editor alone.');
    await edit(service, { url: PAGE, access: 'full' });
    expect(await (await service.call(`/v1/summary?url=${PAGE}`)).text()).toContain(
      'Said by the editor alone.',
    );
  });

  it('answers every type and length, cut to the first sentences, never filled up', async () => {
    const service = await open({ sentences: ['First by hand.', 'Two men waved from the pier.'] });
    for (const [query, count] of [
      ['?type=tldr', 1],
      ['?type=teaser&length=long', 2],
      ['?length=long', 2],
      ['?sentences=1', 1],
    ] as const) {
      const { sentences, label } = await summaryOf(service, query);
      expect([sentences.length, label.code]).toEqual([count, 'edited']);
    }
    const { sentences } = await summaryOf(service);
    expect(sentences.map(({ offset }) => offset)).toEqual([null, TEXT.indexOf('Two men')]);
  });

  it.each([
    [
      'the text keeps the sentence',
      { sentences: ['Two men waved from the pier.'] },
      TEXT.replace('sailed', 'left'),
      false,
    ],
    [
      'the sentence is gone',
      { sentences: ['Two men waved from the pier.'] },
      TEXT.replace('Two men', 'Two women'),
      true,
    ],
    [
      'a number of a free sentence is gone',
      { sentences: ['It was 9 when 40 boats came.'] },
      TEXT.replace('40', '50'),
      true,
    ],
    [
      'a number that it never shared is not there',
      { sentences: ['It was 7.'] },
      TEXT.replace('40', '50'),
      false,
    ],
  ])('is stale or not when %s', async (_, body, text, isStale) => {
    const service = await open(body);
    await edit(service, { text });
    const summary = await summaryOf(service);
    expect([summary.stale, summary.warnings.includes('override-stale'), summary.label.code]).toEqual([
      isStale,
      isStale,
      isStale ? 'extracted' : 'edited',
    ]);
    if (!isStale) return;
    await edit(service, { text: TEXT });
    expect((await summaryOf(service)).stale).toBe(true);
    await override(service, body);
    expect(await summaryOf(service)).toMatchObject({ stale: false, label: { code: 'edited' } });
  });

  it('bars sentences, in later revisions too, until it is taken back', async () => {
    const service = await open({ exclude: ['Two men waved from the pier.'] });
    await edit(service, { title: 'Tides again' });
    for (let count = 1; count <= 20; count += 1)
      expect(JSON.stringify(await summaryOf(service, `?sentences=${count}`))).not.toContain('Two men');
    expect((await override(service, {}, 'DELETE')).status).toBe(204);
    expect(JSON.stringify(await summaryOf(service, '?sentences=20'))).toContain('Two men');
    expect((await override(service, {}, 'DELETE')).status).toBe(404);
  });

  it('is answered as it was written, also when another editor writes right after', async () => {
    const service = await open({ sentences: ['By hand.'] });
    const { catalogue } = service;
    const write = catalogue.write.bind(catalogue);
    vi.spyOn(catalogue, 'write').mockImplementationOnce(async (change) => {
      const written = await write(change);
      await override(service, { sentences: ['By the second hand.'] });
      return written;
    });
    const answer = await override(service, { sentences: ['By the first hand.'] });
    expect(await answer.json()).toMatchObject({ sentences: [{ text: 'By the first hand.' }] });
    expect(await summaryOf(service)).toMatchObject({ sentences: [{ text: 'By the second hand.' }] });
  });

  it('needs If-Match, and the revision that it names', async () => {
    const service = await open({ sentences: ['By hand.'] });
    const send = (headers: object) =>
      service.call('/v1/articles/tides/summary', {
        method: 'PUT',
        headers: { ...AUTHORIZED, 'Content-Type': 'application/json', ...headers },
        body: '{"sentences":["X."]}',
      });
    expect((await send({})).status).toBe(428);
    expect((await send({ 'If-Match': '"memory.1.1.x"' })).status).toBe(412);
    expect((await send({ 'If-Match': '*' })).status).toBe(200);
  });

  it('of an article whose summary is switched off shows nowhere', async () => {
    const service = await open({ sentences: ['Said by the editor alone.'] });
    await edit(service, { summaryEnabled: false });
    for (const path of SURFACES)
      expect(await (await service.call(path)).text()).not.toContain('Said by the editor');
    expect((await service.call('/v1/articles/tides/summary')).status).toBe(404);
  });
});

describe('what a GET gives', () => {
  const page = {
    url: PAGE,
    aliases: [`${PAGE}/amp`],
    byline: 'Ed',
    tags: ['sea'],
    image: { url: `${PAGE}.jpg`, alt: 'Sea' },
  };
  const bodies: [name: string, article: object][] = [
    [
      'of Markdown',
      { title: 'Tides', markdown: '# Sea\n\nThe *tide* came in. It went [out](https://news.example/).' },
    ],
    ['of HTML', { title: 'Tides', html: '<p onclick="x()">The tide came in.<br>It went out.</p><p></p>' }],
    ['of text', { title: 'Tides', text: 'The tide came in.\n\nIt went out.' }],
    ['with a page elsewhere', { title: 'Tides', text: BODY, ...page }],
    ['without a summary', { title: 'Tides', html: `<meta name="standfirst" content="off"><p>${BODY}</p>` }],
    ['of a draft', { title: 'Tides', text: BODY, status: 'draft', publishedAt: '2030-01-01T00:00:00Z' }],
  ];

  it.each(bodies)('%s can be sent back, and changes nothing', async (_, article) => {
    const service = openService({ sites: 'news.example' });
    await service.put('older', { title: 'Older', text: BODY, publishedAt: at(1) });
    await service.put('tides', article);
    const given = await read(service);
    expect((await service.put('tides', given)).status).toBe(200);
    expect(await read(service)).toEqual(given);
  });

  it.each(bodies)('%s can be sent back with another headline, and keeps its body', async (_, article) => {
    const service = openService({ sites: 'news.example' });
    await service.put('tides', article);
    const given = await read(service);
    const answer = await service.put('tides', { ...given, title: 'Ebb' }, { 'If-Match': '*' });
    expect(answer.status).toBe(200);
    const { revision, title, ...rest } = given;
    expect(await read(service)).toMatchObject({ ...rest, title: 'Ebb', revision: 2 });
  });

  it('can be sent back where its text is not public, and after its page has moved from another host', async () => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: BODY, url: 'https://old.example/tides' });
    await service.put('tides', { title: 'Tides', text: BODY, url: PAGE }, { 'If-Match': '*' });
    const given = await (await service.call('/v1/articles/tides')).json();
    expect(given).toMatchObject({ html: null, text: null, aliases: ['https://old.example/tides'] });
    expect((await service.put('tides', given as object)).status).toBe(200);
    expect(await read(service)).toMatchObject({ revision: 2, text: BODY });
  });

  it('can be sent back with other HTML, whose text it then has', async () => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: BODY });
    const changed = { ...(await read(service)), html: '<p>The tide came in.</p>' };
    expect((await service.put('tides', changed, { 'If-Match': '*' })).status).toBe(200);
    expect(await read(service)).toMatchObject({ text: 'The tide came in.' });
  });

  it('makes the article anew once it is gone, and goes on counting', async () => {
    const service = openService();
    await service.put('tides', { title: 'Tides', markdown: BODY });
    const given = await read(service);
    const etag = { ...AUTHORIZED, 'If-Match': (await currentEtag(service.catalogue, 'tides')) ?? '' };
    await service.call('/v1/articles/tides', { method: 'DELETE', headers: etag });
    expect((await service.put('tides', given)).status).toBe(201);
    expect(await read(service)).toMatchObject({ text: given.text, revision: 3 });
  });

  it.each<[string, (given: Record<string, unknown>) => object, string]>([
    ['another text', (given) => ({ ...given, text: 'The tide came in.' }), '#/text'],
    ['another slug', (given) => ({ ...given, slug: 'ebb' }), '#/slug'],
    [
      'Markdown beside another HTML',
      (given) => ({ ...given, html: '<p>A</p>', markdown: 'B' }),
      '#/markdown',
    ],
    [
      'an earlier revision and another title',
      (given) => ({ ...given, title: 'Ebb', revision: 7 }),
      '#/revision',
    ],
  ])('is refused with %s', async (_, change, pointer) => {
    const service = openService();
    await service.put('tides', { title: 'Tides', text: BODY });
    const answer = await service.put('tides', change(await read(service)), { 'If-Match': '*' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] });
    expect(await read(service)).toMatchObject({ title: 'Tides', revision: 1, text: BODY });
  });
});
