import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/content/markdown/to-markdown.ts';
import {
  type BodyKind,
  type Content,
  joinParagraphs,
  renderContent,
} from '../../../src/core/content/render-content.ts';
import { BODY_MAX_ELEMENTS } from '../../../src/core/limits.ts';

function content(kind: BodyKind, source: string): Content {
  const result = renderContent(kind, source);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.content;
}

const texts = (kind: BodyKind, source: string) => content(kind, source).paragraphs.map(({ text }) => text);

describe('what is a paragraph', () => {
  it.each([
    { of: 'a p', html: '<p>One.</p><p>Two.</p>', paragraphs: ['One.', 'Two.'] },
    {
      of: 'a list item, each by itself',
      html: '<ul><li>a<ul><li>b</ul>c<li>d</ul>',
      paragraphs: ['a', 'b', 'c', 'd'],
    },
    { of: 'a quotation', html: '<blockquote>One.<p>Two.</blockquote>', paragraphs: ['One.', 'Two.'] },
    { of: 'the meaning of a term, not the term', html: '<dl><dt>a<dd>b<dd>c</dl>', paragraphs: ['b', 'c'] },
    {
      of: 'bare text of a div, on each side of a block',
      html: '<div>a<p>b</p>c</div>',
      paragraphs: ['a', 'b', 'c'],
    },
    { of: 'text without any element', html: 'One.', paragraphs: ['One.'] },
    { of: 'no heading', html: '<h1>a</h1><h2>b</h2><p>c</p>', paragraphs: ['c'] },
    {
      of: 'no caption',
      html: '<figure><img src="/a.png"><p>a</p><figcaption>b</figcaption></figure>',
      paragraphs: [],
    },
    {
      of: 'what stands between captions without a figure',
      html: '<figcaption>a</figcaption><p>b</p>c<ul><li>d</ul><figcaption>e</figcaption><blockquote>f</blockquote>',
      paragraphs: ['b', 'c', 'd', 'f'],
    },
    {
      of: 'a quotation in a figure',
      html: '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>',
      paragraphs: ['a'],
    },
    { of: 'no preformatted text', html: '<pre>a\n b</pre><p><code>c</code></p>', paragraphs: ['c'] },
    { of: 'no table', html: '<table><caption>a<tr><td>b<td><p>c</table><p>d', paragraphs: ['d'] },
    { of: 'text in a table of one cell', html: '<table><tr><td><p>a<p>b</table>', paragraphs: ['a', 'b'] },
    {
      of: 'text in a table that lays out',
      html: '<table role=presentation><tr><td>a<td>b</table>',
      paragraphs: ['a', 'b'],
    },
    {
      of: 'no small print',
      html: '<p><small>Photo: A. B.</small></p><p>a <small>b</small></p>',
      paragraphs: ['a b'],
    },
    {
      of: 'no aside, footer or address',
      html: '<aside>a</aside><footer>b</footer><address>c</address><nav>d</nav><p>e',
      paragraphs: ['e'],
    },
    { of: 'two where two line breaks stand', html: '<p>a<br><br>b<br>c</p>', paragraphs: ['a', 'b c'] },
    {
      of: 'nothing without words',
      html: '<p> </p><p>&nbsp;</p><p><br></p><p><img src="/a.png"></p>',
      paragraphs: [],
    },
    {
      of: 'text without reference marks',
      html: '<p>So it was.<sup>[3]</sup> He left.</p>',
      paragraphs: ['So it was. He left.'],
    },
    {
      of: 'exponents and indices',
      html: '<p>5 km<sup>2</sup> of CO<sub>2</sub></p>',
      paragraphs: ['5 km² of CO₂'],
    },
    {
      of: 'text without its reading aid',
      html: '<p><ruby>漢<rp>(<rt>かん<rp>)</ruby>字</p>',
      paragraphs: ['漢字'],
    },
    {
      of: 'text without what is struck out',
      html: '<p>Closed on <del>3 May</del> <ins>5 May</ins>, <s>all</s> the council said.</p>',
      paragraphs: ['Closed on 5 May, the council said.'],
    },
    { of: 'nothing hidden', html: '<p hidden>a<p style="color:red;display: none">b<p>c', paragraphs: ['c'] },
  ])('is $of', ({ html, paragraphs }) => {
    expect(texts('html', html)).toEqual(paragraphs);
  });
});

describe('the body', () => {
  it.each([
    { promise: 'numbers its paragraphs', html: '<p>a<p>b', out: '<p id="p1">a</p><p id="p2">b</p>' },
    {
      promise: 'has no other id, class, style, handler',
      html: '<p id=p9 class=a style=b onclick=c data-d=e>f',
      out: '<p id="p1">f</p>',
    },
    { promise: 'has no heading above the second level', html: '<h1>a</h1>', out: '<h2>a</h2>' },
    {
      promise: 'keeps language and direction of groups that go',
      html: '<div lang=ar dir=rtl><p>a<p lang=en dir=ltr>b</div>',
      out: '<p id="p1" lang="ar" dir="rtl">a</p><p id="p2" lang="en" dir="ltr">b</p>',
    },
    {
      promise: 'keeps a language within words',
      html: '<p>a <span lang=fr>b</span> <span>c</span>',
      out: '<p id="p1">a <span lang="fr">b</span> c</p>',
    },
    {
      promise: 'closes and opens formatting around blocks',
      html: '<b>a<p>b</p></b>',
      out: '<p id="p1"><b>a</b></p><p id="p2"><b>b</b></p>',
    },
    {
      promise: 'writes spaces outside of formatting, once',
      html: '<p>a<b> b </b> c',
      out: '<p id="p1">a <b>b</b> c</p>',
    },
    {
      promise: 'keeps tables',
      html: '<table><tr><th colspan=2 scope=row>a<td align=right>b<td></table>',
      out: '<table><tbody><tr><th colspan="2" scope="row">a</th><td align="right">b</td><td></td></tr></tbody></table>',
    },
    {
      promise: 'gives a caption the figure that it lacks, and nothing else with it',
      html: '<figcaption>a</figcaption><figcaption>b</figcaption><p>c',
      out: '<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure><p id="p1">c</p>',
    },
    {
      promise: 'keeps numbering',
      html: '<ol start=3 reversed type=a><li value=7>a</ol>',
      out: '<ol start="3" reversed="" type="a"><li id="p1" value="7">a</li></ol>',
    },
    {
      promise: 'puts a list within a list into the item before it',
      html: '<ul><li>a</li><ul><li>b</ul></ul>',
      out: '<ul><li><p id="p1">a</p><ul><li id="p2">b</li></ul></li></ul>',
    },
    {
      promise: 'gives stray items a list',
      html: '<li>a<li>b</li><p>c',
      out: '<ul><li id="p1">a</li><li id="p2">b</li></ul><p id="p3">c</p>',
    },
    {
      promise: 'keeps preformatted text as it is',
      html: '<pre>\n\n<code> a\n  b</code></pre>',
      out: '<pre><code> a\n  b</code></pre>',
    },
    {
      promise: 'keeps figures',
      html: '<figure><a href="/b"><img src="/a.png" alt="c" width=4 height=3 loading=lazy></a><figcaption>d',
      out: '<figure><a href="/b"><img src="/a.png" alt="c" width="4" height="3" loading="lazy"></a><figcaption>d</figcaption></figure>',
    },
    {
      promise: 'keeps the words of what it leaves out',
      html: '<form><label>a</label><font>b</font></form><x-y>c</x-y>',
      out: '<p id="p1">ab</p><p id="p2">c</p>',
    },
    {
      promise: 'drops what is no text',
      html: '<p>a<script>b</script><svg><text>c</text></svg><iframe>d</iframe><button>e</button>',
      out: '<p id="p1">a</p>',
    },
    {
      promise: 'keeps text that a link without a safe address held',
      html: '<p><a href="javascript:a">b</a> <a>c</a>',
      out: '<p id="p1">b c</p>',
    },
    {
      promise: 'keeps what an editor says of a paid link',
      html: '<p><a href="https://a.example/" rel="external sponsored" target=_blank>b</a>',
      out: '<p id="p1"><a href="https://a.example/" rel="noopener sponsored">b</a></p>',
    },
  ])('$promise', ({ html, out }) => {
    expect(content('html', html).html).toBe(out);
  });

  it('resolves relative links and images against the page they come from', () => {
    const result = renderContent('html', '<p><a href="../b?c#d">e</a><img src="f.png">', {
      baseUrl: 'https://a.example/x/y',
    });
    expect(result).toMatchObject({
      content: {
        html: '<p id="p1"><a href="https://a.example/b?c#d" rel="noopener">e</a><img src="https://a.example/x/f.png"></p>',
      },
    });
  });
});

describe('editor’s hints', () => {
  it.each([
    {
      promise: 'skip one paragraph',
      html: '<p data-standfirst="skip">a<p>b',
      paragraphs: [{ text: 'b', pinned: false }],
    },
    {
      promise: 'skip all in a block',
      html: '<div class="x standfirst-skip"><p>a<ul><li>b</ul></div>c',
      paragraphs: [{ text: 'c', pinned: false }],
    },
    {
      promise: 'skip words of a paragraph',
      html: '<p>a <span class="standfirst-skip">b</span> c',
      paragraphs: [{ text: 'a c', pinned: false }],
    },
    {
      promise: 'pin one paragraph',
      html: '<p>a<p class="standfirst-pin">b',
      paragraphs: [
        { text: 'a', pinned: false },
        { text: 'b', pinned: true },
      ],
    },
    {
      promise: 'pin the first paragraph of a block',
      html: '<div data-standfirst=pin><h2>a</h2><p>b<p>c</div>',
      paragraphs: [
        { text: 'b', pinned: true },
        { text: 'c', pinned: false },
      ],
    },
  ])('$promise and leave no trace', ({ html, paragraphs }) => {
    const { html: out, paragraphs: found } = content('html', html);
    expect(found.map(({ text, pinned }) => ({ text, pinned }))).toEqual(paragraphs);
    expect(out).not.toMatch(/standfirst|class/);
  });

  it.each([
    ['<meta name="standfirst" content="off"><p>a', true],
    ['<p>a</p><META NAME=Standfirst CONTENT=Off>', true],
    ['<meta name="standfirst" content="on"><p>a', false],
    ['<p>meta name="standfirst" content="off"', false],
  ])('%s turns the summary off: %s', (html, off) => {
    expect(content('html', html).summaryOff).toBe(off);
  });
});

describe('Markdown', () => {
  it('keeps what GitHub’s Markdown knows', () => {
    const source =
      '# A\n\nb *c* ~~d~~ https://e.example\n\n- f\n\n> g\n\n| h | i |\n|---|--:|\n| j | k |\n\n```\nl\n```';
    expect(content('markdown', source).html).toBe(
      '<h2>A</h2><p id="p1">b <em>c</em> <s>d</s> <a href="https://e.example" rel="noopener">https://e.example</a></p>' +
        '<ul><li id="p2">f</li></ul><blockquote><p id="p3">g</p></blockquote>' +
        '<table><thead><tr><th>h</th><th align="right">i</th></tr></thead>' +
        '<tbody><tr><td>j</td><td align="right">k</td></tr></tbody></table><pre><code>l\n</code></pre>',
    );
  });

  it('treats raw HTML as it treats an author’s HTML', () => {
    const source = 'a <b onclick=c>d</b><script>e</script>\n\n<div data-standfirst="skip">\n\nf\n\n</div>';
    expect(content('markdown', source)).toMatchObject({
      html: '<p id="p1">a <b>d</b></p><p>f</p>',
      paragraphs: [{ text: 'a d' }],
    });
  });
});

describe('depth', () => {
  it.each<{ kind: BodyKind; name: string; open: string }>([
    { kind: 'html', name: 'div', open: '<div>' },
    { kind: 'html', name: 'formatting', open: '<b>' },
    { kind: 'markdown', name: 'quotes', open: '> ' },
    { kind: 'markdown', name: 'raw HTML', open: '<i>' },
  ])('of $name in $kind is refused beyond 256', ({ kind, open }) => {
    expect(renderContent(kind, `${open.repeat(250)}x`).ok).toBe(true);
    expect(renderContent(kind, `${open.repeat(257)}x`)).toEqual({
      ok: false,
      fault: { kind: 'nested-too-deeply', limit: 256, found: 257 },
    });
  });
});

describe('the number of elements', () => {
  const distinct = (tagName: string, count: number) =>
    Array.from({ length: count }, (_, index) => `<${tagName} a${index}>`).join('');
  const refused = { ok: false, fault: { kind: 'too-many-elements', limit: BODY_MAX_ELEMENTS } };

  it.each<{ kind: BodyKind; name: string; unit: string }>([
    { kind: 'html', name: 'paragraphs', unit: '<p>x' },
    { kind: 'html', name: 'line breaks', unit: 'x<br>' },
    { kind: 'markdown', name: 'paragraphs', unit: 'x\n\n' },
    { kind: 'markdown', name: 'emphases', unit: '*x* ' },
    { kind: 'text', name: 'paragraphs', unit: 'x\n\n' },
  ])('of $name in $kind is refused beyond the limit', ({ kind, unit }) => {
    expect(renderContent(kind, unit.repeat(BODY_MAX_ELEMENTS / 2)).ok).toBe(true);
    expect(renderContent(kind, unit.repeat(BODY_MAX_ELEMENTS + 1))).toEqual(refused);
  });

  it.each([
    ['of formatting that the parser opens again', `<p>${distinct('b', 100)}${'<p>x'.repeat(1_000)}`],
    ['of formatting around blocks', `${distinct('q', 100)}${'<p>x</p>'.repeat(1_000)}`],
    ['of lists supplied around items', '<li>x</li><p>y</p>'.repeat(20_000)],
  ])('%s counts', (_, html) => {
    expect(renderContent('html', html)).toEqual(refused);
  });

  it('lets a body at the limit be read, written as Markdown and sent again', () => {
    const html = content('html', '<p>x</p>'.repeat(BODY_MAX_ELEMENTS)).html;
    expect(content('html', html).html).toBe(html);
    expect(toMarkdown(html).length).toBeGreaterThan(BODY_MAX_ELEMENTS);
  });
});

describe('the text', () => {
  it('joins paragraphs by one blank line', () => {
    expect(joinParagraphs(content('html', '<p>a<p>b').paragraphs)).toBe('a\n\nb');
  });

  it.each<BodyKind>(['html', 'markdown', 'text'])('drops controls and repairs surrogates in %s', (kind) => {
    expect(texts(kind, 'a\u0000b\u0007c\u009F d\uD800e\u00ADf')).toEqual(['abc d\uFFFDef']);
  });
});
