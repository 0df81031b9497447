import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSource, type SourceOptions } from '../../src/cli/import/choose-source.ts';
import type { ImportItem, ImportSource } from '../../src/cli/import/import-item.ts';
import { openJournal } from '../../src/cli/import/journal.ts';
import { splitFrontMatter } from '../../src/cli/import/markdown-folder.ts';
import { describeProgress } from '../../src/cli/import/progress.ts';
import { runImport } from '../../src/cli/import/run-import.ts';
import { uploadArticle } from '../../src/cli/import/upload.ts';
import {
  createPosts,
  type FakeService,
  type LoopbackServer,
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

async function bringIn(
  location: string,
  options: Partial<SourceOptions> = {},
  { stopAfter = Number.POSITIVE_INFINITY, fresh = false } = {},
) {
  const { source } = await chooseSource(location, { ...NO_OPTIONS, ...options });
  const interruption = new AbortController();
  let sent = 0;
  service.writes = 0;
  return runImport({
    source,
    journal: await openJournal(join(folder, 'journal'), fresh),
    upload: (slug, article) => {
      sent += 1;
      if (sent >= stopAfter) interruption.abort();
      return uploadArticle({ origin: service.origin, token: 'test-token' }, slug, article);
    },
    concurrency: 8,
    limit: Number.POSITIVE_INFINITY,
    progress: QUIET,
    signal: interruption.signal,
  });
}

describe('a thousand posts', () => {
  it('of WordPress come in, go on after an interruption, and are not sent twice', async () => {
    const posts = createPosts(1_000);
    site = await serveWordPress(posts);
    const first = await bringIn(site.origin, {}, { stopAfter: 300 });
    expect(first.created).toBeGreaterThanOrEqual(300);
    expect(first.created).toBeLessThan(400);
    const second = await bringIn(site.origin);
    expect(second.created).toBe(998 - first.created);
    expect(second.skipped).toBe(first.created);
    expect(second.refused).toEqual([
      { name: 'story-7', reason: 'needs a password' },
      { name: 'story-507', reason: 'needs a password' },
    ]);
    expect(service.articles.size).toBe(998);

    expect(await bringIn(site.origin)).toMatchObject({ created: 0, changed: 0, skipped: 998 });
    expect(service.writes).toBe(0);
    expect(await bringIn(site.origin, {}, { fresh: true })).toMatchObject({ unchanged: 998 });
    expect(service.writes).toBe(0);

    posts.titles.set(42, 'Story number 42 & more');
    expect(await bringIn(site.origin)).toMatchObject({ changed: 1, skipped: 997 });
    expect(service.writes).toBe(1);
    const edited = [...service.articles.values()].find(({ body }) => body.title === 'Story number 42 & more');
    expect(edited?.body).toMatchObject({
      url: 'https://news.example/2020/story-42/',
      byline: 'Ada Quill',
      tags: ['Harbour'],
      image: { url: 'https://news.example/42.jpg', alt: 'The quay' },
      source: 'import',
    });
  });

  it('of Ghost come in by the Content API', async () => {
    site = await serveGhost(createPosts(1_000), 'content-key');
    expect(await bringIn(site.origin, { key: 'content-key' })).toMatchObject({ created: 1_000, refused: [] });
    expect(await bringIn(site.origin, { key: 'content-key' })).toMatchObject({ skipped: 1_000 });
    const paid = [...service.articles.values()].filter(({ body }) => body.access === 'summary');
    expect(paid).toHaveLength(1);
  });

  it('of a static site come in by its sitemap', async () => {
    const posts = createPosts(1_000);
    site = await serveStaticSite(posts);
    expect(await bringIn(`${site.origin}/sitemap.xml`)).toMatchObject({ created: 1_000, refused: [] });
    posts.titles.set(9, 'A new title');
    expect(await bringIn(`${site.origin}/sitemap.xml`)).toMatchObject({ changed: 1, skipped: 999 });
    expect(service.writes).toBe(1);
  }, 60_000);
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

  it('--since leaves out what is older', async () => {
    site = await serveStaticSite(createPosts(48));
    const tally = await bringIn(`${site.origin}/sitemap.xml`, { since: '2020-01-02T00:00:00Z' });
    expect(tally.created).toBe(25);
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
      ['Jekyll', 'https://news.example/blog/jekyll-post/', '2026-03-02T00:00:00Z'],
    ]);
    expect(articles.every(({ markdown }) => !/\{[{%]|^import/mu.test(markdown ?? ''))).toBe(true);
    expect(items.filter(({ kind }) => kind === 'refused')).toHaveLength(2);
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
    expect(tally.refused.map(({ name }) => name)).toEqual(['line 2', 'line 3', 'line 5']);
  });

  it('front matter of every kind is split off', () => {
    expect(splitFrontMatter('---\ntitle: A\n---\n\nText\n').front).toEqual({ title: 'A' });
    expect(splitFrontMatter('+++\ntitle = "A"\n+++\nText\n').markdown).toBe('Text\n');
    expect(splitFrontMatter('Text --- more')).toEqual({ front: {}, markdown: 'Text --- more' });
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
    expect(stdout).toContain('300 articles from ndjson: 300 would be sent, 0 are there already, 0 refused.');
    expect(stdout).toContain('at most 1500 KV writes, 0.01 USD');
    expect([code, service.writes]).toEqual([0, 0]);
  });

  it.each([
    [['no-such-file'], 'no such file'],
    [['x.ndjson', '--to', 'nowhere'], '--to'],
    [['x.ndjson', '--since', 'whenever'], '--since'],
    [['x.ndjson', '--to', 'https://summaries.example'], 'A token is needed'],
  ])('%j fails with a sentence', async (args, sentence) => {
    const { code, stderr } = await command(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
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
