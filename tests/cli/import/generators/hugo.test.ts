import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, writeFolder } from '../folder.ts';
import { build, hasProgram, page, readBuilt, readOurs } from './published.ts';

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
    '{{ dict "title" .Title "url" .RelPermalink "date" (.Date.UTC.Format "2006-01-02T15:04:05Z") "tags" .Params.tags "language" .Language.Lang | jsonify | safeHTML }}',
  'layouts/_default/list.html': 'list',
};

describe.skipIf(!hasProgram('hugo'))('Hugo, where it is installed, publishes', () => {
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
  ])('what is imported, at the same addresses and dates, in the same languages: %s', async (_, config) => {
    const folder = await writeFolder({
      ...HUGO_CONTENT,
      ...HUGO_LAYOUT,
      'hugo.toml': `baseURL = "https://news.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n${config}\n`,
      'config.toml': `baseURL = "https://news.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n${config}\n`,
    });
    build(folder, 'hugo', ['--quiet']);
    expect(await readOurs(join(folder, 'content'))).toEqual(await readBuilt(join(folder, 'public')));
  });
});
