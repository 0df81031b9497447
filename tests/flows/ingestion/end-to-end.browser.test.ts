import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../src/cli/local/open-door.ts';
import { pressBox, untilState } from '../../browser/box.ts';
import { type LoopbackServer, serve } from '../../cli/import-sites.ts';
import { chromiumPath, launchChromium } from '../../pages/chromium.ts';
import { type LocalPublication, startPublication } from './local-publication.ts';
import { storyPage } from './upstream.ts';

const STORY = 'http://news.example/2026/bridge';

/** A plain page of a publisher with nothing of ours but the script tag. */
function tagged(html: string, serviceOrigin: string): string {
  return html.replace(
    '</head>',
    `<script src="${serviceOrigin}/widget/v1/standfirst.full.en.js" data-auto="top bottom"></script></head>`,
  );
}

describe.skipIf(chromiumPath === undefined)('from a page with one script tag to its summary', () => {
  let origin = '';
  let publisher: LoopbackServer;
  let service: LocalPublication;
  let browser: Browser;
  let story = storyPage();
  let readByService = 0;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    publisher = await serve((request, response) => {
      if (request.url === '/robots.txt') {
        response.writeHead(404).end();
        return;
      }
      if (request.headers['user-agent']?.startsWith('Standfirst/')) readByService += 1;
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(tagged(story, origin));
    });
    const publisherPort = new URL(publisher.origin).port;
    service = await startPublication(port, publisherPort);
    browser = await launchChromium({
      args: [
        `--host-resolver-rules=MAP news.example 127.0.0.1:${publisherPort},MAP other.example 127.0.0.1:${publisherPort}`,
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await publisher?.close();
  });

  async function visit(url: string): Promise<{ page: Page; messages: string[] }> {
    // So low that the end of the story is below the screen, where a box may still come.
    const page = await (await browser.newContext({ viewport: { width: 400, height: 300 } })).newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector('stand-first:defined') !== null);
    return { page, messages };
  }

  async function read(page: Page): Promise<string> {
    await pressBox(page);
    await untilState(page, 'ready short');
    const points = await page.evaluate(() =>
      document.querySelector('stand-first')?.points.map(({ text }) => text),
    );
    return (points ?? []).join(' ');
  }

  it('the first visitor presses the box and reads; the second costs the publisher nothing', async () => {
    const first = await read((await visit(STORY)).page);
    expect(first).toContain('bridge');
    expect(first).not.toContain('cookies');
    expect(await read((await visit(STORY)).page)).toBe(first);
    expect(readByService).toBe(1);
  });

  it('an edit on the page shows after it was read again', async () => {
    story = storyPage({
      paragraphs: [
        'The mayor opened the new tunnel under the harbour on Friday, three months later than the council had planned.',
        'Everybody on the quay cheered when the first bus came through at noon with eleven schoolchildren in it.',
        'The old bridge will become a public garden by next summer, the council said, and cars will not return to it.',
      ],
    });
    const order = await fetch(`${origin}/v1/ingestions`, {
      method: 'POST',
      headers: { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: STORY }),
    });
    expect(await order.json()).toMatchObject({ revision: 2 });
    await expect.poll(async () => read((await visit(STORY)).page)).toContain('tunnel');
  });

  it('a page of a host that is not registered shows no summary in either box, is never read and logs one line', async () => {
    const before = readByService;
    const { page, messages } = await visit('http://other.example/2026/bridge');
    expect(messages).toEqual([]);
    for (const box of [0, 1]) {
      await pressBox(page, box);
      await untilState(page, 'none', box);
    }
    expect(await page.evaluate(() => document.querySelector('stand-first')?.points.length)).toBe(0);
    expect(readByService).toBe(before);
    // The browser's own line, which comes on a way of its own: the widget says nothing beside it.
    await expect.poll(() => messages).toEqual([expect.stringContaining('403')]);
  });
});
