import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../../src/cli/import/choose-source.ts';
import { articlesOf, collectItems, reasonsOf, writeFolder } from './folder.ts';

const OPTIONS = { kind: undefined, since: undefined, key: undefined, baseUrl: undefined };

async function readFileAs(name: string, text: string, baseUrl?: string) {
  const file = join(await writeFolder({}), name);
  await writeFile(file, text);
  const { kind, source } = await chooseSource(file, { ...OPTIONS, baseUrl });
  return { kind, items: await collectItems(source), file };
}

const wxrItem = (members: string, body = 'The ferry sails.\n\nIt comes back.') => `<item>
<title>The ferry</title><link>https://news.example/2024/ferry/</link><dc:creator><![CDATA[ada]]></dc:creator>
<content:encoded><![CDATA[${body}]]></content:encoded><wp:post_name><![CDATA[ferry]]></wp:post_name>
<wp:post_date_gmt><![CDATA[2024-03-05 08:30:00]]></wp:post_date_gmt>${members}</item>`;
const POST = '<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>';
const wxr = (...items: string[]) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
${items.join('\n')}
</channel></rss>`;

describe('an export of WordPress', () => {
  it('gives its posts, with authors by name and paragraphs as the editor keeps them', async () => {
    const terms =
      '<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category><category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category>';
    const { kind, items } = await readFileAs('export.xml', wxr(wxrItem(POST + terms)));
    expect(kind).toBe('wxr');
    expect(articlesOf(items)).toMatchObject([
      {
        title: 'The ferry',
        byline: 'Ada Quill',
        url: 'https://news.example/2024/ferry/',
        publishedAt: '2024-03-05T08:30:00Z',
        tags: ['Sea'],
        html: '<p>The ferry sails.</p>\n<p>It comes back.</p>',
      },
    ]);
  });

  it('leaves out what was not public, and shortcodes out of the text', async () => {
    const { items } = await readFileAs(
      'export.xml',
      wxr(
        wxrItem('<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>'),
        wxrItem('<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>'),
        wxrItem(`${POST}<wp:post_password>x</wp:post_password>`),
        wxrItem(POST, '[gallery ids="1,2"]<!-- wp:paragraph --><p>Seen.</p><!-- /wp:paragraph -->'),
      ),
    );
    expect(articlesOf(items).map(({ html }) => html)).toEqual(['<p>Seen.</p>']);
    expect(items.filter(({ kind }) => kind === 'left-out')).toHaveLength(3);
  });

  it('may quote an export: what stands in CDATA is text', async () => {
    const { items } = await readFileAs(
      'export.xml',
      wxr(wxrItem(POST, 'One writes </item> there.'), wxrItem(POST)),
    );
    expect(articlesOf(items).map(({ html }) => html)).toEqual([
      '<p>One writes </item> there.</p>',
      '<p>The ferry sails.</p>\n<p>It comes back.</p>',
    ]);
  });

  it('that was cut off gives what is whole, and tells', async () => {
    const { items, file } = await readFileAs('export.xml', wxr(wxrItem(POST), wxrItem(POST)).slice(0, -120));
    expect(articlesOf(items)).toHaveLength(1);
    expect(reasonsOf(items)[file]).toContain('cut off');
  });
});

const ghost = (...posts: object[]) =>
  JSON.stringify({
    db: [
      {
        meta: { version: '5.80.0' },
        data: {
          posts: posts.map((post, index) => ({
            id: `p${index}`,
            slug: `post-${index}`,
            title: 'Ferry',
            html: '<p>It sails.</p>',
            status: 'published',
            type: 'post',
            visibility: 'public',
            published_at: '2024-03-05T08:30:00.000Z',
            ...post,
          })),
          tags: [
            { id: 't1', name: 'Sea' },
            { id: 't2', name: '#hidden', visibility: 'internal' },
          ],
          users: [{ id: 'u1', name: 'Ada Quill' }],
          posts_tags: [
            { post_id: 'p0', tag_id: 't1' },
            { post_id: 'p0', tag_id: 't2' },
          ],
          posts_authors: [{ post_id: 'p0', author_id: 'u1' }],
        },
      },
    ],
  });

describe('an export of Ghost', () => {
  it('gives its posts with tags, authors and who may read them', async () => {
    const { kind, items } = await readFileAs(
      'ghost.json',
      ghost({ feature_image: '__GHOST_URL__/a.jpg' }, { visibility: 'members' }),
      'https://news.example',
    );
    expect(kind).toBe('ghost-export');
    expect(articlesOf(items)).toMatchObject([
      {
        url: 'https://news.example/post-0/',
        byline: 'Ada Quill',
        tags: ['Sea'],
        image: { url: 'https://news.example/a.jpg' },
      },
      { access: 'summary' },
    ]);
  });

  it('that was cut off gives the posts that are whole, and tells', async () => {
    const text = ghost({}, {});
    const { items, file } = await readFileAs('ghost.json', text.slice(0, text.indexOf('"post-1"')));
    expect(articlesOf(items)).toHaveLength(1);
    expect(reasonsOf(items)[file]).toContain('what is whole was read');
  });

  it('leaves out pages, drafts and mail', async () => {
    const { items } = await readFileAs(
      'ghost.json',
      ghost({ type: 'page' }, { status: 'draft' }, { status: 'sent' }),
    );
    expect(items.map(({ kind }) => kind)).toEqual(['left-out', 'left-out', 'left-out']);
  });
});

describe('articles in JSON', () => {
  it.each([
    [
      'an array',
      'articles.json',
      '[{"slug":"one","title":"One","text":"A."},{"slug":"two","title":"Two","text":"B."}]',
    ],
    [
      'lines behind a BOM, with CRLF',
      'a.ndjson',
      '\uFEFF{"slug":"one","title":"One","text":"A."}\r\n{"slug":"two","title":"Two","text":"B."}\r\n',
    ],
    [
      'lines that hold U+2028',
      'a.ndjson',
      '{"slug":"one","title":"One","text":"A.\u2028B."}\n{"slug":"two","title":"Two","text":"B."}',
    ],
  ])('come in as %s', async (_, name, text) => {
    expect(articlesOf((await readFileAs(name, text)).items).map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ]);
  });

  it('that were cut off give what is whole, and tell the line of the cut', async () => {
    const cut = '[\n{"slug":"one","title":"One","text":"A ] and \\"}."},\n{"slug":"two","ti';
    const { items, file } = await readFileAs('articles.json', cut);
    expect(articlesOf(items)).toMatchObject([{ title: 'One', text: 'A ] and "}.' }]);
    expect(reasonsOf(items)[`${file}:2`]).toContain('cut off');
    await expect(readFileAs('articles.json', '[{"slug":"one","title":"One","te')).rejects.toThrow(
      'is no JSON',
    );
  });
});

describe('a built site', () => {
  const html = (title: string, words: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-05T08:30:00Z"></head><body><article><h1>${title}</h1><p>${words.repeat(12)}</p><p>${words.repeat(8)}</p></article></body></html>`;

  it('gives its articles at the addresses of its folders, and leaves out and counts what is none', async () => {
    const folder = await writeFolder({
      'index.html': '<!doctype html><title>News</title><ul><li><a href="/a/">A</a></li></ul>',
      'posts/roof/index.html': html('The roof', 'The council voted to close the market for two winters. '),
      'posts/ferry.html': html('The ferry', 'The ferry sails at noon and comes back at night. '),
      'tags/sea/index.html': '<!doctype html><title>sea</title><p>Two posts</p>',
    });
    const { kind, source } = await chooseSource(folder, { ...OPTIONS, baseUrl: 'https://news.example/' });
    const items = await collectItems(source);
    expect(kind).toBe('site');
    expect(articlesOf(items).map(({ url }) => url)).toEqual([
      'https://news.example/posts/ferry.html',
      'https://news.example/posts/roof/',
    ]);
    expect(items.filter((item) => item.kind === 'left-out')).toHaveLength(2);
  });

  it('needs its address', async () => {
    await expect(chooseSource(await writeFolder({ 'index.html': '' }), OPTIONS)).rejects.toThrow(
      '--base-url',
    );
  });
});
