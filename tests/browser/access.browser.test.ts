import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadLabels } from '../../src/core/labels/labels.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, pressBox, untilState } from './box.ts';
import { type Answer, answerFor, type Host, HTML, summarize } from './host.ts';
import { arabic, harbour, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

const ALL_FEATURES = 'length jump copy listen share feedback';
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds inside the boxes. The rest of the page is the host's own matter. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => JSON.stringify(target).includes('stand-first'))
        .map(({ html }) => `${id}: ${html.slice(0, 90)}`),
    );
  }, RULES);
}

/** Contrast (WCAG 2.2, 1.4.6) of the texts in boxes of a state, colours laid over each other as the browser does. */
function measureContrast(places: readonly (readonly [state: string, selector: string])[]) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) throw new Error('no canvas');
  const paint = (colours: readonly string[]) => {
    for (const colour of ['#fff', ...colours]) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundsOf = (element: Element | null): string[] => {
    if (element === null) return [];
    const above =
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
    return [...groundsOf(above), getComputedStyle(element).backgroundColor];
  };
  return places.flatMap(([state, selector]) =>
    [...document.querySelectorAll('stand-first')]
      .filter((box) => box.state === state)
      .flatMap((box) => [...(box.shadowRoot?.querySelectorAll(selector) ?? [])])
      .map((element) => {
        const grounds = groundsOf(element);
        const [ground, text] = [paint(grounds), paint([...grounds, getComputedStyle(element).color])];
        const ratio = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
        return { text: element.textContent, ratio: Math.round(ratio * 100) / 100 };
      }),
  );
}

/** Pairs that a page is read in at 4.5 to 1 or more, of all hues, by a fixed sequence. */
function makePairs(count: number): [text: string, ground: string][] {
  let seed = 20261128;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return (seed >> 8) % 256;
  };
  const luminance = (colour: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = colour.map((value) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const pairs: [string, string][] = [
    ['#767676', '#fff'],
    ['#767676', '#000'],
    ['#433422', '#f4ecd8'],
    ['#000', '#767676'],
    ['#fff', '#767676'],
  ];
  while (pairs.length < count) {
    const [text, ground] = [0, 0].map(() => [next(), next(), next()]) as [number[], number[]];
    const ratio = luminance(text) / luminance(ground);
    if (ratio >= 4.5 || ratio <= 1 / 4.5) pairs.push([`rgb(${text.join()})`, `rgb(${ground.join()})`]);
  }
  return pairs;
}

/** Share and feedback are drawn by a file that comes after the summary. */
async function untilFeedback(page: Page, boxes: number): Promise<void> {
  await expect.poll(() => page.locator('stand-first [aria-pressed]').count()).toBe(2 * boxes);
}

/** No two of one name: a second sentence of a paragraph says that it is the second. */
function nameMarks(): string[] {
  const paragraphs = summarize(harbour, new URLSearchParams()).sentences.map(({ paragraph }) => paragraph);
  return paragraphs.map((paragraph, index) => {
    const count = paragraphs.slice(0, index + 1).filter((other) => other === paragraph).length;
    return `Show in the article, paragraph ${paragraph}${count > 1 ? ` (${count})` : ''}`;
  });
}

/** A box of each state on one page: the service answers by the address. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  loading: { delayMs: 60_000 },
  error: { status: 500, body: '{}' },
  limited: { status: 429, body: '{}' },
  none: { status: 404, body: '{}' },
};
const STATES = ['idle', 'loading', 'ready', 'short', 'error', 'limited', 'none'];
const LOOKS = [
  { look: 'light', article: harbour, html: 'lang="en"' },
  { look: 'dark', article: harbour, html: 'lang="en" class="dark"' },
  { look: 'light, from right to left', article: arabic, html: 'lang="ar" dir="rtl"' },
  { look: 'dark, from right to left', article: arabic, html: 'lang="ar" dir="rtl" class="dark"' },
];

describe.skipIf(chromiumPath === undefined)('the box for everybody', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  it.each(LOOKS)('has no barrier that axe knows, in any state: $look', async ({ article, html }) => {
    const boxes = STATES.map(
      (state) =>
        `<stand-first url="https://courier.example/${state}" features="${ALL_FEATURES}"></stand-first>`,
    );
    const body = renderPage({ article, top: boxes.join(''), bottom: null, htmlAttributes: html });
    host.put('/', { headers: HTML, body });
    const short = { ...article, paragraphs: article.paragraphs.slice(0, 1).map((text) => text.slice(0, 60)) };
    host.answerWith((query) => {
      const state = query.get('url')?.split('/').at(-1) ?? '';
      return ANSWERS[state] ?? answerFor(state === 'short' ? short : article)(query);
    });
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    for (const [index, state] of STATES.entries()) {
      if (state === 'idle') continue;
      await pressBox(page, index);
      await untilState(page, state, index);
    }
    await untilFeedback(page, 2); // Those that have a summary.
    expect(await findViolations(page)).toEqual([]);
  });

  it.each([
    { look: '', least: 7 },
    { look: 'class="dark"', least: 7 },
    { look: 'class="sepia"', least: 4.5 }, // Its own text stands at 10 to 1: nothing quieter reaches 7.
  ])(
    'is read at $least to 1 everywhere, worked out from the painted colours: $look',
    async ({ look, least }) => {
      const boxes = `<stand-first></stand-first><stand-first features="${ALL_FEATURES}"></stand-first>`;
      host.put('/', {
        headers: HTML,
        body: renderPage({ top: boxes, bottom: null, htmlAttributes: `lang="en" ${look}` }),
      });
      const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
      await openBox(page, 1);
      await untilFeedback(page, 1);
      const ratios = await page.evaluate(measureContrast, [
        ['idle', '[part=title],[part=action] span'],
        [
          'ready',
          '[part=title],label span,li span,[part=source],[part=footer] span,[part=link],[part=control]',
        ],
      ] as const);
      expect(ratios.length).toBeGreaterThan(12);
      expect(ratios.filter(({ ratio }) => ratio < least)).toEqual([]);
    },
  );

  it('is read at 4.5 to 1 on 210 pairs of text and ground that pages may have', async () => {
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    const pairs = makePairs(210);
    const boxes = pairs.map(
      ([text, ground]) => `<div style="color:${text};background:${ground}"><stand-first></stand-first></div>`,
    );
    await page.evaluate((html) => {
      document.body.innerHTML = html;
      for (const box of document.querySelectorAll('stand-first')) box.open = true;
    }, boxes.join(''));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('stand-first')].every(({ state }) => state === 'ready'),
    );
    const ratios = await page.evaluate(measureContrast, [
      [
        'ready',
        '[part=title],label span,li span,[part=source],[part=footer] span,[part=link],[part=control]',
      ],
    ] as const);
    expect(ratios.length).toBeGreaterThan(210 * 10);
    expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  it('is walked through by keyboard in reading order, and leads back to where it began', async () => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ top: `<stand-first features="${ALL_FEATURES}"></stand-first>` }),
    });
    const { page } = await openPage(browser, host);
    const focused = () =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement;
        return (
          inner?.getAttribute('aria-label') ??
          (inner?.localName === 'input'
            ? `radio ${inner.parentElement?.textContent}`
            : inner?.textContent?.trim())
        );
      });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('No time to read? Get a summary');
    await page.keyboard.press('Enter');
    await untilState(page, 'ready');
    await untilFeedback(page, 1);
    expect(await focused()).toBe('No time to read? Get a summary');
    const walk: (string | null | undefined)[] = [];
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      walk.push(await focused());
    }
    expect(walk).toEqual([
      'radio Short',
      'Listen',
      ...nameMarks(),
      'How it works',
      'Copy',
      'Share',
      'Helpful',
      'Not helpful',
    ]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('No time to read? Get a summary');
    expect(await page.locator('stand-first').first().getAttribute('open')).toBeNull();
  });

  it('keeps the focus on the length switch while another length loads', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 5);
    expect(
      await page.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.parentElement?.textContent,
      ),
    ).toBe('Medium');
  });

  it('goes back to the mark on Escape after a jump', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.locator('stand-first [part=source]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.localName === 'p');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !CSS.highlights.has('standfirst'));
    expect(await page.locator('stand-first [part=back]').count()).toBe(0);
    expect(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')),
    ).toBe('source');
  });

  it('speaks politely of what happens, and of nothing else', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    const status = page.locator('stand-first [role=status]').first();
    await page.waitForFunction(
      () =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Summary ready',
    );
    expect(await status.textContent()).toBe('Summary ready');
    expect(
      await page
        .locator('stand-first li')
        .first()
        .evaluate((item) => item.closest('[aria-live],[role=status]')),
    ).toBeNull();
  });

  it.each([
    { language: 'en', article: harbour, name: 'No time to read? Get a summary' },
    { language: 'de', article: harbour, name: 'Keine Zeit zum Lesen? Zusammenfassung' },
    { language: 'ar', article: arabic, name: 'لا وقت للقراءة؟ اقرأ الملخّص' },
  ])('is a button with a constant name in $language', async ({ language, article, name }) => {
    host.put('/', {
      headers: HTML,
      body: renderPage({ article, htmlAttributes: `lang="${language}"`, bottom: null }),
    });
    host.answerWith(answerFor(article));
    const { page } = await openPage(browser, host);
    expect(await page.getByRole('button', { name, expanded: false }).count()).toBe(1);
    await openBox(page);
    expect(await page.getByRole('button', { name, expanded: true }).count()).toBe(1);
  });

  it.each([
    { language: 'en', article: harbour },
    { language: 'de', article: harbour },
    { language: 'ar', article: arabic },
  ])('tells the same to who hears it, state by state, in $language', async ({ language, article }) => {
    const { labels } = await loadLabels(language);
    const { sentences } = summarize(article, new URLSearchParams({ labels: language }));
    host.put('/', {
      headers: HTML,
      body: renderPage({ article, htmlAttributes: `lang="${language}"`, bottom: null }),
    });
    host.answerWith(answerFor(article));
    const { page } = await openPage(browser, host);
    const heard = async () =>
      (await page.locator('stand-first').ariaSnapshot()).split('\n').map((line) => line.trim());
    const name = `${labels.noTime} ${labels.getSummary}`;
    expect(await heard()).toEqual([`- button "${name}"`]);
    await openBox(page);
    await page.waitForFunction(
      (text) =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        text,
      labels.ready,
    );
    const ready = (await heard()).join('\n');
    const inOrder = [
      `button "${name}" [expanded]`,
      `group "${labels.length}"`,
      `radio "${labels.short}" [checked]`,
      `radio "${labels.long}"`,
      ...sentences.map(({ paragraph }) =>
        labels.showSource.replace('{n}', Number(paragraph).toLocaleString(language)),
      ),
      labels.extracted,
      `link "${labels.how}"`,
      `button "${labels.copy}"`,
      `status: ${labels.ready}`,
    ];
    let from = 0;
    for (const words of inOrder) {
      expect(ready.slice(from)).toContain(words);
      from = ready.indexOf(words, from) + words.length;
    }
    host.answerWith(() => ({ status: 500, body: '{}' }));
    await page.evaluate(() => document.querySelector('stand-first')?.reload());
    await untilState(page, 'error');
    const failed = (await heard()).join('\n');
    for (const words of [labels.failed, `button "${labels.retry}"`, `link "${labels.openPage}"`])
      expect(failed).toContain(words);
  });

  it('has no barrier that axe knows while the way back is on show, nor without a network', async () => {
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    await openBox(page);
    await page.locator('stand-first [part=source]').first().click();
    await page.locator('stand-first [part=back]').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.locator('stand-first [part=back]').click();
    await page.context().setOffline(true);
    await page.evaluate(() => document.querySelector('stand-first')?.reload());
    await untilState(page, 'offline');
    expect(await findViolations(page)).toEqual([]);
  });

  it('shows the way back no frame before Escape takes it', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    const frames = await page.evaluate(async () => {
      const root = document.querySelector('stand-first')?.shadowRoot;
      root?.querySelector<HTMLElement>('[part=source]')?.click();
      const seen: string[] = [];
      for (let shown = 0; shown < 3; ) {
        await new Promise(requestAnimationFrame);
        const back = root?.querySelector<HTMLElement>('[part=back]');
        if (!back?.offsetHeight) continue;
        shown += 1;
        seen.push(`${back.matches(':popover-open')} ${document.activeElement?.localName}`);
      }
      return seen;
    });
    expect(frames).toEqual(['true p', 'true p', 'true p']);
  });

  it('has targets of 24 px in the text and of 44 px around it', async () => {
    const { page } = await openPage(browser, host, '/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 800 },
    });
    await openBox(page);
    const small = await page
      .locator('stand-first')
      .first()
      .locator('button,label,a')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.getClientRects().length > 0)
          .map((target) => {
            // A mark's own target lies over it, larger than what is seen.
            const overlay = getComputedStyle(target, '::before');
            const { width, height } = target.getBoundingClientRect();
            const isMark = target.getAttribute('part') === 'source';
            return {
              text: target.textContent,
              least: target.matches('button:not([part=source])') ? 44 : 24,
              width: isMark ? parseFloat(overlay.width) : width,
              height: isMark ? parseFloat(overlay.height) : height,
            };
          })
          .filter(({ width, height, least }) => width < least || height < least),
      );
    expect(small).toEqual([]);
  });

  it('asks nothing of a page that trusts nobody', async () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    host.put('/', { headers: { ...HTML, 'Content-Security-Policy': policy }, body: renderPage() });
    const { page, errors } = await openPage(browser, host);
    await openBox(page);
    await page.locator('stand-first [part=source]').first().click();
    await page.locator('stand-first [part=back]').click();
    await page.locator('stand-first label').nth(2).click();
    await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 7);
    expect(errors).toEqual([]);
  });

  it('leaves the link to whoever has no script', async () => {
    const { page } = await openPage(browser, host, '/').then(async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(host.origin);
      return { page: plain };
    });
    expect(await page.getByRole('link', { name: 'No time to read? Get a summary' }).count()).toBe(2);
  });

  it('follows a page that turns dark while it is open', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    const paint = () =>
      page
        .locator('stand-first [part=title]')
        .first()
        .evaluate((title) => getComputedStyle(title).color);
    const light = await paint();
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    expect(await paint()).not.toBe(light);
  });

  it('prints an open summary without its tools, and no closed box', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('stand-first li').first().isVisible()).toBe(true);
    expect(await page.locator('stand-first fieldset').isVisible()).toBe(false);
  });
});
