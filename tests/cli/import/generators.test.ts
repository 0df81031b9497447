import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderSource } from '../../../src/cli/import/folder-source.ts';
import { articlesOf, collectItems, type Files, writeFolder } from './folder.ts';

/** What a generator published, or what we would: by title, so that neither side's address decides which is which. */
type Published = Record<string, { url: string; date: string; tags: string[] }>;

const has = (program: string): boolean =>
  spawnSync(program, ['--version']).error === undefined ||
  spawnSync(program, ['version']).error === undefined;

/** The generator's pages print what it knows of them as JSON. */
async function readBuilt(folder: string): Promise<Published> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = await Promise.all(
    files
      .filter((file) => file.isFile() && !/\.(?:xml|txt|md)$/u.test(file.name))
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  return Object.fromEntries(
    pages
      .filter((text) => text.trimStart().startsWith('{"'))
      .map((text) => JSON.parse(text) as { title: string; url: string; date: string; tags: string[] | null })
      .map(({ title, url, date, tags }) => [
        title,
        { url: decodeURI(url), date: toUtc(date), tags: tags ?? [] },
      ]),
  );
}

/** Hugo dates what has no date to the year 1; we date it to the first day of 1970. */
const toUtc = (date: string): string =>
  date.startsWith('0001') ? '1970-01-01T00:00:00Z' : new Date(date).toISOString().replace('.000Z', 'Z');

async function readOurs(folder: string): Promise<Published> {
  const options = {
    since: undefined,
    baseUrl: 'https://news.example',
    system: undefined,
    permalink: undefined,
    zone: undefined,
  };
  const items = await collectItems(createFolderSource(folder, options));
  return Object.fromEntries(
    articlesOf(items)
      .filter(({ publishedAt }) => Date.parse(publishedAt ?? '') <= Date.now())
      .map(({ title, url, publishedAt, tags }) => [
        title,
        { url: decodeURI(new URL(url ?? '').pathname), date: publishedAt ?? '', tags: tags ?? [] },
      ]),
  );
}

const page = (front: string) => `---\n${front}\n---\nThe ferry sails at noon.\n`;

const HUGO_CONTENT: Files = {
  'content/posts/2024-01-05-storm-notes.md': page('title: One\ndate: 2024-01-05'),
  'content/posts/Été à la Plage.md': page('title: Two\ndate: 2024-01-06T08:30:00+01:00'),
  'content/posts/C++ Tips & 100% Tricks_v1.2.md': page('title: Three\ndate: 2024-03-05 08:30:00'),
  'content/docs/Getting Started/Part One.md': page('title: Four\ndate: 2024-01-07\ntags: [sea, "2024"]'),
  'content/posts/slugged.md': page('title: Five\ndate: 2024-01-08\nslug: Two Words'),
  'content/posts/placed.md': page('title: Six\ndate: 2024-01-09\nurl: /news/custom-place'),
  'content/posts/bundle/index.md': page('title: Seven\ndate: 2024-01-10'),
  'content/posts/bundle/notes.md': page('title: Resource'),
  'content/posts/hello.fr.md': page('title: Eight\ndate: 2024-01-11'),
  'content/about.md': page('title: Nine'),
  'content/posts/draft.md': page('title: Draft\nDraft: true\ndate: 2024-01-05'),
  'content/posts/future.md': page('title: Future\ndate: 2199-01-05'),
  'content/posts/later.md': page('title: Later\ndate: 2024-01-05\npublishDate: 2199-01-05'),
  'content/posts/gone.md': page('title: Gone\ndate: 2020-01-05\nexpiryDate: 2021-01-05'),
  'content/posts/headless/index.md': page('title: Headless\nheadless: true\ndate: 2024-01-05'),
  'content/posts/never.md': page('title: Never\ndate: 2024-01-05\n_build:\n  render: never'),
  'content/posts/_index.md': page('title: List'),
};

const HUGO_LAYOUT: Files = {
  'layouts/_default/single.html':
    '{{ dict "title" .Title "url" .RelPermalink "date" (.Date.UTC.Format "2006-01-02T15:04:05Z") "tags" .Params.tags | jsonify | safeHTML }}',
  'layouts/_default/list.html': 'list',
};

describe.skipIf(!has('hugo'))('Hugo, where it is installed, publishes', () => {
  it.each([
    ['by default', ''],
    ['in a zone', 'timeZone = "America/New_York"'],
    [
      'with names as they are written',
      'uglyURLs = true\nremovePathAccents = true\ndisablePathToLower = true',
    ],
    ['by a pattern', '[permalinks]\nposts = "/:year/:month/:title/"\ndocs = "/d/:filename/"'],
    ['in languages', 'defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2'],
    ['by the names of files', '[frontmatter]\ndate = [":filename", ":default"]'],
  ])('what is imported, at the same addresses and dates: %s', async (_, config) => {
    const folder = await writeFolder({
      ...HUGO_CONTENT,
      ...HUGO_LAYOUT,
      'hugo.toml': `baseURL = "https://news.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n${config}\n`,
      'config.toml': `baseURL = "https://news.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n${config}\n`,
    });
    const { status, stderr } = spawnSync('hugo', ['--quiet'], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(await readOurs(join(folder, 'content'))).toEqual(await readBuilt(join(folder, 'public')));
  });
});

const JEKYLL_CONTENT: Files = {
  '_layouts/post.html':
    '{"title": {{ page.title | jsonify }}, "url": {{ page.url | jsonify }}, "date": {{ page.date | date_to_xmlschema | jsonify }}, "tags": {{ page.tags | jsonify }}}',
  '_posts/2024-01-05-Mixed Case.name é.md': page('layout: post\ntitle: One'),
  '_posts/2024-01-07-cats.md': page('layout: post\ntitle: Two\ntags: pier harbour'),
  'sport/_posts/2024-01-08-in-folder.md': page('layout: post\ntitle: Three'),
  '_posts/2024-01-09-dated.md': page('layout: post\ntitle: Four\ndate: 2024-03-01 23:30:00 -0500'),
  '_posts/2024-01-10-seconds.md': page('layout: post\ntitle: Five\ndate: 2024-03-05 08:30:00'),
  '_posts/2024-01-11-minutes.md': page('layout: post\ntitle: Six\ndate: 2024-03-05 08:30'),
  '_posts/2024-01-12-slugged.md': page('layout: post\ntitle: Seven\nslug: Other Name'),
  '_posts/2024-01-13-placed.md': page('layout: post\ntitle: Eight\npermalink: /a/b/'),
  '_posts/2024-1-9-short-date.md': page('layout: post\ntitle: Nine'),
  '_posts/2024-01-14-hidden.md': page('layout: post\ntitle: Hidden\npublished: false'),
  '_posts/2199-01-15-future.md': page('layout: post\ntitle: Future'),
  '_drafts/idea.md': page('layout: post\ntitle: Idea'),
};

describe.skipIf(!has('jekyll'))('Jekyll, where it is installed, publishes', () => {
  it.each([
    ['by default', ''],
    ['in a zone', 'timezone: America/New_York'],
    ['prettily', 'permalink: pretty'],
    ['without dates', 'permalink: none'],
    ['by a pattern', 'permalink: /:year/:i_month/:title.html'],
  ])('what is imported, at the same addresses and dates: %s', async (_, config) => {
    const folder = await writeFolder({ ...JEKYLL_CONTENT, '_config.yml': `title: News\n${config}\n` });
    const { status, stderr } = spawnSync('jekyll', ['build', '--quiet'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(await readOurs(folder)).toEqual(await readBuilt(join(folder, '_site')));
  });
});
