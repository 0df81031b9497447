import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSource, type SourceOptions } from '../../src/cli/import/choose-source.ts';
import type { ImportItem, ImportSource } from '../../src/cli/import/import-item.ts';
import { openJournal } from '../../src/cli/import/journal.ts';
import { describeProgress } from '../../src/cli/import/progress.ts';
import { runImport } from '../../src/cli/import/run-import.ts';
import { uploadArticle } from '../../src/cli/import/upload.ts';
import { slugForPage } from '../../src/core/fetching/page-hash.ts';
import { storyPage } from '../flows/ingestion/upstream.ts';
import { AUTHORIZED, createMemoryService } from '../http/memory-service.ts';
import {
  createPosts,
  type FakeService,
  type LoopbackServer,
  type Posts,
  serve,
  serveApp,
  serveFakeService,
  serveGhost,
  serveStaticSite,
  serveWordPress,
} from './import-sites.ts';
import { run } from './local-service.ts';

const QUIET = { show: () => {}, end: () => {} };
const NO_OPTIONS: SourceOptions = { kind: undefined, since: undefined, key: undefined, baseUrl: undefined };

let folder = '';
let service: FakeService;
let site: LoopbackServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-import-'));
  service = await serveFakeService();
});

afterEach(async () => {
  await service.close();
  await site?.close();
  site = undefined;
  await rm(folder, { recursive: true });
});

interface Visit {
  /** As Ctrl-C does, after so many. */
  stopAfter?: number;
  fresh?: boolean;
  revives?: boolean;
  origin?: string;
}

async function bringIn(
  location: string,
  options: Partial<SourceOptions> = {},
  {
    stopAfter = Number.POSITIVE_INFINITY,
    fresh = false,
    revives = false,
    origin = service.origin,
  }: Visit = {},
) {
  const { source } = await chooseSource(location, { ...NO_OPTIONS, ...options });
  const interruption = new AbortController();
  let sent = 0;
  service.writes = 0;
  const { tally, failure } = await runImport({
    source,
    journal: await openJournal(join(folder, 'journal'), fresh),
    upload: (slug, article) => {
      sent += 1;
      if (sent >= stopAfter) interruption.abort();
      return uploadArticle({ origin, token: 'test-token', revives }, slug, article);
    },
    concurrency: 8,
    limit: Number.POSITIVE_INFINITY,
    progress: QUIET,
    signal: interruption.signal,
  });
  if (failure !== undefined) throw failure;
  return tally;
}

describe('a thousand posts', () => {
  it.each([
    ['WordPress', serveWordPress, '', 998],
    ['Ghost', (posts: Posts) => serveGhost(posts, 'content-key'), '', 1_000],
    ['a static site', serveStaticSite, '/sitemap.xml', 1_000],
  ])(
    'of %s come in, go on after an interruption, and are not sent twice; one that is edited is written once',
    async (name, serveSite, path, count) => {
      const posts = createPosts(1_000);
      site = await serveSite(posts);
      const location = site.origin + path;
      const options = name === 'Ghost' ? { key: 'content-key' } : {};
      const first = await bringIn(location, options, { stopAfter: 300 });
      expect(first.created).toBeGreaterThanOrEqual(300);
      expect(first.created).toBeLessThan(400);
      expect(await bringIn(location, options)).toMatchObject({
        created: count - first.created,
        skipped: first.created,
      });
      expect(service.articles.size).toBe(count);

      expect(await bringIn(location, options)).toMatchObject({ created: 0, changed: 0, skipped: count });
      expect(service.writes).toBe(0);
      expect(await bringIn(location, options, { fresh: true })).toMatchObject({ unchanged: count });
      expect(service.writes).toBe(0);

      posts.titles.set(42, 'Story number 42 & more');
      expect(await bringIn(location, options)).toMatchObject({ changed: 1, skipped: count - 1 });
      expect(service.writes).toBe(1);
      const edited = [...service.articles.values()].map(({ body }) => body.title);
      expect(edited.filter((title) => title === 'Story number 42 & more')).toHaveLength(1);
    },
  );

  it('of WordPress keep author, tags and picture; those behind a password are named', async () => {
    site = await serveWordPress(createPosts(10));
    const { refused, leftOut } = await bringIn(site.origin);
    expect([refused, leftOut]).toEqual([[], [{ name: 'story-7', reason: 'needs a password' }]]);
    const bodies = [...service.articles.values()].map(({ body }) => body);
    expect(bodies.find(({ title }) => title === 'Story number 3')).toMatchObject({
      url: 'https://news.example/2020/story-3/',
      byline: 'Ada Quill',
      tags: ['Harbour'],
      image: { url: 'https://news.example/3.jpg', alt: 'The quay' },
      source: 'import',
    });
  });

  it('of Ghost that only members may read show their summary alone', async () => {
    site = await serveGhost(createPosts(10), 'content-key');
    await bringIn(site.origin, { key: 'content-key' });
    const access = [...service.articles.values()].map(({ body }) => body.access);
    expect(access.filter((one) => one === 'summary')).toHaveLength(1);
  });
});

describe('into the service itself', () => {
  it('what is there makes no change, an edit makes one, and what an editor removed stays removed', async () => {
    const { fetch: answer, call, catalogue } = createMemoryService();
    const posts = createPosts(30);
    site = await serveWordPress(posts);
    const { origin, close } = await serveApp(answer);
    const run = (options: Visit = {}) => bringIn(site?.origin ?? '', {}, { fresh: true, origin, ...options });
    const changes = async () => (await catalogue.list({ limit: 1 }, 'all')).changes;
    expect((await run()).created).toBe(29);
    const before = await changes();
    expect((await run()).unchanged).toBe(29);
    expect(await changes()).toBe(before);
    posts.titles.set(3, 'Another title');
    expect(await run()).toMatchObject({ changed: 1, unchanged: 28 });
    expect(await changes()).toBe(before + 1);
    const slug = slugForPage('https://news.example/2020/story-5/');
    const headers = { ...AUTHORIZED, 'If-Match': '*' };
    await call(`/v1/articles/${slug}`, { method: 'DELETE', headers });
    expect((await run()).refused).toContainEqual({
      name: slug,
      reason: 'was removed from the service (--revive brings it back)',
    });
    expect(await run({ revives: true })).toMatchObject({ created: 1, unchanged: 28 });
    await close();
  });
});

describe('other sources', () => {
  it('a feed’s pages are read from the site', async () => {
    site = await serveStaticSite(createPosts(3));
    expect(await bringIn(`${site.origin}/feed.xml`)).toMatchObject({ created: 1 });
    expect([...service.articles.values()][0]?.body).toMatchObject({
      title: 'Story number 1',
      source: 'page',
    });
  });

  it('leaves out what a sitemap lists and what is no page', async () => {
    const story = storyPage({ title: 'The pier is open again' });
    site = await serve((request, response) => {
      const origin = `http://${request.headers.host}`;
      const names = ['story', 'story.json', 'story.pdf'];
      const list = `<urlset>${names.map((name) => `<url><loc>${origin}/${name}</loc></url>`).join('')}</urlset>`;
      const type = { '/story': 'text/html', '/story.json': 'application/json' }[request.url ?? ''];
      response.writeHead(200, { 'Content-Type': type ?? 'application/pdf' });
      response.end(request.url === '/sitemap.xml' ? list : story);
    });
    const tally = await bringIn(`${site.origin}/sitemap.xml`);
    expect(tally).toMatchObject({
      created: 1,
      leftOut: [
        { name: `${site.origin}/story.json`, reason: 'is application/json, no page' },
        { name: `${site.origin}/story.pdf`, reason: 'is application/pdf, no page' },
      ],
    });
  });

  it('--since leaves out what is older', async () => {
    site = await serveStaticSite(createPosts(48));
    const tally = await bringIn(`${site.origin}/sitemap.xml`, { since: '2020-01-02T00:00:00Z' });
    expect(tally.created).toBe(25);
    await site.close();
    site = await serveWordPress(createPosts(48));
    expect((await bringIn(site.origin, { since: '2020-01-02T00:00:00Z' })).created).toBe(25);
    await site.close();
    site = await serveGhost(createPosts(48), 'k');
    expect((await bringIn(site.origin, { key: 'k', since: '2020-01-02T00:00:00Z' })).created).toBe(25);
  });

  it('Markdown of Hugo, Jekyll and Astro', async () => {
    await mkdir(join(folder, 'site/bundle'), { recursive: true });
    const files: Record<string, string> = {
      '2026-03-02-jekyll-post.md':
        '---\ntitle: Jekyll\ntags: [a, b]\nauthor: Ada\n---\nThe ferry {% include x.html %} sails.\n',
      'hugo.md':
        '+++\ntitle = "Hugo"\ndate = 2026-03-02T08:00:00Z\nlastmod = 2026-03-03\n+++\nThe bridge {{< figure src="a.jpg" >}} stands.\n',
      'bundle/index.md': '---\ntitle: Bundle\ndate: 2026-03-04\n---\nThe tower leans.\n',
      'astro.mdx':
        '---\ntitle: Astro\npubDate: "Mar 02 2026"\nheroImage: https://news.example/a.jpg\n---\nimport A from "./A.astro"\n\nThe wall is thick.\n',
      'draft.md': '---\ntitle: Draft\ndraft: true\n---\nSecret.\n',
      'broken.md': '---\ntitle: [\n---\nText.\n',
      '_index.md': '---\ntitle: Section\n---\n',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'site', name), text);
    const items = await collect(
      (await chooseSource(join(folder, 'site'), { ...NO_OPTIONS, baseUrl: 'https://news.example/blog' }))
        .source,
    );
    const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
    expect(articles.map(({ title, url, publishedAt }) => [title, url, publishedAt]).sort()).toEqual([
      ['Astro', 'https://news.example/blog/astro/', '2026-03-02T00:00:00Z'],
      ['Bundle', 'https://news.example/blog/bundle/', '2026-03-04T00:00:00Z'],
      ['Hugo', 'https://news.example/blog/hugo/', '2026-03-02T08:00:00Z'],
      ['Jekyll', 'https://news.example/blog/2026-03-02-jekyll-post/', '2026-03-02T00:00:00Z'],
    ]);
    expect(articles.every(({ markdown }) => !/\{[{%]|^import/mu.test(markdown ?? ''))).toBe(true);
    expect(items.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    expect(items.filter(({ kind }) => kind === 'left-out')).toHaveLength(2);
  });

  it('NDJSON, with the lines that are wrong named', async () => {
    const file = join(folder, 'articles.ndjson');
    const lines = [
      '{"slug":"one","title":"One","text":"A ferry."}',
      'no json',
      '{"title":"Two","text":"B"}',
      '',
      '{"slug":"x","title":"","text":"C"}',
    ];
    await writeFile(file, lines.join('\n'));
    const tally = await bringIn(file);
    expect(tally.created).toBe(1);
    expect(tally.refused.map(({ name }) => name)).toEqual([2, 3, 5].map((line) => `${file}:${line}`));
  });
});

describe('the command', () => {
  const command = (...args: string[]) => run(process.execPath, ['src/cli/import.ts', ...args]);

  it('tells in a dry run what it would send and what that costs, and sends nothing', async () => {
    const file = join(folder, 'articles.ndjson');
    await writeFile(
      file,
      Array.from({ length: 300 }, (_, n) =>
        JSON.stringify({ slug: `s-${n}`, title: `S ${n}`, text: 'A ferry.' }),
      ).join('\n'),
    );
    const { code, stdout } = await command(file, '--to', service.origin, '--dry-run');
    expect(stdout).toContain(
      '300 articles from ndjson: 300 would be sent, 0 sent before, 0 left out, 0 refused.',
    );
    expect(stdout).toContain('at most 1500 KV writes, 0.01 USD');
    expect([code, service.writes]).toEqual([0, 0]);
  });

  it.each([
    [['no-such-file'], 'There is no file or folder'],
    [['x.ndjson', '--to', 'nowhere'], '--to'],
    [['x.ndjson', '--since', 'whenever'], '--since'],
    [['x.ndjson', '--to', 'https://summaries.example'], 'A token is needed'],
    [['x.ndjson', '--bogus'], "Unknown option '--bogus'"],
    [['x.ndjson', '--as', 'film'], 'must be one of feed, sitemap'],
    [['x.ndjson', 'y.ndjson'], 'Name one source'],
    [[], 'Name one source'],
  ])('%j fails with a sentence', async (args, sentence) => {
    const { code, stderr } = await command(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it('a service that goes away ends the run with what was done and why', async () => {
    const file = join(folder, 'articles.ndjson');
    await writeFile(
      file,
      Array.from({ length: 9 }, (_, n) =>
        JSON.stringify({ slug: `s-${n}`, title: `S ${n}`, text: 'A ferry.' }),
      ).join('\n'),
    );
    service.failsAfter = 3;
    const { code, stdout, stderr } = await command(
      file,
      '--to',
      service.origin,
      '--token',
      'test-token',
      '--fresh',
    );
    expect(stdout).toMatch(/^3 articles from ndjson: 3 created/u);
    expect(stderr).toContain('cannot be reached');
    expect(code).toBe(2);
  });

  it('a wrong token ends it at once', async () => {
    const file = join(folder, 'articles.ndjson');
    await writeFile(file, '{"slug":"one","title":"One","text":"A ferry."}');
    const { code, stderr } = await command(file, '--to', service.origin, '--token', 'wrong', '--fresh');
    expect(stderr).toContain('The service refuses the token');
    expect(code).toBe(2);
  });
});

describe('progress', () => {
  it('shows share, rate and time left', () => {
    expect(describeProgress(250, 1_000, 10_000)).toBe(
      '[########......................] 250/1000  25.0/s  30 s left',
    );
    expect(describeProgress(10, undefined, 1_000)).toBe('10 done  10.0/s');
  });
});

it('the journal survives a line that was cut off', async () => {
  const path = join(folder, 'cut');
  await writeFile(path, '["one","abc"]\n["two","de');
  const journal = await openJournal(path, false);
  expect([journal.digestOf('one'), journal.digestOf('two')]).toEqual(['abc', undefined]);
  await journal.note('three', 'x');
  expect(await readFile(path, 'utf8')).toContain('["three","x"]');
});

async function collect(source: ImportSource): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of source.items()) items.push(item.kind === 'listed' ? await item.read() : item);
  return items;
}
