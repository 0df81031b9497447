import { describe, expect, it } from 'vitest';
import {
  ALIASES_MAX_COUNT,
  ARTICLE_JSON_MAX_BYTES,
  BYLINE_MAX_LENGTH,
  SLUG_MAX_LENGTH,
  TAG_MAX_LENGTH,
  TAGS_MAX_COUNT,
  TITLE_MAX_LENGTH,
  URL_MAX_LENGTH,
} from '../../src/core/limits.ts';
import { createMemoryService, ORIGIN } from './memory-service.ts';

const valid = { title: 'Tides', text: 'The tide came in. It went out.' };
const longUrl = `https://news.example/${'a'.repeat(URL_MAX_LENGTH)}`;

interface Problem {
  type: string;
  status: number;
  errors?: {
    pointer?: string;
    parameter?: string;
    code: string;
    maximum?: number;
    allowedValues?: unknown[];
  }[];
}

/** Each row: what is wrong, the member that is sent, and what the answer names. */
const REFUSED: [what: string, member: Record<string, unknown>, named: Record<string, unknown>][] = [
  ['a missing title', { title: undefined }, { pointer: '#/title', code: 'missing' }],
  ['an empty title', { title: '' }, { pointer: '#/title', code: 'blank' }],
  ['a title of white space', { title: ' \u00a0 ' }, { pointer: '#/title', code: 'blank' }],
  ['a title with a line break', { title: 'a\nb' }, { pointer: '#/title', code: 'control-character' }],
  ['a title with NUL', { title: 'a\u0000b' }, { pointer: '#/title', code: 'control-character' }],
  ['half a surrogate pair', { title: 'a\ud800' }, { pointer: '#/title', code: 'unpaired-surrogate' }],
  [
    'a date that ends before the year 0 in UTC',
    { publishedAt: '0000-01-01T00:00:00+23:59' },
    { pointer: '#/publishedAt', code: 'out-of-range' },
  ],
  [
    'a date that ends after the year 9999 in UTC',
    { updatedAt: '9999-12-31T23:59:59-23:59' },
    { pointer: '#/updatedAt', code: 'out-of-range' },
  ],
  ['no date', { publishedAt: 'yesterday' }, { pointer: '#/publishedAt' }],
  ['a page of ours as its page', { url: `${ORIGIN}/articles/tides` }, { pointer: '#/url', code: 'own-page' }],
  ['a number as title', { title: 42 }, { pointer: '#/title', code: 'invalid-type' }],
  [
    'too long a title',
    { title: 'a'.repeat(TITLE_MAX_LENGTH + 1) },
    { pointer: '#/title', code: 'too-big', maximum: TITLE_MAX_LENGTH },
  ],
  [
    'too long a byline',
    { byline: 'a'.repeat(BYLINE_MAX_LENGTH + 1) },
    { pointer: '#/byline', code: 'too-big', maximum: BYLINE_MAX_LENGTH },
  ],
  [
    'too many tags',
    { tags: Array(TAGS_MAX_COUNT + 1).fill('a') },
    { pointer: '#/tags', code: 'too-big', maximum: TAGS_MAX_COUNT },
  ],
  [
    'too long a tag',
    { tags: ['ok', 'a'.repeat(TAG_MAX_LENGTH + 1)] },
    { pointer: '#/tags/1', code: 'too-big', maximum: TAG_MAX_LENGTH },
  ],
  ['too long a URL', { url: longUrl }, { pointer: '#/url', code: 'too-big', maximum: URL_MAX_LENGTH }],
  ['a script as URL', { url: 'javascript:alert(1)' }, { pointer: '#/url', code: 'invalid-scheme' }],
  [
    'a URL with a password',
    { url: 'https://a:b@news.example/' },
    { pointer: '#/url', code: 'user-information' },
  ],
  ['a relative URL', { url: '/tides' }, { pointer: '#/url', code: 'invalid-url' }],
  [
    'too many aliases',
    { aliases: Array.from({ length: ALIASES_MAX_COUNT + 1 }, (_, n) => `https://news.example/${n}`) },
    { pointer: '#/aliases', code: 'too-big', maximum: ALIASES_MAX_COUNT },
  ],
  [
    'an alias on a foreign host',
    {
      url: 'https://news.example/tides',
      aliases: ['https://news.example/amp/tides', 'https://other.example/tides'],
    },
    { pointer: '#/aliases/1', code: 'site-not-registered' },
  ],
  ['an image without URL', { image: { alt: 'a pier' } }, { pointer: '#/image/url', code: 'missing' }],
  [
    'an image as data',
    { image: { url: 'data:image/png,x' } },
    { pointer: '#/image/url', code: 'invalid-scheme' },
  ],
  ['a date in words', { publishedAt: 'yesterday' }, { pointer: '#/publishedAt', code: 'invalid-format' }],
  [
    'a date without offset',
    { publishedAt: '2026-11-23T10:00:00' },
    {
      pointer: '#/publishedAt',
      code: 'invalid-format',
      detail: expect.stringContaining('such as 2026-03-02T08:30:00+01:00'),
    },
  ],
  [
    'a day that does not exist',
    { publishedAt: '2026-02-30T10:00:00Z' },
    { pointer: '#/publishedAt', code: 'invalid-format' },
  ],
  [
    'a language in words',
    { language: 'English please' },
    { pointer: '#/language', code: 'invalid-language' },
  ],
  [
    'an unknown status',
    { status: 'live' },
    { pointer: '#/status', code: 'not-allowed', allowedValues: ['published', 'draft'] },
  ],
  [
    'an unknown access',
    { access: 'paid' },
    { pointer: '#/access', code: 'not-allowed', allowedValues: ['full', 'summary'] },
  ],
  ['a yes for true', { summaryEnabled: 'yes' }, { pointer: '#/summaryEnabled', code: 'invalid-type' }],
  ['an unknown member', { autor: 'A' }, { pointer: '#/autor', code: 'unknown' }],
  ['two bodies', { html: '<p>a</p>' }, { code: 'exclusive' }],
  ['no body', { text: undefined }, { code: 'missing', allowedValues: ['html', 'markdown', 'text'] }],
];

describe('a PUT is refused, and nothing is stored, for', () => {
  it.each(REFUSED)('%s', async (_, member, named) => {
    const service = createMemoryService();
    const response = await service.put('tides', { ...valid, ...member });
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ type: 'https://standfirst.test/problems/invalid-body', status: 422 });
    expect(response.status).toBe(422);
    expect(problem.errors).toContainEqual(expect.objectContaining(named));
    expect(await service.catalogue.read('tides')).toEqual({ state: 'absent' });
  });

  it.each([
    ['a body that is not JSON', '{"title": ', {}, 400, 'malformed-body'],
    ['an empty body', '', {}, 400, 'malformed-body'],
    [
      'a body of another type',
      'title=a',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    ['a compressed body', '{}', { 'Content-Encoding': 'gzip' }, 415, 'unsupported-content-coding'],
    [
      'a body above the limit',
      `{"title":"${'a'.repeat(ARTICLE_JSON_MAX_BYTES)}"}`,
      {},
      413,
      'body-too-large',
    ],
    ['no token', JSON.stringify(valid), { Authorization: '' }, 401, 'unauthorized'],
    ['a wrong token', JSON.stringify(valid), { Authorization: 'Bearer wrong' }, 401, 'unauthorized'],
    [
      'a condition that cannot hold',
      JSON.stringify(valid),
      { 'If-Match': '"x.1.1.000000000000"' },
      412,
      'precondition-failed',
    ],
  ])('%s', async (_, body, headers, status, kind) => {
    const service = createMemoryService();
    const response = await service.put('tides', body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `https://standfirst.test/problems/${kind}`, status });
    expect(await service.catalogue.read('tides')).toEqual({ state: 'absent' });
  });

  it('an HTML body nested more than 256 deep', async () => {
    const service = createMemoryService();
    const response = await service.put('deep', { title: 'Deep', html: `${'<div>'.repeat(300)}text` });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      type: 'https://standfirst.test/problems/nested-too-deeply',
    });
    expect(await service.catalogue.read('deep')).toEqual({ state: 'absent' });
  });

  it('a body of more elements than an isolate has memory for', async () => {
    const service = createMemoryService();
    const response = await service.put('many', { title: 'Many', html: '<p>x'.repeat(60_000) });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      type: 'https://standfirst.test/problems/too-many-elements',
      detail: expect.stringContaining('50000'),
    });
    expect(await service.catalogue.read('many')).toEqual({ state: 'absent' });
  });

  it('an article that would be too large as stored', async () => {
    const service = createMemoryService();
    const response = await service.put('large', { title: 'Large', text: '&'.repeat(900_000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      type: 'https://standfirst.test/problems/article-too-large',
    });
    expect(await service.catalogue.read('large')).toEqual({ state: 'absent' });
  });

  it.each(['Tides', 'tides-', '-tides', 'ti--des', 'tides%20', 'a'.repeat(SLUG_MAX_LENGTH + 1)])(
    'the slug %s',
    async (slug) => {
      const response = await createMemoryService().put(slug, valid);
      const problem = (await response.json()) as Problem;
      expect(problem).toMatchObject({
        type: 'https://standfirst.test/problems/invalid-parameter',
        status: 422,
      });
      expect(problem.errors?.[0]).toMatchObject({ parameter: 'slug' });
    },
  );
});

describe('a summary is refused for', () => {
  it.each([
    ['type=haiku', { parameter: 'type', allowedValues: ['key-points', 'tldr', 'teaser'] }],
    ['length=tiny', { parameter: 'length', allowedValues: ['short', 'medium', 'long'] }],
    ['sentences=0', { parameter: 'sentences', code: 'too-small', minimum: 1 }],
    ['sentences=21', { parameter: 'sentences', code: 'too-big', maximum: 20 }],
    ['sentences=three', { parameter: 'sentences', code: 'invalid-type' }],
    ['sentences=2&length=short', { parameter: 'sentences', code: 'exclusive' }],
    ['format=xml', { parameter: 'format', allowedValues: ['json', 'plain-text', 'markdown', 'html'] }],
    ['avoid=verbs', { parameter: 'avoid' }],
    ['include=everything', { parameter: 'include' }],
    ['labels=klingonisch%20bitte', { parameter: 'labels', code: 'invalid-language' }],
    ['order=random', { parameter: 'order', allowedValues: ['offset', 'rank'] }],
    [`query=${'a'.repeat(201)}`, { parameter: 'query', code: 'too-big', maximum: 200 }],
    ['lenght=short', { parameter: 'lenght', code: 'unknown', detail: expect.stringContaining('"length"') }],
    ['type=tldr&type=teaser', { parameter: 'type', code: 'repeated' }],
  ])('%s', async (query, named) => {
    const service = createMemoryService();
    await service.put('tides', valid);
    const response = await service.call(`/v1/articles/tides/summary?${query}`);
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({
      type: 'https://standfirst.test/problems/invalid-parameter',
      status: 422,
    });
    expect(problem.errors).toContainEqual(expect.objectContaining(named));
  });
});
