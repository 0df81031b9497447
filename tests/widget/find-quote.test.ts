import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, fold } from '../../src/widget/find-quote.ts';

const PAGE =
  'The ferry was full. It sank in the night, and nobody drowned. The ferry was full. The board met on Monday.';

function found(page: string, quote: string, from = 0): string | undefined {
  const folded = fold(page);
  const place = findQuote(folded, quote, from);
  return place && folded.slice(place[0], place[1] + 1);
}

describe('findQuote', () => {
  it.each([
    { what: 'as it stands', quote: 'It sank in the night, and nobody drowned.' },
    { what: 'with a no-break space', quote: 'It sank in\u00a0the night, and nobody drowned.' },
    { what: 'with soft hyphens', quote: 'It sank in the night, and no\u00adbody drow\u00adned.' },
    { what: 'over lines', quote: 'It sank\n  in the night,\tand nobody drowned.' },
    { what: 'without spaces', quote: 'Itsankinthenight,andnobodydrowned.' },
  ])('finds a sentence $what', ({ quote }) => {
    expect(found(PAGE, quote)).toBe('Itsankinthenight,andnobodydrowned.');
  });

  it('finds a sentence by its beginning and end where its middle was edited', () => {
    const quote =
      'The board of the harbour met in the old hall on Monday and decided that nothing would be built.';
    const edited = quote.replace('in the old hall', 'in the town hall');
    expect(found(`Before. ${edited} After.`, quote)).toBe(fold(edited));
  });

  it.each([
    { what: 'is not there', quote: 'The train was late again on that day.' },
    {
      what: 'begins here and ends in another sentence far off',
      quote: 'The ferry was full, said the captain, and on Monday',
    },
    { what: 'is empty', quote: ' ' },
  ])('finds nothing where a sentence $what', ({ quote }) => {
    expect(found(PAGE, quote)).toBeUndefined();
  });

  it('takes the next of equal sentences, and the first where none follows', () => {
    const folded = fold(PAGE);
    const first = findQuote(folded, 'The ferry was full.');
    const second = findQuote(folded, 'The ferry was full.', first?.[1]);
    expect(second?.[0]).toBeGreaterThan(first?.[1] ?? 0);
    expect(findQuote(folded, 'The ferry was full.', second?.[1])).toEqual(first);
  });

  it('finds every stretch of any text, however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 12 }).filter((word) => fold(word) !== ''),
          { minLength: 3, maxLength: 30 },
        ),
        fc.nat(),
        fc.constantFrom(' ', '\u00a0', '\n', '\u00ad', ''),
        (words, seed, space) => {
          const from = seed % words.length;
          const quote = words.slice(from, from + 3).join(space);
          expect(found(words.join(' '), quote)).toBe(fold(quote));
        },
      ),
    );
  });
});
