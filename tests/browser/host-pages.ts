import { arabic, harbour, RESERVED_SPACE, type SampleArticle } from './sample-page.ts';

/** A page as themes, page builders and frameworks make them, and where its box must stand. */
export interface HostPage {
  name: string;
  html: string;
  article: SampleArticle;
  /** What the box above the text stands before; nothing where it stands last. */
  standsBefore: string | undefined;
  /** The same where the script comes before the first paint, as it may on a machine too busy to paint. */
  standsBeforeIfUnpainted?: string;
  /** A jump shows nothing here and says so, or may do so. */
  isCut?: 'told' | 'perhaps';
  /** The page undoes the style that keeps the box's place. */
  keepsNoPlace?: boolean;
  /** Engines that cannot show what is promised of it. */
  notIn?: readonly string[];
  /** The service has no summary of it. */
  isUnknown?: boolean;
  /** What the page is answered with besides its HTML. */
  headers?: Readonly<Record<string, string>>;
  /** What the page does once it has loaded. */
  beforeOpening?: () => unknown;
  /** What the page does after the box was opened. */
  afterOpening?: () => void;
}

const BOX = '<stand-first position="top"><a href="/s?url=x">No time to read? Get a summary</a></stand-first>';
const TEXT = paragraphsOf(harbour);
const AUTO = '<script src="/widget/v1/standfirst.full.en.js" data-auto="top bottom"></script>';
const CORE = '<script async src="/widget/v1/standfirst.en.js"></script>';

function paragraphsOf({ paragraphs }: SampleArticle): string {
  const filler = Array.from(
    { length: 12 },
    (_, index) =>
      `<p>Note ${index} from the harbour log tells what the weather was that week, who stood watch and what it cost.</p>`,
  );
  return [...paragraphs.map((paragraph) => `<p>${paragraph}</p>`), ...filler].join('\n');
}

function page(
  name: string,
  body: string,
  {
    style = '',
    script = CORE,
    html = 'lang="en"',
    ...rest
  }: { style?: string; script?: string; html?: string } & Partial<HostPage> = {},
): HostPage {
  return {
    name,
    article: harbour,
    standsBefore: 'p',
    ...rest,
    html: `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${name}</title><link rel="canonical" href="https://courier.example/wall"><link rel="icon" href="data:,">
<style>${RESERVED_SPACE} body{margin:0;font:1.1rem/1.6 Georgia,serif} main{max-width:42rem;margin:2rem auto;padding:0 1.25rem}${style}</style>${script}</head><body>${body}</body></html>`,
  };
}

const inArticle = (inside: string, attributes = '') =>
  `<main><article ${attributes}><h1>The wall</h1>${inside}</article></main>`;

const CUT = '.cut{max-height:160px;overflow:hidden}';
const CUT_TEXT = `<div class="cut">${'<br>'.repeat(8)}${TEXT}</div>`;

export const HOST_PAGES: readonly HostPage[] = [
  page('a flex column that shrinks what it holds', inArticle(BOX + TEXT), {
    style: 'article{display:flex;flex-direction:column;align-items:flex-start}',
  }),
  page('a flex column with automatic margins', inArticle(BOX + TEXT), {
    style: 'article{display:flex;flex-direction:column} article>*{margin-inline:auto;max-width:34rem}',
  }),
  page('a grid that shrinks what it holds', inArticle(BOX + TEXT), {
    style: 'article{display:grid;justify-items:start;grid-template-columns:minmax(0,1fr)}',
  }),
  page('a float', inArticle(`<div style="float:left">${BOX}</div>${TEXT}`), {
    style: 'article>p{clear:both}',
  }),
  page('an inline block', inArticle(`<div style="display:inline-block">${BOX}</div>${TEXT}`)),
  page('a cell of a table', `<table><tr><td><h1>The wall</h1>${BOX}${TEXT}</td></tr></table>`),
  page('a column of 200 px', inArticle(BOX + TEXT), {
    style: 'main{width:200px;padding:0}',
    // The style keeps the height of columns from 320 px on; here the row takes a line more.
    script: CORE.replace('async ', ''),
  }),
  page('text styles', inArticle(BOX + TEXT), {
    style:
      'article{text-indent:3em;text-transform:uppercase;word-spacing:1em;letter-spacing:.3em;text-shadow:1px 1px red;white-space:pre-wrap;font-style:italic;text-align:right}',
    // The link that stands there before would take more lines than are kept: not to be seen here.
    script: CORE.replace('async ', ''),
  }),
  page('an inner scroll container', `<div id="scroll">${inArticle(BOX + TEXT)}</div>`, {
    style: 'html,body{height:100%;overflow:hidden}#scroll{height:100vh;overflow:auto}',
  }),
  page(
    'a modal dialog',
    `<dialog id="dialog">${inArticle(BOX + TEXT)}</dialog><script>dialog.showModal()</script>`,
    {
      style: 'dialog{width:80%;max-height:80vh;overflow:auto}',
    },
  ),
  page(
    'closed details',
    inArticle(
      `${BOX}<p>The first lines stand outside of what can be opened, and are not in the summary.</p><details><summary>Read all</summary>${TEXT}</details>`,
    ),
  ),
  page(
    'a text that is cut above "Read more"',
    inArticle(
      `${BOX}${CUT_TEXT}<p><button onclick="document.querySelector('.cut').style.maxHeight='9999px'">Read more</button></p>`,
    ),
    { style: `${CUT}.cut{transition:max-height .3s}`, standsBefore: 'div' },
  ),
  page('a text that is cut for good', inArticle(`${BOX}${CUT_TEXT}<form><button>Search</button></form>`), {
    style: CUT,
    isCut: 'told',
    standsBefore: 'div',
  }),
  page(
    'a text that is cut where the rest is sold',
    inArticle(
      `${BOX}${CUT_TEXT}<button onclick="document.body.remove()">Subscribe</button><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": false}</script>`,
    ),
    { style: CUT, isCut: 'told', standsBefore: 'div' },
  ),
  page(
    'a text in a part that a control opens',
    inArticle(
      `${BOX}<p>The first lines stand outside of what can be opened, and are not in the summary.</p><div id="rest" hidden>${TEXT}</div><p>Open <button aria-controls="rest" aria-expanded="false" onclick="rest.hidden=false">the rest</button> of it</p>`,
    ),
  ),
  page('a sticky head and scroll-padding', `<header>Courier</header>${inArticle(BOX + TEXT)}`, {
    style:
      'html{scroll-padding-top:120px}header{position:sticky;top:0;height:110px;background:#fff;z-index:9}',
  }),
  page(
    'paragraphs that get their height late',
    inArticle(BOX + TEXT + TEXT.replaceAll('<p>', '<p>Again: ')),
    {
      style: 'article>p{content-visibility:auto;contain-intrinsic-size:auto 400px}',
    },
  ),
  page(
    'two articles',
    `<main><article data-article><h1>Another</h1>${TEXT}</article><article data-article id="second"><h1>The wall</h1>${BOX}${TEXT}</article></main>`,
  ),
  page('a text that is drawn anew', inArticle(BOX + TEXT), {
    afterOpening: () => {
      for (const paragraph of document.querySelectorAll('p')) {
        const { textContent } = paragraph;
        paragraph.replaceChildren(textContent ?? '');
      }
    },
  }),
  page('vertical writing', inArticle(BOX + TEXT), {
    // WebKitGTK 2.50 writes buttons from left to right whatever the page does: their `writing-mode` cannot be set.
    notIn: ['WebKit'],
    // As wide as the page: else it is as wide as what has been read, and every paragraph that comes moves all before it.
    style:
      'main{writing-mode:vertical-rl;box-sizing:border-box;width:100%;max-width:none;height:70vh;overflow-x:auto;margin:0}',
  }),
  page('every style unset', inArticle(BOX + TEXT), {
    style:
      'body *{all:unset!important}p,h1,main,article,stand-first{display:block!important;margin:1em!important}',
    // What keeps the place is unset as well: what comes late moves the text once.
    keepsNoPlace: true,
  }),
  page('a policy with a nonce alone', inArticle(BOX + TEXT), {
    script: CORE.replace('<script', '<script nonce="abc"'),
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  }),
  page('right to left', inArticle(BOX + paragraphsOf(arabic)), {
    article: arabic,
    html: 'lang="ar" dir="rtl"',
    script: '<script async src="/widget/v1/standfirst.ar.js"></script>',
  }),
  page('dark, with a quiet text', inArticle(BOX + TEXT), { style: 'body{background:#15171a;color:#a8a49a}' }),
  page(
    'one tag: a classic theme without article or main',
    `<div id="page"><div class="entry-content"><h1>The wall</h1><figure><figcaption><p>Photo: the wall of the harbour as it was seen from the sea on Sunday</p></figcaption></figure>${TEXT}</div><div id="sidebar"><h2>Next</h2><p>The teaser of the next story is long enough to look like a paragraph of its own.</p></div></div>`,
    { script: AUTO },
  ),
  page(
    'one tag: a caption, a notice and a teaser',
    `<main><div class="notice"><p>This notice tells all readers that the site has a new look, and where to write to.</p></div><article><h1>The wall</h1><figure><figcaption><p>Photo: the wall of the harbour as it was seen from the sea on Sunday</p></figcaption></figure>${TEXT}</article><article class="next"><h2>Next</h2><p>The teaser of the next story is long enough to look like a paragraph of its own.</p></article></main>`,
    { script: AUTO },
  ),
];
