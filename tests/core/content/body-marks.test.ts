import { describe, expect, it } from 'vitest';
import { joinParagraphs, renderContent } from '../../../src/core/content/render-content.ts';

function render(html: string, baseUrl?: string): { html: string; text: string } {
  const rendered = renderContent('html', html, baseUrl === undefined ? {} : { baseUrl });
  if (!rendered.ok) throw new Error(rendered.fault.kind);
  const { content } = rendered;
  return { html: content.html, text: joinParagraphs(content.paragraphs) };
}

describe('raised and lowered text', () => {
  it.each([
    ['a power', 'Some 10<sup>6</sup> cells', 'Some 10⁶ cells'],
    ['a unit', 'of 12 m<sup>2</sup> and 3 km<sup>2</sup>', 'of 12 m² and 3 km²'],
    ['a negative power', '9 s<sup>-1</sup>', '9 s⁻¹'],
    ['an ordinal', 'the 1<sup>st</sup> and XIX<sup>e</sup>', 'the 1st and XIXe'],
    ['an abbreviation', 'M<sup>me</sup> Quill', 'Mme Quill'],
    ['a variable', '2<sup>n</sup> ways', '2ⁿ ways'],
    ['a sign', 'Boat<sup>TM</sup> sails', 'Boat™ sails'],
    ['a chemical', 'CO<sub>2</sub> and H<sub>2</sub>O', 'CO₂ and H₂O'],
    ['a note after a full stop', 'It closed.<sup>3</sup> Nobody came.', 'It closed. Nobody came.'],
    ['a note after a year', 'In 2024<sup>12</sup> wages fell.', 'In 2024 wages fell.'],
    ['a note after a word', 'The roof<sup>2</sup> fell<sup>b</sup>.', 'The roof fell.'],
    ['several notes', 'It fell.<sup>1, 2</sup>', 'It fell.'],
    ['a note in brackets', 'It fell<sup>[3]</sup>.', 'It fell.'],
    ['a star', 'It fell<sup>*</sup>.', 'It fell.'],
    ['a linked note', 'It fell.<a href="#fn4" class="footnote-ref"><sup>4</sup></a>', 'It fell.'],
    ['a note without raising', 'It fell.<a href="#cite_note-3">[3]</a>', 'It fell.'],
    ['the way back', 'A note. <a href="#ref1">↩</a>', 'A note.'],
    ['a chapter', '<a href="#chapter-1">1</a> The boat', '1 The boat'],
  ])('%s', (_, html, text) => {
    expect(render(`<p>${html}</p>`).text).toBe(text);
  });

  it('a list of notes stays beside the text', () => {
    const body =
      '<p>It fell.</p><section class="footnotes"><ol><li><p>Archive, box 12.</p></li></ol></section>';
    expect(render(body)).toMatchObject({ text: 'It fell.', html: expect.stringContaining('box 12') });
  });
});

describe('a formula', () => {
  it.each([
    ['MathML', '<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>', 'E = mc²'],
    [
      'a fraction',
      '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>',
      '(a + 1)/2',
    ],
    [
      'KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>q</mi><mo>=</mo><mn>2</mn></mrow><annotation>q = 2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">q=2</span></span>',
      'q = 2',
    ],
    ['a script of MathJax', String.raw`<script type="math/tex">\frac{a}{2} \leq x^2</script>`, 'a/2 ≤ x²'],
  ])('in %s is read aloud', (_, formula, text) => {
    expect(render(`<p>It is ${formula} here.</p>`).text).toBe(`It is ${text} here.`);
  });
});

describe('what systems leave in bodies', () => {
  it.each([
    [
      'a caption of the classic editor',
      '<div class="wp-caption"><img src="https://img.example/m.jpg"><p class="wp-caption-text">The hall in 1911.</p></div>',
      'caption>The hall',
    ],
    [
      'a caption of a gallery',
      '<dl><dt><img src="https://img.example/m.jpg"></dt><dd class="gallery-caption">The hall.</dd></dl>',
      'caption>The hall',
    ],
    ['a shortcode’s caption', '[caption id="a"]<img src="https://img.example/m.jpg"> The hall[/caption]', ''],
    ['a table of contents', '<div id="toc_container"><ul><li>Why the roof failed</li></ul></div>', ''],
    ['a reading time', '<p><span class="span-reading-time">3 minutes</span></p>', ''],
    [
      'a bookmark card',
      '<figure class="kg-card kg-bookmark-card"><a href="https://a.example">Another story</a></figure>',
      '',
    ],
    ['a gallery’s shortcode', '<p>[gallery ids="1,2"]</p>', ''],
    [
      'the line of a feed',
      '<p>The post <a href="https://a.example/x/">Title</a> appeared first on <a href="https://a.example">Site</a>.</p>',
      '',
    ],
    [
      'the same in German',
      '<p>Der Beitrag <a href="https://a.example/x/">T</a> erschien zuerst auf <a href="https://a.example/">S</a>.</p>',
      '',
    ],
  ])('%s is no text', (_, block, kept) => {
    const { html, text } = render(`<p>It fell.</p>${block}`);
    expect(text).toBe('It fell.');
    expect(html).toContain(kept);
  });

  it.each([
    [
      'words between shortcodes',
      '<p>[vc_row][vc_column width="1/2"]It fell.[/vc_column][/vc_row]</p>',
      'It fell.',
    ],
    [
      'what merely stands in brackets',
      '<p>He said [the roof] fell [sic].</p>',
      'He said [the roof] fell [sic].',
    ],
    ['an escaped shortcode', '<p>Write [[gallery]] there.</p>', 'Write [[gallery]] there.'],
    ['a shortcode in code', '<p>Write <code>[gallery]</code> there.</p>', 'Write [gallery] there.'],
    [
      'a sign of Word’s list',
      '<p><span style="mso-list:Ignore">·&nbsp; </span>Eleven stalls move.</p>',
      'Eleven stalls move.',
    ],
    [
      'a last paragraph with two links',
      '<p>He told <a href="https://a.example/x">the paper</a> and <a href="https://b.example/">the radio</a> that it fell.</p>',
      'He told the paper and the radio that it fell.',
    ],
  ])('%s', (_, block, expected) => {
    expect(render(block).text).toBe(expected);
  });

  it.each([
    ['<img src="data:image/gif;base64,R0" data-lazy-src="https://img.example/m.jpg">'],
    ['<img srcset="https://img.example/s.jpg 400w, https://img.example/m.jpg 1600w">'],
    ['<picture><source srcset="https://img.example/m.jpg 2x"><img alt=""></picture>'],
    ['<img src="/m.jpg">'],
  ])('a picture that waits: %s', (image) => {
    expect(render(`<p>It fell. ${image}</p>`, 'https://img.example/a/').html).toContain(
      'https://img.example/m.jpg',
    );
  });

  it('is the same when it is read again', () => {
    const body =
      '<p>Some 10<sup>6</sup> cells.<sup>2</sup></p><div class="footnotes"><ol><li>a</li></ol></div>';
    const once = render(body);
    expect(render(once.html)).toEqual(once);
  });
});
