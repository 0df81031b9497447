import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseSentences,
  countWords,
  detectLanguage,
  explainRanking,
  extractKeywords,
  rankSentences,
  splitSentences,
  summarize,
} from '../../../src/core/summarizer/index.ts';
import { hasWords, hostileText } from './hostile-text.ts';

const language = fc.option(fc.constantFrom('en', 'fr', 'de', 'ar', 'ja', 'th', 'hi', 'und', 'xx', 'pt-BR'), {
  nil: undefined,
});
const count = fc.integer({ min: 1, max: 20 });
const avoid = fc.subarray(['quotes', 'questions'] as const);
const range = fc.constantFrom('whole', 'opening');
const paragraphs = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });

const withoutAbsent = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const rankOptions = fc
  .record({
    language,
    title: fc.option(hostileText, { nil: undefined }),
    query: fc.option(hostileText, { nil: undefined }),
    pinned: paragraphs,
  })
  .map(withoutAbsent);

function expectPlaced(
  text: string,
  sentences: readonly { text: string; offset: number; length: number }[],
): void {
  let end = 0;
  for (const sentence of sentences) {
    expect(text.slice(sentence.offset, sentence.offset + sentence.length)).toBe(sentence.text);
    expect(sentence.offset).toBeGreaterThanOrEqual(end);
    expect(sentence.length).toBeGreaterThan(0);
    end = sentence.offset + sentence.length;
  }
}

describe('splitSentences', () => {
  it('gives verbatim, ordered sentences that never overlap and leave no letter out', () => {
    fc.assert(
      fc.property(hostileText, language, (text, tag) => {
        const sentences = splitSentences(text, tag);
        expectPlaced(text, sentences);
        const kept = sentences.map((sentence) => sentence.text).join('');
        const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(kept)).toBe(letters(text));
      }),
    );
  });
});

describe('rankSentences', () => {
  it('scores every sentence that has words between 0 and 1, the same way each time', () => {
    fc.assert(
      fc.property(hostileText, rankOptions, (text, options) => {
        const ranking = rankSentences(text, options);
        expectPlaced(text, ranking.sentences);
        for (const { rankScore, paragraph, text: sentence } of ranking.sentences) {
          expect(rankScore).toBeGreaterThanOrEqual(0);
          expect(rankScore).toBeLessThanOrEqual(1);
          expect(paragraph).toBeGreaterThanOrEqual(1);
          expect(hasWords(sentence)).toBe(true);
        }
        expect(ranking.sentences.length > 0).toBe(hasWords(text));
        expect(rankSentences(text, options).sentences).toEqual(ranking.sentences);
      }),
    );
  });
});

describe('chooseSentences', () => {
  it('gives exactly min(n, available) sentences in reading order, at least one for any text with words', () => {
    fc.assert(
      fc.property(
        hostileText,
        rankOptions,
        count,
        avoid,
        range,
        (text, options, sentences, avoided, part) => {
          const choose = { sentences, avoid: avoided, range: part } as const;
          const summary = summarize(text, { ...options, ...choose });
          expectPlaced(text, summary.sentences);
          expect(summary.sentences).toHaveLength(Math.min(sentences, summary.available));
          expect(summary.sentences.length > 0).toBe(hasWords(text));
          expect(chooseSentences(rankSentences(text, options), choose)).toEqual(summary.sentences);
        },
      ),
    );
  });

  it('never chooses an excluded sentence while another is left', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), count, (text, at, sentences) => {
        const all = splitSentences(text, 'en').filter((sentence) => hasWords(sentence.text));
        const excluded = all[at % Math.max(1, all.length)]?.text;
        fc.pre(
          excluded !== undefined &&
            all.some((s) => s.text.replace(/\s+/gu, ' ') !== excluded.replace(/\s+/gu, ' ')),
        );
        const chosen = summarize(text, { language: 'en', excluded: [excluded ?? ''], sentences }).sentences;
        expect(chosen.map((sentence) => sentence.text)).not.toContain(excluded);
      }),
    );
  });
});

describe('the rest of the library', () => {
  it('accepts any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}$/u);
        expect(countWords(text) > 0).toBe(hasWords(text));
        const ranking = rankSentences(text);
        expect(explainRanking(ranking)).toHaveLength(ranking.sentences.length);
        expect(extractKeywords(ranking, 3).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
