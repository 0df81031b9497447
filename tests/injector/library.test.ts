import { execFile, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INJECTOR } from '../../src/cli/build-library.ts';
import { freePort } from '../../src/cli/local/open-door.ts';
import { type InstalledLibrary, installLibrary } from '../cli/packed-library.ts';
import { untilAnswers } from '../until-answers.ts';
import { ask } from './exchange.ts';

/** A publisher's Worker that makes its pages itself, and a service that is in it, to need nobody else. */
const WORKER = `
import { createInjector, injectSummary } from 'standfirst-injector';

const page = '<!doctype html><title>Tides</title><div class="story"><p>One.</p><p>Two.</p></div>';
const insert = {
  version: 'v1',
  places: {
    scope: null,
    above: { selector: 'p', nth: 1, side: 'before' },
    below: { selector: 'div.story', nth: 1, side: 'end' },
    paragraph: { selector: 'p', count: 2 },
  },
  box: { attributes: '', disclosure: '<details dir="ltr"><summary>Box</summary></details>', data: '' },
};
const service = { fetch: async () => Response.json(insert) };
const inject = createInjector({ service, pages: 'news.example, !news.example/live' });
const origin = async (request) =>
  request.headers.get('If-None-Match') === '"one"'
    ? new Response(null, { status: 304 })
    : new Response(page, { headers: { 'Content-Type': 'text/html', ETag: '"one"' } });

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === '/made') return injectSummary(inject, request, await origin(request), context);
    return inject(request, context, origin);
  },
};
`;

const CONSUMER = `
import { createInjector, injectSummary, type Injector, type InjectorOptions } from 'standfirst-injector';

const options: InjectorOptions = { service: 'https://summaries.news.example', pages: 'news.example' };
const inject: Injector = createInjector(options);
const context = { waitUntil() {} };
const request = new Request('https://news.example/tides');
export const answers: Promise<Response>[] = [
  inject(request, context),
  inject(request, context, async () => new Response('')),
  injectSummary(inject, request, new Response(''), context),
];
// @ts-expect-error: pages are named
createInjector({ service: 'https://summaries.news.example' });
`;

describe('the injector as a package', () => {
  let library: InstalledLibrary;
  let port = 0;
  let stop = () => {};

  beforeAll(async () => {
    library = await installLibrary(INJECTOR);
    const { project } = library;
    await writeFile(join(project, 'worker.js'), WORKER);
    const output = join(project, 'bundle.js');
    await build({ entryPoints: [join(project, 'worker.js')], outfile: output, bundle: true, format: 'esm' });
    port = await freePort();
    await writeFile(
      join(project, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "site", worker = (compatibilityDate = "2026-11-17", modules = [(name = "bundle.js", esModule = embed "bundle.js")]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "site")],
);
`,
    );
    const workerd = spawn(resolve('node_modules/.bin/workerd'), ['serve', 'config.capnp', 'config'], {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    stop = () => workerd.kill('SIGKILL');
    await untilAnswers(workerd, () => ask(port, '/').then(Boolean));
  });
  afterAll(async () => {
    stop();
    await rm(dirname(library.project), { recursive: true, force: true });
  });

  it('depends on nothing, imports nothing, and holds its types', () => {
    expect(library.described).not.toHaveProperty('dependencies');
    expect(library.module).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(/mu);
    expect(library.files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'index.js', 'types/adapters/injector/library.d.ts']),
    );
  });

  it.each(['/tides', '/made'])(
    'puts boxes into a page of a Worker that has it installed: %s',
    async (path) => {
      // Until it is known what the service says of it, a page comes without them.
      await expect.poll(async () => (await ask(port, path)).headers.standfirst).toBeDefined();
      const { status, headers, bytes } = await ask(port, path);
      expect([status, headers.etag]).toEqual([200, 'W/"one~sfs-v1"']);
      expect(bytes.toString().match(/<details/gu)).toHaveLength(2);
    },
  );

  it('answers 304 where the page and its boxes are the same, and leaves other pages alone', async () => {
    await expect.poll(async () => (await ask(port, '/tides')).headers.standfirst).toBeDefined();
    const again = await ask(port, '/tides', { headers: { 'If-None-Match': 'W/"one~sfs-v1"' } });
    expect(again.status).toBe(304);
    const live = await ask(port, '/live');
    expect([live.headers.etag, live.bytes.includes('<details')]).toEqual(['"one"', false]);
  });

  it('serves the style sheet from the host of the pages', async () => {
    const { status, headers } = await ask(port, '/.standfirst/1/box.css');
    expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('is typed for a strict project', async () => {
    await writeFile(join(library.project, 'consumer.ts'), CONSUMER);
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
      'bin/tsc',
    );
    const flags =
      '--strict --noEmit --target es2022 --lib es2022,dom --module nodenext --moduleResolution nodenext';
    const checked = await promisify(execFile)(
      process.execPath,
      [compiler, ...flags.split(' '), 'consumer.ts'],
      {
        cwd: library.project,
      },
    ).catch((failure: { stdout: string }) => failure);
    expect(checked.stdout).toBe('');
  });
});
