import { describe, expect, it } from 'vitest';
import { PAIR_LANGUAGES, readHandMade } from '../../../src/cli/evaluation/grounding/report-languages.ts';
import { groundSentence } from '../../../src/core/grounding/index.ts';

describe.each(PAIR_LANGUAGES)('sentences made by hand in %s', (language) => {
  const articles = readHandMade(language);
  const sentences = articles.flatMap((article) =>
    article.sentences.map((sentence) => ({ article, ...sentence })),
  );

  it('are at least 40', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(40);
  });

  it.each(sentences.filter(({ grounded }) => grounded))(
    'pass when they are true: $text',
    ({ article, text }) => {
      expect(groundSentence(text, article).faults).toEqual([]);
    },
  );

  it.each(sentences.filter(({ grounded, edit }) => !grounded && edit !== 'invented'))(
    'are caught when a $edit is wrong: $text',
    ({ article, text }) => {
      expect(groundSentence(text, article).grounded).toBe(false);
    },
  );
});
