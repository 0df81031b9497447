import { mkdirSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForBox } from '../../../src/cli/inject/ask-for-box.ts';
import { cleanFolder } from '../../../src/cli/inject/clean-folder.ts';
import { computeBox } from '../../../src/cli/inject/compute-box.ts';
import { injectFolder } from '../../../src/cli/inject/inject-folder.ts';
import { injectPage } from '../../../src/cli/inject/inject-page.ts';
import { withoutPieces } from '../../../src/cli/inject/mark-pieces.ts';
import { run } from '../local-service.ts';

const STORY = [
  'The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.',
  '“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.',
  'The bus carried 31,000 people last year. A new contract has to be signed by the end of March.',
];
const page = (body: string, head = '') =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Night bus stays</title><meta property="og:type" content="article">${head}</head>\n<body><nav><a href="/">Home</a></nav><main><article class="story"><h1>Night bus stays</h1>\n${body}</article></main><footer><p>Orrin Post</p></footer></body></html>\n`;
const paragraphs = STORY.map((text) => `<p>${text}</p>\n`).join('');
const WITH_PLACES = `<stand-first position="top"></stand-first>${paragraphs}<stand-first position="bottom"></stand-first>`;
const FILES: Record<string, string | Buffer> = {
  'index.html': '<!doctype html><title>Orrin Post</title><ul><li><a href="/bus/">Night bus stays</a></ul>',
  'bus/index.html': page(paragraphs),
  'unclosed.html': page(STORY.map((text) => `<p>${text}\n`).join('')),
  'kept/index.html': page(WITH_PLACES),
  'off.html': page(paragraphs, '<meta name="standfirst" content="off">'),
  'latin.html': Buffer.from(
    page(paragraphs.replaceAll(/[“”]/gu, '"'), '').replace('utf-8', 'iso-8859-1').replaceAll('Moss', 'Møss'),
    'latin1',
  ),
  'style.css': 'p { color: red }',
};
const BASE = 'https://news.example/blog/';
const BOXED = ['bus/index.html', 'kept/index.html', 'latin.html', 'unclosed.html'];

let folder = '';
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  folder = await mkdtemp(join(tmpdir(), 'standfirst-inject-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inject(
  options: Partial<Parameters<typeof injectFolder>[1]> = {},
): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  const whole = { baseUrl: BASE, boxOf: computeBox, isDry: false, ...options };
  for await (const { name, outcome, reason = '' } of injectFolder(folder, whole))
    outcomes[name] = outcome + reason;
  return outcomes;
}

async function contents(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(
    async (file) => [file.slice(folder.length + 1), await readFile(file, 'latin1')] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

describe('npm run inject', () => {
  it('puts boxes into articles, and says what became of each page', async () => {
    expect(await inject()).toEqual({
      'index.html': 'no article',
      'off.html': 'left out by the page',
      ...Object.fromEntries(BOXED.map((name) => [name, 'boxes'])),
    });
    const now = await contents();
    for (const name of BOXED) {
      expect(now[name]?.match(/<details/gu), name).toHaveLength(2);
      expect(now[name], name).toContain('The council of Orrin voted on Monday to keep the night bus');
      expect(now[name]?.match(/href="([^"]*box\.css)"/u)?.[1]).toBe('/blog/standfirst/1/box.css');
    }
    expect(now['standfirst/1/box.css']).toContain('stand-first');
    expect(now['index.html']).toBe(FILES['index.html']);
  });

  it('stands above the first paragraph of the article and below its last', async () => {
    await inject();
    const html = (await contents())['bus/index.html'] ?? '';
    const places = [
      '<h1>',
      '<details',
      STORY[0]?.slice(0, 20),
      STORY[2]?.slice(0, 20),
      '</p>\n<!--standfirst-->',
      '<footer>',
    ];
    const found = places.map((text) =>
      text === '</p>\n<!--standfirst-->' ? html.lastIndexOf(text) : html.indexOf(text ?? ''),
    );
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it('changes nothing when it is repeated, and nothing when it only looks', async () => {
    await inject({ isDry: true });
    expect(Object.keys(await contents()).sort()).toEqual(Object.keys(FILES).sort());
    await inject();
    const once = await contents();
    await inject();
    expect(await contents()).toEqual(once);
  });

  it('takes everything out again, to the byte', async () => {
    const before = await contents();
    await inject();
    const boxed = await contents();
    expect(await cleanFolder(folder, { isDry: true })).toBe(BOXED.length);
    expect(await contents()).toEqual(boxed);
    expect(await cleanFolder(folder)).toBe(BOXED.length);
    expect(await contents()).toEqual(before);
    expect(await readdir(folder)).not.toContain('standfirst');
  });

  it('leaves what the site has in a folder of the same name', async () => {
    await inject();
    await writeFile(join(folder, 'standfirst/1/own.css'), 'p {}');
    await cleanFolder(folder);
    expect(await readdir(join(folder, 'standfirst/1'))).toEqual(['own.css']);
  });

  it('writes no style sheet where no page gets a box', async () => {
    await inject({ boxOf: async () => null });
    expect(await contents()).not.toHaveProperty('standfirst/1/box.css');
  });

  it('clears up behind a run that was killed while it wrote', async () => {
    await inject();
    const whole = await contents();
    await writeFile(join(folder, 'bus/index.html'), FILES['bus/index.html'] as string);
    await writeFile(join(folder, 'bus/index.html.standfirst-new'), '<!doctype html><p>Ha');
    await inject();
    expect(await contents()).toEqual(whole);
  });

  it('keeps who may read a file', async () => {
    await chmod(join(folder, 'bus/index.html'), 0o640);
    await inject();
    expect((await stat(join(folder, 'bus/index.html'))).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['there is none', 'absent', 'There is no folder'],
    ['it is a page', 'bus/index.html', 'is a file'],
  ])('says so where %s, and makes nothing', async (_, name, message) => {
    const args = ['src/cli/inject.ts', join(folder, name), '--base', BASE];
    const { code, stderr } = await run(process.execPath, args);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(stderr).toContain(message);
    expect(Object.keys(await contents()).sort()).toEqual(Object.keys(FILES).sort());
  });

  it('follows a page that was built anew', async () => {
    await inject();
    await writeFile(join(folder, 'bus/index.html'), page(paragraphs.replaceAll('Orrin', 'Saltmere')));
    await inject();
    const html = (await contents())['bus/index.html'] ?? '';
    expect(html).toContain('<li>The council of Saltmere');
    expect(html.match(/<details/gu)).toHaveLength(2);
  });

  it('leaves a page that somebody has cut as it is', async () => {
    const cut = page(`<!--standfirst--><div>${paragraphs}`);
    await writeFile(join(folder, 'bus/index.html'), cut);
    await inject();
    expect(await cleanFolder(folder)).toBeGreaterThan(0);
    expect((await contents())['bus/index.html']).toContain('<!--standfirst--><div><p>');
  });

  it.each([
    ['<p>a</p><!--standfirst-->', '<p>a</p><!--standfirst-->'],
    ['a<!--/standfirst-->b', 'a<!--/standfirst-->b'],
    ['<!--standfirst-->a<!--standfirst-->b<!--/standfirst-->c', '<!--standfirst-->ac'],
    ['<!--standfirst-->a<!--/standfirst-->b<!--/standfirst-->c', 'b<!--/standfirst-->c'],
  ])('takes no word of the page for a box where a mark was cut: %s', (page, clean) => {
    expect(withoutPieces(page)).toBe(clean);
  });

  it('tells of a page that fails, and goes on', async () => {
    const boxOf = () => Promise.reject(new Error('no answer'));
    expect(await inject({ boxOf })).toMatchObject({
      'bus/index.html': 'failedno answer',
      'index.html': 'no article',
    });
  });

  it('leaves every other byte as it was', async () => {
    const built = Buffer.from(FILES['latin.html'] as Buffer);
    const { bytes } = await injectPage(built, {
      url: `${BASE}latin.html`,
      boxOf: computeBox,
      stylePath: '/s.css',
    });
    const kept = Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/<!--standfirst-->.*?<!--\/standfirst-->/gsu, '');
    expect(kept.length).toBeLessThan(bytes.length);
    expect(Buffer.from(kept, 'latin1').equals(built)).toBe(true);
  });
});

describe('boxes of a service', () => {
  let server: Server;
  let origin = '';
  const answers = new Map<string, { status: number; body: unknown }>();
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://service.example').searchParams.get('url') ?? '';
      asked.push(url);
      const { status, body } = answers.get(url) ?? {
        status: 404,
        body: { type: 'x/problems/page-not-found' },
      };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const edited = {
    article: { title: 'Night bus stays' },
    language: 'en',
    text: 'The night bus stays.',
    sentences: [{ text: 'The night bus stays.', offset: null }],
    label: { text: 'Written by the editors', aiGenerated: false },
  };
  const boxOf = () => askForBox({ origin, token: undefined }, computeBox);

  it('show what its editors say, and nothing where they want nothing', async () => {
    answers.set(`${BASE}bus/`, { status: 200, body: edited });
    answers.set(`${BASE}unclosed.html`, {
      status: 404,
      body: { type: 'https://x.example/problems/summary-disabled' },
    });
    expect(await inject({ boxOf: boxOf() })).toMatchObject({
      'bus/index.html': 'boxes',
      'unclosed.html': 'no summary',
    });
    const now = await contents();
    expect(now['bus/index.html']).toContain(
      '<li>The night bus stays.</li></ul><p>Written by the editors</p>',
    );
    expect(now['unclosed.html']).not.toContain('<details');
    expect(now['kept/index.html']).toContain('<li>The council of Orrin voted');
  });

  it('are not made up where the service is in trouble', async () => {
    answers.set(`${BASE}bus/`, { status: 503, body: {} });
    expect((await inject({ boxOf: boxOf() }))['bus/index.html']).toContain('failed');
  });

  it('are asked for by the address that the page calls its own', async () => {
    const own = page(paragraphs, '<link rel="canonical" href="https://news.example/blog/the-bus">');
    await cp(join(folder, 'bus'), join(folder, 'copy'), { recursive: true });
    await writeFile(join(folder, 'copy/index.html'), own);
    await inject({ boxOf: boxOf() });
    expect(asked).toContain('https://news.example/blog/the-bus');
  });
});
