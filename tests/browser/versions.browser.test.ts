import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryService, type MemoryService } from '../http/memory-service.ts';
import { chromiumPath, launchChromium } from '../pages/chromium.ts';
import { openBox, openPage, recordEvents } from './box.ts';
import { type Answer, type Host, HTML, openHost } from './host.ts';
import { harbour, renderPage } from './sample-page.ts';

const PAGE_URL = 'https://courier.example/wall';
const JAVASCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };

/** Every version that pages may still carry, and the very first build, which no release folder holds any more. */
const KEPT = [
  { version: 'the first build', files: { full: 'tests/browser/kept/first-build.full.en.js.txt' } },
  ...readdirSync('public/widget').map((version) => ({
    version,
    files: {
      full: `public/widget/${version}/standfirst.full.en.js`,
      split: `public/widget/${version}/standfirst.en.js`,
    },
  })),
].flatMap(({ version, files }) => Object.entries(files).map(([build, path]) => ({ version, build, path })));

describe.skipIf(chromiumPath === undefined)('versions that pages still carry', () => {
  let host: Host;
  let browser: Browser;
  let service: MemoryService;
  beforeAll(async () => {
    [host, browser] = await Promise.all([openHost(), launchChromium()]);
    service = createMemoryService({ SITES: 'https://courier.example' });
    const { title, paragraphs } = harbour;
    await service.put('wall', { title, text: paragraphs.join('\n\n'), url: PAGE_URL, access: 'full' });
  });
  beforeEach(() => {
    host.reset();
    host.answerWith(answerAsService);
    for (const name of readdirSync('public/widget').flatMap((version) =>
      readdirSync(`public/widget/${version}`).map((file) => `/widget/${version}/${file}`),
    ))
      if (name.endsWith('.js'))
        host.put(name, { headers: JAVASCRIPT, body: readFileSync(`public${name}`, 'utf8') });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  /** The server of today, behind the address that the widget knows. */
  async function answerAsService(query: URLSearchParams): Promise<Answer> {
    const response = await service.call(`/v1/summary?${query}`);
    return {
      status: response.status,
      headers: { ...Object.fromEntries(response.headers) },
      body: await response.text(),
    };
  }

  /** Where a file is served: a released one under its own address, so that it finds its panel. */
  function addressOf(path: string): string {
    if (path.startsWith('public')) return path.slice('public'.length);
    host.put('/kept.js', { headers: JAVASCRIPT, body: readFileSync(path, 'utf8') });
    return '/kept.js';
  }

  it.each(KEPT)('$version, $build, works with the server of today', async ({ path }) => {
    const script = `<script async src="${addressOf(path)}"></script>`;
    host.put('/', { headers: HTML, body: renderPage({ script }) });
    const { page, errors } = await openPage(browser, host);
    const events = await recordEvents(page);
    await openBox(page);
    const box = page.locator('stand-first').first();
    expect(await box.locator('[part=footer]').textContent()).toContain(
      'Sentences from this article, chosen automatically',
    );
    expect(await box.locator('label').allTextContents()).toEqual(['Short', 'Medium', 'Long']);
    await box.locator('label').nth(2).click();
    await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 7);
    await box.locator('[part=source]').first().click();
    await box.locator('[part=back]').click();
    expect(await events()).toContainEqual(['load', { n: 7, missing: 0, ms: expect.any(Number) }]);
    expect(errors).toEqual([]);
  });

  it.each([
    { first: 'kept', order: ['/kept.js', '/widget/v1/standfirst.en.js'] },
    { first: 'current', order: ['/widget/v1/standfirst.en.js', '/kept.js'] },
  ])(
    'two of them on one page leave every box to the one that came first: $first',
    async ({ first, order }) => {
      addressOf('tests/browser/kept/first-build.full.en.js.txt');
      const script = order.map((src) => `<script src="${src}"></script>`).join('');
      host.put('/', { headers: HTML, body: renderPage({ script }) });
      const { page, errors } = await openPage(browser, host);
      await openBox(page, 0);
      await openBox(page, 1);
      expect(host.requests.filter((path) => path === '/v1/summary')).toHaveLength(1);
      expect(host.requests.filter((path) => path.includes('panel'))).toHaveLength(
        first === 'current' ? 1 : 0,
      );
      expect(errors).toEqual([]);
    },
  );
});
