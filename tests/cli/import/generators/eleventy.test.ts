import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../folder.ts';
import { build, hasPackage, page, readBuilt, readOurs, writeNpmSite } from './published.ts';

const LAYOUT =
  '{"title": {{ title | dump | safe }}, "url": {{ page.url | dump | safe }}, "date": {{ page.date | dump | safe }}, "tags": {{ (tags or []) | dump | safe }}, "language": {{ (lang or "en") | dump | safe }}}';

/** Names of files by the folder that Eleventy reads. */
const contentIn = (input: string): Files =>
  Object.fromEntries(
    Object.entries({
      '_includes/json.njk': LAYOUT,
      'posts/posts.json': '{"layout": "json.njk", "tags": "sea"}',
      'posts/2024-01-05-My Post.md': page('title: One'),
      'posts/Été Plage.md': page('title: Two\ndate: 2024-01-06\nlang: fr'),
      'posts/deep/2024-01-07-cats.md': page('title: Three\ntags: [pier, harbour]'),
      'posts/2024-01-08-bundle/index.md': page('title: Four'),
      'posts/slugged.md': page('title: Five\nslug: other\ndate: 2024-01-09 08:30:00'),
      'posts/placed.md': page('title: Six\npermalink: /a/b/\ndate: 2024-01-10T08:30:00+02:00'),
      'posts/named.md': page('title: Seven\npermalink: "/n/{{ page.fileSlug }}.html"\ndate: 2024-01-11'),
      'posts/2024-01-12-both.md': page(
        'title: Eight\npermalink: "/n/{{ page.fileSlug }}/"\ndate: 2023-05-01',
      ),
      'posts/later.md': page('title: Nine\ndate: "2024-01-13T10:00"'),
      'posts/posts.md': page('title: Ten\ndate: 2024-01-14'),
      'posts/hidden.md': page('title: Hidden\npermalink: false\ndate: 2024-01-15'),
      'archive/archive.11tydata.json':
        '{"layout": "json.njk", "permalink": "/old/{{ page.fileSlug }}/", "date": "2020-02-02"}',
      'archive/first.md': page('title: Eleven'),
      'archive/second.md': page('title: Twelve\ndate: 2021-03-04'),
      'archive/second.json': '{"tags": ["own"]}',
      'top.md': page('title: Thirteen\nlayout: json.njk\ndate: 2024-01-16'),
    }).map(([name, text]) => [join(input, name), text]),
  );

describe.skipIf(!hasPackage('@11ty/eleventy'))('Eleventy publishes', () => {
  it.each([
    ['from the root', '', 'export default () => {};'],
    ['from src', 'src', 'export default () => ({ dir: { input: "src" } });'],
    ['from content', 'content', 'export default (config) => config.setInputDirectory("content");'],
    ['a folder named content, of the root', '', 'export default () => {};'],
  ])(
    'what is imported, at the same addresses and dates, in the same languages: %s',
    async (name, input, config) => {
      const inside = name.startsWith('a folder') ? 'content' : '';
      const folder = await writeNpmSite({
        ...contentIn(join(input, inside)),
        ...(inside === '' ? {} : { '_includes/json.njk': LAYOUT, 'content/_includes/json.njk': '' }),
        'eleventy.config.js': config,
      });
      build(folder, process.execPath, ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']);
      expect(await readOurs(join(folder, input, inside))).toEqual(await readBuilt(join(folder, '_site')));
    },
  );
});
