import { describe, expect, it } from 'vitest';
import { PARAGRAPHS, storyPage } from './upstream.ts';
import { createWorld, kindOf, listed, STORY } from './world.ts';

const MEBIBYTE = 1024 * 1024;
const BANNER =
  '<div class="cookie-banner"><p>We and our 812 partners use cookies to store information on your device. Accept all cookies to go on.</p></div>';
const WALL =
  '<section class="paywall-prompt"><h2>Subscribe to read on</h2><p>Log in or subscribe to read the whole story with cookies.</p></section>';

function page(body: string, head = ''): string {
  return `<!doctype html><html><head><title>The Harbour News</title>${head}</head><body>${BANNER}<main>${body}</main>${BANNER}</body></html>`;
}

const article = (body: string, head = '') =>
  page(`<article><h1>The bridge</h1>${body}</article>`, `<meta property="og:type" content="article">${head}`);

const FREE_NO =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge","isAccessibleForFree":false}</script>';

/** What is there is summarised: a text that has to be in the summary. */
const READABLE: Record<string, [html: string, words: string]> = {
  'a teaser before a pay wall': [article(`<p>${PARAGRAPHS[0]}</p>${WALL}`, FREE_NO), 'harbour bridge'],
  'a live blog': [
    article(
      Array.from(
        { length: 30 },
        (_, n) =>
          `<section class="live-entry"><h3>${n}:15</h3><p>Engineer ${n} told the council about pillar ${n} of the old bridge.</p></section>`,
      ).join(''),
    ),
    'told the council',
  ],
  'a list of ten things': [
    article(
      `<ol>${Array.from({ length: 10 }, (_, n) => `<li><h2>${n}. A bridge</h2><p>Bridge number ${n} was built of stone and stands to this day, which nobody had expected.</p></li>`).join('')}</ol>`,
    ),
    'built of stone',
  ],
  'one paragraph': [article(`<p>${PARAGRAPHS[1]}</p>`), 'Engineers found cracks'],
  'a story in one element with breaks': [
    article(`<div>${PARAGRAPHS.join('<br><br>')}</div>`),
    'harbour bridge',
  ],
  '5 MB, most of it scripts': [
    article(
      PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''),
      `<script>${'a=1;'.repeat(1.2 * MEBIBYTE)}</script>`,
    ),
    'harbour bridge',
  ],
  'thousands of comments': [
    storyPage().replace(
      '</main>',
      `</main>${BANNER}<div id="comments">${'<div class="comment"><p>I do not agree with this at all, and neither do my neighbours.</p></div>'.repeat(20_000)}</div>`,
    ),
    'harbour bridge',
  ],
  'elements without end after it': [
    storyPage().replace('</main>', `</main><div id="feed">${'<p>x</p>'.repeat(150_000)}</div>`),
    'harbour bridge',
  ],
  '5 MB, most of it one picture in its address': [
    article(
      `<img src="data:image/png;base64,${'A'.repeat(4.9 * MEBIBYTE)}">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`,
    ),
    'harbour bridge',
  ],
  '5 MB, most of it a drawing': [
    article(
      `<svg>${'<path d="M0 0L1 1"/>'.repeat(190_000)}</svg>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`,
    ),
    'harbour bridge',
  ],
  Arabic: [
    article(
      '<p dir="rtl">سيُغلق الجسر أمام السيارات في الثالث من مايو، كما قرر مجلس المدينة مساء الثلاثاء.</p>',
    ),
    'سيُغلق الجسر',
  ],
  Hebrew: [
    article('<p dir="rtl">הגשר ייסגר לתנועת מכוניות בשלושה במאי, כך החליטה מועצת העיר ביום שלישי.</p>'),
    'הגשר ייסגר',
  ],
  Persian: [
    article('<p dir="rtl">پل از سوم ماه مه به روی خودروها بسته می‌شود، شورای شهر تصمیم گرفت.</p>'),
    'پل از سوم',
  ],
  Chinese: [article('<p>市议会周二晚上决定，大桥将于五月三日起对汽车关闭。</p>'), '市议会'],
  Japanese: [
    article('<p>市議会は火曜日の夜、五月三日から橋を自動車に対して閉鎖することを決定した。</p>'),
    '市議会',
  ],
  Korean: [article('<p>시의회는 화요일 저녁 5월 3일부터 다리를 폐쇄하기로 결정했다.</p>'), '시의회는'],
  Russian: [
    article('<p>Мост закроют для автомобилей третьего мая, решил городской совет.</p>'),
    'Мост закроют',
  ],
  Hindi: [article('<p>शहर परिषद ने फैसला किया कि पुल तीन मई से कारों के लिए बंद रहेगा।</p>'), 'शहर परिषद'],
  Thai: [article('<p>สภาเมืองมีมติเมื่อวันอังคารให้ปิดสะพานสำหรับรถยนต์ตั้งแต่วันที่ 3 พฤษภาคม</p>'), 'สภาเมือง'],
  Turkish: [
    article('<p>Köprü 3 Mayıs’tan itibaren araçlara kapatılacak, belediye meclisi karar verdi.</p>'),
    'Köprü 3 Mayıs',
  ],
};

const REFUSED: Record<string, [html: string, problem: string]> = {
  'an empty body': [page(''), '422 not-an-article'],
  'nothing at all': ['', '422 not-an-article'],
  'a login wall': [
    page(
      '<form><h1>Log in</h1><p>Please log in to read this story.</p><input><button>Log in</button></form>',
    ),
    '422 not-an-article',
  ],
  'a wall of consent': [page(BANNER.repeat(20)), '422 not-an-article'],
  'a post of pictures': [
    article(
      '<img src="/1.jpg" alt=""><figure><img src="/2.jpg" alt=""><figcaption>The bridge</figcaption></figure>',
    ),
    '422 not-an-article',
  ],
  'a list of links': [
    page(`<ul>${'<li><a href="/a">A headline of some length about a bridge</a></li>'.repeat(40)}</ul>`),
    '422 not-an-article',
  ],
  'an app that has not begun': [
    page('<div id="root">Loading…</div><noscript>You need to enable JavaScript to run this app.</noscript>'),
    '422 not-an-article',
  ],
  'a book of 2 MB': [
    article(Array.from({ length: 14_000 }, (_, n) => `<p>${PARAGRAPHS[n % 5]} (${n})</p>`).join('')),
    '502 page-unavailable',
  ],
};

describe('bad pages', () => {
  it.each(Object.entries(READABLE))(
    '%s: what is there is summarised, never the banner',
    async (_, [html, words]) => {
      const world = createWorld();
      world.upstream.put(STORY, html);
      const response = await world.summary();
      expect(response.status).toBe(200);
      const { text } = (await response.json()) as { text: string };
      expect(text).toContain(words);
      expect(text).not.toMatch(/cookies|subscribe|JavaScript/iu);
    },
  );

  it.each(Object.entries(REFUSED))(
    '%s is refused, clearly and without a trace',
    async (_, [html, problem]) => {
      const world = createWorld();
      world.upstream.put(STORY, html);
      expect(await kindOf(await world.summary())).toBe(problem);
      expect(await listed(world)).toEqual([]);
    },
  );
});
