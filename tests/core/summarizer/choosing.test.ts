import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/summarizer/article/read-article.ts';
import { holdsQuote, opensWithQuote } from '../../../src/core/summarizer/article/sentence-signs.ts';
import { rankSentences } from '../../../src/core/summarizer/index.ts';
import { DETAILS } from '../../../src/core/summarizer/ranking/ranking.ts';
import { SummarySums } from '../../../src/core/summarizer/selection/summary-sums.ts';
import { hostileText } from './hostile-text.ts';

describe('SummarySums', () => {
  it('never promises less than a sentence brings, and the very same to an empty set', () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), (text, picked) => {
        const { input } = rankSentences(text, { language: 'en' })[DETAILS];
        const count = input.lengths.length;
        const sums = new SummarySums(input, 3, 40);
        for (let at = 0; at < count; at += 1) expect(sums.mostWith(at)).toBe(sums.valueWith(at));
        for (const pick of new Set(picked)) if (pick < count) sums.add(pick);
        for (let at = 0; at < count; at += 1)
          expect(sums.mostWith(at)).toBeGreaterThanOrEqual(sums.valueWith(at));
      }),
    );
  });

  it('counts a word once, however many sentences hold it', () => {
    const text = Array.from({ length: 300 }, () => 'The bridge over the river stays closed.').join(' ');
    const { input } = rankSentences(text, { language: 'en' })[DETAILS];
    const words = { ...input, bonuses: new Float64Array(300) };
    const sums = new SummarySums(words, 3, Number.POSITIVE_INFINITY);
    for (let at = 0; at < 299; at += 1) {
      const before = sums.valueWith(299);
      sums.add(at);
      if (at > 0) expect(sums.valueWith(299)).toBeLessThan(before);
    }
  });
});

describe('pairs of words', () => {
  it('are none where a word is hardly ever used, or a sentence ends', () => {
    const text =
      'The council closed the bridge. It is of the to and in. The bridge stays closed, the council said.';
    const { article, estimate } = rankSentences(text, { language: 'en' })[DETAILS];
    const { numbers } = estimate.pairs;
    numbers.forEach((pair, at) => {
      const isLast = article.starts.includes(at + 1);
      const chances = [at, at + 1].map((place) => estimate.chances[article.terms[place] as number] ?? 0);
      expect(pair >= 0).toBe(!isLast && Math.min(...chances) > 0.0997);
    });
    expect(numbers.some((pair) => pair >= 0)).toBe(true);
  });
});

describe('signs of a sentence', () => {
  it.each([
    ['He said: “It is late.”', true, false],
    ['"It is late," he said.', true, true],
    ["He called it 'late' and left.", true, false],
    ["The mayor's bridge isn't late.", false, false],
    ['「遅い」と彼は言った。', true, true],
    ['It (the bridge) is late.', false, false],
  ])('%s', (text, holds, opens) => {
    const article = readArticle(text, 'en');
    expect([holdsQuote(article, 0), opensWithQuote(article, 0)]).toEqual([holds, opens]);
  });
});
