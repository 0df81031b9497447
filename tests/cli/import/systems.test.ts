import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderSource, type FolderOptions } from '../../../src/cli/import/folder-source.ts';
import { articlesOf, collectItems, type Files, reasonsOf, writeFolder } from './folder.ts';

const OPTIONS: FolderOptions = {
  since: undefined,
  baseUrl: 'https://news.example',
  system: undefined,
  permalink: undefined,
  zone: undefined,
};
const page = (front: string, body = 'The ferry sails at noon. It comes back at night.') =>
  `---\n${front}\n---\n${body}\n`;

async function readSite(files: Files, inside = '', options: Partial<FolderOptions> = {}) {
  const folder = await writeFolder(files);
  return collectItems(createFolderSource(join(folder, inside), { ...OPTIONS, ...options }));
}

async function addressOf(
  files: Files,
  inside = '',
  options: Partial<FolderOptions> = {},
): Promise<string | null> {
  const [article] = articlesOf(await readSite(files, inside, options));
  const url = article?.url ?? null;
  return url === null ? null : decodeURI(new URL(url).pathname);
}

const HUGO = { 'hugo.toml': 'baseURL = "https://news.example/"\n' };

/** As Hugo 0.111.3 publishes them. */
describe('a page of Hugo', () => {
  it.each([
    ['posts/2024-01-05-storm-notes.md', 'title: A', '/posts/2024-01-05-storm-notes/'],
    ['posts/Été à la Plage.md', 'title: A', '/posts/été-à-la-plage/'],
    ['posts/C++ Tips & 100% Tricks_v1.2.md', 'title: A', '/posts/c++-tips-100-tricks_v1.2/'],
    ['docs/Getting Started/Part One.md', 'title: A', '/docs/getting-started/part-one/'],
    ['posts/a.md', 'slug: Two Words', '/posts/two-words/'],
    ['posts/a.md', 'url: /news/custom-place', '/news/custom-place/'],
    ['posts/a.md', 'url: news/Upper-Case.html', '/news/Upper-Case.html'],
    ['posts/my-bundle/index.md', 'title: A', '/posts/my-bundle/'],
    ['about.md', 'title: A', '/about/'],
  ])('content/%s with %s stands at %s', async (name, front, expected) => {
    expect(await addressOf({ ...HUGO, [`content/${name}`]: page(front) }, 'content')).toBe(expected);
  });

  it.each([
    [
      'uglyURLs = true\nremovePathAccents = true\ndisablePathToLower = true',
      'Été à la Plage.md',
      '',
      '/posts/Ete-a-la-Plage.html',
    ],
    [
      '[permalinks]\nposts = "/:year/:month/:title/"',
      'a.md',
      'slug: x\ntitle: "L’Été: à Paris"\ndate: 2024-03-05',
      '/2024/03/lété-à-paris/',
    ],
    [
      '[permalinks]\nposts = "/:year/:month/:day/:slug/"',
      'a.md',
      'title: Storm notes\ndate: 2024-01-05',
      '/2024/01/05/storm-notes/',
    ],
    ['defaultContentLanguage = "en"\n[languages.en]\n[languages.fr]', 'hello.fr.md', '', '/fr/posts/hello/'],
    ['', 'hello.fr.md', '', '/posts/hello.fr/'],
    ['[frontmatter]\ndate = [":filename", ":default"]', '2024-02-06-no-date.md', '', '/posts/no-date/'],
  ])('follows the configuration: %s', async (config, name, front, expected) => {
    const files = {
      'hugo.toml': `baseURL = "https://news.example/"\n${config}\n`,
      [`content/posts/${name}`]: page(front || 'weight: 1'),
    };
    expect(await addressOf(files, 'content/posts')).toBe(expected);
  });

  it('is left out where Hugo does not publish it', async () => {
    const items = await readSite(
      {
        ...HUGO,
        'content/a.md': page('title: A\nDraft: true'),
        'content/b.md': page('title: B\ndraft: "yes"'),
        'content/c.md': page('title: C\nexpiryDate: 2021-01-01'),
        'content/d/index.md': page('title: D\nheadless: true'),
        'content/d/notes.md': page('title: a resource of D'),
        'content/e.md': page('title: E\n_build:\n  render: never'),
        'content/_index.md': page('title: Home'),
        'content/f.md': page('title: F\ndate: 2024-01-05'),
      },
      'content',
    );
    expect(articlesOf(items).map(({ title }) => title)).toEqual(['F']);
    expect(Object.keys(reasonsOf(items)).sort()).toEqual([
      '_index.md',
      'a.md',
      'b.md',
      'c.md',
      'd/index.md',
      'd/notes.md',
      'e.md',
    ]);
  });

  it.each([
    ['date: 2024-03-05 08:30:00', '', '2024-03-05T08:30:00Z'],
    ['date: 2024-03-05 08:30:00', 'timeZone = "America/New_York"', '2024-03-05T13:30:00Z'],
    ['date: 2024-03-05T08:30:00+01:00', 'timeZone = "America/New_York"', '2024-03-05T07:30:00Z'],
    ['date: 2024-03-05\npublishDate: 2024-04-01', '', '2024-04-01T00:00:00Z'],
  ])('with %s and %s is dated %s', async (front, config, expected) => {
    const files = {
      'hugo.toml': `baseURL = "https://news.example/"\n${config}\n`,
      'content/a.md': page(`title: A\n${front}`),
    };
    expect(articlesOf(await readSite(files, 'content')).map(({ publishedAt }) => publishedAt)).toEqual([
      expected,
    ]);
  });
});

const JEKYLL = { '_config.yml': 'title: News\n' };

/** As Jekyll 4.3.1 publishes them. */
describe('a post of Jekyll', () => {
  it.each([
    ['', '_posts/2024-01-05-Mixed Case.name é.md', 'title: A', '/2024/01/05/Mixed-Case.name-é.html'],
    ['permalink: pretty', '_posts/2024-01-06-plain-one.md', 'title: A', '/2024/01/06/plain-one/'],
    ['permalink: none', '_posts/2024-01-06-plain-one.md', 'title: A', '/plain-one.html'],
    [
      '',
      '_posts/2024-01-07-cats.md',
      'categories: [News, Local Area]',
      '/news/local area/2024/01/07/cats.html',
    ],
    ['', '_posts/2024-01-07-cats.md', 'categories: news local', '/news/local/2024/01/07/cats.html'],
    ['', 'sport/_posts/2024-01-08-in-folder.md', 'title: A', '/sport/2024/01/08/in-folder.html'],
    [
      'timezone: America/New_York',
      '_posts/2024-01-05-x.md',
      'date: 2024-03-02 01:30:00 +0100',
      '/2024/03/01/x.html',
    ],
    ['', '_posts/2024-01-10-x.md', 'slug: Other Name', '/2024/01/10/Other-Name.html'],
    ['', '_posts/2024-01-10-x.md', 'permalink: /a/b', '/a/b'],
    [
      '',
      '_posts/2024-01-10-permal2.md',
      'permalink: /:categories/:slug.html\ncategories: news',
      '/news/permal2.html',
    ],
    ['', '_posts/2024-1-9-short-date.md', 'title: A', '/2024/01/09/short-date.html'],
  ])('with "%s" %s (%s) stands at %s', async (config, name, front, expected) => {
    expect(await addressOf({ '_config.yml': `title: News\n${config}\n`, [name]: page(front) })).toBe(
      expected,
    );
  });

  it('has no address where a placeholder is not known, and that is told', async () => {
    const items = await readSite({
      ...JEKYLL,
      '_posts/2024-01-10-x.md': page('permalink: /:section/:title/'),
    });
    expect(items).toMatchObject([
      { article: { url: null }, notes: [expect.stringContaining('without an address')] },
    ]);
  });

  it('is left out where Jekyll does not publish it', async () => {
    const items = await readSite({
      ...JEKYLL,
      '_posts/2024-01-05-a.md': page('title: A'),
      '_posts/2024-01-06-b.md': page('title: B\npublished: false'),
      '_drafts/idea.md': page('title: Idea'),
      'about.md': page('title: About'),
      'README.md': '# For authors\n',
      '_site/2024/01/05/a.md': page('title: Built'),
    });
    expect(articlesOf(items).map(({ title }) => title)).toEqual(['A']);
  });

  it('is dated as Ruby reads it: seconds without a zone are UTC, days are the site’s', async () => {
    const files = {
      '_config.yml': 'timezone: America/New_York\n',
      '_posts/2024-03-05-a.md': page('title: A\ndate: 2024-03-05 08:30:00'),
      '_posts/2024-03-05-b.md': page('title: B\ndate: 2024-03-05 08:30'),
      '_posts/2024-03-05-c.md': page('title: C'),
    };
    expect(articlesOf(await readSite(files)).map(({ publishedAt }) => publishedAt)).toEqual([
      '2024-03-05T08:30:00Z',
      '2024-03-05T13:30:00Z',
      '2024-03-05T05:00:00Z',
    ]);
  });

  it('takes title, author and tags from where Jekyll does', async () => {
    const files = {
      '_config.yml': 'author: Ada Quill\n',
      '_posts/2024-03-05-notitle-here.md': page('tags: pier harbour'),
    };
    expect(articlesOf(await readSite(files))).toMatchObject([
      { title: 'Notitle Here', byline: 'Ada Quill', tags: ['pier', 'harbour'] },
    ]);
  });
});

describe('a folder of Markdown', () => {
  const published = async (files: Files, inside = '') =>
    articlesOf(await readSite(files, inside)).map(({ title }) => title);

  it('leaves out builds beside a configuration, and no folder of articles that has such a name', async () => {
    const files = {
      'public/built.md': page('title: Built'),
      'dist/built.md': page('title: Built'),
      'content/public/a.md': page('title: Public things'),
      'content/resources/b.md': page('title: Resources'),
      'content/node_modules/c.md': page('title: A package'),
    };
    const articles = ['Public things', 'Resources'];
    expect(await published({ ...files, 'hugo.toml': '' })).toEqual(articles);
    expect(await published({ ...files, 'hugo.toml': '' }, 'content')).toEqual(articles);
    expect(await published({ ...files, 'package.json': '{}' })).toEqual(articles);
  });

  it('publishes a README with front matter, and leaves out one without', async () => {
    const files = { 'readme.md': page('title: Read me'), 'docs/README.md': '# For authors' };
    expect(await published(files)).toEqual(['Read me']);
    expect(reasonsOf(await readSite(files))).toEqual({ 'docs/README.md': 'is written for authors' });
  });
});

/** As Eleventy 3.1.8 and Astro 7.3.5 publish them. */
describe('a page of Eleventy or Astro', () => {
  it.each([
    ['posts/2024-01-05-My Post.md', 'title: A', '/posts/2024-01-05-My Post/'],
    ['posts/a.md', 'permalink: /b/c/', '/b/c/'],
    ['posts/2024-01-05-roof.md', 'permalink: "/blog/{{ page.fileSlug }}/"', '/blog/roof/'],
    ['posts/roof/index.md', 'slug: ignored', '/posts/roof/'],
    ['posts/posts.md', 'title: A', '/posts/'],
    ['posts/a.md', 'title: The Roof 2\npermalink: "/x/{{ title | slugify }}/index.html"', '/x/the-roof-2/'],
  ])('of Eleventy, %s with %s, stands at %s', async (name, front, expected) => {
    expect(await addressOf({ 'eleventy.config.js': '', [name]: page(front) })).toBe(expected);
  });

  it('of Eleventy obeys the data files of the folders around it, as far as they are data', async () => {
    const site = { '.eleventy.js': '', 'posts/posts.json': '{"permalink": "/n/{{ page.fileSlug }}/"}' };
    expect(await addressOf({ ...site, 'posts/old/a.md': page('title: A') })).toBe('/n/a/');
    const program = { 'posts/old/old.11tydata.js': 'module.exports = { permalink: (data) => data.x }' };
    expect(await addressOf({ ...site, ...program, 'posts/old/a.md': page('title: A') })).toBeNull();
  });

  it.each(['eleventy --input=content', 'eleventy --serve --input "content" && echo done'])(
    'of Eleventy stands where the scripts of its package say: %s',
    async (command) => {
      const site = {
        'eleventy.config.js': '',
        'package.json': JSON.stringify({ scripts: { build: command } }),
        'content/posts/a.md': page('title: A'),
      };
      expect(await addressOf(site, 'content')).toBe('/posts/a/');
    },
  );

  it('of Eleventy has no address where only the site can fill its pattern', async () => {
    const items = await readSite({
      '.eleventy.js': '',
      'posts/a.md': page('permalink: "{{ title | shout }}/"'),
      'posts/b.md': page('title: Ünï & code\npermalink: "{{ title | slugify }}/"'),
    });
    expect(items).toMatchObject([{ article: { url: null } }, { article: { url: null } }]);
    expect(
      reasonsOf(await readSite({ '.eleventy.js': '', 'posts/a.md': page('permalink: false') })),
    ).toHaveProperty('posts/a.md');
  });

  it.each([
    ['2024-01-05-My Post é.md', 'title: A', '/news/2024-01-05-my-post-é/'],
    ['Mixed_Case.v1.2.md', 'title: A', '/news/mixed_casev12/'],
    ['a.md', 'slug: Other/Name', '/news/Other/Name/'],
  ])('of Astro, %s with %s, stands where its collection is shown: %s', async (name, front, expected) => {
    const files = {
      'astro.config.mjs': '',
      'src/pages/news/[...slug].astro':
        "---\nexport const getStaticPaths = async () => (await getCollection('blog')).map((post) => ({ params: { slug: post.id } }));\n---\n",
      [`src/content/blog/${name}`]: page(front),
    };
    expect(await addressOf(files, 'src/content/blog')).toBe(expected);
  });

  it.each([
    [
      'Eleventy, where a program names its folder',
      'eleventy.config.js',
      'export default () => ({ dir: { input: INPUT } });',
    ],
    [
      'Eleventy, outside of the folder that it reads',
      'eleventy.config.js',
      'export default () => ({ dir: { input: "pages" } });',
    ],
    [
      'Astro, where a program says how addresses end',
      'astro.config.mjs',
      'export default { trailingSlash: SLASH };',
    ],
  ])('of %s, has no address, and that is told', async (_, config, source) => {
    const [item] = await readSite(
      {
        [config]: source,
        'src/pages/[id].astro': "getStaticPaths getCollection('blog') params: { id: post.id }",
        'src/content/blog/a.md': page('title: A'),
      },
      'src/content/blog',
    );
    expect(item).toMatchObject({
      article: { url: null },
      notes: expect.arrayContaining([expect.stringContaining('left without an address')]),
    });
  });

  it('of Astro has no address where its collection is shown twice', async () => {
    const shown = "getStaticPaths getCollection('blog') params: { id: post.id }";
    const files = { 'astro.config.mjs': '', 'src/content/blog/a.md': page('title: A') };
    const once = { ...files, 'src/pages/news/[id].astro': shown };
    expect(await addressOf(once, 'src/content/blog')).toBe('/news/a/');
    expect(await addressOf({ ...once, 'src/pages/amp/[id].astro': shown }, 'src/content/blog')).toBeNull();
  });

  it('of Astro has no address where its collection is shown nowhere', async () => {
    expect(
      await addressOf(
        { 'astro.config.mjs': '', 'src/content/blog/a.md': page('title: A') },
        'src/content/blog',
      ),
    ).toBeNull();
  });
});

describe('a folder of Markdown', () => {
  it('refuses the second of two files with one address, and names the first', async () => {
    const items = await readSite({ 'a.md': page('slug: x'), 'b.md': page('slug: x') });
    expect(reasonsOf(items)).toEqual({ 'b.md': 'has the same address as a.md: https://news.example/x/' });
  });

  it('gives files in every script addresses of their own', async () => {
    const items = await readSite({ 'рынок.md': page('title: A'), '市场.md': page('title: B') }, '', {
      baseUrl: undefined,
    });
    expect(new Set(items.map((item) => (item.kind === 'article' ? item.slug : ''))).size).toBe(2);
  });

  it('tells with its line what no date can be made of, and puts what has none behind all others', async () => {
    const items = await readSite({ 'a.md': page('title: A\ndate: some day') });
    expect(items).toMatchObject([
      {
        article: { publishedAt: '1970-01-01T00:00:00Z' },
        notes: [expect.stringContaining('no date'), 'date (line 3): "some day" is no date that can be read'],
      },
    ]);
  });

  it('goes on behind files that cannot be read', async () => {
    const items = await readSite({
      'a.md': page('title: ['),
      'b.md': `---\n${'x: y\n'.repeat(100_000)}---\nText.\n`,
      'c.md': page('title: C'),
    });
    expect(articlesOf(items).map(({ title }) => title)).toEqual(['C']);
    expect(Object.keys(reasonsOf(items))).toEqual(['a.md', 'b.md']);
  });

  it('names a file that is not in UTF-8, and reads no file behind a link', async () => {
    const folder = await writeFolder({ 'a.md': page('title: A') });
    await writeFile(join(folder, 'b.md'), Buffer.from('---\ntitle: März\n---\nText.\n', 'latin1'));
    await symlink('/etc/hostname', join(folder, 'c.md'));
    const items = await collectItems(createFolderSource(folder, OPTIONS));
    expect(items.map(({ name }) => name)).toEqual(['a.md', 'b.md']);
    expect(reasonsOf(items)).toEqual({ 'b.md': 'is not in UTF-8' });
  });
});
