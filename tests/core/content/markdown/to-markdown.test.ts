import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../../src/core/content/markdown/to-markdown.ts';
import { type BodyKind, renderContent } from '../../../../src/core/content/render-content.ts';

function body(kind: BodyKind, source: string): string {
  const result = renderContent(kind, source);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.content.html;
}

describe('a body as Markdown', () => {
  it.each([
    { of: 'headings and paragraphs', html: '<h2>a #</h2><p>b<br>c</p>', markdown: '## a \\#\n\nb\\\nc\n' },
    {
      of: 'formatting',
      html: '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d`e</code></p>',
      markdown: '**a** *b* ~~c~~ ``d`e``\n',
    },
    {
      of: 'formatting within words',
      html: '<p>a<em>b</em>c <strong>“d”</strong>e</p>',
      markdown: 'a*b*c <strong>“d”</strong>e\n',
    },
    {
      of: 'formatting side by side',
      html: '<p><em>a</em><strong>b</strong></p>',
      markdown: '<em>a</em>**b**\n',
    },
    {
      of: 'what Markdown has no mark for',
      html: '<p>H<sub>2</sub>O <abbr title="&quot;">c</abbr></p>',
      markdown: 'H<sub>2</sub>O <abbr title="&quot;">c</abbr>\n',
    },
    {
      of: 'links',
      html: '<p><a href="/a_(b)" title="c">d</a> <a href="https://e.example/">https://e.example/</a></p>',
      markdown: '[d](</a_(b)> "c") <https://e.example/>\n',
    },
    {
      of: 'images',
      html: '<figure><img src="/a.png" alt="b]"><figcaption>c</figcaption></figure>',
      markdown: '![b\\]](/a.png)\n\nc\n',
    },
    {
      of: 'lists',
      html: '<ul><li>a<ul><li>b</ul><li>c</ul><ol start=9><li>d<li>e</ol>',
      markdown: '- a\n  - b\n- c\n\n9. d\n10. e\n',
    },
    {
      of: 'lists with paragraphs',
      html: '<ol><li><p>a<p>b<li><pre>c\n\nd</pre></ol>',
      markdown: '1. a\n\n   b\n\n2. ```\n   c\n\n   d\n   ```\n',
    },
    {
      of: 'lists in a row',
      html: '<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol>',
      markdown: '- a\n\n* b\n\n1. c\n\n1) d\n',
    },
    {
      of: 'quotations',
      html: '<blockquote><p>a</p><blockquote>b</blockquote></blockquote>',
      markdown: '> a\n>\n> > b\n',
    },
    { of: 'code', html: '<pre>a\n```\n<b>b</b></pre><hr>', markdown: '````\na\n```\nb\n````\n\n___\n' },
    { of: 'terms', html: '<dl><dt>a<dd>b</dl>', markdown: '**a**\n\nb\n' },
    {
      of: 'tables',
      html: '<table><caption>c<tr><th>a|b<th align=right>c<tr><td colspan=2><p>d<p>e</table>',
      markdown: 'c\n\n| a\\|b | c |\n| --- | --: |\n| d<br>e |  |\n',
    },
    {
      of: 'tables without a header',
      html: '<table><tr><td>a<td>b</table>',
      markdown: '|  |  |\n| --- | --- |\n| a | b |\n',
    },
    { of: 'nothing', html: '', markdown: '' },
  ])('has $of', ({ html, markdown }) => {
    expect(toMarkdown(body('html', html))).toBe(markdown);
  });

  it.each([
    '*a* _b_ **c** __d__',
    '# a',
    '- a',
    '1. a',
    '1) a',
    '> a',
    '[a](b)',
    '![a](b)',
    '`a`',
    '<b>a</b>',
    '&amp;',
    '~~a~~',
    '\\*',
    'a | b',
    '---',
    '===',
    '[^1]',
    '```',
    'snake_case and _edge_',
  ])('says %j as text', (text) => {
    const html = body('text', text);
    expect(body('markdown', toMarkdown(html))).toBe(html);
  });
});

it('keeps the words of a body that is nested more deeply than it can write', () => {
  const html = body('html', `${'<blockquote><ul><li>'.repeat(30)}<p>a</p><blockquote>b<ol><li>c`);
  const result = renderContent('markdown', toMarkdown(html));
  expect(result).toMatchObject({ content: { paragraphs: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] } });
});

describe('Markdown of a body', () => {
  const names = [
    'p',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'li',
    'blockquote',
    'em',
    'strong',
    's',
    'sub',
    'code',
    'br',
    'hr',
  ];
  const text = fc.constantFrom(
    ...[
      'a',
      'b c',
      ' ',
      'é',
      '“q”',
      '(',
      '.',
      '€',
      '12',
      '*',
      '**',
      '_',
      '`',
      '``',
      '[x](y)',
      '![',
      ']',
      '&lt;b&gt;',
    ],
    ...[
      '&amp;lt;',
      '# ',
      '- ',
      '+ ',
      '1. ',
      '1) ',
      '&gt; ',
      '|',
      '~~',
      '\\',
      '---',
      '===',
      '!',
      'a_b',
      '_c',
      ':-',
      '|-|',
    ],
    ...[
      '<a href="/x(y)" title="*">l</a>',
      '<a href="https://e.example/">https://e.example/</a>',
      '<img src="/i.png" alt="[a]*">',
    ],
  );
  const tag = fc.constantFrom(...names);
  const piece = fc.oneof(
    { weight: 3, arbitrary: tag.map((name) => `<${name}>`) },
    { weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
    { weight: 4, arbitrary: text },
  );
  const markup = fc.array(piece, { maxLength: 18 }).map((pieces) => pieces.join(''));

  /** One thing Markdown cannot tell: a list item that is one paragraph from one that is words. */
  const comparable = (html: string) =>
    html
      .replace(/ id="p\d+"/g, '')
      .replace(/<li><p>((?:(?!<\/?(?:p|li|ul|ol|h[23]|blockquote|hr)>).)*)<\/p><\/li>/gs, '<li>$1</li>');

  it('read again gives the body', () => {
    fc.assert(
      fc.property(markup, (source) => {
        const html = body('html', source);
        expect(comparable(body('markdown', toMarkdown(html)))).toBe(comparable(html));
      }),
      { numRuns: 1000 },
    );
  });
});
