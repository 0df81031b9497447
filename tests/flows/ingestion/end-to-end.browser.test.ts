import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pressBox, untilState } from '../../browser/box.ts';
import { type LoopbackServer, serve } from '../../cli/import-sites.ts';
import { freePort } from '../../cli/local-service.ts';
import { chromiumPath } from '../../pages/chromium.ts';
import { storyPage } from './upstream.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** SHA-256 of `test-token`. */
const TOKEN_DIGEST = '4c5dc9b7708905f77f5e5d16316b5dfb425e68cb326dcd55a860e90a7707031e';
const STORY = 'http://news.example/2026/bridge';

/** A plain page of a publisher with nothing of ours but the script tag. */
function tagged(html: string, serviceOrigin: string): string {
  return html.replace(
    '</main>',
    `</main><script src="${serviceOrigin}/widget/v1/standfirst.full.en.js" data-auto="top"></script>`,
  );
}

/** The Worker under `wrangler dev`, with the publisher's names leading to a loopback port. */
async function startService(folder: string, port: number, publisherPort: string): Promise<ChildProcess> {
  const entry = join(folder, 'worker.ts');
  await writeFile(entry, workerInOwnNetwork(publisherPort));
  const config = await readFile(join(ROOT, 'wrangler.toml'), 'utf8');
  const path = join(folder, 'wrangler.toml');
  await writeFile(path, config.replace('src/worker.ts', entry).replace('./public', join(ROOT, 'public')));
  const variables = {
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    SITES: 'http://news.example',
    API_TOKENS: `tester:${TOKEN_DIGEST}`,
  };
  const flags = ['--config', path, '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  const state = [
    '--persist-to',
    join(folder, 'state'),
    '--log-level',
    'error',
    '--show-interactive-dev-session',
    'false',
  ];
  const vars = Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), 'dev', ...flags, ...state, ...vars],
    {
      cwd: ROOT,
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
    },
  );
  await vi.waitFor(() => expectHealthy(port), { timeout: 60_000, interval: 200 });
  return child;
}

async function expectHealthy(port: number): Promise<void> {
  const { ok } = await fetch(`http://127.0.0.1:${port}/health`);
  if (!ok) throw new Error('not well yet');
}

/**
 * The Worker as it is, in a network where the publisher's hosts live on this machine. Which pages may be fetched is
 * decided before, by the product's rules on the real names.
 */
function workerInOwnNetwork(publisherPort: string): string {
  return `
    const sendToNetwork = globalThis.fetch;
    const publisher = /^http:\\/\\/(?:news|other)\\.example\\//u;
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!publisher.test(url)) return Promise.reject(new Error('nobody lives at ' + url));
      return sendToNetwork(url.replace(publisher, 'http://127.0.0.1:${publisherPort}/'), init);
    };
    export { Catalogue, default, SiteCrawler } from ${JSON.stringify(join(ROOT, 'src/worker.ts'))};
  `;
}

describe.skipIf(chromiumPath === undefined)('from a page with one script tag to its summary', () => {
  let folder = '';
  let origin = '';
  let publisher: LoopbackServer;
  let service: ChildProcess | undefined;
  let browser: Browser;
  let story = storyPage();
  let readByService = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standfirst-e2e-'));
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
    service = await startService(folder, port, publisherPort);
    browser = await chromium.launch({
      executablePath: chromiumPath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        `--host-resolver-rules=MAP news.example 127.0.0.1:${publisherPort},MAP other.example 127.0.0.1:${publisherPort}`,
      ],
    });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    if (service?.pid !== undefined) process.kill(-service.pid, 'SIGKILL');
    await publisher?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function visit(url: string): Promise<{ page: Page; messages: string[] }> {
    const page = await (await browser.newContext()).newPage();
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
  }, 60_000);

  it('an edit on the page shows after it was read again', async () => {
    story = storyPage({
      paragraphs: [
        'The mayor opened the new tunnel on Friday.',
        'Everybody cheered when the first bus came through.',
        'The old bridge will be a garden, the council said.',
      ],
    });
    const order = await fetch(`${origin}/v1/ingestions`, {
      method: 'POST',
      headers: { Authorization: 'Bearer test-token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: STORY }),
    });
    expect(await order.json()).toMatchObject({ revision: 2 });
    await expect.poll(async () => read((await visit(STORY)).page), { timeout: 30_000 }).toContain('tunnel');
  }, 60_000);

  it('a page of a host that is not registered shows no summary and is never read', async () => {
    const before = readByService;
    const { page } = await visit('http://other.example/2026/bridge');
    await pressBox(page);
    await untilState(page, 'none error');
    expect(await page.evaluate(() => document.querySelector('stand-first')?.points.length ?? 0)).toBe(0);
    expect(readByService).toBe(before);
  }, 60_000);
});
