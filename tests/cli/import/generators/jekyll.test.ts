import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, writeFolder } from '../folder.ts';
import { build, hasProgram, page, readBuilt, readOurs } from './published.ts';

const JEKYLL_CONTENT: Files = {
  '_layouts/post.html':
    '{"title": {{ page.title | jsonify }}, "url": {{ page.url | jsonify }}, "date": {{ page.date | date_to_xmlschema | jsonify }}, "tags": {{ page.tags | jsonify }}, "language": {{ page.lang | jsonify }}}',
  '_posts/2024-01-05-Mixed Case.name é.md': page('layout: post\ntitle: One'),
  '_posts/2024-01-07-cats.md': page('layout: post\ntitle: Two\ntags: pier harbour'),
  'sport/_posts/2024-01-08-in-folder.md': page('layout: post\ntitle: Three\nlang: fr'),
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

describe.skipIf(!hasProgram('jekyll'))('Jekyll, where it is installed, publishes', () => {
  it.each([
    ['by default', ''],
    ['in a zone', 'timezone: America/New_York'],
    ['prettily', 'permalink: pretty'],
    ['without dates', 'permalink: none'],
    ['by a pattern', 'permalink: /:year/:i_month/:title.html'],
  ])('what is imported, at the same addresses and dates, in the same languages: %s', async (_, config) => {
    const folder = await writeFolder({ ...JEKYLL_CONTENT, '_config.yml': `title: News\n${config}\n` });
    build(folder, 'jekyll', ['build', '--quiet']);
    expect(await readOurs(folder)).toEqual(await readBuilt(join(folder, '_site')));
  });
});
