import type { Browser, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath, launchWholeChromium, wholeChromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, pressBox, recordEvents, untilState } from './box.ts';
import { answerFor, type Host, HTML, summarize } from './host.ts';
import { harbour, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

describe.skipIf(chromiumPath === undefined)('the box on a page', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  const widgetRequests = () => host.requests.filter((path) => /^\/(?:widget|v1)\//u.test(path));

  it('asks for one file before a press and for two more on it', async () => {
    const { page } = await openPage(browser, host);
    expect(widgetRequests()).toEqual(['/widget/v1/standfirst.js']);
    await openBox(page);
    expect(
      widgetRequests()
        .slice(1)
        .map((path) => path.replace(/\.[0-9a-f]{8}/u, '')),
    ).toEqual(['/widget/9.9.9/panel.js', '/v1/summary']);
  });

  it('fetches the panel when somebody is about to press, and with prefetch="none" only at the press', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ bottom: '<stand-first prefetch="none"></stand-first>' }),
    });
    const { page } = await openPage(browser, host);
    await page.locator('stand-first [part=button]').nth(1).hover();
    expect(widgetRequests()).toHaveLength(1);
    const panel = page.waitForResponse(/panel/u);
    await page.locator('stand-first [part=button]').first().hover();
    await panel;
    expect(widgetRequests()).toHaveLength(2);
  });

  it('is one file with the full build', async () => {
    const script = '<script async src="/widget/v1/standfirst.full.en.js"></script>';
    host.put('/', { headers: HTML, body: renderPage({ script }) });
    const { page } = await openPage(browser, host);
    await openBox(page);
    expect(widgetRequests()).toEqual(['/widget/v1/standfirst.full.en.js', '/v1/summary']);
  });

  it('shares one request between two boxes', async () => {
    const release = host.holdAnswers();
    const { page } = await openPage(browser, host);
    await pressBox(page, 0);
    await pressBox(page, 1);
    await untilState(page, 'loading', 1);
    release();
    await untilState(page, 'ready', 0);
    await untilState(page, 'ready', 1);
    expect(host.requests.filter((path) => path === '/v1/summary')).toHaveLength(1);
  });

  it.each([
    {
      head: '<link rel="canonical" href="https://a.example/c"><meta property="og:url" content="https://a.example/o">',
      asked: 'https://a.example/c',
    },
    { head: '<meta property="og:url" content="https://a.example/o">', asked: 'https://a.example/o' },
    { head: '', asked: undefined },
  ])('finds the address of the page: $asked', async ({ head, asked }) => {
    let url: string | null = null;
    host.put('/', { headers: HTML, body: renderPage({ head }) });
    host.answerWith((query) => {
      url = query.get('url');
      return answerFor(harbour)(query);
    });
    const { page } = await openPage(browser, host, '/?utm_source=x#top');
    await openBox(page);
    expect(url).toBe(asked ?? `${host.origin}/`);
  });

  it('asks the named endpoint for the named page, length and language', async () => {
    const asked: string[] = [];
    host.put('/', {
      headers: HTML,
      body: renderPage({
        top: '<stand-first url="https://a.example/x" length="medium" lang="de-AT"></stand-first>',
      }),
    });
    host.answerWith((query) => {
      asked.push(query.toString());
      return answerFor(harbour)(query);
    });
    const { page } = await openPage(browser, host);
    await openBox(page);
    expect(asked).toEqual(['url=https%3A%2F%2Fa.example%2Fx&length=medium&include=labels&labels=de']);
    expect(await page.locator('stand-first [part=title]').first().textContent()).toBe(
      'Keine Zeit zum Lesen?',
    );
    expect(await page.locator('stand-first li').count()).toBe(5);
  });

  it('tells its life in events that bubble, and none carries a text', async () => {
    const { page } = await openPage(browser, host);
    const events = await recordEvents(page);
    await openBox(page);
    await page.locator('stand-first label').nth(1).click();
    await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 5);
    await page.locator('stand-first [part=source]').first().click();
    await page.locator('stand-first [part=back]').click();
    await pressBox(page);
    expect(await events()).toEqual([
      ['open', null],
      ['load', { n: 3, missing: 0, ms: expect.any(Number) }],
      ['length', { len: 'medium' }],
      ['load', { n: 5, missing: 0, ms: expect.any(Number) }],
      ['jump', { n: 1 }],
      ['back', null],
      ['close', null],
    ]);
  });

  it('stays closed where a listener cancels the opening', async () => {
    const { page } = await openPage(browser, host);
    const events = await recordEvents(page);
    await page.evaluate(() =>
      document.addEventListener('standfirst-open', (event) => event.preventDefault()),
    );
    await pressBox(page);
    expect(await page.locator('stand-first').first().getAttribute('open')).toBeNull();
    expect(await page.locator('stand-first [part=button]').first().getAttribute('aria-expanded')).toBe(
      'false',
    );
    expect((await events()).map(([name]) => name)).toEqual(['open']);
  });

  it('can be driven by script: show, hide, reload, jump, ready, state, points', async () => {
    const { page } = await openPage(browser, host);
    const seen = await page.evaluate(async () => {
      const box = document.querySelector('stand-first') as HTMLElementTagNameMap['stand-first'];
      const states = [box.state];
      box.show();
      await box.ready;
      states.push(box.state);
      const { points } = box;
      const loaded = new Promise((resolve) =>
        box.addEventListener('standfirst-load', resolve, { once: true }),
      );
      box.reload();
      states.push(box.state);
      await loaded;
      const arrived = new Promise((resolve) => box.addEventListener('standfirst-jump', resolve));
      box.jump(2);
      await arrived;
      const highlighted = [...(CSS.highlights.get('standfirst') ?? [])].map(String);
      box.hide();
      return {
        states,
        highlighted,
        second: points[1]?.text,
        open: box.open,
        left: CSS.highlights.has('standfirst'),
      };
    });
    expect(seen.states).toEqual(['idle', 'ready', 'loading']);
    expect(seen.highlighted).toEqual([seen.second]);
    expect(seen.open).toBe(false);
    expect(seen.left).toBe(false);
    expect(host.requests.filter((path) => path === '/v1/summary')).toHaveLength(2);
  });

  it('shows its state to style sheets', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    expect(await page.locator('stand-first:state(ready)').count()).toBe(1);
    expect(await page.locator('stand-first [part~=ready]').count()).toBe(1);
  });

  it('leads to the sentence, marks it, and leads back', async () => {
    const { page } = await openPage(browser, host, '/', { viewport: { width: 360, height: 640 } });
    await openBox(page);
    const mark = page.locator('stand-first [part=source]').nth(2);
    await mark.click();
    await page.waitForFunction(() => document.activeElement?.localName === 'p');
    const text = await page.evaluate(() => String([...(CSS.highlights.get('standfirst') ?? [])][0]));
    expect(await page.locator('stand-first li span').nth(2).textContent()).toBe(text);
    await page.locator('stand-first [part=back]').click();
    expect(
      await mark.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element),
    ).toBe(true);
    expect(await page.locator('stand-first [part=back]').count()).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.has('standfirst'))).toBe(false);
  });

  it.each<[by: string, press: (mark: Locator) => Promise<void>]>([
    ['pointer', (mark) => mark.click()],
    ['keyboard', (mark) => mark.press('Enter')],
  ])('marks one sentence at a time, the one that was asked for last, by %s', async (_, press) => {
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    await openBox(page);
    const marks = page.locator('stand-first').first().locator('[part=source]');
    const points = page.locator('stand-first').first().locator('li span');
    for (const index of [0, 2]) {
      await press(marks.nth(index));
      await page.waitForFunction(() => document.activeElement?.localName === 'p');
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(100); // Time for what the first jump left behind to end the second.
      const marked = await page.evaluate(() => [...(CSS.highlights.get('standfirst') ?? [])].map(String));
      expect(marked).toEqual([await points.nth(index).textContent()]);
      expect(await page.locator('stand-first [part=back]').count()).toBe(1);
    }
  });

  it.each([
    { what: 'one mark twice', presses: [0, 0] },
    { what: 'two marks', presses: [0, 2] },
  ])('leads once, and where the last press wanted, where $what came before the file', async ({ presses }) => {
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route(/\/more\./u, (route) => released.then(() => route.continue()));
    const events = await recordEvents(page);
    await openBox(page);
    const box = page.locator('stand-first').first();
    for (const index of presses) await box.locator('[part=source]').nth(index).click();
    release();
    await page.waitForFunction(() => document.activeElement?.localName === 'p');
    await page.waitForTimeout(100); // Time for the other press to lead elsewhere, or to end this one.
    const last = presses.at(-1) ?? 0;
    expect((await events()).filter(([name]) => name === 'jump')).toEqual([['jump', { n: last + 1 }]]);
    const marked = await page.evaluate(() => [...(CSS.highlights.get('standfirst') ?? [])].map(String));
    expect(marked).toEqual([await box.locator('li span').nth(last).textContent()]);
    expect(await box.locator('[part=back]').count()).toBe(1);
  });

  it('leads to the article from a box that stands far outside of it, and stays there', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ bottom: null, top: null }).replace(
        '</main>',
        '<div style="height:300vh"></div><stand-first article="article"></stand-first></main>',
      ),
    });
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.locator('stand-first [part=source]').first().click();
    await page.waitForFunction(() => {
      const [range] = CSS.highlights.get('standfirst') ?? [];
      const top = (range as Range | undefined)?.getBoundingClientRect().top ?? -1;
      return top > 0 && top < innerHeight;
    });
    expect(await page.locator('stand-first [part=back]').count()).toBe(1);
  });

  it('leaves the markup of the article as it was, but for the focus', async () => {
    const { page } = await openPage(browser, host);
    const before = await page.locator('article p').evaluateAll((all) => all.map((p) => p.innerHTML));
    await openBox(page);
    await page.locator('stand-first [part=source]').first().click();
    await page.locator('stand-first [part=back]').waitFor();
    expect(await page.locator('article p').evaluateAll((all) => all.map((p) => p.innerHTML))).toEqual(before);
  });

  it('finds sentences in markup that breaks, hyphenates and nests them', async () => {
    const [first = '', ...others] = harbour.paragraphs;
    const broken = first
      .replace('Sunday morning', 'Sun\u00adday&nbsp;<em>morn<b>ing</b></em>')
      .replace('nobody in', 'nobody<br>in')
      .replace('eleven times', 'eleven\n     times');
    host.put('/', {
      headers: HTML,
      body: renderPage({ article: { ...harbour, paragraphs: [broken, ...others] } }),
    });
    const { page } = await openPage(browser, host);
    await openBox(page);
    expect(await page.locator('stand-first').first().locator('[part=source]').count()).toBe(3);
  });

  it('shows no mark for a sentence that the page does not hold', async () => {
    const [gone] = harbour.paragraphs;
    const points = summarize(harbour, new URLSearchParams()).sentences;
    const missing = points.filter(({ text }) => gone?.includes(text)).length;
    const article = { ...harbour, paragraphs: harbour.paragraphs.slice(1) };
    host.put('/', { headers: HTML, body: renderPage({ article }) });
    const { page } = await openPage(browser, host);
    const events = await recordEvents(page);
    await openBox(page);
    const marks = page.locator('stand-first').first().locator('[part=source]');
    expect(missing).toBeGreaterThan(0);
    expect(await marks.count()).toBe(points.length - missing);
    expect(await events()).toContainEqual(['load', { n: points.length, missing, ms: expect.any(Number) }]);
  });

  it('copies the points and the address, and says so', async () => {
    const { page } = await openPage(browser, host, '/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await openBox(page);
    await page.locator('stand-first [part=footer] button').first().click();
    const status = page.locator('stand-first [role=status]').first();
    await page.waitForFunction(
      () =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Copied',
    );
    expect(await status.textContent()).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toHaveLength(4);
    expect(copied).toMatch(/^• [\s\S]+\nhttps:\/\/courier\.example\/wall$/u);
  });

  it('reads the points aloud, one after the other, and falls silent when closed', async () => {
    const { page } = await openPage(browser, host);
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
      Object.defineProperty(speechSynthesis, 'speak', {
        value: (u: { text: string; onstart(): void }) => {
          spoken.push(u.text);
          if (spoken.length === 2) u.onstart();
        },
      });
      Object.defineProperty(speechSynthesis, 'cancel', { value: () => spoken.push('cancel') });
    });
    await openBox(page);
    await page.locator('stand-first [part=toolbar] button').click();
    expect(await page.locator('stand-first [aria-current=true]').count()).toBe(1);
    await pressBox(page);
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    const points = summarize(harbour, new URLSearchParams()).sentences.map(({ text }) => text);
    expect(spoken).toEqual(['cancel', ...points, 'cancel']);
    expect(await page.locator('stand-first [aria-current=true]').count()).toBe(0);
  });

  it('offers sharing and feedback only where asked to, and lets feedback be taken back', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ top: '<stand-first features="share feedback"></stand-first>' }),
    });
    const { page } = await openPage(browser, host);
    const events = await recordEvents(page);
    await openBox(page, 0);
    await openBox(page, 1);
    const box = page.locator('stand-first').first();
    await box.getByRole('button', { name: 'Share' }).waitFor();
    expect(await box.locator('[part=toolbar]').isVisible()).toBe(false);
    expect(
      await page
        .locator('stand-first')
        .nth(1)
        .getByRole('button', { name: /Helpful|Share/u })
        .count(),
    ).toBe(0);
    await box.getByRole('button', { name: 'Helpful', exact: true }).click();
    await box.getByRole('button', { name: 'Not helpful' }).click();
    await box.getByRole('button', { name: 'Not helpful' }).click();
    expect((await events()).filter(([name]) => name === 'feedback').map(([, detail]) => detail)).toEqual([
      { v: 1 },
      { v: -1 },
      { v: 0 },
    ]);
  });

  it('says that an article is short, shows all of it, and offers no lengths', async () => {
    const short = {
      ...harbour,
      paragraphs: ['Three other ports have asked for the drawings of the barrier.'],
    };
    host.answerWith(answerFor(short));
    const { page } = await openPage(browser, host);
    await pressBox(page);
    await untilState(page, 'short');
    const box = page.locator('stand-first').first();
    expect(await box.locator('[part=summary] p').textContent()).toBe('This article is already short.');
    expect(await box.locator('li').count()).toBe(1);
    expect(await box.locator('input').count()).toBe(0);
  });

  it('is defined once, however often and in whatever version it is loaded', async () => {
    const twice =
      '<script async src="/widget/v1/standfirst.js"></script><script async src="/widget/9.9.9/standfirst.en.js"></script><script async src="/widget/v1/standfirst.full.de.js"></script>';
    host.put('/', { headers: HTML, body: renderPage({ script: twice }) });
    const { page, errors } = await openPage(browser, host);
    await page.waitForLoadState('load');
    await openBox(page);
    expect(errors).toEqual([]);
  });

  it('goes on where it was when it is moved, starts anew when cloned, and falls silent when removed', async () => {
    const release = host.holdAnswers();
    const { page, errors } = await openPage(browser, host);
    const events = await recordEvents(page);
    await pressBox(page);
    await untilState(page, 'loading');
    await page.evaluate(() => {
      const [box] = document.querySelectorAll('stand-first');
      if (box) document.querySelector('article')?.appendChild(box);
    });
    release();
    await untilState(page, 'ready', 1);
    await page.evaluate(() => {
      const box = document.querySelectorAll('stand-first')[1];
      if (box)
        document.querySelector('article')?.insertBefore(box.cloneNode(true), document.querySelector('p'));
    });
    await untilState(page, 'ready', 0);
    const loads = (await events()).filter(([name]) => name === 'load').length;
    host.holdAnswers();
    const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('length=long'));
    await Promise.all([
      page.waitForRequest(/length=long/u),
      page.evaluate(() => document.querySelector('stand-first')?.setAttribute('length', 'long')),
    ]);
    await page.evaluate(() => document.querySelector('stand-first')?.remove());
    await givenUp;
    expect((await events()).filter(([name]) => name === 'load')).toHaveLength(loads);
    expect(errors).toEqual([]);
  });

  it.skipIf(wholeChromiumPath === undefined)(
    'is as it was when the reader comes back to the page',
    async () => {
      host.put('/', { headers: { ...HTML, 'Cache-Control': 'max-age=60' }, body: renderPage() });
      host.put('/elsewhere', {
        headers: HTML,
        body: '<!doctype html><link rel="icon" href="/favicon.svg"><title>Elsewhere</title>',
      });
      const keeping = await launchWholeChromium({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
      try {
        const { page, errors } = await openPage(keeping, host);
        await openBox(page);
        await page.evaluate(() =>
          addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
        );
        await page.goto(`${host.origin}/elsewhere`);
        await page.evaluate(() => history.back()); // `goBack` waits for an event that a kept page does not send.
        await page.waitForFunction(() => 'persisted' in window);
        expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true);
        expect(await page.locator('stand-first').first().locator('li').count()).toBe(3);
        await page.locator('stand-first label').nth(1).click();
        await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 5);
        expect(errors).toEqual([]);
      } finally {
        await keeping.close();
      }
    },
  );

  it('fetches the panel as soon as it is on screen with prefetch="visible"', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ top: null, bottom: '<stand-first prefetch="visible"></stand-first>' }),
    });
    const { page } = await openPage(browser, host, '/', { viewport: { width: 360, height: 400 } });
    expect(widgetRequests()).toHaveLength(1);
    const panel = page.waitForResponse(/panel/u);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel;
    expect(widgetRequests()).toHaveLength(2);
  });

  it('keeps a request that another box waits for, when one that waits is removed', async () => {
    const release = host.holdAnswers();
    const { page } = await openPage(browser, host);
    await pressBox(page, 0);
    await pressBox(page, 1);
    await untilState(page, 'loading', 1);
    await page.evaluate(() => document.querySelector('stand-first')?.remove());
    release();
    await untilState(page, 'ready', 0);
    expect(host.requests.filter((path) => path === '/v1/summary')).toHaveLength(1);
  });

  it.each([
    { motion: 'no-preference' as const, behavior: 'smooth' },
    { motion: 'reduce' as const, behavior: 'auto' },
  ])('scrolls as the reader wishes it: $motion', async ({ motion, behavior }) => {
    const { page } = await openPage(browser, host, '/', { reducedMotion: motion });
    await openBox(page);
    await page.evaluate(() => {
      const scrolls: unknown[] = [];
      Object.assign(window, { scrolls });
      Element.prototype.scrollIntoView = (options) => {
        scrolls.push((options as ScrollIntoViewOptions).behavior);
      };
    });
    await page.locator('stand-first [part=source]').first().click();
    await page.waitForFunction(() => Reflect.get(window, 'scrolls').length > 0);
    expect(new Set(await page.evaluate(() => Reflect.get(window, 'scrolls')))).toEqual(new Set([behavior]));
  });

  it('closes when the page becomes another article without loading, and then asks for that one', async () => {
    const asked: (string | null)[] = [];
    host.answerWith((query) => {
      asked.push(query.get('url'));
      return answerFor(harbour)(query);
    });
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.evaluate(() => {
      document.querySelector('link[rel=canonical]')?.setAttribute('href', 'https://courier.example/tide');
      history.pushState(null, '', '/tide');
    });
    await page.waitForFunction(() => document.querySelector('stand-first')?.open === false);
    await pressBox(page);
    // The box may be ready with what it had before, and asks then.
    await expect.poll(() => asked).toEqual(['https://courier.example/wall', 'https://courier.example/tide']);
    await untilState(page, 'ready');
  });

  it('places its boxes by itself with data-auto', async () => {
    const script = '<script src="/widget/v1/standfirst.full.en.js" data-auto="top bottom"></script>';
    host.put('/', { headers: HTML, body: renderPage({ script, top: null, bottom: null }) });
    const { page } = await openPage(browser, host);
    const children = () =>
      page.evaluate(() =>
        [...(document.querySelector('article')?.children ?? [])].map((child) => child.localName),
      );
    // The lower one is placed in a frame after the whole page has been read.
    await expect
      .poll(children)
      .toEqual(['h1', 'stand-first', ...harbour.paragraphs.map(() => 'p'), 'stand-first']);
  });

  it('takes label, action and heading level from its attributes, also when they change', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({
        top: '<stand-first label="In short" action="Show" heading-level="2"></stand-first>',
      }),
    });
    const { page } = await openPage(browser, host);
    expect(await page.getByRole('heading', { level: 2, name: 'In short Show' }).count()).toBe(1);
    await page.evaluate(() => document.querySelector('stand-first')?.setAttribute('label', 'Brief'));
    expect(await page.getByRole('heading', { level: 2, name: 'Brief Show' }).count()).toBe(1);
  });
});
