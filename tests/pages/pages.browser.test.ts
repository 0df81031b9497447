import AxeBuilder from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalService, startLocalService } from '../cli/local-service.ts';
import { chromiumPath, launchChromium } from './chromium.ts';

const ARTICLE = '/articles/saltmere-ferry-suspended-after-cracks-found-in-pier';

describe.skipIf(chromiumPath === undefined)('our pages, in Chromium', () => {
  let service: LocalService;
  let browser: Browser;

  beforeAll(async () => {
    service = await startLocalService();
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await service.interrupt();
  });

  async function open(
    path: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; errors: string[] }> {
    const page = await browser.newPage(options);
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${service.origin}${path}`);
    return { page, errors };
  }

  it('shows the box above and below the body, and opens it without JavaScript', async () => {
    const { page } = await open(ARTICLE, { javaScriptEnabled: false });
    const boxes = page.locator('details.summary');
    expect(await boxes.count()).toBe(2);
    expect(await page.getByText('Sentences from this article').first().isVisible()).toBe(false);
    await boxes.first().locator('summary').click();
    expect(await boxes.first().locator('li').count()).toBe(3);
    expect(await page.getByText('Sentences from this article').first().isVisible()).toBe(true);
    await page.close();
  });

  it('leads from a point to its place in the body, not to the box', async () => {
    const { page } = await open(ARTICLE, { javaScriptEnabled: false });
    await page.locator('details.summary summary').first().click();
    await page.locator('details.summary .place').nth(1).click();
    const target = page.locator(':target');
    expect(await target.count()).toBe(1);
    expect(await page.locator('.body :target').count()).toBe(1);
    expect(await target.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 229, 138)',
    );
    await page.close();
  });

  it.each([
    { path: '/', width: 320 },
    { path: '/', width: 1200 },
    { path: ARTICLE, width: 320 },
    { path: ARTICLE, width: 360 },
    { path: ARTICLE, width: 1200 },
  ])('$path fits into $width px', async ({ path, width }) => {
    const { page, errors } = await open(path, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([
    { path: '/', colorScheme: 'light' as const },
    { path: '/', colorScheme: 'dark' as const },
    { path: ARTICLE, colorScheme: 'light' as const },
    { path: ARTICLE, colorScheme: 'dark' as const },
  ])('$path has no accessibility fault in $colorScheme', async ({ path, colorScheme }) => {
    const { page } = await open(path, { colorScheme });
    await page.evaluate(() => {
      for (const box of document.querySelectorAll('details')) box.open = true;
    });
    await page.evaluate(AxeBuilder.source);
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(faults).toEqual([]);
    await page.close();
  });
});
