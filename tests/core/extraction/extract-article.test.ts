import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/errors.ts';
import { extractArticle } from '../../../src/core/extraction/extract-article.ts';
import { PAGE_MAX_ELEMENTS } from '../../../src/core/limits.ts';
import { PARAGRAPHS, storyPage } from '../../flows/ingestion/upstream.ts';

const URL_OF_PAGE = 'https://news.example/2026/03/02/bridge';
const extract = (source: string, url = URL_OF_PAGE) => extractArticle(source, url);
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('what a page says of itself', () => {
  it('JSON-LD is believed before Open Graph and meta elements', () => {
    const head = jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': ['NewsArticle'],
          headline: 'The real title &amp; more',
          author: [{ '@type': 'Person', name: 'By Ada Quill' }, { name: 'Bo Ink' }],
          datePublished: '2026-03-02T09:30:00+02:00',
          inLanguage: 'fr',
          keywords: 'harbour, bridge',
        },
      ],
    });
    expect(extract(storyPage({ head }))).toMatchObject({
      title: 'The real title & more',
      byline: 'Ada Quill, Bo Ink',
      publishedAt: '2026-03-02T07:30:00Z',
      language: 'en',
      tags: ['harbour', 'bridge'],
    });
  });

  it.each([
    ['raw line breaks', '{"@type":"NewsArticle","headline":"Title\nover two"}', 'Title over two'],
    ['a comment around it', '<!--{"@type":"NewsArticle","headline":"Commented"}-->', 'Commented'],
    ['something else entirely', '{"@type":', 'Harbour bridge closes in May'],
    ['null', 'null', 'Harbour bridge closes in May'],
  ])('JSON-LD with %s', (_, json, title) => {
    expect(extract(storyPage({ head: `<script type="application/ld+json">${json}</script>` })).title).toBe(
      title,
    );
  });

  it('articles of a list are not the page’s own', () => {
    const list = Array.from({ length: 9 }, (_, n) => ({ '@type': 'NewsArticle', headline: `Other ${n}` }));
    expect(extract(storyPage({ head: jsonLd(list) })).title).toBe('Harbour bridge closes in May');
  });

  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['2026-03-02 08:30', '2026-03-02T08:30:00Z'],
    ['2026-03-02T08:30:00.123+0130', '2026-03-02T07:00:00Z'],
    ['Mon, 02 Mar 2026 08:30:00 GMT', '2026-03-02T08:30:00Z'],
    ['March 2, 2026', '2026-03-02T00:00:00Z'],
    ['1772440200', '2026-03-02T08:30:00Z'],
    ['yesterday', '2026-03-02T00:00:00Z'],
    ['0000-00-00', '2026-03-02T00:00:00Z'],
  ])('the date %s', (text, instant) => {
    const source = storyPage().replace('2026-03-02T08:00:00Z', text);
    expect(extract(source).publishedAt).toBe(instant);
  });

  it.each([
    ['meta element', '<meta name="description" content="Four months of ferries &amp;amp; detours.">'],
    ['Open Graph', '<meta property="og:description" content="Four months of ferries & detours.">'],
    ['JSON-LD', jsonLd({ '@type': 'NewsArticle', description: 'Four months of ferries &amp; detours.' })],
    [
      'the second where the first only repeats the opening',
      `<meta name="description" content="${PARAGRAPHS[0]?.slice(0, 70)}…">${jsonLd({ '@type': 'NewsArticle', description: 'Four months of ferries & detours.' })}`,
    ],
  ])('what it is about: %s', (_, head) => {
    expect(extract(storyPage({ head })).description).toBe('Four months of ferries & detours.');
  });

  it.each([
    ['the opening', PARAGRAPHS[0]],
    ['the opening, cut within a word', `${PARAGRAPHS[0]?.slice(0, 90)} […]`],
    ['the title', 'Harbour bridge closes in May'],
    ['nothing', ' … '],
  ])('a description that says %s is none', (_, said) => {
    const head = `<meta name="description" content="${said}">`;
    expect(extract(storyPage({ head })).description).toBeNull();
  });

  it('relative links, pictures that wait and the base element are resolved', () => {
    const source = storyPage({ head: '<base href="https://cdn.example/x/">' }).replace(
      '</article>',
      '<p>More of the story stands <a href="more.html">in another place</a> which is far from here, they say.</p><img data-src="/late.jpg" src="data:image/gif;base64,R0lGODlh"></article>',
    );
    const { html } = extract(source);
    expect(html).toContain('href="https://cdn.example/x/more.html"');
    expect(html).toContain('https://cdn.example/late.jpg');
  });
});

describe('what is left out', () => {
  it.each([
    '<div class="newsletter-signup"><p>Get our letter every morning, free of charge, and never miss a story about bridges.</p></div>',
    '<div id="onetrust-consent-sdk"><p>We and our 812 partners store information on your device and use your data.</p></div>',
    '<section class="related-articles"><h3>Related</h3><ul><li><a href="/a">Another bridge closes in another town</a></li></ul></section>',
    '<div class="author-bio"><p>Ada Quill has written about bridges, ferries and the sea for more than thirty years now.</p></div>',
    '<p class="wp-caption-text">The bridge on a foggy morning in March, seen from the northern bank of the river.</p>',
    '<p>Read more: <a href="/b">Five bridges that fell down before anybody noticed the cracks</a></p>',
    '<p>ADVERTISEMENT</p>',
    '<aside><p>Two million crowns is what one kilometre of new road costs in this part of the country.</p></aside>',
    '<div class="cookie-notice"><p>By reading on you accept all of our cookies and those of our friends.</p></div>',
  ])('%s', (block) => {
    const [, words = ''] = />([^<>]{12,})</u.exec(block) ?? [];
    const plain = extract(storyPage());
    const text = extract(storyPage().replace('</article>', `${block}</article>`)).text;
    expect(text).not.toContain(words || 'ADVERTISEMENT');
    expect(text).toBe(plain.text);
  });

  it('captions stay in the article and out of its text', () => {
    const figure =
      '<figure><img src="/a.jpg" alt=""><figcaption>The bridge at dawn, by Bo Ink</figcaption></figure>';
    const { html, text } = extract(storyPage().replace('<p>Engineers', `${figure}<p>Engineers`));
    expect(html).toContain('<figcaption>The bridge at dawn, by Bo Ink</figcaption>');
    expect(text).not.toContain('at dawn');
  });

  it('editors’ hints come through to the body', () => {
    const source = storyPage().replace('<p>Ferries', '<p data-standfirst="pin">Ferries');
    expect(extract(source).body.source).toContain('data-standfirst="pin"');
  });
});

describe('difficult pages', () => {
  const wall = '<div class="login-wall"><p>Log in or subscribe to read the whole story.</p></div>';

  it.each([
    ['an empty body', '<!doctype html><title>Nothing</title><body></body>'],
    ['nothing at all', ''],
    ['a login wall', `<title>Log in</title>${wall}`],
    [
      'a consent page',
      '<title>Before you continue</title><div class="consent-dialog"><p>We use cookies and data to deliver services.</p></div>',
    ],
    ['a gallery', '<title>Pictures</title><main><img src="/1.jpg"><img src="/2.jpg"></main>'],
    ['a shop', '<title>Shop</title><main><p>Boots, 99 crowns</p><button>Buy</button></main>'],
    [
      'a list of links',
      `<title>Links</title><ul>${'<li><a href="/a">A headline of some length</a></li>'.repeat(30)}</ul>`,
    ],
  ])('%s is no article', (_, source) => {
    expect(extract(source).isArticle).toBe(false);
  });

  it('a front page is none, however much it says', () => {
    const source = storyPage().replace('<meta property="og:type" content="article">', '');
    expect(extract(source, 'https://news.example/').isArticle).toBe(false);
    expect(extract(source).isArticle).toBe(true);
  });

  it('a paywalled teaser gives its beginning', () => {
    const teaser = [
      'The harbour bridge will close to cars on 3 May, the city council decided on Tuesday evening.',
    ];
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Bridge', isAccessibleForFree: 'False' });
    const result = extract(
      storyPage({ head, paragraphs: teaser }).replace('</article>', `${wall}</article>`),
    );
    expect(result).toMatchObject({ isArticle: true, teaserOnly: true, text: teaser[0] });
  });

  it('structured data speaks where the page shows nothing', () => {
    const articleBody = `${'The council has decided to close the bridge for repairs. '.repeat(10)}\nFerries will run.`;
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Bridge', articleBody });
    const source = `<html><head>${head}</head><body><div id="app">Loading…</div></body></html>`;
    const result = extract(source);
    expect(result.isArticle).toBe(true);
    expect(result.text.split('\n\n')).toHaveLength(2);
  });

  it('a live blog keeps its entries', () => {
    const entries = Array.from(
      { length: 20 },
      (_, n) =>
        `<section class="live-entry"><h3>${n}:00</h3><p>At ${n} o’clock the council heard engineer number ${n}, who spoke about pillar number ${n} for long.</p></section>`,
    );
    const { text } = extract(storyPage().replace('</article>', `${entries.join('')}</article>`));
    expect(text.match(/o’clock/gu)?.length).toBe(20);
  });

  it('a listicle keeps its items', () => {
    const items = Array.from(
      { length: 12 },
      (_, n) =>
        `<li>Bridge number ${n} was built of stone and stands to this day, which nobody had expected.</li>`,
    );
    const { text } = extract(storyPage().replace('</article>', `<ol>${items.join('')}</ol></article>`));
    expect(text.match(/was built of stone/gu)?.length).toBe(12);
  });

  it.each([
    [
      'ar',
      'rtl',
      'سيُغلق الجسر أمام السيارات في الثالث من مايو، كما قرر مجلس المدينة مساء الثلاثاء بعد نقاش طويل.',
    ],
    [
      'he',
      'rtl',
      'הגשר ייסגר לתנועת מכוניות בשלושה במאי, כך החליטה מועצת העיר ביום שלישי בערב לאחר דיון ארוך.',
    ],
    [
      'fa',
      'rtl',
      'پل از سوم ماه مه به روی خودروها بسته می‌شود، شورای شهر عصر سه‌شنبه پس از بحثی طولانی تصمیم گرفت.',
    ],
    ['zh', 'ltr', '市议会周二晚上经过长时间辩论后决定，大桥将于五月三日起对汽车关闭，工程预计持续四个月。'],
    ['ja', 'ltr', '市議会は火曜日の夜、長い議論の末、五月三日から橋を自動車に対して閉鎖することを決定した。'],
    [
      'ko',
      'ltr',
      '시의회는 화요일 저녁 오랜 논의 끝에 5월 3일부터 다리를 자동차에 폐쇄하기로 결정했다고 밝혔다.',
    ],
    [
      'ru',
      'ltr',
      'Мост закроют для автомобилей третьего мая, решил городской совет во вторник вечером после долгих споров.',
    ],
    ['hi', 'ltr', 'शहर परिषद ने लंबी बहस के बाद मंगलवार शाम को फैसला किया कि पुल तीन मई से कारों के लिए बंद रहेगा।'],
    [
      'de',
      'ltr',
      'Die Brücke wird ab dem 3. Mai für Autos gesperrt, beschloss der Stadtrat am Dienstagabend nach langer Debatte.',
    ],
    [
      'tr',
      'ltr',
      'Köprü 3 Mayıs’tan itibaren araçlara kapatılacak, belediye meclisi salı akşamı uzun bir tartışmanın ardından karar verdi.',
    ],
  ])('a story in %s', (language, direction, sentence) => {
    const paragraphs = [1, 2, 3, 4].map((n) => `${sentence} (${n})`);
    const source = storyPage({ paragraphs }).replace(
      '<html lang="en">',
      `<html lang="${language}" dir="${direction}">`,
    );
    const result = extract(source);
    expect(result.language).toBe(language);
    expect(result.text).toBe(paragraphs.join('\n\n'));
  });
});

describe('hostile pages', () => {
  it('too deep is refused before a tree is built', () => {
    expect(() => extract('<div>'.repeat(300))).toThrow(DomainError);
  });

  it('formatting that is opened again in every paragraph is cut off', () => {
    const opened = Array.from({ length: 240 }, (_, n) => `<b id=${n}>`).join('');
    const { text } = extract(`<article><p>${opened}${'<p>x'.repeat(16_000)}`);
    expect(text.length).toBeLessThan(PAGE_MAX_ELEMENTS);
  });

  it('a story is read whatever comes after it without end', () => {
    const source = storyPage({ paragraphs: PARAGRAPHS });
    const { text } = extract(source.replace('</body>', `${'<p>x</p>'.repeat(PAGE_MAX_ELEMENTS)}</body>`));
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  it.each([
    ['attributes', `<p ${'a="b" '.repeat(20_000)}>text</p>`],
    ['classes', `<div class="${'share-'.repeat(20_000)}"><p>text</p></div>`],
    ['paragraphs', '<p>A short paragraph, with a comma.</p>'.repeat(8_000)],
    ['breaks', `<p>x${'<br>'.repeat(20_000)}y</p>`],
    ['links', '<a href="/a">headline of a story</a> '.repeat(10_000)],
    ['tables', '<table><tr><td>cell</td></tr></table>'.repeat(2_000)],
    ['lists', `<ul>${'<li>item of a list, rather short'.repeat(10_000)}</ul>`],
    ['open elements', '<i><b>'.repeat(100)],
    ['separators in the title', `<title>${' - '.repeat(20_000)}</title><p>x</p>`],
    ['styles', `<p style="${'left:-1;'.repeat(20_000)}">x</p>`],
    ['entities', '&amp;'.repeat(100_000)],
    ['scripts', '<script>x</script>'.repeat(10_000)],
    ['figures', '<figure><figcaption>c</figcaption></figure>'.repeat(5_000)],
  ])('many %s end', (_, body) => {
    expect(extract(`<html><body><article>${body}</article></body></html>`).html).toBeTypeOf('string');
  });
});
