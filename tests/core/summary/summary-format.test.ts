import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/core/content/render-text.ts';
import { TRAINED } from '../../../src/core/summarizer/answering-models.ts';
import { formatSummary } from '../../../src/core/summary/summary-format.ts';
import { summarizeRendered } from '../../../src/flows/summarize-text.ts';
import { summaryRequestSchema } from '../../../src/flows/summary-request.ts';

const article = {
  text: 'Prices rose by <b>5 %</b> & more. "Why?" asked *the* mayor. 1. It is [not](known).\n\n- Nobody _answered_ `him`. The end.',
  sentences: 20,
};

function summarize(type: 'key-points' | 'tldr') {
  return summarizeRendered(
    renderText(article.text),
    summaryRequestSchema().parse({ ...article, type }),
    TRAINED,
  );
}

describe('a summary in another form', () => {
  it('as plain text has one point a line', () => {
    const summary = summarize('key-points');
    expect(formatSummary(summary, 'plain-text').trimEnd().split('\n')).toEqual(
      summary.sentences.map(({ text }) => text),
    );
  });

  it('as plain text of a TL;DR is one paragraph', () => {
    expect(formatSummary(summarize('tldr'), 'plain-text').trimEnd()).not.toContain('\n');
  });

  it('as HTML lets no markup of the text through', () => {
    const html = formatSummary(summarize('key-points'), 'html');
    expect(html.replace(/<\/?(?:ul|li)>/gu, '')).not.toMatch(/[<>]/u);
    expect(html).toMatch(/^<ul>(?:<li>[^<]+<\/li>)+<\/ul>$/u);
    expect(formatSummary(summarize('tldr'), 'html')).toMatch(/^<p>[^<]+<\/p>$/u);
  });

  it('as Markdown reads as the sentences themselves, whatever characters they hold', () => {
    const markdown = new MarkdownIt({ html: true });
    const word = fc.constantFrom(
      '*a*',
      '_b_',
      '`c`',
      '<i>',
      '[d](e)',
      '#',
      '1.',
      '-',
      '+',
      '&amp;',
      '~~f~~',
      '|',
      '\\',
      'Word',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (lists) => {
          const sentences = lists.map((words) => ({ text: `${words.join(' ')} end.` }));
          const summary = { ...summarize('key-points'), sentences } as ReturnType<typeof summarize>;
          const rendered = markdown.render(formatSummary(summary, 'markdown'));
          const items = [...rendered.matchAll(/<li>([\s\S]*?)<\/li>/gu)].map(([, item = '']) => decode(item));
          expect(items).toEqual(sentences.map(({ text }) => text));
        },
      ),
    );
  });
});

function decode(html: string): string {
  return html
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
