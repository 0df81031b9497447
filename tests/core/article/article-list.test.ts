import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorSchema, encodeCursor } from '../../../src/core/article/article-list.ts';
import { CURSOR_MAX_LENGTH, SLUG_MAX_LENGTH } from '../../../src/core/limits.ts';

const positions = fc.record({
  publishedAt: fc.integer({ min: -8.64e15, max: 8.64e15 }),
  slug: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u).filter((slug) => slug.length <= SLUG_MAX_LENGTH),
  direction: fc.constantFrom('after' as const, 'before' as const),
});

describe('a cursor', () => {
  it('names a place, and nothing else does', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(cursorSchema().parse(encodeCursor(position))).toEqual(position);
      }),
    );
  });

  it('of the longest slug still fits', () => {
    const longest = encodeCursor({
      publishedAt: -8.64e15,
      slug: 'a'.repeat(SLUG_MAX_LENGTH),
      direction: 'before',
    });
    expect(longest.length).toBeLessThanOrEqual(CURSOR_MAX_LENGTH);
  });

  it('that we did not make is refused, whatever it is', () => {
    const made = encodeCursor({ publishedAt: 1, slug: 'a', direction: 'after' });
    for (const cursor of [
      '',
      'x',
      made.slice(1),
      `${made}00`,
      made.toUpperCase(),
      Buffer.from('[1,"a","up"]').toString('hex'),
      Buffer.from('[1,"../a","after"]').toString('hex'),
      'ff',
    ])
      expect(cursorSchema().safeParse(cursor).success).toBe(false);
    fc.assert(fc.property(fc.string(), (cursor) => void cursorSchema().safeParse(cursor)));
  });
});
