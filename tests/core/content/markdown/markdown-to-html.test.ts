import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../../../src/core/content/markdown/markdown-to-html.ts';

const render = (source: string) => markdownToHtml(source).trim();

describe('bare links', () => {
  it.each([
    ['https://a.example/b_c.', '<p><a href="https://a.example/b_c">https://a.example/b_c</a>.</p>'],
    ['(www.a.example/b)', '<p>(<a href="http://www.a.example/b">www.a.example/b</a>)</p>'],
    ['a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    ['a.example and b.md', '<p>a.example and b.md</p>'],
    ['ftp://a.example //b.example', '<p>ftp://a.example //b.example</p>'],
    ['www. and awww.b.example', '<p>www. and awww.b.example</p>'],
    ['`https://a.example`', '<p><code>https://a.example</code></p>'],
  ])('%s', (source, html) => {
    expect(render(source)).toBe(html);
  });
});

describe('task lists', () => {
  it.each([
    ['- [x] a\n- [ ] b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['- [x](/y)\n- c [ ] d', '<ul>\n<li><a href="/y">x</a></li>\n<li>c [ ] d</li>\n</ul>'],
    ['[x] e', '<p>[x] e</p>'],
  ])('%j', (source, html) => {
    expect(render(source)).toBe(html);
  });
});

describe('footnotes', () => {
  it.each([
    {
      promise: 'are numbered as they are referred to and listed at the end',
      source: '[^b]: Two.\n\nA[^a] b[^B] a[^a]\n\n[^a]: One\nmore.\n\n    Last.',
      html: '<p>A<sup>[1]</sup> b<sup>[2]</sup> a<sup>[1]</sup></p>\n<aside><ol><li><p>One\nmore.</p>\n<p>Last.</p>\n</li><li><p>Two.</p>\n</li></ol></aside>',
    },
    {
      promise: 'may refer to each other',
      source: 'A[^a]\n\n[^a]: B[^b]\n[^b]: C[^a]',
      html: '<p>A<sup>[1]</sup></p>\n<aside><ol><li><p>B<sup>[2]</sup></p>\n</li><li><p>C<sup>[1]</sup></p>\n</li></ol></aside>',
    },
    {
      promise: 'end where another block begins',
      source: 'A[^a]\n\n[^a]: B\n# C',
      html: '<p>A<sup>[1]</sup></p>\n<h1>C</h1>\n<aside><ol><li><p>B</p>\n</li></ol></aside>',
    },
    { promise: 'that nothing refers to are left out', source: '[^a]: B\n\nC', html: '<p>C</p>' },
    { promise: 'that do not exist stay text', source: 'A[^a]', html: '<p>A[^a]</p>' },
    { promise: 'are text within code', source: '`[^a]`\n\n[^a]: B', html: '<p><code>[^a]</code></p>' },
  ])('$promise', ({ source, html }) => {
    expect(render(source)).toBe(html);
  });
});

it('leaves no text out of lists in lists', () => {
  const deep = Array.from({ length: 120 }, (_, level) => `${'  '.repeat(level)}- item${level}`).join('\n');
  expect(render(deep)).toContain('item119');
});
