import demoArticles from '../../public/demo-articles.json' with { type: 'json' };
import { reservedStyle } from '../../src/pages/embed/embed-snippet.ts';
import { readSeedPage } from '../seed-page.ts';

export interface SampleArticle {
  title: string;
  paragraphs: readonly string[];
  language: string;
}

export const { en: harbour, ar: arabic } = demoArticles;

/** The page that the product was conceived from, where it is at hand. */
export function readSeedArticle(): SampleArticle | undefined {
  const seed = readSeedPage();
  return seed && { title: seed.title, language: 'en', paragraphs: seed.body.split('\n\n') };
}

export interface PageOptions {
  article?: SampleArticle;
  /** Markup of a box; `null` leaves it out. */
  top?: string | null;
  bottom?: string | null;
  script?: string;
  head?: string;
  style?: string;
  htmlAttributes?: string;
}

/** The lines that a site copies. */
export const RESERVED_SPACE: string = reservedStyle();

const BOX = '<stand-first><a href="/s?url=x">No time to read? Get a summary</a></stand-first>';

/** A newspaper's article page with boxes above and below the text. */
export function renderPage({
  article = harbour as SampleArticle,
  top = BOX,
  bottom = BOX,
  script = '<script async src="/widget/v1/standfirst.js"></script>',
  head = '<link rel="canonical" href="https://courier.example/wall">',
  style = '',
  htmlAttributes = `lang="${article.language}" dir="${article.language === 'ar' ? 'rtl' : 'ltr'}"`,
}: PageOptions = {}): string {
  return `<!doctype html><html ${htmlAttributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${article.title}</title>${head}<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/page.css">${style === '' ? '' : `<style>${style}</style>`}${script}</head>
<body><header><b>The Harbour Courier</b></header><main><article><h1>${article.title}</h1>${top ?? ''}
${article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
${bottom ?? ''}</article></main></body></html>`;
}

export const PAGE_CSS = `${RESERVED_SPACE}
:root{--paper:#fff;--ink:#16181b}:root.dark{color-scheme:dark;--paper:#15171a;--ink:#e9e6df}:root.sepia{--paper:#f4ecd8;--ink:#433422}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.62 "Noto Serif",Georgia,serif}
header{padding:1rem;text-align:center;border-bottom:1px solid;font-size:1.5rem}
article{max-inline-size:42.5rem;margin:2rem auto 4rem;padding:0 1.25rem}h1{font-size:clamp(2rem,5.4vw,3rem);line-height:1.1;margin:.5rem 0 .75rem}p{margin:0 0 1.25rem}`;
