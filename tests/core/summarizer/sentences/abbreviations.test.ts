import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from '../../../../src/core/summarizer/sentences/abbreviation-lists.ts';
import {
  GENERAL,
  MEASURE,
  meaningsOf,
  NONE,
  NUMBER,
  PLAIN,
  TITLE,
} from '../../../../src/core/summarizer/sentences/abbreviations.ts';

describe('the meanings of an abbreviation', () => {
  it.each([
    ['en', 'mr', TITLE],
    ['en', 'no', NUMBER | PLAIN],
    ['bg', 'г', TITLE | NUMBER | MEASURE],
    ['de', 'ltd', TITLE],
    ['eo', 'ltd', GENERAL],
    ['cy', 'u.s', meaningsOf('en', 'u.s')],
    ['nn', 'kl', meaningsOf('nb', 'kl')],
  ])('are those of its lists (%s: %s)', (language, word, meanings) => {
    expect(meaningsOf(language, word)).toBe(meanings);
  });

  it.each([
    ['en', ''],
    ['en', 'r'],
    ['en', 'mrs mt'],
    ['en', 'tide'],
    ['zh', 'mr dr'],
  ])('are none for what stands in no list (%s: "%s")', (language, word) => {
    expect(meaningsOf(language, word)).toBe(NONE);
  });

  it.each(Object.entries(ABBREVIATIONS))(
    'are found for every word of a list, unless it is only one of every day (%s)',
    (language, list) => {
      const { plain = '', ...others } = list;
      const words = Object.values(others).flatMap((some) => some.split(' '));
      expect(plain.split(' ').filter((word) => !words.includes(word) && meaningsOf(language, word))).toEqual(
        [],
      );
      for (let time = 0; time < 2; time += 1)
        expect(words.filter((word) => meaningsOf(language, word) === NONE)).toEqual([]);
    },
  );

  it('are told apart after more words than are remembered', () => {
    for (let count = 0; count < 3000; count += 1) expect(meaningsOf('fi', `w${count}`)).toBe(NONE);
    expect(meaningsOf('fi', 'mr')).toBe(TITLE);
  });
});
