import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BodyKind, renderContent } from '../../src/core/content/render-content.ts';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';
import { readPayloads } from './xss-payloads.ts';

const payloads = readPayloads();

/** An address that no request leaves the browser for: every request is answered or refused by the test. */
const PAGE = 'http://judge.invalid/';
const BODIES_PER_PAGE = 40;
/** What a body may ask for by itself. Everything else that is requested is a finding. */
const HARMLESS_REQUESTS = new Set(['image', 'media']);
const EVENTS = `animationend animationstart beforeinput blur change click copy cut dblclick drag error focus focusin input
  keydown keyup load mouseenter mouseover paste pointerdown pointerover scroll submit toggle transitionend wheel`;

/** Opens bodies in one page without a content security policy, lets every event reach every element, and watches. */
class Judge {
  readonly #page: Page;
  #findings: string[] = [];
  #html = '';
  #opened = false;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async in(browser: Browser): Promise<Judge> {
    const page = await browser.newPage();
    const judge = new Judge(page);
    await page.exposeFunction('ran', (what: string) => judge.#findings.push(`script ran: ${what}`));
    await page.addInitScript(() => {
      const window = globalThis as unknown as Record<string, unknown> & { ran(what: string): void };
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
        window[name] = (...values: unknown[]) => window.ran(`${name} ${values.join()}`);
      }
    });
    page.on('dialog', (dialog) => {
      judge.#findings.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.route('**/*', (route) => judge.#answer(route));
    return judge;
  }

  async judge(bodies: readonly string[]): Promise<string[]> {
    this.#findings = [];
    this.#opened = false;
    this.#html = `<!doctype html><title>judge</title>${bodies.map((body) => `<article>${body}</article>`).join('')}`;
    await this.#page.goto(PAGE, { waitUntil: 'load' });
    await this.#page.evaluate((names) => {
      for (const element of document.querySelectorAll('*')) {
        for (const name of names) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
      }
      // A link to a page may be followed; any other must not do anything.
      const followed = ['http:', 'https:', 'mailto:'];
      for (const link of document.querySelectorAll('a')) if (!followed.includes(link.protocol)) link.click();
    }, EVENTS.split(/\s+/));
    // Script that an event has queued runs before this answers.
    await this.#page.evaluate(() => new Promise((done) => setTimeout(done))).catch(() => undefined);
    return [...new Set(this.#findings)];
  }

  async #answer(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
    const request = route.request();
    const type = request.resourceType();
    if (request.url() === PAGE && !this.#opened) {
      this.#opened = true;
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.#html });
      return;
    }
    if (!HARMLESS_REQUESTS.has(type)) this.#findings.push(`request: ${type} ${request.url()}`);
    await route.abort();
  }
}

describe.skipIf(chromiumPath === undefined)('Chromium without a content security policy', () => {
  let browser: Browser;
  let judge: Judge;

  beforeAll(async () => {
    browser = await launchChromium();
    judge = await Judge.in(browser);
  });

  afterAll(() => browser.close());

  it.each([
    '<img src=x onerror=alert(1)>',
    '<b onmouseover=alert(1)>a</b>',
    '<a href="javascript:alert(1)">a</a>',
    '<iframe src="https://a.example/"></iframe>',
  ])('is seen to run %s', async (unsafe) => {
    expect(await judge.judge([unsafe])).not.toEqual([]);
  });

  describe.skipIf(payloads === undefined)('runs nothing of the outside payloads', () => {
    it.each<BodyKind>(['html', 'markdown'])('sent as %s', async (kind) => {
      const bodies = new Set<string>();
      for (const { payload } of payloads ?? []) {
        const result = renderContent(kind, payload);
        if (result.ok) bodies.add(result.content.html);
      }
      const all = [...bodies];
      const findings: string[] = [];
      for (let start = 0; start < all.length; start += BODIES_PER_PAGE) {
        const batch = all.slice(start, start + BODIES_PER_PAGE);
        for (const finding of await judge.judge(batch))
          findings.push(`${finding} in one of ${JSON.stringify(batch)}`);
      }
      expect(findings).toEqual([]);
    });
  });
});
