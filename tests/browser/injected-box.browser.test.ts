import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeBox } from '../../src/cli/inject/compute-box.ts';
import { injectPage } from '../../src/cli/inject/inject-page.ts';
import { BOX_STYLE } from '../../src/core/injection/box-style.ts';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';

const ENGLISH = [
  'The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.',
  '“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.',
  'The bus carried 31,000 people last year. A new contract has to be signed by the end of March.',
];
const ARABIC = [
  'صوّت مجلس مدينة أورين يوم الاثنين على إبقاء الحافلة الليلية عامين آخرين. وستكلف المدينة ٢٤٠ ألف كرونة سنويا.',
  'قالت آن موس التي تدير مغسلة المستشفى إن موظفيها لا يستطيعون العودة إلى بيوتهم من دون الحافلة.',
  'نقلت الحافلة ٣١ ألف راكب العام الماضي، ويجب توقيع عقد جديد بحلول نهاية مارس.',
];
const COLUMN = 'body{font:18px/1.5 serif;margin:24px auto;max-width:680px;padding:0 16px}';

/** Pages of publishers, by what their style sheets do. */
const HOSTS: Record<string, { css: string; direction?: 'rtl' }> = {
  plain: { css: COLUMN },
  dark: { css: `${COLUMN}html{background:#111;color:#ddd}` },
  'from right to left': { css: COLUMN, direction: 'rtl' },
  hostile: {
    css: `${COLUMN}p,li,ul,summary,b,span{margin:30px;padding:20px;border:3px dashed red;background:yellow;color:blue;width:40%;font:italic 30px cursive;text-transform:uppercase}
      ul li::before{content:"HOST"}summary::after{content:"HOST"}b{display:none}details>*{opacity:.3}details{display:inline}[dir]{text-align:right}summary{list-style:square}`,
  },
};
const POLICY = "default-src 'none'; style-src 'self'";

async function serve({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = '', file] = decodeURIComponent(url).split('/');
  const { css = '', direction = 'ltr' } = HOSTS[name] ?? {};
  if (file === 'host.css' || url === '/box.css') {
    response.writeHead(200, { 'Content-Type': 'text/css' }).end(file === 'host.css' ? css : BOX_STYLE);
    return;
  }
  const lines = direction === 'rtl' ? ARABIC : ENGLISH;
  const html = `<!doctype html><html lang="${direction === 'rtl' ? 'ar' : 'en'}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Night bus</title><meta property="og:type" content="article"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${encodeURIComponent(name)}/host.css"></head><body><article><h1>Night bus</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
  const { bytes } = await injectPage(new TextEncoder().encode(html), {
    url: 'https://news.example/night-bus',
    boxOf: computeBox,
    stylePath: '/box.css',
  });
  const fields = { 'Content-Type': 'text/html', 'Content-Security-Policy': `${POLICY}; img-src data:` };
  response.writeHead(200, fields).end(bytes);
}

describe.skipIf(chromiumPath === undefined)('the box in a page without script', () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const look = async (name: string, width: number, judge: (page: Page) => Promise<void>) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${origin}/${encodeURIComponent(name)}`);
    await page.locator('stand-first summary').first().click();
    await judge(page);
    expect(complaints).toEqual([]);
    await page.close();
  };
  const cases = Object.keys(HOSTS).flatMap((name) => [360, 1200].map((width) => ({ name, width })));

  it.each(cases)(
    'opens whole, within the column, under a strict policy: $name, $width px',
    ({ name, width }) =>
      look(name, width, async (page) => {
        for (const line of await page.locator('stand-first').first().locator('li, b, p').all()) {
          const { x = -1, width: wide = 0, height = 0 } = (await line.boundingBox()) ?? {};
          expect(x).toBeGreaterThanOrEqual(16);
          expect(x + wide).toBeLessThanOrEqual(width - 16);
          expect(height).toBeGreaterThan(10);
        }
        const article = await page.locator('article > p').first().boundingBox();
        const box = await page.locator('stand-first').first().boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(article?.y ?? 0);
      }),
  );

  it.each(cases)('can be read, whatever the page says of its parts: $name, $width px', ({ name, width }) =>
    look(name, width, async (page) => {
      const seen = await page.evaluate(() => {
        const of = (selector: string, pseudo?: string) =>
          getComputedStyle(document.querySelector(selector) as Element, pseudo);
        const lightness = (color: string) => Number(/oklch\(([\d.]+)/u.exec(color)?.[1] ?? Number.NaN);
        const button = of('stand-first summary span');
        const ground = of('stand-first > details').backgroundColor;
        const isFilled = button.backgroundColor !== 'rgba(0, 0, 0, 0)';
        return {
          text: lightness(isFilled ? button.webkitTextFillColor : button.color),
          behind: lightness(isFilled ? button.backgroundColor : ground),
          added: [of('stand-first li', '::before').content, of('stand-first summary', '::after').content],
          opacity: of('stand-first ul').opacity,
        };
      });
      expect(Math.abs(seen.text - seen.behind), JSON.stringify(seen)).toBeGreaterThan(0.45);
      expect(seen.added.join()).not.toContain('HOST');
      expect(seen.opacity).toBe('1');
    }),
  );
});
