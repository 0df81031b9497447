import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ASK_TEXTS } from '../../src/core/labels/ask-texts.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, recordEvents } from './box.ts';
import { type Answer, answerFor, type Host, HTML } from './host.ts';
import { arabic, harbour, renderPage, type SampleArticle } from './sample-page.ts';
import { onStage } from './stage.ts';

const TEXTS = ASK_TEXTS.en;
const BOX = '<stand-first features="length jump ask"></stand-first>';
const QUESTION = 'Who designed the system?';
/** The service's own answer, but to questions this one. */
const answerQuestionsWith = (answer: Answer) => (query: URLSearchParams) =>
  query.has('query') ? answer : answerFor(harbour)(query);

describe.skipIf(chromiumPath === undefined)('asking about an article', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  /** A page whose box is open and whose field is there. */
  async function openField(top = BOX, article: SampleArticle = harbour, html = 'lang="en"'): Promise<Page> {
    host.put('/', { headers: HTML, body: renderPage({ article, top, bottom: null, htmlAttributes: html }) });
    const { page } = await openPage(browser, host, '/', { reducedMotion: 'reduce' });
    await openBox(page);
    await page.locator('[part=question]').first().waitFor();
    return page;
  }

  async function ask(page: Page, question = QUESTION): Promise<void> {
    await page.locator('[part=question]').first().fill(question);
    await page.keyboard.press('Enter');
  }

  const answerOf = (page: Page) => page.locator('[part=answer]').first();
  const statusOf = (page: Page) => page.locator('[role=status]').first();
  const countQuestions = () => host.requests.filter((path) => path === '/v1/summary').length - 1;

  it('loads nothing for a box without the feature', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    expect(host.requests.filter((path) => path.includes('/ask.'))).toEqual([]);
    expect(await page.locator('[part=question]').count()).toBe(0);
  });

  it('sends nothing before the reader asks, and then the question once', async () => {
    const page = await openField();
    await page.locator('[part=question]').fill(QUESTION);
    expect(countQuestions()).toBe(0);
    await page.keyboard.press('Enter');
    await answerOf(page).locator('li').first().waitFor();
    expect(countQuestions()).toBe(1);
  });

  it('answers with sentences of the article alone, and says them to who listens', async () => {
    const page = await openField();
    await ask(page);
    await answerOf(page).locator('li').first().waitFor();
    const sentences = await answerOf(page).locator('li > span').allTextContents();
    expect(sentences.length).toBeGreaterThan(0);
    const text = harbour.paragraphs.join('\n\n');
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    await expect.poll(() => statusOf(page).textContent()).toBe(sentences.join(' '));
    expect(sentences[0]).toContain('Marit Solheim, the oceanographer who designed the system');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('stand-first'); // Still in the field.
  });

  it('leads from an answer to its place in the article and back', async () => {
    const page = await openField();
    const events = await recordEvents(page);
    await ask(page);
    const mark = answerOf(page).locator('[part=source]').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.locator('[part=back]').waitFor();
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('standfirst') ?? [])].map((range) => String(range)),
    );
    expect(marked).toEqual([await answerOf(page).locator('li > span').first().textContent()]);
    await page.keyboard.press('Escape');
    expect(await mark.evaluate((button: HTMLElement) => button.matches(':focus'))).toBe(true);
    const names = (await events()).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['ask', 'jump', 'back']));
  });

  it('says honestly that the article does not say', async () => {
    const page = await openField();
    const events = await recordEvents(page);
    await ask(page, 'How long is the sea wall?');
    await expect.poll(() => answerOf(page).textContent()).toBe(TEXTS.notSaid);
    await expect.poll(() => statusOf(page).textContent()).toBe(TEXTS.notSaid);
    expect(await events()).toContainEqual(['ask', { n: 0 }]);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
  ])('asks nothing for %s, and the field says what is missing', async (_, question) => {
    const page = await openField();
    await ask(page, question);
    expect(
      await page
        .locator('[part=question]')
        .evaluate((field: HTMLInputElement) => field.validity.valueMissing),
    ).toBe(true);
    expect(countQuestions()).toBe(0);
  });

  it('sends no more of a question than the service takes', async () => {
    const asked: string[] = [];
    host.answerWith((query) => {
      asked.push(query.get('query') ?? '');
      return answerFor(harbour)(query);
    });
    const page = await openField();
    const long = 'How long is the sea wall? '.repeat(20);
    // As a script or an extension would put it in: typing ends at the limit by itself.
    await page.locator('[part=question]').evaluate((field: HTMLInputElement, text) => {
      field.value = text;
      field.form?.requestSubmit();
    }, long);
    await answerOf(page).locator('li, p').first().waitFor();
    await expect.poll(() => asked.at(-1)?.length).toBe(long.slice(0, 200).length);
  });

  it.each([
    { status: 401, says: TEXTS.closed, way: 'a' },
    { status: 403, says: TEXTS.closed, way: 'a' },
    { status: 500, says: TEXTS.failed, way: 'button' },
    { status: 200, says: TEXTS.failed, way: 'button' },
  ])('tells a refusal of $status with a way on', async ({ status, says, way }) => {
    const page = await openField();
    host.answerWith(answerQuestionsWith({ status, body: status === 200 ? 'no JSON' : '{}' }));
    await ask(page);
    await expect.poll(() => answerOf(page).textContent()).toContain(says);
    expect(await answerOf(page).locator(way).count()).toBe(1);
    await expect.poll(() => statusOf(page).textContent()).toBe(says);
  });

  it('tells how long to wait after a 429, and asks again at a press', async () => {
    const page = await openField();
    host.answerWith(answerQuestionsWith({ status: 429, headers: { 'Retry-After': '30' }, body: '{}' }));
    await ask(page);
    await expect.poll(() => answerOf(page).textContent()).toContain('30 sec');
    host.answerWith(answerFor(harbour));
    await answerOf(page).locator('button').click();
    await answerOf(page).locator('li').first().waitFor();
  });

  it('tells that there is no network, and asks again at a press', async () => {
    const page = await openField();
    await page.context().setOffline(true);
    await ask(page);
    await expect.poll(() => answerOf(page).textContent()).toContain('You seem to be offline.');
    await page.context().setOffline(false);
    await answerOf(page).locator('button').click();
    await answerOf(page).locator('li').first().waitFor();
  });

  it('shows the answer to the last question, however late the one before comes', async () => {
    const page = await openField();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    host.answerWith(async (query) => {
      if (query.get('query') !== 'first') return answerFor(harbour)(query);
      await released;
      return { status: 500, body: '{}' };
    });
    const late = page.waitForResponse((response) => response.url().includes('query=first'));
    await ask(page, 'first');
    await ask(page);
    await answerOf(page).locator('li').first().waitFor();
    release();
    await late;
    await page.waitForTimeout(100); // Time for it to be shown in place of the other.
    expect(await answerOf(page).locator('li').count()).toBeGreaterThan(0);
  });

  it('keeps the questions of two boxes apart, by one file', async () => {
    const page = await openField(`${BOX}${BOX}`);
    await openBox(page, 1);
    await page.locator('[part=question]').nth(1).waitFor();
    await ask(page);
    await answerOf(page).locator('li').first().waitFor();
    expect(await page.locator('[part=answer]').nth(1).textContent()).toBe('');
    expect(host.requests.filter((path) => path.includes('/ask.')).length).toBeLessThanOrEqual(2);
  });

  it('runs under a policy that allows the service alone', async () => {
    const policy = `default-src 'none'; script-src ${host.origin}; connect-src ${host.origin}; style-src ${host.origin}; img-src ${host.origin}; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    const body = renderPage({ top: BOX, bottom: null });
    host.put('/', { headers: { ...HTML, 'Content-Security-Policy': policy }, body });
    const { page, errors } = await openPage(browser, host);
    await openBox(page);
    await page.locator('[part=question]').waitFor();
    await ask(page);
    await answerOf(page).locator('li').first().waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    { look: 'light', article: harbour, html: 'lang="en"', question: QUESTION },
    { look: 'dark', article: harbour, html: 'lang="en" class="dark"', question: QUESTION },
    {
      look: 'from right to left',
      article: arabic,
      html: 'lang="ar" dir="rtl"',
      question: 'كم ميكروفوناً تحت الماء؟',
    },
  ])(
    'has no barrier that axe knows and no overflow at 360 px: $look',
    async ({ article, html, question }) => {
      host.answerWith(answerFor(article));
      const page = await openField(BOX, article, html);
      await ask(page, question);
      await answerOf(page).locator('li, p').first().waitFor();
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as { axe: typeof axe };
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await checker.run(document, { runOnly: tags });
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.filter(({ target }) => JSON.stringify(target).includes('stand-first')).map(() => id),
        );
      });
      expect(violations).toEqual([]);
      for (const width of [360, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        const folder = process.env.SCREENSHOTS;
        if (folder !== undefined)
          await page.screenshot({
            path: `${folder}/ask-${html.replace(/\W+/gu, '-')}${width}.png`,
            fullPage: true,
          });
      }
    },
  );
});
