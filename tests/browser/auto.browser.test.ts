import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWholeChromium, wholeChromiumPath } from '../pages/chromium.ts';
import { type Host, HTML, openHost } from './host.ts';
import { harbour, RESERVED_SPACE } from './sample-page.ts';

const WIDTHS = [360, 390, 768, 1200];
const SHIFT_MAX = 0.001;
const SCRIPT = '/widget/v1/standfirst.full.en.js';
const SLOW_MS = 700;

const tag = (attribute = '') => `<script ${attribute} src="${SCRIPT}" data-auto="top bottom"></script>`;
const INJECTED = `<script>setTimeout(() => {
  const script = document.createElement('script');
  script.src = '${SCRIPT}';
  script.dataset.auto = 'top bottom';
  document.head.append(script);
}, 400)</script>`;

/** Where a site may put the one tag. */
const POSITIONS = [
  { position: 'head', head: tag() },
  { position: 'head, async', head: tag('async') },
  { position: 'head, deferred', head: tag('defer') },
  { position: 'start of body', start: tag() },
  { position: 'end of body', end: tag() },
  { position: 'injected late', end: INJECTED },
];

const TIMES = [
  { time: 'quick', delayMs: 0, isCached: false },
  { time: 'slow', delayMs: SLOW_MS, isCached: false },
  { time: 'cached', delayMs: 0, isCached: true },
];

interface Parts {
  head?: string;
  start?: string;
  end?: string;
}

/** A theme as many have it: head, picture with a caption, text, the teaser of another story. */
function renderTheme({ head = '', start = '', end = '' }: Parts): string {
  const filler = Array.from(
    { length: 10 },
    (_, index) =>
      `<p>Note ${index} of the harbour log: who stood watch in that week, and what the weather was like.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>The wall</title>${head}
<style>body{margin:0;font:1.1rem/1.6 Georgia,serif}main{max-width:42rem;margin:0 auto;padding:0 1rem}</style></head><body>${start}<header><nav><a href="/">Courier</a></nav></header>
<main><article><h1>${harbour.title}</h1><figure><figcaption><p>The wall of the harbour as it was seen from the sea on a Sunday morning</p></figcaption></figure>
${[...harbour.paragraphs.map((paragraph) => `<p>${paragraph}</p>`), ...filler].join('\n')}</article>
<article class="next"><h2>Next</h2><p>The teaser of the next story is long enough to be taken for a paragraph.</p></article></main>${end}</body></html>`;
}

describe.skipIf(wholeChromiumPath === undefined)('one tag', () => {
  let host: Host;
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [host, browser] = await Promise.all([openHost(), launchWholeChromium()]);
    script = await (await fetch(`${host.origin}${SCRIPT}`)).text();
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  async function load(width: number, isCached: boolean) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${host.origin}/auto`);
    if (isCached) {
      await page.goto('about:blank');
      await page.goto(`${host.origin}/auto`);
    }
    // Under the text there is room in every case; what comes besides, or moves, comes with it or soon after.
    await page.waitForSelector('stand-first[position=bottom]', { state: 'attached' });
    const seen = await page.evaluate(
      () =>
        new Promise<{ shift: number; boxes: string[] }>((resolve) => {
          let shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shift += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          const boxes = () =>
            [...document.querySelectorAll('stand-first')].map(
              (box) =>
                `${box.getAttribute('position')} ${box.parentElement?.className} ${(box.previousElementSibling ?? box).localName} ${box.nextElementSibling?.localName ?? 'end'}`,
            );
          setTimeout(() => resolve({ shift, boxes: boxes() }), 500);
        }),
    );
    await context.close();
    return seen;
  }

  const cases = POSITIONS.flatMap((place) => TIMES.map((time) => ({ ...place, ...time })));
  it.each(cases)('moves nothing that was painted: $position, $time', async (row) => {
    host.put('/auto', { headers: HTML, body: renderTheme(row) });
    host.put(SCRIPT, {
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': row.isCached ? 'max-age=600' : 'no-store',
      },
      body: script,
      delayMs: row.delayMs,
    });
    for (const width of WIDTHS) {
      // One after the other: four at once starve each other of frames.
      const { shift, boxes } = await load(width, row.isCached);
      expect(shift).toBeLessThanOrEqual(SHIFT_MAX);
      expect(boxes).toContain('bottom  p end');
      // Nothing is painted before a script that the parser waits for, above the text.
      if (['head', 'start of body'].includes(row.position)) expect(boxes).toContain('top  figure p');
      else expect(['top  figure p', 'bottom  p end']).toContain(boxes[0]);
    }
  });

  it('uses the place that a page kept for it', async () => {
    const kept = `<style>${RESERVED_SPACE}</style>`;
    const body = renderTheme({ head: kept, end: tag() }).replace(
      '<figure>',
      '<stand-first></stand-first><figure>',
    );
    host.put('/auto', { headers: HTML, body });
    host.put(SCRIPT, { headers: { 'Content-Type': 'text/javascript' }, body: script, delayMs: SLOW_MS });
    const { shift, boxes } = await load(360, false);
    expect(shift).toBeLessThanOrEqual(SHIFT_MAX);
    expect(boxes).toEqual(['null  h1 figure', 'bottom  p end']);
  });

  it('tries again only once the page has changed', async () => {
    const body = renderTheme({ end: INJECTED });
    host.put('/auto', { headers: HTML, body });
    host.put(SCRIPT, { headers: { 'Content-Type': 'text/javascript' }, body: script });
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.addInitScript(() => {
      const measure = Element.prototype.getBoundingClientRect;
      Object.assign(window, { measured: 0 });
      Element.prototype.getBoundingClientRect = function () {
        window.measured += 1;
        return measure.call(this);
      };
    });
    await page.goto(`${host.origin}/auto`);
    // The upper box would push what is on the screen; the lower one stands below it.
    await page.waitForSelector('stand-first[position=bottom]', { state: 'attached' });
    const measuredInFrames = (text: string) =>
      page.evaluate(async (added) => {
        const before = window.measured;
        if (added !== '') document.body.append(added);
        for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
        return window.measured - before;
      }, text);
    await measuredInFrames('');
    expect(await measuredInFrames('')).toBe(0);
    expect(await measuredInFrames('More')).toBeGreaterThan(0);
    expect(await page.locator('stand-first[position=top]').count()).toBe(0);
    await page.close();
  });
});

declare global {
  interface Window {
    measured: number;
  }
}
