import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseSource } from '../../../src/cli/import/choose-source.ts';
import { readUrl } from '../../../src/cli/import/read-url.ts';
import { storyPage } from '../../flows/ingestion/upstream.ts';
import { serve } from '../import-sites.ts';
import { articlesOf, collectItems } from './folder.ts';

const OPTIONS = { kind: undefined, since: undefined, key: undefined, baseUrl: undefined };

/** A site that answers paths with these texts; `.gz` stands for gzip. */
async function openSite(pages: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const site = await serve(({ url = '' }, response) => {
    const page = pages[url];
    response.writeHead(page === undefined ? 404 : 200, {
      'Content-Type': url.endsWith('.xml') ? 'application/xml' : 'text/html',
    });
    response.end(page);
  });
  onTestFinished(() => site.close());
  return site.origin;
}

describe('a home page', () => {
  const feed = '<rss><channel><item><link>/roof</link></item></channel></rss>';

  it.each([
    ['<link rel="alternate" type="application/rss+xml" href="/feed.xml">'],
    ['<base href="/sub/"><link type="application/atom+xml" rel="home Alternate" href="../feed.xml">'],
    [
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/none.xml"><link rel="alternate" type="application/rss+xml" href="feed.xml">',
    ],
    [
      '<!-- <rss> --><link rel=alternate hreflang=fr href=/fr><link rel=alternate type=application/rss+xml href=/feed.xml>',
    ],
  ])('leads to the feed of the site: %s', async (head) => {
    const origin = await openSite({
      '/': `<!doctype html><title>News</title>${head}<p>All the news`,
      '/feed.xml': feed,
      '/roof': storyPage({ title: 'The roof' }),
    });
    const { kind, source } = await chooseSource(`${origin}/`, OPTIONS);
    expect(kind).toBe('feed');
    expect(articlesOf(await collectItems(source)).map(({ url }) => url)).toEqual([`${origin}/roof`]);
  });

  it('without one cannot be told', async () => {
    const origin = await openSite({ '/': '<!doctype html><title>News</title>' });
    await expect(chooseSource(`${origin}/`, OPTIONS)).rejects.toThrow('--as');
  });
});

describe('a file of a site', () => {
  const long = new Uint8Array(64 * 1024 * 1024 + 1);

  it.each([
    ['as it is', long],
    ['unpacked', gzipSync(long)],
  ])('is refused above 64 MB %s', async (_, bytes) => {
    const origin = await openSite({ '/feed.xml': bytes });
    await expect(readUrl(`${origin}/feed.xml`)).rejects.toThrow('/feed.xml is longer than 64 MB');
  });
});
