import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadLabelsOf } from '../../src/core/labels/labels.ts';
import { LANGUAGES } from '../../src/core/labels/languages.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { openPage, pressBox, untilState } from './box.ts';
import { answerFor, type Host, HTML } from './host.ts';
import { sumShifts } from './layout-shift.ts';
import { harbour, readSeedArticle, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

const labelsOf = await loadLabelsOf(['nb', 'zh']);

/** The answer comes when shifts are no longer excused as the reader's own doing. */
const LATE_ANSWER_MS = 2_000;
const SHIFT_MAX = 0.001;

const countShifts = (page: Page): Promise<number> => page.evaluate(sumShifts);

describe.skipIf(chromiumPath === undefined)('nothing moves under the reader', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  it.each([320, 360, 680, 1200])('shifts nothing while it loads at %i px', async (width) => {
    const { page } = await openPage(browser, host, '/', { viewport: { width, height: 800 } });
    expect(await countShifts(page)).toBe(0);
  });

  const articles = [harbour, readSeedArticle()].filter((article) => article !== undefined);
  const lateAnswers = [
    { length: 'short', width: 360, height: 800 },
    { length: 'medium', width: 360, height: 800 },
    { length: 'long', width: 360, height: 800 },
    { length: 'short', width: 1000, height: 800 },
    { length: 'long', width: 1000, height: 800 },
    // High enough to see what stands below the box.
    { length: 'short', width: 360, height: 2000 },
    { length: 'short', width: 680, height: 2000 },
  ].flatMap((late) => articles.map((article) => ({ ...late, article, title: article.title })));
  it.each(lateAnswers)(
    'shifts nothing when a $length answer comes late at $width x $height: $title',
    async (late) => {
      const { length, width, height, article } = late;
      host.put('/', {
        headers: HTML,
        body: renderPage({ article, top: `<stand-first length="${length}"></stand-first>` }),
      });
      host.answerWith((query) => ({ ...answerFor(article)(query), delayMs: LATE_ANSWER_MS }));
      const { page } = await openPage(browser, host, '/', { viewport: { width, height } });
      await pressBox(page);
      await untilState(page, 'ready');
      expect(await countShifts(page)).toBeLessThanOrEqual(SHIFT_MAX);
    },
  );

  it('gives surplus height back once nobody sees it', async () => {
    host.answerWith((query) => ({ ...answerFor(harbour)(query), delayMs: 600 }));
    const { page } = await openPage(browser, host, '/', { viewport: { width: 360, height: 800 } });
    await pressBox(page);
    await untilState(page, 'ready');
    const out = page.locator('stand-first [part=summary]').first();
    expect(await out.evaluate((element) => element.style.minHeight)).not.toBe('');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(
      () =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector<HTMLElement>('[part=summary]')?.style
          .minHeight === '',
    );
  });

  it('is not what the page is judged to have loaded by', async () => {
    const { page } = await openPage(browser, host);
    const largest = await page.evaluate(
      () =>
        new Promise<string | undefined>((resolve) => {
          new PerformanceObserver((list) => {
            const entry = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element }) | undefined;
            resolve(entry?.element?.localName);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
    expect(['h1', 'p']).toContain(largest);
  });

  it('is equally high in every language, closed, and fits its place', async () => {
    const boxes = LANGUAGES.map((language) => `<stand-first lang="${language}"></stand-first>`).join('');
    host.put('/', { headers: HTML, body: renderPage({ top: boxes, bottom: null }) });
    for (const width of [360, 680, 1200]) {
      const { page } = await openPage(browser, host, '/', { viewport: { width, height: 800 } });
      const heights = await page
        .locator('stand-first')
        .evaluateAll((all) =>
          all.map(
            (box) =>
              `${box.getAttribute('lang')} ${box.getBoundingClientRect().height} ${box.scrollWidth > box.clientWidth}`,
          ),
        );
      expect(heights).toEqual(LANGUAGES.map((language) => `${language} 69 false`));
      await page.context().close();
    }
  });

  it.each([
    { tag: 'de-AT', title: 'Keine Zeit zum Lesen?' },
    { tag: 'DE', title: 'Keine Zeit zum Lesen?' },
    { tag: 'fil', title: 'No time to read?' },
    { tag: 'xx', title: 'No time to read?' },
    ...['no', 'nn', 'nb-NO'].map((tag) => ({ tag, title: labelsOf('nb').noTime })),
    { tag: 'zh-Hant-TW', title: labelsOf('zh').noTime },
  ])('speaks to a page in "$tag" as the service does', async ({ tag, title }) => {
    host.put('/', { headers: HTML, body: renderPage({ htmlAttributes: `lang="${tag}"` }) });
    const { page } = await openPage(browser, host);
    expect(await page.locator('stand-first [part=title]').first().textContent()).toBe(title);
  });

  it.each([320, 360, 680])(
    'is equally high in every language, open at %i px, but for the points',
    async (width) => {
      const boxes = LANGUAGES.map((language) => `<stand-first lang="${language}"></stand-first>`).join('');
      host.put('/', { headers: HTML, body: renderPage({ top: boxes, bottom: null }) });
      const { page } = await openPage(browser, host, '/', { viewport: { width, height: 800 } });
      await page.evaluate(() => {
        for (const box of document.querySelectorAll('stand-first')) box.open = true;
      });
      for (const index of LANGUAGES.keys()) await untilState(page, 'ready', index);
      const heights = await page.locator('stand-first').evaluateAll((all) =>
        all.map((box) => {
          const [toolbar, footer] = ['toolbar', 'footer'].map(
            (part) => box.shadowRoot?.querySelector(`[part=${part}]`) as HTMLElement,
          );
          const edge = box.getBoundingClientRect();
          const isCut = [...(toolbar?.children ?? [])].some((child) => {
            const { left, right } = child.getBoundingClientRect();
            return left < edge.left || right > edge.right;
          });
          return [box.getAttribute('lang'), toolbar?.offsetHeight, footer?.offsetHeight, isCut].join(' ');
        }),
      );
      const common = heights[0]?.slice(heights[0].indexOf(' ')) ?? '';
      expect(common).toMatch(/false$/u);
      expect(heights).toEqual(LANGUAGES.map((language) => `${language}${common}`));
    },
  );
});
