import { renderContent } from '../../../src/core/content/render-content.ts';
import { decodeFeed } from '../../../src/core/extraction/feeds/decode-feed.ts';
import { readFeed } from '../../../src/core/extraction/feeds/parse-feed.ts';
import { parseSitemap } from '../../../src/core/extraction/feeds/parse-sitemap.ts';
import { readPage } from '../../../src/core/extraction/read-page.ts';
import { decideFetch } from '../../../src/core/fetching/fetch-policy.ts';
import { slugForPage } from '../../../src/core/fetching/page-hash.ts';
import { normalizePageUrl, pagePath } from '../../../src/core/fetching/page-identity.ts';
import { mediaTypeOf } from '../../../src/core/fetching/page-media.ts';
import { pageUrlSchema } from '../../../src/core/fetching/page-url.ts';
import { isAllowedByRobots } from '../../../src/core/fetching/robots.ts';
import { learnPlaces } from '../../../src/core/injection/learn-places.ts';
import { summarize } from '../../../src/core/summarizer/index.ts';
import { ARTICLE_TEXT } from '../http/cases.ts';

const POLICY = { sites: [{ host: 'news.example', pathPrefix: '' }], ownHosts: [] };
const PAGE = 'https://news.example/a';
const FEED = 'https://news.example/feed.xml';
const encoder = new TextEncoder();
const sentences = ARTICLE_TEXT.split('\n').slice(0, 12);
const prose = sentences.map((line) => `<p>${line}</p>`).join('');

function page(source: string, headers: { contentType?: string; robots?: string } = {}): void {
  const { contentType = 'text/html; charset=utf-8', robots = '' } = headers;
  readPage({ bytes: encoder.encode(source), contentType, url: PAGE, robots });
}

function withHead(head: string): void {
  page(`<html lang=en><head>${head}</head><body><article><h1>A</h1>${prose}</article></body></html>`);
}

function withBody(body: string): void {
  page(`<html><head><title>A</title></head><body><article>${body}${prose}</article></body></html>`);
}

function feed(channel: string, item: string): void {
  const source = `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title>${channel}<item><title>A</title><link>${PAGE}</link>${item}</item></channel></rss>`;
  readFeed(decodeFeed(encoder.encode(source), 'application/rss+xml'), FEED);
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const element = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const linkedData = (members: object) =>
  withHead(
    `<script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      ...members,
    }).replaceAll('<', '\\u003c')}</script>`,
  );

/** Where text of strangers comes in, each with the text at another place. */
export const ENTRIES: Readonly<Record<string, (text: string) => unknown>> = {
  'body, HTML': (text) => renderContent('html', text),
  'body, HTML, formatted words': (text) =>
    renderContent(
      'html',
      `<p>${(text.match(/.{1,40}/gsu) ?? []).map((words) => `${element(words)}<b>x</b><sup>1</sup>`).join('')}`,
    ),
  'body, Markdown': (text) => renderContent('markdown', text),
  'body, text': (text) => renderContent('text', text),
  'text, summarised': (text) => summarize(text),
  'page, all of it': page,
  'page, among its words': withBody,
  'page, a paragraph': (text) => withBody(`<p>${element(text)}</p>`),
  'page, a class': (text) => withBody(`<div class="${attribute(text)}">${prose}</div>`),
  'page, a link': (text) => withBody(`<p><a href="${attribute(text)}">on</a></p>`),
  'page, a byline': (text) => withBody(`<p class="byline">By ${element(text)}</p>`),
  'page, a time': (text) => withBody(`<time datetime="${attribute(text)}">${element(text)}</time>`),
  'page, its title': (text) => withHead(`<title>${element(text)}</title>`),
  'page, its author': (text) => withHead(`<meta name="author" content="${attribute(text)}">`),
  'page, its description': (text) => withHead(`<meta name="description" content="${attribute(text)}">`),
  'page, its date': (text) =>
    withHead(`<meta property="article:published_time" content="${attribute(text)}">`),
  'page, its tags': (text) => withHead(`<meta name="keywords" content="${attribute(text)}">`),
  'page, its canonical address': (text) => withHead(`<link rel="canonical" href="${attribute(text)}">`),
  'page, its robots': (text) => withHead(`<meta name="robots" content="${attribute(text)}">`),
  'page, its language': (text) => page(`<html lang="${attribute(text)}"><body>${prose}</body></html>`),
  'page, JSON-LD': (text) => withHead(`<script type="application/ld+json">${text}</script>`),
  'page, JSON-LD, members': (text) =>
    linkedData({ headline: text, author: text, datePublished: text, keywords: text }),
  'page, JSON-LD, body': (text) => linkedData({ articleBody: text }),
  'page, places of its boxes': (text) => learnPlaces(`<article>${text}${prose}</article>`, prose),
  'header, X-Robots-Tag': (text) => page(prose, { robots: text }),
  'header, Content-Type': (text) => page(prose, { contentType: `text/html; charset=${text}` }),
  'header, Content-Type of a feed': (text) => [mediaTypeOf(text), decodeFeed(encoder.encode('<rss/>'), text)],
  'feed, all of it': (text) => readFeed(decodeFeed(encoder.encode(text), 'application/rss+xml'), FEED),
  'feed, its head': (text) => feed(text, ''),
  'feed, an item': (text) => feed('', text),
  'feed, members': (text) =>
    feed(
      '',
      `<pubDate>${element(text)}</pubDate><author>${element(text)}</author><category>${element(text)}</category>`,
    ),
  'feed, a body': (text) => feed('', `<description>${element(text)}</description>`),
  'feed, JSON': (text) =>
    readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: text,
        items: [{ id: text, url: PAGE, title: text, date_published: text, content_html: text }],
      }),
      FEED,
    ),
  sitemap: parseSitemap,
  'robots.txt': (text) => isAllowedByRobots(text, 'standfirst', '/a/b?c=d'),
  'robots.txt, a rule': (text) =>
    isAllowedByRobots(`User-agent: *\nDisallow: /${text}`, 'standfirst', '/a/b?c=d'),
  'address, its path': (text) => address(`https://news.example/${text}`),
  'address, its query': (text) => address(`https://news.example/?${text}`),
  'address, its host': (text) => address(`https://${text}`),
  'address, all of it': address,
};

/** As the service takes addresses: where a page leads to is judged whatever its length, the rest has a limit. */
function address(text: string): void {
  decideFetch(text, POLICY, PAGE);
  const { data } = pageUrlSchema().safeParse(text);
  if (data === undefined) return;
  normalizePageUrl(data);
  pagePath(data);
  slugForPage(data);
}
