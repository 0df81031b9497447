import { describe, expect, it } from 'vitest';
import { joinParagraphs, joinSeams, renderContent } from '../../../../src/core/content/render-content.ts';
import { extractArticle } from '../../../../src/core/extraction/extract-article.ts';
import { foldText } from '../../../../src/core/summary/fragment/fold-letters.ts';
import { createFragmentFinder } from '../../../../src/core/summary/fragment/text-fragment.ts';

/** The link to a sentence of a body, as the service gives it. */
function linkIn(html: string, sentence: string, language = 'en'): string | undefined {
  const rendered = renderContent('html', html);
  if (!rendered.ok) throw new Error('refused');
  const { paragraphs, elsewhere } = rendered.content;
  const text = joinParagraphs(paragraphs);
  const find = createFragmentFinder(text, language, { seams: joinSeams(paragraphs), elsewhere });
  const offset = text.indexOf(sentence);
  const fragment = find(offset, sentence.length);
  return fragment === undefined ? undefined : decodeURIComponent(fragment);
}

describe('the words of a link', () => {
  it.each([
    [
      'a line break',
      'She saw four of<br>the new cracks. He left.',
      'She saw four of the new cracks.',
      'text=She saw four,new cracks.',
    ],
    [
      'what is struck out',
      'The bridge will cost <del>four</del> <ins>five</ins> million crowns. So.',
      'The bridge will cost five million crowns.',
      'text=The bridge will,million crowns.',
    ],
    [
      'a power',
      'The valley gives 10<sup>6</sup> tonnes of it. So.',
      'The valley gives 10⁶ tonnes of it.',
      'text=The valley gives,tonnes of it.',
    ],
    [
      'the mark of a note',
      'Its roads carry most of it<sup><a href="#n1">1</a></sup> into the town. So.',
      'Its roads carry most of it into the town.',
      'text=Its roads carry,into the town.',
    ],
    [
      'a box',
      'The council met <span style="display:inline-block">on Tuesday</span> in the school. So.',
      'The council met on Tuesday in the school.',
      'text=The council met,in the school.',
    ],
    [
      'a button',
      'The county keeps a reserve <button>?</button> for it. So.',
      'The county keeps a reserve for it.',
      'text=The county keeps a reserve,it.',
    ],
    [
      'a link where others name it as well',
      'The council met <a href="/t">on Tuesday</a> in the school. So.',
      'The council met on Tuesday in the school.',
      'text=The council met,in the school.',
    ],
  ])('do not go across %s', (_, html, sentence, expected) => {
    expect(linkIn(`<p>${html}</p>`, sentence)).toBe(expected);
  });

  it.each([
    ['a drop cap in a span', '<p><span class="dropcap">A</span>n old bridge leans. So.</p>'],
    ['a drop cap of the theme', '<p class="has-drop-cap">An old bridge leans. So.</p>'],
  ])('are none where the first would be in %s', (_, html) => {
    expect(linkIn(html, 'An old bridge leans.')).toBeUndefined();
  });

  it('are those between the readings of characters', () => {
    const html = '<p>橋脚を調べた。<ruby>織林<rt>おりばやし</rt></ruby>の橋は毎年冬に傾いている。</p>';
    expect(linkIn(html, '織林の橋は毎年冬に傾いている。', 'ja')).toBeUndefined();
    const inside = '<p>町の古い橋は毎年<ruby>冬<rt>ふゆ</rt></ruby>に五センチ傾いている。次。</p>';
    expect(linkIn(inside, '町の古い橋は毎年冬に五センチ傾いている。', 'ja')).toMatch(
      /^text=町の古い.*,[^冬]*いている。$/u,
    );
  });

  it('tell the sentence from the same words outside the text', () => {
    const html =
      '<aside><p>The ferry stops on Monday.</p></aside><p>The captain knew. The ferry stops on Monday. So.</p>';
    expect(linkIn(html, 'The ferry stops on Monday.')).toBe(
      'text=The captain knew.-,The ferry stops on Monday.',
    );
  });

  it('avoid ı, which no search finds in capitals', () => {
    const html =
      '<p>Liman idaresi pazartesi gününden itibaren iskeleyi on bir hafta için kapatacak ve dalgıçlar kazıkta çatlak buldu. Son.</p>';
    const sentence =
      'Liman idaresi pazartesi gününden itibaren iskeleyi on bir hafta için kapatacak ve dalgıçlar kazıkta çatlak buldu.';
    expect(linkIn(html, sentence, 'tr')).toMatch(/,çatlak buldu\.$/u);
  });
});

describe('a page that was read', () => {
  const article = `<article><h1>The ferry</h1><p>The captain knew it. The ferry to Orrin stops on Monday for nine weeks. Nobody else did.</p>${'<p>The works begin in March and end before the summer, the engineers said, and nobody has counted what the town will lose.</p>'.repeat(4)}</article>`;
  const page = (above: string, css = '') =>
    extractArticle(
      `<!doctype html><html lang="en"><head><title>The ferry</title><style>${css}</style></head><body>${above}${article}</body></html>`,
      'https://news.example/ferry',
    );

  it('tells its article what else it says before it, if a browser could take it for the text', () => {
    const teaser =
      '<aside><a href="/x">The ferry to Orrin stops on Monday, more below.</a></aside><nav>Weather and tides of today</nav>';
    const { body, text } = page(teaser);
    expect(body.source).toContain('<div hidden data-standfirst="elsewhere">');
    expect(body.source).not.toContain('Weather and tides');
    const sentence = 'The ferry to Orrin stops on Monday for nine weeks.';
    expect(text).toContain(sentence);
    expect(text).not.toContain('more below');
    const link = linkIn(body.source, sentence);
    expect(link).toBe('text=The ferry to Orrin stops on Monday for nine weeks.');
  });

  it('tells of boxes that its own style sheet makes', () => {
    const css = '@media all{.x{color:red}} p .tag , .pill{display:inline-block}';
    const { body } = page(
      '<p>A line with <b class="tag">one</b> and <i class="pill">two</i> boxes.</p>',
      css,
    );
    expect(body.kind).toBe('html');
    const { source } = extractArticle(
      `<!doctype html><html lang="en"><head><style>${css}</style></head><body>${article.replace('to Orrin', 'to <b class="tag">Orrin</b>')}</body></html>`,
      'https://news.example/ferry',
    ).body;
    expect(source).toContain('<b data-standfirst="apart">Orrin</b>');
  });
});

describe('folded letters', () => {
  const collator = new Intl.Collator('und', { usage: 'search', sensitivity: 'base' });
  const LETTERS = [
    'aàáâãäåāăą ß ẞ æǽ œ øöõő ł đð ħ çćč',
    'ъ г ґ ё е й и ї',
    'ςσ ά α ϊ ι',
    'ךכ םמ ןנ ףפ ץצ',
    'ةه ىي أا إ آ',
    'あアぁァ がカ つっッ ゃや',
    '‘’‚\' “”„" « » … - – —',
    '٣3 ۳ ३',
  ]
    .join('')
    .replaceAll(' ', '');

  it('are the same wherever a browser’s search takes them for the same', () => {
    const differing = [...LETTERS].flatMap((a) =>
      [...LETTERS]
        .filter((b) => collator.compare(a, b) === 0 && foldText(a) !== foldText(b))
        .map((b) => `${a} ${b}`),
    );
    expect(differing).toEqual([]);
  });
});
