import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena } from '../../../../src/core/summarizer/memory/arena.ts';

const request = fc.record({
  kind: fc.constantFrom('int32', 'float64', 'uint8'),
  length: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 9000 })),
});

describe('Arena', () => {
  it('gives arrays of zeros that share nothing, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60_000 }), fc.array(request, { maxLength: 12 }), (bytes, requests) => {
        const arena = new Arena(bytes);
        const arrays = requests.map(({ kind, length }) => {
          const array = arena[kind](length);
          expect(array).toHaveLength(length);
          expect(array.every((value) => value === 0)).toBe(true);
          return array.fill(1);
        });
        arrays.forEach((array, at) => {
          array.fill(at + 2);
        });
        arrays.forEach((array, at) => {
          expect(array.every((value) => value === at + 2)).toBe(true);
        });
      }),
    );
  });

  it('gives zeros again after a reset, however much was asked for before', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60_000 }), fc.array(request, { maxLength: 12 }), (bytes, requests) => {
        const arena = new Arena(bytes);
        for (let round = 0; round < 3; round += 1) {
          for (const { kind, length } of requests) {
            const array = arena[kind](length);
            expect(array.every((value) => value === 0)).toBe(true);
            array.fill(round + 1);
          }
          arena.reset();
        }
      }),
    );
  });
});
