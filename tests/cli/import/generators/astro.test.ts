import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../folder.ts';
import { build, hasPackage, page, readBuilt, readOurs, writeNpmSite } from './published.ts';

const SCHEMA =
  'schema: z.object({ title: z.string(), pubDate: z.coerce.date(), tags: z.array(z.string()).default([]), slug: z.string().optional(), lang: z.string().optional() })';

const collectionsIn = (...names: readonly string[]) => `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
${names.map((name) => `const ${name} = defineCollection({ loader: glob({ base: './src/content/${name}', pattern: '**/*.{md,mdx}' }), ${SCHEMA} });`).join('\n')}
export const collections = { ${names.join(', ')} };
`;

const route = (collection: string, params = '{ slug: post.id }') => `---
import { getCollection } from 'astro:content';
export async function getStaticPaths() {
  const posts = await getCollection('${collection}');
  return posts.map((post) => ({ params: ${params}, props: post }));
}
const { title, pubDate, tags, lang: language } = Astro.props.data;
const facts = JSON.stringify({ title, url: Astro.url.pathname, date: pubDate, tags, language });
---
<Fragment set:html={facts} />
`;

const CONTENT: Files = {
  'src/content/blog/2024-01-05-My Post é.md': page('title: One\npubDate: 2024-01-05'),
  'src/content/blog/Mixed_Case.v1.2.md': page('title: Two\npubDate: 2024-01-06 08:30:00\nlang: de'),
  'src/content/blog/deep/index.md': page('title: Three\npubDate: "Jul 08 2022"\ntags: [sea, pier]'),
  'src/content/blog/slugged.md': page('title: Four\npubDate: 2024-01-07T08:30:00+02:00\nslug: Other/Name'),
  'src/content/blog/C++ & 100%.md': page('title: Five\npubDate: 2024-01-08'),
  'src/content/blog/Two  Spaces - and -- hyphens.md': page('title: Six\npubDate: 2024-01-09'),
  'src/content/blog/_hidden.md': page('title: Seven\npubDate: 2024-01-10'),
  'src/content.config.ts': collectionsIn('blog'),
};

describe.skipIf(!hasPackage('astro'))('Astro publishes', () => {
  it.each([
    ['by default', 'src/pages/blog/[...slug].astro', route('blog'), ''],
    ['at the root', 'src/pages/[...id].astro', route('blog', '{ id: post.id }'), ''],
    ['without slashes', 'src/pages/news/[...slug].astro', route('blog'), "trailingSlash: 'never'"],
    ['as files', 'src/pages/news/[...slug].astro', route('blog'), "build: { format: 'file' }"],
    ['under a base', 'src/pages/blog/[...slug].astro', route('blog'), "base: '/docs'"],
  ])(
    'what is imported, at the same addresses and dates, in the same languages: %s',
    async (_, name, source, config) => {
      const folder = await writeNpmSite({
        ...CONTENT,
        [name]: source,
        'src/pages/tags/[tag].astro': route('blog', '{ tag: post.data.title }').replace('{facts}', '"x"'),
        'astro.config.mjs': `export default { site: 'https://news.example', ${config} };`,
      });
      build(folder, process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent']);
      expect(await readOurs(join(folder, 'src/content'))).toEqual(await readBuilt(join(folder, 'dist')));
    },
  );
});
