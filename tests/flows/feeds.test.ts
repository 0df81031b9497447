import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { UNDATED } from '../../src/core/article/dates.ts';
import { BODY } from '../adapters/article-fixtures.ts';
import { openService } from './memory-service.ts';

/** Titles and bodies that mean harm, in every field that a feed carries. */
const NASTY = [
  ']]>',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '&amp;&lt;',
  '&#0;&#x1;',
  '"\'`',
  '</title></item></channel>',
  '--><!--',
  '<?xml version="1.0"?>',
  '\u{1F4F0} \u{1D173}',
  'a\u{FFFE}b\u{FFFF}',
  'e\u0301\u202E',
  '%00%0a',
  '{{x}}#{y}',
  '\\u0000',
  '&nbsp;&eacute;',
  'http://[::1',
  'javascript:alert(1)',
  '\u{10FFFF}',
  'ﷺ ﷽',
];
const HOSTILE = Array.from(
  { length: 100 },
  (_, index) => `${NASTY[index % 20]} ${NASTY[(index * 7 + 3) % 20]} ${index}`,
);

async function fill() {
  const service = openService();
  for (const [index, title] of HOSTILE.entries()) {
    const isForeign = index % 3 === 0;
    const answer = await service.put(`n${index}`, {
      title,
      html: `<p>${BODY}</p><script>x()</script><p>${title}</p>`,
      byline: index % 2 === 0 ? title : null,
      tags: [title.slice(0, 60)],
      publishedAt: new Date(Date.now() - index * 3_600_000).toISOString(),
      language: index % 5 === 0 ? 'ar' : 'en',
      ...(isForeign ? { url: `https://news.example/${index}?a=1&b=<2>`.replace('<2>', '%3C2%3E') } : {}),
    });
    expect(answer.status).toBe(201);
  }
  await service.project(HOSTILE.map((_, index) => `n${index}`));
  return service;
}

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
if (!hasXmllint) console.warn('xmllint is not installed: well-formedness is not checked.');

const OWN = HOSTILE.map((_, index) => index).filter((index) => index % 3 !== 0);
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/u;
const texts = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'gu'))].map(([, text]) => text ?? '');

describe('feeds of a hundred hostile articles', () => {
  it.skipIf(!hasXmllint).each(['/feed.xml', '/sitemap.xml', '/sitemap.xml?part=1', '/sitemap.xml?part=news'])(
    '%s is well-formed XML',
    async (path) => {
      const service = await fill();
      const xml = await (await service.call(path)).text();
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: xml, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );

  it('/feed.xml follows RSS 2.0', async () => {
    const service = await fill();
    const response = await service.call('/feed.xml');
    const xml = await response.text();
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8');
    const [channel = '', ...items] = xml.split('<item>');
    for (const name of ['title', 'link', 'description']) expect(texts(channel, name)).toHaveLength(1);
    expect(channel).toContain('rel="self" type="application/rss+xml"');
    expect(items).toHaveLength(30);
    for (const item of items) {
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description'])
        expect(texts(item, name)).toHaveLength(1);
      expect(texts(item, 'pubDate')[0]).toMatch(RFC_822);
      expect(item).not.toMatch(/<script|alert\(1\)<\/script>/u);
    }
    const guids = texts(xml, 'guid');
    expect(new Set(guids).size).toBe(guids.length);
    const dates = texts(xml, 'pubDate').map((date) => Date.parse(date));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  it('/feed.json follows JSON Feed 1.1, with content where the text is public and a summary everywhere', async () => {
    const service = await fill();
    const response = await service.call('/feed.json');
    expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8');
    const date = z.iso.datetime({ offset: true });
    const feed = z
      .strictObject({
        version: z.literal('https://jsonfeed.org/version/1.1'),
        title: z.string().check(z.minLength(1)),
        home_page_url: z.url(),
        feed_url: z.url(),
        language: z.optional(z.string()),
        items: z.array(
          z
            .strictObject({
              id: z.string().check(z.minLength(1)),
              url: z.url(),
              title: z.string(),
              content_html: z.optional(z.string()),
              content_text: z.optional(z.string()),
              summary: z.string().check(z.minLength(1)),
              image: z.optional(z.url()),
              date_published: date,
              date_modified: date,
              authors: z.optional(z.array(z.strictObject({ name: z.string().check(z.minLength(1)) }))),
              tags: z.optional(z.array(z.string())),
              language: z.optional(z.string()),
            })
            .check(
              z.refine(
                ({ content_html: html, content_text: text }) => html !== undefined || text !== undefined,
              ),
            ),
        ),
      })
      .parse(await response.json());
    expect(feed.items.map(({ title }) => title)).toEqual(HOSTILE.slice(0, 30));
    for (const { id, content_html: html } of feed.items)
      expect(html === undefined).toBe(Number(/n(\d+)$/u.exec(id)?.[1]) % 3 === 0);
  });

  it('/sitemap.xml names its parts; the first lists our own pages and the front page', async () => {
    const service = await fill();
    const index = await (await service.call('/sitemap.xml')).text();
    expect(texts(index, 'loc')).toEqual([
      'https://standfirst.test/sitemap.xml?part=news',
      'https://standfirst.test/sitemap.xml?part=1',
    ]);
    const xml = await (await service.call('/sitemap.xml?part=1')).text();
    expect(texts(xml, 'loc').sort()).toEqual(
      [
        'https://standfirst.test/',
        ...OWN.map((index) => `https://standfirst.test/articles/n${index}`),
      ].sort(),
    );
    expect(texts(xml, 'lastmod')).toHaveLength(OWN.length);
    expect((await service.call('/sitemap.xml?part=2')).status).toBe(404);
    expect((await service.call('/sitemap.xml?part=x')).status).toBe(404);
  });

  it('lists the last two days as news, with what Google asks of each', async () => {
    const service = await fill();
    const xml = await (await service.call('/sitemap.xml?part=news')).text();
    const isNews = (index: number) => index <= 48;
    expect(Math.abs(texts(xml, 'news:title').length - OWN.filter(isNews).length)).toBeLessThanOrEqual(1);
    for (const name of ['news:name', 'news:language', 'news:publication_date', 'loc'])
      expect(texts(xml, name)).toHaveLength(texts(xml, 'news:title').length);
    expect(texts(xml, 'lastmod')).toEqual([]);
  });

  it('shows a sitemap that is none too many, and news that time alone ends', async () => {
    let time = Date.parse('2026-06-03T00:00:00Z');
    const service = openService({ now: () => time });
    const empty = await (await service.call('/sitemap.xml')).text();
    expect(texts(empty, 'loc')).toEqual(['https://standfirst.test/sitemap.xml?part=1']);
    for (const part of ['1', 'news'])
      expect(texts(await (await service.call(`/sitemap.xml?part=${part}`)).text(), 'loc')).toEqual([
        'https://standfirst.test/',
      ]);
    await service.put('tides', { title: 'Tides', text: BODY, publishedAt: '2026-06-02T00:00:00Z' });
    const young = await service.call('/sitemap.xml?part=news');
    expect(texts(await young.text(), 'news:title')).toEqual(['Tides']);
    time += 25 * 3_600_000;
    const headers = { 'If-None-Match': young.headers.get('ETag') ?? '' };
    const old = await service.call('/sitemap.xml?part=news', { headers });
    expect(old.status).toBe(200);
    expect(texts(await old.text(), 'news:title')).toEqual([]);
  });

  it('are found from every page', async () => {
    const service = await fill();
    for (const path of ['/', '/articles/n1']) {
      const html = await (await service.call(path)).text();
      expect(html).toContain('<link rel="alternate" type="application/rss+xml"');
      expect(html).toContain('<link rel="alternate" type="application/feed+json"');
    }
    expect(await (await service.call('/robots.txt')).text()).toContain(
      'Sitemap: https://standfirst.test/sitemap.xml',
    );
  });
});

const PAST = {
  title: 'Past',
  text: BODY,
  publishedAt: '2026-03-01T06:00:00Z',
  updatedAt: '2026-03-01T07:00:00Z',
};
const CORRECTED = {
  ...PAST,
  title: 'Corrected',
  publishedAt: '2026-02-01T06:00:00Z',
  updatedAt: '2026-05-04T03:02:01Z',
};
/** Written in February, for a morning in April. */
const SCHEDULED = {
  ...PAST,
  title: 'Scheduled',
  publishedAt: '2026-04-01T06:00:00Z',
  updatedAt: '2026-02-01T00:00:00Z',
};

async function feedsOf(articles: readonly { title: string }[], environment: Record<string, string> = {}) {
  const service = openService({ environment });
  for (const article of articles) await service.put(article.title.toLowerCase(), article);
  await service.project(articles.map(({ title }) => title.toLowerCase()));
  const [xml, json] = await Promise.all(['/feed.xml', '/feed.json'].map((path) => service.call(path)));
  return {
    service,
    xml: (await xml?.text()) ?? '',
    json: (await json?.json()) as { language?: string; items: { id: string; date_modified: string }[] },
  };
}

describe('dates', () => {
  it('of what was written ahead of its time do not contradict each other, in no form', async () => {
    const { service, json } = await feedsOf([SCHEDULED]);
    expect(json.items[0]?.date_modified).toBe(SCHEDULED.publishedAt);
    const html = await (await service.call('/articles/scheduled')).text();
    expect(html).toContain(`<meta property="article:modified_time" content="${SCHEDULED.publishedAt}"/>`);
    expect(html).toContain(`"dateModified":"${SCHEDULED.publishedAt}"`);
    const summary = await (await service.call('/v1/articles/scheduled/summary')).json();
    expect(summary).toMatchObject({ updatedAt: SCHEDULED.publishedAt });
  });

  it('of a feed tell its latest change, wherever in the list that stands', async () => {
    const { xml } = await feedsOf([SCHEDULED, PAST, CORRECTED]);
    expect(texts(xml, 'lastBuildDate')).toEqual(['Mon, 04 May 2026 03:02:01 GMT']);
  });
});

describe('ids of a feed', () => {
  it('are addresses of ours, so that no other title has them', async () => {
    const { xml, json } = await feedsOf([PAST, SCHEDULED]);
    const ids = ['https://standfirst.test/articles/scheduled', 'https://standfirst.test/articles/past'];
    expect(json.items.map(({ id }) => id)).toEqual(ids);
    expect(texts(xml, 'guid')).toEqual(ids);
  });

  it('of articles from before FEED_IDS_SINCE stay as release 0.1.0 gave them', async () => {
    const { json } = await feedsOf([PAST, SCHEDULED], { FEED_IDS_SINCE: '2026-04-01T08:00:00+02:00' });
    expect(json.items.map(({ id }) => id)).toEqual(['https://standfirst.test/articles/scheduled', 'past']);
  });
});

describe('the language of a feed', () => {
  it.each<[string[], string | undefined, string[]]>([
    [['de', 'de'], 'de', []],
    [['de', 'de-AT'], 'de', ['de-AT']],
    [['de', 'fr'], undefined, ['de', 'fr']],
  ])('of articles in %j is %s', async (languages, expected, foreign) => {
    const { xml, json } = await feedsOf(
      languages.map((language, index) => ({ ...PAST, title: `N${index}`, language })),
    );
    expect(json.language).toBe(expected);
    expect(texts(xml, 'language')).toEqual(expected === undefined ? [] : [expected]);
    expect(texts(xml, 'dc:language').sort()).toEqual(foreign);
  });
});

describe('an article without a summary', () => {
  it('is told of in RSS by its text, as its description', async () => {
    const { xml } = await feedsOf([{ ...PAST, summaryEnabled: false } as { title: string }]);
    const [, item = ''] = xml.split('<item>');
    expect(texts(item, 'description')[0]).toContain('rebuild the eastern pier');
    expect(item).not.toContain('content:encoded');
  });
});

describe('an article that nobody dated', () => {
  it('stands behind all others, and no page or feed shows a date of it', async () => {
    const service = openService();
    for (const [slug, publishedAt] of [
      ['undated', UNDATED],
      ['old', '1999-01-01T00:00:00Z'],
    ] as const)
      expect((await service.put(slug, { title: slug, text: BODY, publishedAt })).status).toBe(201);
    await service.project(['undated', 'old']);
    const textOf = async (path: string) => (await service.call(path)).text();
    const feed = await textOf('/feed.xml');
    expect(texts(feed, 'title').slice(-2)).toEqual(['old', 'undated']);
    for (const path of ['/', '/feed.xml', '/feed.json', '/articles/undated'])
      expect(await textOf(path)).not.toContain('1970');
  });
});
