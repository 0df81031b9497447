import { raw } from 'hono/html';
import { widgetScript } from '../widget-release.ts';
import type { DemoArticle, DemoLanguage } from './demo-article.ts';
import { reservedStyle } from './embed-snippet.ts';

/** A host page on which the box can be tried. */
export interface Demo {
  name: string;
  /** What a site owner learns from it. */
  title: string;
  language: DemoLanguage;
  /** The page's own sheet; the box has to stand it. */
  style?: string;
  /** The page's own script. */
  script?: string;
  /** A policy stricter than ours. */
  policy?: string;
  boxAttributes?: Readonly<Record<string, string>>;
}

const NEWSPAPER = `body{margin:0;font:1.1875rem/1.62 Georgia,serif}main{max-inline-size:42.5rem;margin:2rem auto;padding-inline:1.25rem}${reservedStyle()}`;

/** Readers change pages without loading: the address that stands for the page changes with the article. */
const SPA_SCRIPT = `addEventListener("click",e=>{const a=e.target.closest("a[data-part]");if(!a)return;e.preventDefault();
document.querySelector("link[rel=canonical]").href=a.href;history.pushState(null,"",a.href);
document.querySelectorAll("main p").forEach((p,i)=>{p.hidden=a.dataset.part==="2"?i<3:i>=3});});`;

export const DEMOS: readonly Demo[] = [
  { name: 'plain', title: 'No style at all', language: 'en' },
  {
    name: 'newspaper',
    title: 'A newspaper’s page, every feature on',
    language: 'en',
    style: NEWSPAPER,
    boxAttributes: { features: 'length jump copy listen share feedback ask' },
  },
  {
    name: 'hostile',
    title: 'Hostile styles',
    language: 'en',
    style: `html{font-size:10px}body,body *{all:unset!important;letter-spacing:.3em!important}${NEWSPAPER}button,svg,ul,li{display:none!important}p,h1,main{display:block!important;margin:2rem!important;font-size:1.8rem!important}`,
  },
  {
    name: 'dark',
    title: 'A dark page that declares nothing',
    language: 'en',
    style: `${NEWSPAPER}html{background:#15171a;color:#e9e6df}a{color:inherit}`,
  },
  {
    name: 'theme',
    title: 'A brand in six properties',
    language: 'en',
    style: `${NEWSPAPER}html{background:#fff8f1;color:#33302e}stand-first{--standfirst-accent:#990f3d;--standfirst-on-accent:#fff;--standfirst-background:#fff1e5;--standfirst-color:#33302e;--standfirst-radius:10px;--standfirst-button-radius:6px}`,
  },
  {
    name: 'rtl',
    title: 'من اليمين إلى اليسار',
    language: 'ar',
    style: NEWSPAPER,
    boxAttributes: { features: 'length jump copy listen ask' },
  },
  {
    name: 'strict',
    title: 'Strict Content-Security-Policy with Trusted Types',
    language: 'en',
    policy:
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  { name: 'spa', title: 'Navigation without loading', language: 'en', style: NEWSPAPER, script: SPA_SCRIPT },
];

/** @param article - In the language of the page. */
export function renderDemo(demo: Demo, article: DemoArticle): string {
  const { name, title, language, style, script, boxAttributes } = demo;
  const box = (position: string) => (
    <stand-first position={position} endpoint={`/demo/${language}`} {...boxAttributes}>
      <a href={`/demo/${language}/s`}>
        {language === 'ar' ? 'اقرأ الملخّص' : 'No time to read? Get a summary'}
      </a>
    </stand-first>
  );
  return `<!DOCTYPE html>${String(
    <html lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={`How the box stands on a page of this kind: ${title}.`} />
        <link rel="canonical" href={`/demo/${name}`} />
        <link rel="icon" href="data:," />
        {style === undefined ? null : <style>{raw(style)}</style>}
        <script async src={widgetScript(language)} />
        {script === undefined ? null : <script>{raw(script)}</script>}
      </head>
      <body>
        <main>
          <article>
            <h1>{article.title}</h1>
            {box('top')}
            {article.paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {box('bottom')}
          </article>
          {script === undefined ? null : (
            <nav>
              <a data-part="1" href="/demo/spa?part=1">
                First half
              </a>{' '}
              <a data-part="2" href="/demo/spa?part=2">
                Second half
              </a>
            </nav>
          )}
          <p>
            <small>
              {title}. <a href="/demo">All demonstrations</a>
            </small>
          </p>
        </main>
      </body>
    </html>,
  )}`;
}

export function DemoList() {
  return (
    <ul>
      {DEMOS.map(({ name, title }) => (
        <li>
          <a href={`/demo/${name}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
