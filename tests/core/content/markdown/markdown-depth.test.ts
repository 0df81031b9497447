import { describe, expect, it } from 'vitest';
import { markdownDepth } from '../../../../src/core/content/markdown/markdown-depth.ts';

describe('the depth of Markdown', () => {
  it.each([
    { source: '', depth: 0 },
    { source: 'a\n\nb', depth: 0 },
    { source: '> a\n> > b', depth: 2 },
    { source: '>>>a', depth: 3 },
    { source: '- a\n  - b\n    - c\n- d', depth: 3 },
    { source: '- - - a', depth: 3 },
    { source: '1. a\n2. b\n3. c', depth: 1 },
    { source: '> - > 1) a', depth: 4 },
    { source: '- a\n\t- b', depth: 2 },
    { source: '-a 1.b *c', depth: 0 },
    { source: 'a > b - c', depth: 0 },
    { source: '2024. a', depth: 1 },
    { source: '- a\nlazy\n    - b', depth: 2 },
  ])('of $source is $depth', ({ source, depth }) => {
    expect(markdownDepth(source, 256)).toBe(depth);
  });

  it('is not counted further than the limit', () => {
    expect(markdownDepth(`${'> '.repeat(20)}a\n${'> '.repeat(30)}a`, 10)).toBe(20);
  });

  it.each([
    { what: 'go on with it', source: `${'> '.repeat(100)}a\n${'b\n'.repeat(1000)}`, depth: 257 },
    { what: 'are as deep', source: `${'>'.repeat(100)}a\n\n`.repeat(1000), depth: 257 },
    {
      what: 'stand behind a blank line',
      source: `${'> '.repeat(100)}a\n\n${'b\n'.repeat(1000)}`,
      depth: 100,
    },
    { what: 'are as usual', source: `${'> '.repeat(10)}a\n${'b\n'.repeat(5000)}`, depth: 10 },
  ])('counts where many lines $what', ({ source, depth }) => {
    expect(markdownDepth(source, 256)).toBe(depth);
  });
});
