import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/content/markdown/to-markdown.ts';
import { type BodyKind, renderContent } from '../../../src/core/content/render-content.ts';

describe('in a Worker without Node’s modules', () => {
  it.each<{ kind: BodyKind; source: string }>([
    { kind: 'html', source: '<p>a &amp; b<script>c</script><ul><li>d</ul>' },
    { kind: 'markdown', source: 'a & b\n\n- d' },
  ])('$kind is rendered', ({ kind, source }) => {
    const html = '<p id="p1">a &amp; b</p><ul><li id="p2">d</li></ul>';
    expect(renderContent(kind, source)).toMatchObject({ ok: true, content: { html } });
    expect(toMarkdown(html)).toBe('a & b\n\n- d\n');
  });

  it.each<{ kind: BodyKind; name: string; source: string }>([
    { kind: 'html', name: 'quotations', source: '<blockquote>'.repeat(250) },
    { kind: 'html', name: 'formatting', source: '<q>'.repeat(250) },
    { kind: 'markdown', name: 'quotations', source: '> '.repeat(250) },
    { kind: 'markdown', name: 'lists', source: '- '.repeat(120) },
  ])('the deepest $name in $kind do not overflow the stack', ({ kind, source }) => {
    const result = renderContent(kind, `${source}x`);
    expect(result).toMatchObject({ ok: true, content: { paragraphs: [{ text: 'x' }] } });
    if (result.ok) expect(toMarkdown(result.content.html)).toContain('x');
  });
});
