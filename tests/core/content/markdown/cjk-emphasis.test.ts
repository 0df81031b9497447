import { describe, expect, it } from 'vitest';
import { renderContent } from '../../../../src/core/content/render-content.ts';

describe('emphasis beside marks of Chinese, Japanese and Korean', () => {
  it.each([
    ['**「新桥」**将于星期一开放。', '「新桥」'],
    ['政府宣布**“新桥”**将于星期一开放。', '“新桥”'],
    ['これは**重要。**です。', '重要。'],
    ['**注意：**桥将关闭。', '注意：'],
    ['**다리(橋)**는 닫힌다.', '다리(橋)'],
  ])('of %s is emphasis', (markdown, strong) => {
    const rendered = renderContent('markdown', markdown);
    expect(rendered).toMatchObject({
      content: { html: expect.stringContaining(`<strong>${strong}</strong>`) },
    });
  });

  it('leaves other text as CommonMark reads it', () => {
    const rendered = renderContent('markdown', 'a**b**c, 2 ** 3 and **x**.');
    expect(rendered).toMatchObject({
      content: { html: '<p id="p1">a<strong>b</strong>c, 2 ** 3 and <strong>x</strong>.</p>' },
    });
  });
});
