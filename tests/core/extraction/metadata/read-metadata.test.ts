import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../src/core/extraction/metadata/read-language.ts';
import { readMetadata } from '../../../../src/core/extraction/metadata/read-metadata.ts';
import { parsePage } from '../../../../src/core/extraction/page/parse-page.ts';

const PAGE = 'https://news.example/2026/story';
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const read = (head: string, body = '<h1>Market closes</h1>', lang = 'en') =>
  readMetadata(parsePage(`<html lang="${lang}"><head>${head}</head><body>${body}</body></html>`, PAGE));

describe('the title', () => {
  it.each([
    ['en dash and site', '<title>Market closes – The Post</title>', 'Market closes'],
    ['a site that no heading tells apart', '<title>The Post | Market closes</title>', undefined],
    [
      'named site',
      '<title>x</title><meta property="og:title" content="Market shuts - The Post"><meta property="og:site_name" content="The Post">',
      'Market shuts',
    ],
    [
      'a title that ends with the name of the site',
      '<meta property="og:title" content="A year with The Post"><meta property="og:site_name" content="The Post">',
      'A year with The Post',
    ],
    [
      'twice escaped',
      jsonLd({ '@type': 'Article', headline: 'L&#039;&eacute;t&eacute; &lt; 3' }),
      "L'été < 3",
    ],
    ['markup', jsonLd({ '@type': 'Article', headline: 'The <em>old</em> market' }), 'The old market'],
    [
      'about markup',
      '<meta property="og:title" content="What <dialog> is, and 3 < 5">',
      'What <dialog> is, and 3 < 5',
    ],
  ])('%s', (_, head, title) => {
    expect(read(head).title).toBe(title);
  });

  it.each([
    [
      'the article’s heading, not the site’s',
      '<h1 class="site-title"><a href="/">The Post</a></h1><article><h1>Market closes</h1></article>',
      'Market closes',
    ],
    ['the heading at the end', '<main><h1>Market closes</h1></main>', 'Market closes'],
    ['a heading with the link to it', '<h1>Market closes<a href="#m">¶</a></h1>', 'Market closes'],
  ])('is what a heading says: %s', (_, body, title) => {
    const said = body.includes('main') ? 'The Post — Market closes' : 'Market closes — The Post';
    expect(read(`<title>${said}</title>`, body).title).toBe(title);
  });
});

describe('who wrote it', () => {
  it.each([
    [
      'Di, Von and Da are names',
      jsonLd({ '@type': 'Article', author: [{ name: 'Di Wu' }, { name: 'Von Miller' }] }),
      '',
      'Di Wu, Von Miller',
    ],
    [
      'one node, two names',
      jsonLd({ '@type': 'Article', author: { name: ['Ada Quill', 'Bo Ink'] } }),
      '',
      'Ada Quill, Bo Ink',
    ],
    [
      'by reference',
      jsonLd({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { '@type': 'Person', '@id': '#a', name: 'Ada Quill' },
        ],
      }),
      '',
      'Ada Quill',
    ],
    [
      'two meta elements',
      '<meta name="author" content="Ada Quill"><meta name="author" content="Bo Ink">',
      '',
      'Ada Quill, Bo Ink',
    ],
    [
      'a journal',
      '<meta name="citation_author" content="Quill, Ada"><meta name="citation_author" content="Ink, Bo">',
      '',
      'Ada Quill, Bo Ink',
    ],
    ['with its mail', '<meta name="author" content="ada@news.example (Ada Quill)">', '', 'Ada Quill'],
    ['a line of the page', '', '<p itemprop="author">Von Ada Quill</p>', 'Ada Quill'],
    ['a lower-case word before', '', '<a rel="author">di Ada Quill</a>', 'Ada Quill'],
    ['an aside’s author', '', '<aside><a rel="author">Somebody Else</a></aside>', undefined],
  ])('%s', (_, head, body, byline) => {
    expect(read(head, body, 'de').byline).toBe(byline);
  });
});

describe('when it was published', () => {
  const ticker = '<div class="ticker"><time datetime="2026-11-27">now</time></div>';
  it.each([
    [
      'beside the heading',
      `${ticker}<main><h1>M</h1><p><time datetime="2026-03-02">2 March</time></p></main>`,
      '2026-03-02T00:00:00Z',
    ],
    [
      'in words',
      `${ticker}<article><h1>M</h1><span class="post-date">2. März 2026</span></article>`,
      '2026-03-02T00:00:00Z',
    ],
    [
      'of a teaser',
      `<main><h1>M</h1><p>x</p><article><time datetime="2026-11-27">x</time></article></main>`,
      undefined,
    ],
    [
      'of a comment',
      `<main><h1>M</h1><div class="comment"><time datetime="2026-11-27">x</time></div></main>`,
      undefined,
    ],
    [
      'of the last change',
      `<main><h1>M</h1><time class="updated" datetime="2026-11-27">x</time></main>`,
      undefined,
    ],
    ['of a ticker alone', `${ticker}<main><h1>M</h1></main>`, undefined],
  ])('%s', (_, body, instant) => {
    expect(read('', body, 'de').publishedAt).toBe(instant);
  });

  it('is the next that is said where the first means none', () => {
    const head = `${jsonLd({ '@type': 'Article', datePublished: '1970-01-01' })}<meta name="citation_date" content="2026/03/02">`;
    expect(read(head).publishedAt).toBe('2026-03-02T00:00:00Z');
  });
});

describe('structured data', () => {
  const other = { '@type': 'NewsArticle', headline: 'Boats race', url: 'https://news.example/boats' };
  it.each([
    ['its address', { '@type': 'NewsArticle', headline: 'Own', mainEntityOfPage: { '@id': `${PAGE}/` } }],
    ['its headline', { '@type': 'NewsArticle', headline: 'Own', name: 'Own' }],
  ])('is the page’s own by %s, wherever it stands', (_, own) => {
    const head = jsonLd([other, other, other, other, own]);
    expect(read(head, '<h1>Own</h1>').title).toBe('Own');
  });

  it('names a picture with references in its address', () => {
    const head = jsonLd({ '@type': 'Article', image: { contentUrl: 'https://img.example/a?w=1&amp;q=2' } });
    expect(read(head).image?.url).toBe('https://img.example/a?w=1&q=2');
  });
});

describe('the canonical address', () => {
  it.each([
    ['the front page', '<link rel="canonical" href="/">', undefined],
    ['the front page of a language', '<link rel="canonical" href="/de/">', undefined],
    [
      'the front page, but og:url knows better',
      '<link rel="canonical" href="/"><meta property="og:url" content="/story">',
      'https://news.example/story',
    ],
    ['another page', '<link rel="canonical" href="/story">', 'https://news.example/story'],
  ])('%s', (_, head, url) => {
    expect(read(head).canonicalUrl).toBe(url);
  });
});

describe('the language', () => {
  const german =
    'Der Hafenrat von Ostrey hat am Dienstagabend beschlossen, den alten Markt zu schließen, weil das Dach die Last nicht mehr trägt. '.repeat(
      4,
    );
  it.each([
    ['a theme in English', ['en'], german, 'de'],
    ['systems that agree', ['en', 'de-DE', 'de-AT'], 'Kurz.', 'de-DE'],
    ['the region that somebody said', ['en-US', 'de-AT'], german, 'de-AT'],
    ['a short text that says nothing', ['en'], 'Kurz.', 'en'],
    ['close relatives', ['nl'], german, 'nl'],
    ['nothing said', [], german, undefined],
  ])('of %s', (_, said, text, language) => {
    expect(chooseLanguage(said, text)).toBe(language);
  });
});
