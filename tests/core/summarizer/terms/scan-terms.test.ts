import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../../src/core/summarizer/characters/character-classes.ts';
import { IS_UNSPACED } from '../../../../src/core/summarizer/characters/class-flags.ts';
import {
  COLON,
  FULL_STOP,
  markOf,
  NONE,
  QUOTE,
  SEAM,
} from '../../../../src/core/summarizer/characters/mark-kinds.ts';
import type { MarkList } from '../../../../src/core/summarizer/characters/mark-list.ts';
import { Arena } from '../../../../src/core/summarizer/memory/arena.ts';
import {
  hashWord,
  hashWords,
  listTerms,
  scanText,
} from '../../../../src/core/summarizer/terms/scan-terms.ts';
import {
  TERM_CAPITAL,
  TERM_DIGIT,
  TERM_UNSPACED,
  TermList,
} from '../../../../src/core/summarizer/terms/term-list.ts';
import { TermTable } from '../../../../src/core/summarizer/terms/term-table.ts';
import { hostileText } from '../hostile-text.ts';

const termsOf = (text: string) => {
  const list = listTerms(text);
  return Array.from({ length: list.length }, (_, at) => {
    const offset = list.offsetAt(at);
    return text.slice(offset, offset + list.lengthAt(at));
  });
};

const placesOf = (marks: MarkList) =>
  Array.from({ length: marks.length }, (_, at) => [marks.indexAt(at), marks.kindAt(at)]);

describe('scanText', () => {
  it.each([
    ['words, numbers and marks', "Don't pay £4,000!", ['Don', 't', 'pay', '4', '000']],
    ['accents written as marks', 'cafe\u0301 noir', ['cafe\u0301', 'noir']],
    ['Chinese in pairs', '东京塔', ['东京', '京塔']],
    ['Thai in triples', 'สวัสดี', ['สวั', 'วัส', 'ัสด', 'สดี']],
    ['a mark without a letter', '\u0301 a', ['a']],
    ['nothing', ' … ', []],
  ])('finds %s', (_, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each([
    ['upper and lower case', 'TIDE', 'tide'],
    ['the Turkish i', 'İZMIR', 'ızmir'],
    ['forms of the Arabic alef', 'أحمد', 'احمد'],
    ['soft hyphens', 'com\u00adpany', 'company'],
  ])('folds %s together', (_, left, right) => {
    expect(listTerms(left).hashAt(0)).toBe(listTerms(right).hashAt(0));
    expect(hashWord(left)).toBe(hashWord(right));
  });

  it('tells capitals, digits and scripts without spaces apart', () => {
    const list = listTerms('The 3rd 东京 came');
    expect([0, 1, 2, 3].map((at) => list.shapeAt(at))).toEqual([TERM_CAPITAL, TERM_DIGIT, TERM_UNSPACED, 0]);
  });

  it('stops where it is told to', () => {
    expect(scanText('High tide', new Arena(9), 7).terms.lengthAt(1)).toBe(2);
  });

  it('notes no mark behind the end of the text', () => {
    expect(placesOf(scanText('สวัสดี').marks)).toEqual([]);
  });

  it('notes every mark on the way, spaces behind writing without spaces included', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const marks = Array.from({ length: text.length }, (_, at) => {
          const isSeam = text[at] === ' ' && (flagsOf(text.charCodeAt(at - 1)) & IS_UNSPACED) !== 0;
          return [at, isSeam ? SEAM : markOf(text.charCodeAt(at))];
        });
        expect(placesOf(scanText(text).marks)).toEqual(marks.filter(([, kind]) => kind !== NONE));
      }),
    );
  });
});

describe('MarkList', () => {
  it('tells where each mark stands and of which kind it is', () => {
    expect(placesOf(scanText('He said: "No."').marks)).toEqual([
      [7, COLON],
      [9, QUOTE],
      [12, FULL_STOP],
      [13, QUOTE],
    ]);
  });

  it('finds the first mark from a place on', () => {
    const marks = scanText('a. b. c').marks;
    expect([0, 1, 2, 4, 5].map((index) => marks.firstFrom(index, 0))).toEqual([0, 0, 1, 1, 2]);
    expect(marks.indexAt(2)).toBeGreaterThan(1e15);
  });
});

describe('TermList', () => {
  it('holds what it is given, however little room it began with', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer(), fc.nat(), fc.nat({ max: 99 })), { maxLength: 50 }),
        (terms) => {
          const list = new TermList(1, new Arena(0));
          for (const [hash, offset, length] of terms) list.push(hash, offset, offset + length, TERM_DIGIT);
          expect(list.length).toBe(terms.length);
          terms.forEach(([hash, offset, length], at) => {
            expect([list.hashAt(at), list.offsetAt(at), list.lengthAt(at), list.shapeAt(at)]).toEqual([
              hash,
              offset,
              length,
              TERM_DIGIT,
            ]);
          });
        },
      ),
    );
  });
});

describe('hashWords', () => {
  it('gives the hash of each word of a list', () => {
    fc.assert(
      fc.property(fc.array(hostileText), fc.constantFrom(' ', '|'), (texts, separator) => {
        const words = texts.map((text) => text.replaceAll(separator, ''));
        const list = words.join(separator);
        expect(hashWords(list, separator)).toEqual(list.split(separator).map(hashWord));
      }),
    );
  });
});

describe('TermTable', () => {
  it('numbers hashes in the order of first sight, whatever their bits, and finds them again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 400 }), (hashes) => {
        const table = new TermTable(1, new Arena(0));
        const different = [...new Set(hashes)];
        for (const hash of hashes) expect(table.add(hash)).toBe(different.indexOf(hash));
        expect(table.size).toBe(different.length);
        different.forEach((hash, number) => {
          expect(table.find(hash)).toBe(number);
          expect(table.hashAt(number)).toBe(hash);
        });
      }),
    );
  });

  it('knows nothing that was not added', () => {
    const table = new TermTable(4, new Arena(0));
    table.add(7);
    expect(table.find(8)).toBe(-1);
  });
});
