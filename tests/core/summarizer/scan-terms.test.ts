import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hashWord,
  listTerms,
  scanTerms,
  TERM_CAPITAL,
  TERM_DIGIT,
  TERM_FIRST,
  TermList,
} from '../../../src/core/summarizer/scan-terms.ts';
import { COLON, FULL_STOP, markOf, QUOTE } from '../../../src/core/summarizer/sentence-marks.ts';
import { TermTable } from '../../../src/core/summarizer/term-table.ts';
import { hostileText } from './hostile-text.ts';

const termsOf = (text: string) => {
  const list = listTerms(text);
  return Array.from({ length: list.length }, (_, at) => {
    const offset = list.offsetAt(at);
    return text.slice(offset, offset + list.lengthAt(at));
  });
};

describe('scanTerms', () => {
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

  it('tells capitals, digits and the first word of a range apart', () => {
    const list = listTerms('The 3rd Tide came');
    expect([0, 1, 2, 3].map((at) => list.shapeAt(at))).toEqual([
      TERM_FIRST | TERM_CAPITAL,
      TERM_DIGIT,
      TERM_CAPITAL,
      0,
    ]);
  });

  it('says which kinds of marks it passed, and no others', () => {
    const text = 'He said: "No."';
    const marks = scanTerms(text, 0, text.length, new TermList(16));
    const kinds = [COLON, QUOTE, FULL_STOP, markOf(32)].reduce((bits, kind) => bits | (1 << kind), 0);
    expect(marks).toBe(kinds);
  });

  it('finds the same terms however little room it is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const small = new TermList(1);
        scanTerms(text, 0, text.length, small);
        const roomy = listTerms(text);
        expect(small.length).toBe(roomy.length);
        for (let at = 0; at < small.length; at += 1) {
          expect(small.hashAt(at)).toBe(roomy.hashAt(at));
          expect(small.lengthAt(at)).toBe(roomy.lengthAt(at));
        }
      }),
    );
  });
});

describe('TermTable', () => {
  it('numbers hashes in the order of first sight, whatever their bits, and finds them again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 400 }), (hashes) => {
        const table = new TermTable(1);
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
    const table = new TermTable(4);
    table.add(7);
    expect(table.find(8)).toBe(-1);
  });
});
