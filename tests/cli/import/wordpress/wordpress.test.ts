import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWordPressSource } from '../../../../src/cli/import/wordpress.ts';
import { bodyOf } from '../../../../src/core/article/body-kind.ts';
import { renderContent } from '../../../../src/core/content/render-content.ts';
import { serve } from '../../import-sites.ts';
import { articlesOf, collectItems, reasonsOf } from '../folder.ts';

/** What WordPress 6.1.9 answered on `posts.php`; `record.sh` asks it again. */
const ANSWERS = new URL('answers/', import.meta.url);

function answerTo(query: URLSearchParams): string {
  if (query.get('page') !== '1') return 'beyond.json';
  if (query.has('modified_after')) return 'modified.json';
  return query.has('after') ? 'published.json' : 'posts.json';
}

const FERRY = 'The ferry sails at noon from the old quay, and it returns at six in the evening.';

async function importSite(since?: string) {
  const site = await serve(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'https://news.example');
    if (pathname !== '/wp-json/wp/v2/posts') {
      response.writeHead(pathname === '/' ? 200 : 404).end();
      return;
    }
    const name = answerTo(searchParams);
    const [status = '', ...lines] = readFileSync(new URL(`${name}.head`, ANSWERS), 'utf8')
      .trim()
      .split('\n');
    const headers = lines.map((line) => line.split(': ') as [string, string]);
    response.writeHead(Number(status.split(' ')[1]), Object.fromEntries(headers));
    response.end(readFileSync(new URL(name, ANSWERS)));
  });
  onTestFinished(() => site.close());
  return collectItems(createWordPressSource(site.origin, since));
}

/** Title, path, date and tags of what it publishes, oldest first. */
const PUBLISHED = [
  ['“A & B” – it’s new', 'a-b-its-new', '2024-01-05T13:30:00Z', ['Pier', 'Sea & shore']],
  ['Two pages', 'two-pages', '2024-01-06T13:30:00Z', []],
  ['Short codes', 'short-codes', '2024-01-07T13:30:00Z', []],
  ['Dynamic blocks', 'dynamic-blocks', '2024-01-08T13:30:00Z', []],
  ['Always first', 'always-first', '2024-01-13T13:30:00Z', []],
  ['Буря над портом', 'буря-над-портом', '2024-01-14T13:30:00Z', []],
  ['The ferry sails at noon from the old quay, and it returns …', '14', '2024-01-15T13:30:00Z', []],
  ['Classic', 'classic', '2024-01-16T13:30:00Z', []],
  ['Filed', 'filed', '2024-01-18T04:30:00Z', ['Shipping']],
  ['Edited', 'edited', '2024-02-02T11:00:00Z', []],
  ['Scheduled', 'scheduled', '2024-06-02T10:00:00Z', []],
];

/** Paragraphs of those posts that are more than the ferry's. */
const TEXTS = {
  'Two pages': [
    FERRY,
    'The second part tells of the storm that broke the pier.',
    'The last page tells of the morning after it.',
  ],
  'Short codes': [FERRY, FERRY],
  'Dynamic blocks': [FERRY, 'We waited all night for her.', 'A pilot', FERRY],
  Classic: [
    'The ferry sails at noon from the old quay.',
    'It returns at six in the evening, and it stays there for the night.',
  ],
};

describe('a real WordPress', () => {
  it('comes in whole and in order, at its own addresses, dates and tags', async () => {
    const articles = articlesOf(await importSite());
    expect(
      articles.map(({ title, url, publishedAt, tags }) => [title, decodeURI(url ?? ''), publishedAt, tags]),
    ).toEqual(
      PUBLISHED.map(([title, name, ...rest]) => [
        title,
        `https://news.example/2024/${String(name)}/`,
        ...rest,
      ]),
    );
    expect(new Set(articles.map(({ byline }) => byline))).toEqual(new Set(['Ada von Quill']));
  });

  it('leaves out what it does not publish, and says so', async () => {
    expect(reasonsOf(await importSite())).toEqual({ locked: 'needs a password' });
  });

  it('gives the words of the author, and none of its own blocks and codes', async () => {
    const texts = articlesOf(await importSite()).map((article) => {
      const { kind, source } = bodyOf(article);
      const rendered = renderContent(kind, source);
      return [article.title, rendered.ok ? rendered.content.paragraphs.map(({ text }) => text) : rendered];
    });
    expect(Object.fromEntries(texts)).toMatchObject(TEXTS);
    const others = texts.filter(([title]) => !(String(title) in TEXTS));
    expect(others.map(([, paragraphs]) => paragraphs)).toEqual(others.map(() => [FERRY]));
  });

  it('gives what was edited or published since, scheduled posts too', async () => {
    const articles = articlesOf(await importSite('2024-06-01T00:00:00Z'));
    expect(articles.map(({ title }) => title)).toEqual(['Edited', 'Scheduled']);
  });
});
