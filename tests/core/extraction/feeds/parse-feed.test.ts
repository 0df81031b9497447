import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../../src/core/extraction/feeds/parse-feed.ts';

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
    [
      'entities of its own',
      '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><link>https://news.example/&a;</link></item></channel></rss>',
    ],
  ])('%s is none', (_, source) => {
    expect(parseFeed(source, FEED)).toBeUndefined();
  });

  it('an address that is none is left out', () => {
    const source =
      '<rss><channel><item><link>javascript:alert(1)</link></item><item><title>No link</title></item></channel></rss>';
    expect(parseFeed(source, FEED)).toEqual([]);
  });
});
