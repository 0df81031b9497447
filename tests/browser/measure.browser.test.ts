import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { buildWidget } from '../../src/cli/build-widget.ts';
import { chromiumPath } from '../pages/chromium.ts';
import { openBox, openPage } from './box.ts';
import { type Host, HTML } from './host.ts';
import { renderPage } from './sample-page.ts';
import { onStage } from './stage.ts';

const FEATURES = 'length jump copy listen share feedback';

describe.skipIf(chromiumPath === undefined)('the feature measure', () => {
  let host: Host;
  let browser: Browser;
  let files: Awaited<ReturnType<typeof buildWidget>> | undefined;
  onStage((stage) => {
    ({ host, browser } = stage);
  });

  /** A page with the script that measures, and what it sends until it is left. */
  async function visit(before: string): Promise<{ sent: unknown[]; headers: Record<string, string>[] }> {
    files ??= await buildWidget('9.9.9', ['en']);
    const script = Buffer.from(files.get('standfirst.measure.js') ?? []).toString('utf8');
    host.put('/measure.js', { headers: { 'Content-Type': 'text/javascript' }, body: script });
    host.put('/v1/events', { status: 204 });
    const body = renderPage({
      top: `<stand-first position="top" features="${FEATURES}"></stand-first>`,
      bottom: null,
    });
    host.put('/', {
      headers: HTML,
      body: body.replace(
        '</head>',
        `<script>${before}</script><script async src="/measure.js"></script></head>`,
      ),
    });
    const { page } = await openPage(browser, host);
    const sent: unknown[] = [];
    const headers: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/v1/events')) return;
      sent.push(JSON.parse(request.postData() ?? ''));
      headers.push(request.headers());
    });
    await openBox(page);
    await page.locator('stand-first [part=source]').first().click();
    await page.locator('stand-first [part=back]').waitFor(); // What leads there may come after the press.
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.locator('stand-first label').nth(2).click();
    await page.waitForFunction(() => document.querySelector('stand-first')?.points.length === 7);
    for (let time = 0; time < 2; time += 1)
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
    await page.evaluate(() => fetch('/')); // Asked for after them, and told after them.
    return { sent, headers };
  }

  it('tells once, as the page is left, what was done with the box, and nothing of who did it', async () => {
    const { sent, headers } = await visit('');
    expect(sent).toEqual([
      {
        url: expect.stringMatching(/^http/u),
        place: 'top',
        events: ['seen', 'opened', 'jumped', 'helpful', 'long'],
      },
    ]);
    expect(headers.map(({ cookie = '', referer = '' }) => [cookie, referer])).toEqual([['', '']]);
  });

  it.each(['globalPrivacyControl:true', 'doNotTrack:"1"'])(
    'sends nothing where the reader says so: %s',
    async (member) => {
      const [name, value] = member.split(':');
      const { sent } = await visit(`Object.defineProperty(navigator, '${name}', { value: ${value} })`);
      expect(sent).toEqual([]);
    },
  );
});
