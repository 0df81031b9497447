import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../../src/core/extraction/feeds/decode-feed.ts';
import { parseFeed, readFeed } from '../../../../src/core/extraction/feeds/parse-feed.ts';
import { parseSitemap } from '../../../../src/core/extraction/feeds/parse-sitemap.ts';

const FEED = 'https://news.example/feeds/all';

describe('feeds', () => {
  it.each([
    [
      'RSS 2.0',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
        <item><title>One &amp; only</title><link>https://news.example/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>
        <item><title><![CDATA[Two]]></title><guid isPermaLink="true">https://news.example/2</guid></item></channel></rss>`,
      ['https://news.example/1', 'https://news.example/2'],
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="x" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>One</title><link>https://news.example/1</link></item></rdf:RDF>`,
      ['https://news.example/1'],
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">One</title><link rel="self" href="/api/1"/><link href="/1"/><updated>2026-03-02T08:00:00Z</updated></entry></feed>`,
      ['https://news.example/1'],
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ url: 'https://news.example/1', title: 'One' }, { external_url: '/2' }, null, 7],
      }),
      ['https://news.example/1', 'https://news.example/2'],
    ],
    ['an empty channel', '<rss><channel></channel></rss>', []],
  ])('%s', (_, source, addresses) => {
    expect(parseFeed(source, FEED)?.map(({ url }) => url)).toEqual(addresses);
  });

  it('an item that is edited has another fingerprint', () => {
    const feed = (updated: string) =>
      parseFeed(`<feed><entry><link href="/1"/><updated>${updated}</updated></entry></feed>`, FEED)?.[0];
    expect(feed('2026-03-02T08:00:00Z')?.updatedAt).toBe('2026-03-02T08:00:00Z');
    expect(feed('2026-03-02T08:00:00Z')?.fingerprint).not.toBe(feed('2026-03-02T09:00:00Z')?.fingerprint);
  });

  it.each([
    ['a page', '<!doctype html><html><body>Not found</body></html>'],
    ['other JSON', '{"items":[]}'],
    ['half a document', '{"version":'],
    ['nothing', ''],
  ])('%s is none', (_, source) => {
    expect(parseFeed(source, FEED)).toBeUndefined();
  });

  it('an address that is none is left out', () => {
    const source =
      '<rss><channel><item><link>javascript:alert(1)</link></item><item><title>No link</title></item></channel></rss>';
    expect(parseFeed(source, FEED)).toEqual([]);
  });
});

const ITEM = '<item><title>A</title><link>https://news.example/1</link></item>';
const ONE = ['https://news.example/1'];

describe('every form of a feed', () => {
  it.each([
    [
      'a prefix',
      '<atom:feed xmlns:atom="x"><atom:entry><atom:link href="https://news.example/1"/></atom:entry></atom:feed>',
    ],
    [
      'xml:base',
      '<feed xml:base="https://news.example/a/"><entry xml:base="../"><link href="1"/></entry></feed>',
    ],
    [
      'another form first',
      '<feed><entry><link rel="alternate" type="application/json" href="/1.json"/><link rel="alternate" type="text/html" href="/1"/></entry></feed>',
    ],
    [
      'an address as in Atom',
      '<rss><channel><item><atom:link rel="alternate" href="https://news.example/1"/></item></channel></rss>',
    ],
    [
      'a text about entities',
      `<rss><channel>${ITEM.replace('A<', 'A<![CDATA[<!ENTITY a "b">]]><')}</channel></rss>`,
    ],
    [
      'letters of its own',
      '<!DOCTYPE rss [<!ENTITY one "1">]><rss><channel><item><link>https://news.example/&one;</link></item></channel></rss>',
    ],
    [
      'a document type',
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x"><rss><channel>${ITEM}</channel></rss>`,
    ],
    [
      'escaped slashes',
      String.raw`{"version":"https:\/\/jsonfeed.org\/version\/1.1","items":[{"url":"https:\/\/news.example\/1"}]}`,
    ],
    [
      'an address as its id',
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"https://news.example/1"}]}',
    ],
    ['a byte order mark', `\uFEFF<rss><channel>${ITEM}</channel></rss>`],
  ])('%s', (_, source) => {
    expect(readFeed(source, FEED)).toMatchObject({
      items: [{ url: ONE[0] }],
      isWellFormed: true,
      skippedCount: 0,
    });
  });

  it.each([
    [
      'unclosed markup',
      `<rss><channel><item><link>https://news.example/1</link><description>a<br>b</description></item>${ITEM.replace('/1', '/2')}</channel></rss>`,
    ],
    ['an end that is missing', `<rss><channel>${ITEM}${ITEM.replace('/1', '/2')}<item><title>cut`],
  ])('with %s is read as far as it is', (_, source) => {
    const feed = readFeed(source, FEED);
    expect(feed?.items.map(({ url }) => url)).toEqual(['https://news.example/1', 'https://news.example/2']);
    expect(feed?.isWellFormed).toBe(false);
  });

  it('entities that stand for more than letters are not expanded', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const feed = readFeed(
      `${bomb}<rss><channel><item><link>https://news.example/1</link><title>&b;</title></item></channel></rss>`,
      FEED,
    );
    expect(feed?.items[0]?.title ?? '').not.toContain('aaaa');
  });

  it('dates are read in the forms of feeds, and items without a page are counted', () => {
    const source = `<rss><channel><item><title>x</title></item><item><link>/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 EST</pubDate></item></channel></rss>`;
    expect(readFeed(source, FEED)).toMatchObject({
      items: [{ publishedAt: '2026-03-02T13:00:00Z' }],
      skippedCount: 1,
    });
  });
});

describe('the encoding of a feed', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ['its declaration', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e4</a>'), 'text/xml', 'ä'],
    ['the header', latin1('<a>\u00e4</a>'), 'text/xml; charset=iso-8859-1', 'ä'],
    ['its mark', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0xe4, 0), 'text/xml; charset=utf-8', '<ä'],
    ['zero bytes', Uint8Array.of(0, 0x3c, 0, 0xe4), '', '<ä'],
    ['nothing, and it is UTF-8', new TextEncoder().encode('<a>ä'), '', 'ä'],
    ['nothing, and it is none', latin1('<a>\u00e4'), '', 'ä'],
    ['a name that nobody knows', new TextEncoder().encode('<?xml encoding="x-none"?>ä'), '', 'ä'],
  ])('is that of %s', (_, bytes, type, text) => {
    expect(decodeFeed(bytes, type)).toContain(text);
  });
});

describe('a sitemap', () => {
  it.each([
    [
      'of pages',
      '<urlset><url><loc> https://news.example/1 </loc><lastmod>2026-03-02</lastmod></url></urlset>',
    ],
    [
      'with a prefix',
      '<sm:urlset><sm:url><sm:loc>https://news.example/1</sm:loc><sm:lastmod>2026-03-02</sm:lastmod></sm:url></sm:urlset>',
    ],
    [
      'of news',
      '<urlset><url><loc>https://news.example/1</loc><news:news><news:publication_date>2026-03-02</news:publication_date></news:news></url></urlset>',
    ],
  ])('%s', (_, source) => {
    expect(parseSitemap(source)?.pages).toMatchObject([{ url: ONE[0], changedAt: '2026-03-02T00:00:00Z' }]);
  });

  it('in lines, and of sitemaps', () => {
    expect(parseSitemap('https://news.example/1\r\n\r\nnone\n')?.pages.map(({ url }) => url)).toEqual(ONE);
    expect(
      parseSitemap('<sitemapindex><sitemap><loc>https://news.example/1</loc></sitemap></sitemapindex>')
        ?.sitemaps,
    ).toHaveLength(1);
    expect(parseSitemap('<html></html>')).toBeUndefined();
  });
});
