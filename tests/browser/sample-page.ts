import { existsSync, readFileSync } from 'node:fs';

const HARBOUR = [
  'The first siren of the winter sounded at ten past four on a Sunday morning, and nobody in Skarvik got out of bed. The town had heard it eleven times the year before. Nine of those alarms were false, and by February people had begun to sleep through them.',
  'So the harbour board did something unusual. Instead of raising the wall another metre, as its engineers had proposed, it spent a third of the money on forty underwater microphones and a room full of old tide tables. The barrier now closes when the bay sounds wrong, not when the water is already high.',
  '“Water tells you what it is about to do,” said Marit Solheim, the oceanographer who designed the system. “A surge pushes gravel along the sea floor an hour before it lifts a single boat. You only have to be listening.”',
  'In its first eleven months the barrier has closed four times. Every closure was followed by water above the old quay, and none was late. The board counts the saving at 2.1 million crowns, most of it in ferry crossings that were not cancelled for nothing.',
  'Not everyone is persuaded. The fishermen’s union says the gates still shut without warning, and that two boats were caught outside in March. The board has promised a thirty minute notice by radio from January, but has not said who will pay for the sets.',
  'Three other ports have asked for the drawings. Solheim sends them gladly, with a note: the microphones are cheap, the listening is not. It took her group six years of recordings to learn what an ordinary night sounds like.',
];

const ARABIC = [
  'دوّت أول صفارة في الشتاء عند الرابعة وعشر دقائق فجر الأحد، ولم يغادر أحد سريره. كانت البلدة قد سمعتها إحدى عشرة مرة في العام السابق، وكان تسعة من تلك الإنذارات كاذباً.',
  'فعل مجلس الميناء أمراً غير مألوف. بدلاً من رفع الجدار متراً آخر، أنفق ثلث المال على أربعين ميكروفوناً تحت الماء. صار الحاجز يُغلق حين يتغيّر صوت الخليج، لا حين يرتفع الماء.',
  'في أحد عشر شهراً أُغلق الحاجز أربع مرات، ولم يتأخر في أي منها. يقدّر المجلس التوفير بنحو 2.1 مليون كرونة.',
];

export interface SampleArticle {
  title: string;
  language: string;
  paragraphs: readonly string[];
}

export const harbour: SampleArticle = {
  title: 'The wall that listens to the sea',
  language: 'en',
  paragraphs: HARBOUR,
};

export const arabic: SampleArticle = {
  title: 'الجدار الذي يصغي إلى البحر',
  language: 'ar',
  paragraphs: ARABIC,
};

/** The page that the product was conceived from, where it is at hand. */
export function readSeedPage(): SampleArticle | undefined {
  const path = '../shared/seed-page.txt';
  if (!existsSync(path)) return undefined;
  const blocks = readFileSync(path, 'utf8').split(/\n{2,}/u);
  const paragraphs = blocks.slice(2).filter((block) => block.length > 200);
  return { title: blocks[0] ?? '', language: 'en', paragraphs };
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
export const RESERVED_SPACE =
  'stand-first{display:block;min-block-size:calc(max(4.25rem,68px) + 1px);margin-block:1.75rem}';

const BOX = '<stand-first><a href="/s?url=x">No time to read? Get a summary</a></stand-first>';

/** A newspaper's article page with boxes above and below the text. */
export function renderPage({
  article = harbour,
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
