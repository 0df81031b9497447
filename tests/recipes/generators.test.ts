import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeBox } from '../../src/cli/inject/compute-box.ts';
import { injectFolder } from '../../src/cli/inject/inject-folder.ts';
import { type Files, writeFolder } from '../cli/import/folder.ts';
import { build, hasPackage, hasProgram, writeNpmSite } from '../cli/import/generators/published.ts';

const TEXT = `The council of Orrin voted on Monday to keep the night bus for two more years. It will cost the town 240,000 crowns a year.

“Without the bus my staff cannot get home,” said Ann Moss, who runs the hospital laundry. She employs 48 people.

The bus carried 31,000 people last year. A new contract has to be signed by the end of March.
`;
const story = (head: string) => `---\ntitle: Night bus stays\ndate: 2024-01-05\n${head}---\n\n${TEXT}`;
const page = (title: string, content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"></head><body><article><h1>${title}</h1>\n${content}\n</article><footer><p>Orrin Post</p></footer></body></html>\n`;

interface Recipe {
  name: string;
  isThere: boolean;
  files: Files;
  command: [program: string, args: string[]];
  output: string;
}

const npx = (name: string, ...args: string[]): Recipe['command'] => ['npx', ['--no-install', name, ...args]];

const RECIPES: Recipe[] = [
  {
    name: 'Hugo',
    isThere: hasProgram('hugo'),
    files: {
      'hugo.toml': 'baseURL = "https://news.example/"\n',
      'config.toml': 'baseURL = "https://news.example/"\n',
      'content/posts/night-bus.md': story(''),
      'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
      'layouts/_default/list.html': '<!doctype html><title>List</title><p>List',
    },
    command: ['hugo', ['--quiet', '--minify']],
    output: 'public',
  },
  {
    name: 'Jekyll',
    isThere: hasProgram('jekyll'),
    files: {
      '_config.yml': 'title: Orrin Post\n',
      '_posts/2024-01-05-night-bus.md': story('layout: story\n'),
      '_layouts/story.html': page('{{ page.title }}', '{{ content }}'),
    },
    command: ['jekyll', ['build', '--quiet', '--disable-disk-cache']],
    output: '_site',
  },
  {
    name: 'Eleventy',
    isThere: hasPackage('@11ty/eleventy'),
    files: {
      'posts/night-bus.md': story('layout: story.njk\n'),
      '_includes/story.njk': page('{{ title }}', '{{ content | safe }}'),
    },
    command: npx('eleventy', '--quiet'),
    output: '_site',
  },
  {
    name: 'Astro',
    isThere: hasPackage('astro'),
    files: {
      'src/layouts/Story.astro': `---\nconst { title } = Astro.props.frontmatter;\n---\n${page('{title}', '<slot />')}`,
      'src/pages/night-bus.md': story('layout: ../layouts/Story.astro\n'),
    },
    command: npx('astro', 'build', '--silent'),
    output: 'dist',
  },
];

async function inject(folder: string): Promise<{ boxes: number; pages: Map<string, string> }> {
  const options = { baseUrl: 'https://news.example/', boxOf: computeBox, isDry: false };
  let boxes = 0;
  for await (const { outcome } of injectFolder(folder, options)) boxes += outcome === 'boxes' ? 1 : 0;
  const pages = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = join(entry.parentPath, entry.name);
    pages.set(file, await readFile(file, 'utf8'));
  }
  return { boxes, pages };
}

describe.each(RECIPES)('$name', ({ isThere, files, command, output }) => {
  it.skipIf(!isThere)('builds a site that gets its boxes once, however often', async () => {
    const folder = await (command[0] === 'npx' ? writeNpmSite(files) : writeFolder(files));
    build(folder, ...command);
    const { boxes, pages } = await inject(join(folder, output));
    expect(boxes).toBe(1);
    const [article = ''] = [...pages.values()].filter((html) => html.includes('<details'));
    expect(article.match(/<details/gu)).toHaveLength(2);
    const at = (text: string) => article.indexOf(text);
    expect(at('<details')).toBeGreaterThan(at('</h1>'));
    expect(article.lastIndexOf('<details')).toBeGreaterThan(at('signed by the end of March.</p>'));
    expect((await inject(join(folder, output))).pages).toEqual(pages);
  });
});
