import { describe, expect, it } from 'vitest';
import { markdownDepth } from '../../../src/core/content/markdown-depth.ts';

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

  it('is not counted further than is enough', () => {
    expect(markdownDepth(`${'> '.repeat(20)}\n${'> '.repeat(30)}`, 10)).toBe(20);
  });
});
