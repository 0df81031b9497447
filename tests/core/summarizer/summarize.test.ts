import { describe, expect, it } from 'vitest';
import {
  chooseSentences,
  countWords,
  explainRanking,
  extractKeywords,
  rankSentences,
  summarize,
} from '../../../src/core/summarizer/index.ts';

const ARTICLE = [
  'HARBOUR TOWN (AP) — The old harbour bridge will close for eleven weeks from 3 May, the town council said on Monday. Engineers found cracks in two of its four pillars during an inspection in March.',
  'Click here to sign up for our newsletter. The repair will cost about ten million euros, most of it paid by the region.',
  '"It is a nuisance," said Anna Holm, who drives across the bridge twice a day. But she will take the ferry.',
  'A detour of nine kilometres leads through the old town. Will shops lose customers? The council has promised them help with their rents.',
  'Buses will run every ten minutes during the closure. Cyclists may use the footpath on the northern side of the bridge.',
  'The bridge was opened in 1931 and last repaired in 1987. In the end the council hopes to keep it for another fifty years.',
].join('\n\n');

const textsOf = (sentences: readonly { text: string }[]) => sentences.map((sentence) => sentence.text);

describe('summarize', () => {
  it('answers the same whatever it summarised before', () => {
    const texts = [ARTICLE, 'One line.', ARTICLE.repeat(30), '', 'Zwei Zeilen. Mehr nicht.'];
    const alone = texts.map((text) => chooseSentences(rankSentences(text), { sentences: 3 }));
    for (const order of [texts, [...texts].reverse()])
      for (const text of order)
        expect(summarize(text, { sentences: 3 }).sentences).toEqual(alone[texts.indexOf(text)]);
  });

  it('leaves the dateline out and keeps the offset true', () => {
    const [first] = summarize(ARTICLE, { sentences: 20 }).sentences;
    expect(first?.text.startsWith('The old harbour bridge')).toBe(true);
    expect(first?.offset).toBe(ARTICLE.indexOf('The old harbour'));
  });

  it.each([
    ['16:02 The span has stopped.', 'The span has stopped.'],
    ['10.45 Uhr: Die Brücke ist gesperrt.', 'Die Brücke ist gesperrt.'],
    ['7:15 a.m. – “We are ready,” she said.', '“We are ready,” she said.'],
    ['9:30 is when the ferry leaves.', '9:30 is when the ferry leaves.'],
  ])('reads the entry "%s" of a live blog without its time', (entry, text) => {
    const source = `The bridge moves today.\n\n${entry}`;
    const last = summarize(source, { language: 'en', sentences: 2 }).sentences.at(-1);
    expect(last?.text).toBe(text);
    expect(last?.offset).toBe(source.indexOf(text));
  });

  it.each([
    ['en', 'But Nina Holt refused.', 'Nina Holt refused.'],
    ['en', 'However, Brackwater will pay.', 'Brackwater will pay.'],
    ['en', 'And “the old pier” is gone.', '“the old pier” is gone.'],
    ['fr', 'Mais Léa Morin refuse.', 'Léa Morin refuse.'],
    ['de', 'Aber Boote gibt es genug.', 'Boote gibt es genug.'],
    ['ru', 'Но Анна Громова отказалась.', 'Анна Громова отказалась.'],
    ['hi', 'लेकिन नाव पुरानी है।', 'नाव पुरानी है।'],
    // What begins with a small letter would begin no sentence.
    ['en', 'But the council refused.', 'But the council refused.'],
    ['en', 'Butter is scarce.', 'Butter is scarce.'],
    ['en', 'But', 'But'],
  ])(
    'in %s leaves a connective before "%s" out where nothing has to be rewritten',
    (language, line, text) => {
      const source = `${ARTICLE}\n\n${line}`;
      const last = summarize(source, { language, sentences: 40 }).sentences.find(
        ({ offset }) => offset >= ARTICLE.length,
      );
      if (line !== 'But') expect(last?.text).toBe(text);
      if (last !== undefined) expect(source.slice(last.offset, last.offset + last.length)).toBe(last.text);
    },
  );

  it('never takes lines that are not part of the story', () => {
    const { sentences, available } = summarize(ARTICLE, { sentences: 20 });
    expect(textsOf(sentences).join(' ')).not.toContain('Click here');
    expect(sentences).toHaveLength(available);
  });

  it('takes no sentence that leans on one left out while others are there', () => {
    const chosen = textsOf(summarize(ARTICLE, { sentences: 3 }).sentences);
    expect(chosen.some((text) => text.startsWith('But she'))).toBe(false);
  });

  it.each([
    { query: 'How much does the repair cost?', holds: 'ten million euros' },
    { query: 'cyclists footpath', holds: 'Cyclists may use' },
    { query: 'When was the bridge opened?', holds: 'opened in 1931' },
  ])('answers "$query" with the sentence that does', ({ query, holds }) => {
    expect(textsOf(summarize(ARTICLE, { sentences: 1, query }).sentences)[0]).toContain(holds);
  });

  it('avoids quotes and questions when asked', () => {
    const chosen = textsOf(
      summarize(ARTICLE, { sentences: 20, avoid: ['quotes', 'questions'] }).sentences,
    ).join(' ');
    expect(chosen).not.toContain('nuisance');
    expect(chosen).not.toContain('lose customers');
  });

  it('gives a teaser from the first third alone', () => {
    const { sentences } = summarize(ARTICLE, { sentences: 20, range: 'opening' });
    expect(sentences.length).toBeGreaterThan(0);
    for (const { offset } of sentences) expect(offset).toBeLessThan(ARTICLE.length / 3);
  });

  it('always takes the first sentence of a pinned paragraph', () => {
    const chosen = textsOf(summarize(ARTICLE, { sentences: 2, pinned: [5] }).sentences);
    expect(chosen).toContain('Buses will run every ten minutes during the closure.');
  });

  it('never takes an excluded sentence, however its white space is written', () => {
    const excluded = ['Buses  will run every\nten minutes during the closure.'];
    expect(textsOf(summarize(ARTICLE, { sentences: 20, excluded }).sentences).join(' ')).not.toContain(
      'Buses will run',
    );
  });

  it.each([
    { text: '', sentences: 0 },
    { text: ' \n\t\u200b ', sentences: 0 },
    { text: '... !!! ???', sentences: 0 },
    { text: 'word', sentences: 1 },
    { text: '\ud800 lone \udc00', sentences: 1 },
    { text: 'Click here', sentences: 1 },
    { text: 'x'.repeat(100_000), sentences: 1 },
    { text: 'word '.repeat(20_000), sentences: 1 },
  ])('gives $sentences sentences for a text of $text.length units', ({ text, sentences }) => {
    expect(summarize(text, { sentences: 3 }).sentences).toHaveLength(sentences);
  });

  it('summarises fifty thousand sentences', () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `Number ${at} is a sentence.`).join(' ');
    expect(summarize(text, { language: 'en', sentences: 5 }).sentences).toHaveLength(5);
  });
});

describe('a ranking', () => {
  it('serves every length, each in reading order', () => {
    const ranking = rankSentences(ARTICLE);
    for (let sentences = 1; sentences <= 20; sentences += 1) {
      const offsets = chooseSentences(ranking, { sentences }).map((sentence) => sentence.offset);
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    }
  });

  it('explains every sentence in plain names', () => {
    const explanations = explainRanking(
      rankSentences(ARTICLE, { title: 'Harbour bridge closes for repair' }),
    );
    for (const { contributions } of explanations) {
      expect(Object.keys(contributions)).toEqual(
        expect.arrayContaining(['headline', 'place in the article', 'repeated words', 'names and numbers']),
      );
      for (const value of Object.values(contributions)) expect(Number.isFinite(value)).toBe(true);
    }
  });

  it('names what the text is about', () => {
    const keywords = extractKeywords(rankSentences(ARTICLE), 4).map((word) => word.toLowerCase());
    expect(keywords).toContain('bridge');
    expect(keywords).toContain('council');
    expect(keywords).not.toContain('the');
  });
});

describe('keywords', () => {
  const STORY = [
    'Nina Holt, who runs the ferry, met Olle Rask of the harbour office in Brackwater.',
    'Holt says that climate change has made the winters of Brackwater mild.',
    'Rask agrees that climate change is costly, and the ferry of Nina Holt is old.',
  ].join('\n\n');

  it('are names and phrases, never halves of them', () => {
    const keywords = extractKeywords(rankSentences(STORY, { language: 'en' }), 12);
    expect(keywords).toEqual(
      expect.arrayContaining(['Nina Holt', 'Olle Rask', 'climate change', 'Brackwater']),
    );
    for (const half of ['Nina', 'Holt', 'Olle', 'Rask', 'climate', 'change'])
      expect(keywords).not.toContain(half);
  });

  it('are never more than asked for, and none of a text without words', () => {
    expect(extractKeywords(rankSentences(STORY, { language: 'en' }), 2)).toHaveLength(2);
    expect(extractKeywords(rankSentences('... !!!'))).toEqual([]);
  });
});

describe('countWords', () => {
  it.each([
    ["The bridge isn't open.", 4],
    ['It costs 3,500.50 euros', 4],
    ['東京で火事があった。', 6],
    ['', 0],
    ['—', 0],
  ])('counts "%s" as %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
