import * as fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, pressBox, recordEvents, untilState } from './box.ts';
import { answerFor, type Host, HTML, summarize } from './host.ts';
import { harbour, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

const HOSTILE_ANSWERS = 200;
const HOSTILE_SEED = 20261123;

describe.skipIf(chromiumPath === undefined)('the box when things go wrong', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  it.each([
    { status: 403, state: 'none', said: 'No summary for this article.' },
    { status: 403, type: 'text/html', state: 'error', said: 'The summary could not be loaded.' },
    { status: 401, state: 'error', said: 'The summary could not be loaded.' },
    { status: 408, state: 'error', said: 'The summary could not be loaded.' },
    { status: 404, state: 'none', said: 'No summary for this article.' },
    { status: 410, state: 'none', said: 'No summary for this article.' },
    { status: 422, state: 'none', said: 'No summary for this article.' },
    { status: 429, state: 'limited', said: 'Busy. Try again in 60 sec.' },
    { status: 429, wait: '86400', state: 'limited', said: 'Busy. Try again in 24 hr.' },
    { status: 500, state: 'error', said: 'The summary could not be loaded.' },
    { status: 503, state: 'error', said: 'The summary could not be loaded.' },
  ])('says what $status means ($said), stays, and tells the page "$state"', async (row) => {
    const { status, state, said, type = 'application/problem+json', wait = '60' } = row;
    host.answerWith(() => ({ status, headers: { 'Retry-After': wait, 'Content-Type': type }, body: '{}' }));
    const { page } = await openPage(browser, host);
    const events = await recordEvents(page);
    await pressBox(page);
    await untilState(page, state);
    const box = page.locator('stand-first').first();
    expect(await box.locator('[part=summary]').textContent()).toContain(said);
    expect(await box.isVisible()).toBe(true);
    expect(await events()).toContainEqual(['error', { code: state }]);
    expect(await box.getByRole('button', { name: 'Try again' }).count()).toBe(state === 'error' ? 1 : 0);
    expect(await box.getByRole('link', { name: 'Open the summary page' }).count()).toBe(
      state === 'none' ? 0 : 1,
    );
  });

  it('tries again at once when asked to, and leads to the hosted page', async () => {
    host.answerWith(() => ({ status: 500, body: '{}' }));
    const { page } = await openPage(browser, host);
    await pressBox(page);
    await untilState(page, 'error');
    const link = page.locator('stand-first').first().getByRole('link', { name: 'Open the summary page' });
    expect(await link.getAttribute('href')).toBe(`${host.origin}/s?url=https%3A%2F%2Fcourier.example%2Fwall`);
    host.answerWith(answerFor(harbour));
    await page.locator('stand-first').first().getByRole('button', { name: 'Try again' }).click();
    await untilState(page, 'ready');
    expect(await page.locator('stand-first').first().locator('li').count()).toBe(3);
  });

  it('tries again by itself when the time that the service named is over', async () => {
    host.answerWith(() => ({ status: 429, headers: { 'Retry-After': '1' }, body: '{}' }));
    const { page } = await openPage(browser, host);
    await pressBox(page);
    await untilState(page, 'limited');
    host.answerWith(answerFor(harbour));
    await untilState(page, 'ready');
  });

  it('gives up on a service that says nothing for 20 seconds', async () => {
    host.answerWith(() => ({ ...answerFor(harbour)(new URLSearchParams()), delayMs: 120_000 }));
    const { page } = await openPage(browser, host);
    // Stands still between the steps: the seconds that a busy machine takes for them would count as well.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('/v1/summary'));
    await pressBox(page);
    await page.clock.runFor(100); // The panel is asked for once the press has been painted.
    await untilState(page, 'loading');
    await page.clock.fastForward(19_000);
    expect(await page.evaluate(() => document.querySelector('stand-first')?.state)).toBe('loading');
    await page.clock.fastForward(1_000);
    await givenUp;
    await untilState(page, 'error');
  });

  it('falls back on plain names where a service sends no labels', async () => {
    const { labels, ...unlabelled } = summarize(harbour, new URLSearchParams());
    expect(labels).toBeDefined();
    host.answerWith(() => ({ body: JSON.stringify(unlabelled) }));
    const { page } = await openPage(browser, host);
    await openBox(page);
    const box = page.locator('stand-first').first();
    expect(await box.locator('label').allTextContents()).toEqual(['short', 'medium', 'long']);
  });

  it('waits for the network when there is none', async () => {
    const { page } = await openPage(browser, host);
    const panel = page.waitForResponse(/panel/u);
    await page.locator('stand-first [part=button]').first().hover();
    await (await panel).finished();
    await page.context().setOffline(true);
    await pressBox(page);
    await untilState(page, 'offline');
    expect(await page.locator('stand-first').first().locator('p').textContent()).toBe(
      'You seem to be offline.',
    );
    await page.context().setOffline(false);
    await untilState(page, 'ready');
  });

  it.each([
    { what: 'no JSON', body: '<html>' },
    { what: 'a cut answer', body: '{"sentences":[{"te' },
    { what: 'no list of sentences', body: '{}' },
    { what: 'an older member that is no text', body: '{"sentences":[{"text":1}]}' },
  ])('calls $what a failure', async ({ body }) => {
    host.answerWith(() => ({ body }));
    const { page } = await openPage(browser, host);
    await pressBox(page);
    await untilState(page, 'error');
  });

  it.each([
    { what: 'null', body: 'null' },
    { what: 'no sentence', body: '{"sentences":[]}' },
    { what: 'an empty sentence', body: '{"sentences":[{"text":" "}]}' },
  ])('takes $what for no summary', async ({ body }) => {
    host.answerWith(() => ({ body }));
    const { page } = await openPage(browser, host);
    await pressBox(page);
    await untilState(page, 'none');
  });

  it('goes to the hosted page of the canonical address when the panel cannot be had', async () => {
    const { page } = await openPage(browser, host);
    await page.route(/panel/u, (route) => route.abort());
    const events = page.waitForURL(/\/s\?url=/u);
    await pressBox(page);
    await events;
    expect(new URL(page.url()).searchParams.get('url')).toBe('https://courier.example/wall');
  });

  it('never runs a panel that is not what was published', async () => {
    const { page } = await openPage(browser, host);
    await page.route(/panel/u, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: 'fetch("/ran")',
      }),
    );
    await pressBox(page);
    await page.waitForURL(/\/s\?url=/u);
    expect(host.requests).not.toContain('/ran');
  });

  it('goes without what the browser does not have', async () => {
    const { page } = await openPage(browser, host);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      for (const storage of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      Object.defineProperty(window, 'speechSynthesis', { value: undefined });
      Object.defineProperty(CSS, 'highlights', { value: undefined });
      Object.defineProperty(window, 'navigation', { value: undefined });
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    });
    await openBox(page);
    const box = page.locator('stand-first').first();
    expect(await box.locator('[part=toolbar] button, [part=footer] button').count()).toBe(0);
    await box.locator('[part=source]').first().click();
    const [point] = summarize(harbour, new URLSearchParams()).sentences;
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(point?.text);
  });

  it('hides listening where no voice speaks the language', async () => {
    const { page } = await openPage(browser, host);
    await page.evaluate(() => Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [] }));
    await openBox(page);
    expect(
      await page.locator('stand-first').first().getByRole('button', { name: 'Listen' }).isVisible(),
    ).toBe(false);
  });

  it('writes nothing to any storage and sends no cookie', async () => {
    const { page } = await openPage(browser, host);
    await page.context().addCookies([{ name: 'reader', value: '1', url: host.origin }]);
    const request = page.waitForRequest(/v1\/summary/u);
    await openBox(page);
    expect((await (await request).allHeaders()).cookie).toBeUndefined();
    expect(
      await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]),
    ).toEqual(['reader=1', 0, 0, 0]);
  });

  it(`shows ${HOSTILE_ANSWERS} hostile answers as text or as a failure, and runs nothing of them`, async () => {
    const payload = fc.oneof(
      fc.constantFrom(
        '<img src=x onerror="ran=1">',
        '"><script>ran=1</script>',
        'javascript:ran=1',
        '\u202e\u2066 right \u2069 left',
        'x'.repeat(10_000),
        '{{constructor.constructor("ran=1")()}}',
        '\u0000\ufffe\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const real = summarize(harbour, new URLSearchParams());
    const answers = fc.sample(
      fc.record({
        sentences: fc.oneof(
          fc.array(fc.oneof(fc.record({ text: payload, paragraph: payload, url: payload }), payload), {
            maxLength: 30,
          }),
          payload,
        ),
        labels: fc.oneof(
          fc.dictionary(fc.constantFrom('short', 'copy', 'how', 'back', 'ready'), payload),
          payload,
        ),
        label: fc.oneof(fc.record({ text: payload }), payload),
        language: payload,
        warnings: fc.oneof(fc.array(payload), payload),
        article: fc.oneof(fc.record({ url: payload }), payload),
      }),
      { numRuns: HOSTILE_ANSWERS, seed: HOSTILE_SEED },
    );
    const mixed = answers.map((answer, index) =>
      index % 2 === 0
        ? answer
        : { ...real, sentences: answer.sentences, label: answer.label, labels: answer.labels },
    );
    let at = 0;
    host.answerWith(() => ({ body: JSON.stringify(mixed[at]) }));
    const { page, errors } = await openPage(browser, host);
    for (at = 0; at < mixed.length; at += 1) {
      // Until it is told what came, the state is that of the answer before.
      await page.evaluate(
        (n) =>
          new Promise((resolve) => {
            const box = document.querySelector('stand-first');
            for (const end of ['load', 'error'])
              box?.addEventListener(`standfirst-${end}`, resolve, { once: true });
            box?.setAttribute('url', `https://courier.example/${n}`);
            box?.setAttribute('open', '');
          }).then(() => {}),
        at,
      );
    }
    expect(host.requests.filter((path) => path === '/v1/summary')).toHaveLength(HOSTILE_ANSWERS);
    const found = await page.evaluate(() => ({
      ran: 'ran' in window,
      foreign: document
        .querySelector('stand-first')
        ?.shadowRoot?.querySelectorAll('img,script,iframe,object,[onerror]').length,
      wide: document.documentElement.scrollWidth > innerWidth,
    }));
    expect(found).toEqual({ ran: false, foreign: 0, wide: false });
    expect(errors).toEqual([]);
  });

  it('stands its ground in a page that styles everything away', async () => {
    const style =
      'html{font-size:10px}*,*::before{all:unset!important;letter-spacing:1em!important}stand-first,button,div,span{display:none!important}body,main,article{display:block!important}';
    host.put('/', { headers: HTML, body: renderPage({ style, head: '' }) });
    const { page } = await openPage(browser, host);
    await openBox(page);
    const box = await page.locator('stand-first').first().boundingBox();
    const button = await page.locator('stand-first [part=button]').first().boundingBox();
    expect(button?.height).toBeGreaterThanOrEqual(56);
    expect(box?.width).toBeGreaterThan(300);
    expect(
      await page
        .locator('stand-first [part=title]')
        .first()
        .evaluate((title) => getComputedStyle(title).fontSize),
    ).toBe('19px');
  });

  it.each([
    { what: '320 px', viewport: { width: 320, height: 640 }, style: '' },
    { what: '200 % zoom', viewport: { width: 340, height: 450 }, style: '' },
    { what: 'twice the text size', viewport: { width: 680, height: 900 }, style: 'html{font-size:200%}' },
    {
      what: 'text spacing of WCAG 1.4.12',
      viewport: { width: 360, height: 640 },
      style:
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    },
  ])('cuts nothing off at $what', async ({ viewport, style }) => {
    host.put('/', {
      headers: HTML,
      body: renderPage({
        style,
        top: '<stand-first features="length jump copy listen share feedback"></stand-first>',
      }),
    });
    const { page } = await openPage(browser, host, '/', { viewport });
    await openBox(page);
    const cut = await page
      .locator('stand-first')
      .first()
      .evaluate((box) => {
        const { left, right } = box.getBoundingClientRect();
        const inner = [
          ...(box.shadowRoot?.querySelectorAll('[part=panel] *,[part=title],[part=action]') ?? []),
        ];
        return inner
          .filter(
            (element) =>
              !element.closest('.unseen') &&
              element.localName !== 'input' &&
              element.getClientRects().length > 0,
          )
          .filter(
            (element) =>
              element.getBoundingClientRect().left < left - 1 ||
              element.getBoundingClientRect().right > right + 1,
          )
          .map((element) => element.outerHTML.slice(0, 80));
      });
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
