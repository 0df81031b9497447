import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCAL_TOKEN } from '../../src/cli/local/local-config.ts';
import { freePort } from '../../src/cli/local/open-door.ts';
import { WIDGET_VERSION } from '../../src/pages/widget-release.ts';
import { firstAnswer, type LocalService, run, startLocalService, stillRunning } from './local-service.ts';
import { readExamples } from './readme-examples.ts';

/** What a site on this machine says to everything, its robots.txt too. */
const SITE_PAGE = `<!doctype html><html lang="en"><title>Night bus stays</title><meta property="og:type" content="article"><article><h1>Night bus stays</h1>
<p>The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.</p>
<p>“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.</p>
<p>The bus carried 31,000 people last year. A new contract has to be signed by the end of March.</p></article></html>`;
const SITE_ANSWER = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n${SITE_PAGE}`;

const README_SUMMARY =
  '/v1/articles/saltmere-ferry-suspended-after-cracks-found-in-pier/summary?format=plain-text';

describe('npm start', () => {
  let service: LocalService;
  const site = createServer((socket) => socket.once('data', () => socket.end(SITE_ANSWER)));
  let siteHost: string;
  let first: Response;

  beforeAll(async () => {
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteHost = `localhost:${(site.address() as AddressInfo).port}`;
    const port = await freePort();
    const settings = { PUBLICATION_NAME: 'The Ostrey Courier', SITES: siteHost, PORT: String(port) };
    [first, service] = await Promise.all([
      firstAnswer(`http://localhost:${port}${README_SUMMARY}`),
      startLocalService(settings),
    ]);
  });

  afterAll(async () => {
    await service.interrupt();
    site.close();
  });

  it('answers nobody before the samples are in', async () => {
    expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('Ostrey')]);
  });

  it('reads a page of a site on the same machine, and none of another port', async () => {
    const ask = (page: string) =>
      fetch(`${service.origin}/v1/summary?format=plain-text&url=${encodeURIComponent(page)}`);
    const own = await ask(`http://${siteHost}/night-bus`);
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('keep the night bus')]);
    const other = await ask(`http://localhost:${service.port}/articles`);
    expect(other.status).toBe(403);
  });

  it('publishes the samples into an empty publication', async () => {
    const answer = await fetch(`${service.origin}/v1/articles?limit=100`);
    const { items } = (await answer.json()) as { items: { url: string | null }[] };
    expect(items.filter(({ url }) => url === null)).toHaveLength(8); // Beside them the page that was read.
    expect(service.output()).toContain('with 8 sample articles');
  });

  it('shows the desk each state that no model is needed for', async () => {
    const answer = await fetch(`${service.origin}/v1/queue`, {
      headers: { Authorization: `Bearer ${LOCAL_TOKEN}` },
    });
    const { counts } = (await answer.json()) as { counts: Record<string, number> };
    expect(counts).toMatchObject({ edited: 1, approved: 1, stale: 1, off: 1 });
  });

  it('heeds settings from the environment', async () => {
    expect(await (await fetch(`${service.origin}/`)).text()).toContain('<title>The Ostrey Courier</title>');
  });

  it.each([
    {
      path: '/widget/v1/standfirst.en.js',
      status: 200,
      cache: 'public, max-age=3600, stale-while-revalidate=86400',
    },
    {
      path: `/widget/${WIDGET_VERSION}/standfirst.en.js`,
      status: 200,
      cache: 'public, max-age=31536000, immutable',
    },
    { path: '/widget/v1/absent.js', status: 404, cache: 'public, max-age=10' },
    { path: `/widget/${WIDGET_VERSION}/absent.js`, status: 404, cache: 'public, max-age=10' },
  ])('answers $path with $status, to be kept as long as that is true', async ({ path, status, cache }) => {
    const answer = await fetch(service.origin + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Cache-Control')).toBe(cache);
    expect(answer.headers.get('Content-Type')).toMatch(
      status === 200 ? /javascript/u : /^application\/problem\+json/u,
    );
    await answer.text();
  });

  it.each(['/widget/v1/standfirst.js', '/share.png'])(
    'says of the static file %s which methods it has',
    async (path) => {
      const answer = await fetch(service.origin + path, { method: 'DELETE' });
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    },
  );

  it('prints three curl lines that work as printed', async () => {
    const lines = service.output().match(/^ {2}curl .+$/gmu) ?? [];
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const { code, stdout } = await run('bash', ['-c', `${line} --silent --show-error --fail`]);
      expect({ line, code, isEmpty: stdout.trim() === '' }).toEqual({ line, code: 0, isEmpty: false });
    }
  });

  it.each(readExamples('README.md'))('answers as the README says: $command', async ({ command, answer }) => {
    const here = `localhost:${service.port}`;
    const quiet = 'curl() { command curl --silent --show-error "$@"; }';
    const { code, stdout } = await run('bash', [
      '-c',
      `${quiet}\n${command.replaceAll('localhost:8787', here)}`,
    ]);
    const shown = stdout
      .trim()
      .replaceAll(here, 'localhost:8787')
      .replace(/urn:uuid:[0-9a-f-]+/u, 'urn:uuid:…');
    expect(code).toBe(0);
    expect(shown).toBe(answer);
  });

  it('leaves no process behind after Ctrl-C', async () => {
    const second = await startLocalService();
    const processes = await second.processGroup();
    expect(processes.length).toBeGreaterThan(2);
    expect(await second.interrupt()).toBe(0);
    await vi.waitUntil(async () => (await stillRunning(processes)).length === 0, { timeout: 60_000 });
  });

  it('ends with the npm that was told to end', async () => {
    const second = await startLocalService({}, ['npm', 'start']);
    const processes = await second.processGroup();
    await second.interrupt('SIGTERM');
    await vi.waitUntil(async () => (await stillRunning(processes)).length === 0, { timeout: 60_000 });
  });
});

describe('npm start, badly called', () => {
  it('names each malformed setting, in one line each, and serves without it', async () => {
    const service = await startLocalService({ SITES: 'bad host/..', REFRESH_HOURS: 'soon' });
    expect(service.output().match(/^The setting .+$/gmu)).toEqual([
      expect.stringContaining('The setting SITES is malformed: "bad" is not used: each entry is a host'),
      expect.stringContaining('The setting SITES is malformed: "host/.." is not used: each entry is a host'),
      'The setting REFRESH_HOURS is malformed: must be a number of hours, 0.05 to 720.',
    ]);
    expect((await fetch(`${service.origin}/v1/articles`)).status).toBe(200);
    await service.interrupt();
  });

  it('says in one line that the port is taken', async () => {
    const port = await freePort();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const { code, stdout, stderr } = await run(process.execPath, ['src/cli/start.ts'], {
      ...process.env,
      PORT: String(port),
    });
    await new Promise((resolve) => squatter.close(resolve));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start\n`,
    );
  });

  it.each(['http', '0', '70000', '80.5'])('refuses the port "%s"', async (port) => {
    const { code, stderr } = await run(process.execPath, ['src/cli/start.ts'], {
      ...process.env,
      PORT: port,
    });
    expect(code).toBe(1);
    expect(stderr).toBe(`PORT must be a number from 1 to 65534, not "${port}".\n`);
  });
});
