import { describe, expect, it } from 'vitest';
import { renderContent } from '../../../src/core/content/render-content.ts';

function texts(source: string): string[] {
  const result = renderContent('text', source);
  return result.ok ? result.content.paragraphs.map(({ text }) => text) : [];
}

const LONG = 'A line that no editor has wrapped goes on and on, '.repeat(4).trim();
const WRAPPED = `The bridge over the river will close on the third of May,
the council said on Monday, and a notice was sent to all who
live near it. Buses will run every ten minutes through the
old town.`;

describe('plain text', () => {
  it.each([
    { promise: 'is parted by blank lines', source: 'a\n\nb\n \t\n\n\nc\n', paragraphs: ['a', 'b', 'c'] },
    {
      promise: 'is parted by blank lines of any kind of line end',
      source: 'a\r\n\r\nb\r\rc\u2029\u2029d',
      paragraphs: ['a', 'b', 'c', 'd'],
    },
    {
      promise: 'has its wrapped lines joined',
      source: `${WRAPPED}\n\n${WRAPPED}`,
      paragraphs: [WRAPPED.replaceAll('\n', ' '), WRAPPED.replaceAll('\n', ' ')],
    },
    {
      promise: 'has its wrapped lines joined though there is no blank line',
      source: WRAPPED,
      paragraphs: [WRAPPED.replaceAll('\n', ' ')],
    },
    {
      promise: 'has short lines joined between blank lines',
      source: 'a\nb\n\nc\nd',
      paragraphs: ['a b', 'c d'],
    },
    {
      promise: 'is one paragraph a line when there is no blank line and none is wrapped',
      source: 'Roses are red.\nViolets are blue, and so on.\nA.',
      paragraphs: ['Roses are red.', 'Violets are blue, and so on.', 'A.'],
    },
    {
      promise: 'is one paragraph a line when lines are long',
      source: `${LONG}\n${LONG}\nShort.`,
      paragraphs: [LONG, LONG, 'Short.'],
    },
    {
      promise: 'is one paragraph a line when lines are long, below a title',
      source: `Title\n\n${LONG}\n${LONG}`,
      paragraphs: ['Title', LONG, LONG],
    },
    {
      promise: 'joins lines of scripts without spaces by nothing',
      source: '今日は\n晴れ。\nOK\n\nx',
      paragraphs: ['今日は晴れ。 OK', 'x'],
    },
    { promise: 'is never read as markup', source: '<b>a</b> &amp; *b*', paragraphs: ['<b>a</b> &amp; *b*'] },
    { promise: 'of spaces alone has no paragraph', source: ' \n\t\u00A0\n', paragraphs: [] },
  ])('$promise', ({ source, paragraphs }) => {
    expect(texts(source)).toEqual(paragraphs);
  });

  it('is written as paragraphs, escaped', () => {
    expect(renderContent('text', 'a < b & "c"\n\nd\u00A0e')).toMatchObject({
      content: { html: '<p id="p1">a &lt; b &amp; "c"</p><p id="p2">d&nbsp;e</p>' },
    });
  });
});
