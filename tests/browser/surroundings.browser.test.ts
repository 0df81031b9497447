import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage, pressBox, untilState } from './box.ts';
import { answerFor, type Host, HTML } from './host.ts';
import { harbour, renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

describe.skipIf(chromiumPath === undefined)('the box and what stands around it', () => {
  let host: Host;
  let browser: Browser;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  async function openInDialog(): Promise<Page> {
    const body = renderPage().replace('<main>', '<dialog><main>').replace('</main>', '</main></dialog>');
    host.put('/', {
      headers: HTML,
      body: body.replace('</body>', '<script>document.querySelector("dialog").showModal()</script></body>'),
    });
    const { page } = await openPage(browser, host);
    await openBox(page);
    return page;
  }
  const isOpen = (page: Page) =>
    page.evaluate(() => [
      document.querySelector('stand-first')?.open,
      document.querySelector('dialog')?.open,
    ]);

  it('leaves a dialog open when Escape closes the box, and closes with it at the next', async () => {
    const page = await openInDialog();
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toEqual([false, true]);
    await page.keyboard.press('Escape');
    await expect.poll(() => isOpen(page)).toEqual([false, false]);
  });

  it('leaves a dialog open when Escape leads back from a jump', async () => {
    const page = await openInDialog();
    await page.locator('stand-first [part=source]').first().click();
    await page.waitForFunction(() => document.activeElement?.localName === 'p');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !CSS.highlights.has('standfirst'));
    expect(await isOpen(page)).toEqual([true, true]);
  });

  it.each([
    { what: 'with the navigation API', api: true },
    { what: 'without it', api: false },
  ])('follows a page whose canonical address changes long after its own, $what', async ({ api }) => {
    const asked: (string | null)[] = [];
    host.answerWith((query) => {
      asked.push(query.get('url'));
      return answerFor(harbour)(query);
    });
    const { page } = await openPage(browser, host);
    if (!api) await page.evaluate(() => Object.defineProperty(window, 'navigation', { value: undefined }));
    await openBox(page);
    await page.evaluate(() => history.pushState(null, '', '/tide'));
    await page.evaluate(() => {
      const late = document.createElement('link');
      late.rel = 'canonical';
      late.href = 'https://courier.example/tide';
      document.querySelector('link[rel=canonical]')?.replaceWith(late);
    });
    await page.waitForFunction(() => document.querySelector('stand-first')?.open === false);
    await pressBox(page);
    await untilState(page, 'ready');
    // The box may be ready with what it had before, and asks then.
    await expect.poll(() => asked).toEqual(['https://courier.example/wall', 'https://courier.example/tide']);
  });

  it('says that it copied, and offers it again', async () => {
    const { page } = await openPage(browser, host, '/', { permissions: ['clipboard-write'] });
    await openBox(page);
    const copy = page.locator('stand-first').first().getByRole('button', { name: /^Cop/u });
    // Written down in the page: it says so for two seconds, which may be over when it is asked from here.
    await copy.evaluate((button) => {
      const said: (string | null)[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(button.textContent)).observe(button, { childList: true });
    });
    await copy.click();
    await page.waitForFunction(
      () =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Copied',
    );
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'said'))).toEqual(['Copied', 'Copy']);
  });

  it('says so where the page may not copy', async () => {
    const { page } = await openPage(browser, host);
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
      }),
    );
    await openBox(page);
    await page.locator('stand-first').first().getByRole('button', { name: 'Copy' }).click();
    await page.waitForFunction(
      () =>
        document.querySelector('stand-first')?.shadowRoot?.querySelector('[role=status]')?.textContent ===
        'Not copied',
    );
  });

  it('is printed with its heading, and without what can be pressed', async () => {
    const { page } = await openPage(browser, host);
    await openBox(page);
    await page.emulateMedia({ media: 'print' });
    const box = page.locator('stand-first').first();
    expect(await box.locator('[part=title]').isVisible()).toBe(true);
    for (const part of ['action', 'source', 'control', 'toolbar'])
      expect(await box.locator(`[part=${part}]`).first().isVisible()).toBe(false);
  });
});
