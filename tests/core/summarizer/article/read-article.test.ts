import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/summarizer/article/read-article.ts';
import { chooseSentences, explainRanking, rankSentences } from '../../../../src/core/summarizer/index.ts';
import { listTerms } from '../../../../src/core/summarizer/terms/scan-terms.ts';
import { TERM_FIRST, type TermList } from '../../../../src/core/summarizer/terms/term-list.ts';
import { hostileText } from '../hostile-text.ts';

const termAt = (list: TermList, at: number, from: number) => [
  list.hashAt(at),
  list.offsetAt(at) - from,
  list.lengthAt(at),
  list.shapeAt(at) & ~TERM_FIRST,
];

const termsOf = (list: TermList, from: number, to: number, offset: number) =>
  Array.from({ length: to - from }, (_, at) => termAt(list, from + at, offset));

describe('readArticle', () => {
  it('gives every sentence the terms that it has alone', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { sentences, starts, list } = readArticle(text, 'en');
        sentences.forEach((sentence, at) => {
          const own = listTerms(sentence.text);
          expect(termsOf(list, starts[at] as number, starts[at + 1] as number, sentence.offset)).toEqual(
            termsOf(own, 0, own.length, 0),
          );
        });
      }),
    );
  });

  it('keeps no term that stands in no sentence', () => {
    const { list, starts } = readArticle(
      'LONDON (CNN) — The bridge over the river will close on Monday.\n\n16:02 It closed.',
      'en',
    );
    expect(list.length).toBe(11);
    expect(starts.at(-1)).toBe(11);
  });
});

describe('a ranking', () => {
  it('stays what it is while others are made and sentences are chosen from it', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 6 }), (texts) => {
        const rankings = texts.map((text) => rankSentences(text));
        const chosen = rankings.map((ranking) => chooseSentences(ranking));
        const explained = rankings.map(explainRanking);
        texts.forEach((text, at) => {
          const again = rankSentences(text);
          expect(rankings[at]?.sentences).toEqual(again.sentences);
          expect(explained[at]).toEqual(explainRanking(again));
          expect(chosen[at]).toEqual(chooseSentences(rankings[at] ?? again));
        });
      }),
    );
  });
});
