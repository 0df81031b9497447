import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { renderContent } from '../core/content/render-content.ts';
import { BOX_STYLE } from '../core/injection/box-style.ts';
import { computeBox } from './inject/compute-box.ts';
import { injectPage } from './inject/inject-page.ts';

/**
 * `npm run build:pictures`: the pictures of the README, of a sample on a page as a publisher has one, with the box in it as
 * `npm run inject` puts it there: `docs/pictures/box-light.png` and `box-dark.png`.
 */
const SAMPLE = 'samples/saltmere-ferry-suspended-after-cracks-found-in-pier.md';
const FOLDER = 'docs/pictures';
const VIEW = { width: 720, height: 500 };

const page = (title: string, content: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="color-scheme" content="light dark"><title>${title}</title><meta property="og:type" content="article">
<style>
:root { color-scheme: light dark }
body { margin: 0; padding: 20px 36px; font: 17px/1.55 Georgia, "Liberation Serif", serif; color: light-dark(#222, #e6e3dc); background: light-dark(#fff, #17191c) }
h1 { font-size: 30px; line-height: 1.15; margin: 0 0 8px }
stand-first { --standfirst-accent: light-dark(#00566f, #7cc4dc); --standfirst-on-accent: light-dark(#fff, #10222a) }
</style>
<article><h1>${title}</h1>${content}</article></html>`;

async function drawPage(): Promise<string> {
  const [, head = '', markdown = ''] =
    /^---\n([\s\S]+?)\n---\n([\s\S]*)$/u.exec(await readFile(SAMPLE, 'utf8')) ?? [];
  const { title } = z.object({ title: z.string() }).parse(parse(head));
  const rendered = renderContent('markdown', markdown);
  if (!rendered.ok) throw new Error(`${SAMPLE} cannot be rendered`);
  const built = new TextEncoder().encode(page(title, rendered.content.html));
  const { bytes } = await injectPage(built, {
    url: 'https://news.example/saltmere-ferry',
    boxOf: computeBox,
    stylePath: '/box.css',
  });
  const html = new TextDecoder().decode(bytes);
  return html
    .replace('<link rel="stylesheet" href="/box.css">', `<style>${BOX_STYLE}</style>`)
    .replace('<details', '<details open');
}

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) throw new Error('No Chromium was found; set CHROMIUM to its path.');
const html = await drawPage();
const browser = await chromium.launch({ executablePath });
try {
  await mkdir(FOLDER, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await browser.newPage({
      viewport: VIEW,
      deviceScaleFactor: 1,
      colorScheme,
      javaScriptEnabled: false,
    });
    await tab.setContent(html);
    await writeFile(`${FOLDER}/box-${colorScheme}.png`, await tab.screenshot());
  }
} finally {
  await browser.close();
}
