import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/summarizer/index.ts';
import { SUMMARY_LENGTHS, SUMMARY_TYPES } from '../../src/core/summary/presets.ts';
import { AUTHORIZED, openService } from './memory-service.ts';

/**
 * An article whose summary alone is public. Whatever an anonymous reader asks for, in whatever order and how often,
 * no sentence comes out that is in none of the nine presets.
 */
const PAGE = 'https://news.example/secret';
const TOPICS = [
  'harbour',
  'ferry',
  'council',
  'pier',
  'crane',
  'storm',
  'market',
  'school',
  'bridge',
  'river',
];

const sentence = fc
  .tuple(fc.constantFrom(...TOPICS), fc.constantFrom(...TOPICS), fc.nat(9_999), fc.nat(4))
  .map(
    ([one, other, number, extra]) =>
      `The ${one} near the ${other} cost ${number} crowns${' and more'.repeat(extra)}.`,
  );
const bodies = fc
  .uniqueArray(fc.tuple(sentence, fc.boolean()), { minLength: 8, maxLength: 30, selector: ([text]) => text })
  .map((parts) =>
    parts
      .map(([text, ends]) => `${text}${ends ? '\n\n' : ' '}`)
      .join('')
      .trim(),
  );

const QUERIES = [
  ...Array.from({ length: 20 }, (_, index) => `sentences=${index + 1}`),
  ...SUMMARY_TYPES.flatMap((type) => SUMMARY_LENGTHS.map((length) => `type=${type}&length=${length}`)),
  ...SUMMARY_TYPES.flatMap((type) =>
    [2, 4, 5, 6, 7, 8].map((count) => `type=${type}&sentences=${count}&order=rank`),
  ),
  'query=ferry',
  'avoid=quotes',
  'avoid=questions',
  'include=ranking',
  'include=keywords',
  'include=stats,labels',
  'labels=de&include=labels',
  'format=plain-text',
  'format=markdown&sentences=6',
  'format=html&sentences=4',
  'nonsense=1',
  'sentences=0',
];
const PATHS = [
  '/',
  '/v1/articles',
  '/v1/articles?limit=1',
  '/v1/articles?tag=sea',
  '/v1/articles?language=en',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/v1/articles/secret',
  '/articles/secret',
  '/articles/secret.md',
  '/articles/secret.txt',
  '/v1/articles/next',
  '/articles/next',
  '/articles/secret/summary',
  '/v1/records',
  '/v1/records/secret',
  '/v1/status',
  `/s?url=${PAGE}`,
  `/v1/summary?url=${PAGE}/other`,
  '/v1/articles/secret/nothing',
  '/health',
  ...QUERIES.flatMap((query) => [
    `/v1/articles/secret/summary?${query}`,
    `/v1/summary?url=${encodeURIComponent(PAGE)}&${query}`,
  ]),
];

describe('an article whose summary alone is public', () => {
  it('gives away no sentence beyond its presets, in no answer to nobody in particular', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (text, isProjected) => {
        const service = openService();
        await service.put('secret', {
          title: 'Secret',
          text,
          url: PAGE,
          tags: ['sea'],
          publishedAt: '2026-01-01T00:00:00Z',
        });
        await service.put('next', {
          title: 'Next',
          text: 'Nothing here.',
          publishedAt: '2026-01-02T00:00:00Z',
        });
        if (isProjected) await service.project(['secret', 'next'], [PAGE]);
        const allowed = new Set<string>();
        for (const type of SUMMARY_TYPES) {
          for (const length of SUMMARY_LENGTHS) {
            const summary = await (
              await service.call(`/v1/articles/secret/summary?type=${type}&length=${length}`)
            ).json();
            for (const { text: shown } of (summary as { sentences: { text: string }[] }).sentences)
              allowed.add(shown);
          }
        }
        const secrets = splitSentences(text, 'en')
          .map((found) => found.text)
          .filter((found) => !allowed.has(found));
        for (const path of PATHS) {
          for (const method of ['GET', 'POST', 'OPTIONS']) {
            const response = await service.call(path, { method });
            const answer = `${JSON.stringify([...response.headers])} ${await response.text()}`;
            const readable = `${answer} ${answer.replaceAll(/%[0-9A-F]{2}/gu, (code) => decodeURIComponent(code))} ${answer.replaceAll(/\\(.)/gu, '$1')}`;
            for (const secret of secrets)
              expect(readable.includes(secret), `${method} ${path}: ${secret}`).toBe(false);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each([4, 6])('answers %i sentences, though that is no preset', async (count) => {
    const service = openService();
    const text = Array.from(
      { length: 12 },
      (_, index) => `The ${TOPICS[index % 10]} of number ${index} was closed on day ${index}.`,
    ).join(' ');
    await service.put('secret', { title: 'Secret', text, url: PAGE });
    const summary = (await (await service.call(`/v1/articles/secret/summary?sentences=${count}`)).json()) as {
      sentences: unknown[];
    };
    expect(summary.sentences).toHaveLength(count);
  });

  it.each(['query=x', 'avoid=quotes', 'include=ranking', 'sentences=8'])(
    'asks for a token where %s would tell more',
    async (query) => {
      const service = openService();
      await service.put('secret', { title: 'Secret', text: 'One. Two. Three.', url: PAGE });
      const path = `/v1/articles/secret/summary?${query}`;
      expect((await service.call(path)).status).toBe(401);
      expect((await service.call(path, { headers: AUTHORIZED })).status).toBe(200);
    },
  );
});

describe.each([
  ['a draft', { status: 'draft' }],
  ['a scheduled article', { publishedAt: '2199-01-01T00:00:00Z' }],
])('%s', (_, hidden) => {
  it('is, to nobody in particular, the same as nothing at all', async () => {
    const service = openService();
    const nothing = openService();
    await service.put('secret', {
      title: 'Secret',
      text: 'A secret sentence.',
      url: PAGE,
      tags: ['sea'],
      ...hidden,
    });
    const plain = async (response: Response) => {
      const text = (await response.text()).replaceAll(/urn:uuid:[\w-]+/gu, '');
      const headers = [...response.headers].filter(([name]) => !/request-id|etag/iu.test(name));
      return [response.status, headers, text];
    };
    for (const path of PATHS) {
      for (const method of ['GET', 'POST', 'DELETE', 'PUT'])
        expect(await plain(await service.call(path, { method }))).toEqual(
          await plain(await nothing.call(path, { method })),
        );
    }
  });

  it('is all there for a token', async () => {
    const service = openService();
    await service.put('secret', { title: 'Secret', text: 'A secret sentence.', ...hidden });
    const list = (await (await service.call('/v1/articles', { headers: AUTHORIZED })).json()) as {
      items: unknown[];
    };
    expect(list.items).toMatchObject([{ slug: 'secret' }]);
    expect((await service.call('/v1/articles/secret', { headers: AUTHORIZED })).status).toBe(200);
    expect((await service.call('/v1/articles/secret/summary', { headers: AUTHORIZED })).status).toBe(200);
  });
});
