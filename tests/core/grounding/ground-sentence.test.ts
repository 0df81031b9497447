import { describe, expect, it } from 'vitest';
import { groundSentence } from '../../../src/core/grounding/index.ts';
import type { FaultKind } from '../../../src/core/grounding/verdict/verdict.ts';

const ARTICLE = {
  language: 'en',
  text: [
    'HARBOUR TOWN — The old harbour bridge will close for eleven weeks from 3 May, the town council said on Monday. Engineers found cracks in two of its four pillars.',
    'The repair will cost about 3.5 million euros, and the region pays 60 percent of it. Ferry traffic rose to 48,000 passengers last year.',
    '“It is a nuisance,” said Anna Holm, who drives across the bridge twice a day. But she does not want to wait. Holm criticised Mayor Peter Lind in a letter to the council.',
    'The United Kingdom has offered a temporary bridge. The ferry may run until midnight.',
  ].join('\n\n'),
};

const kindsOf = (sentence: string): FaultKind[] =>
  groundSentence(sentence, ARTICLE).faults.map(({ kind }) => kind);

describe('a sentence of the article', () => {
  it.each([
    ['as it stands', 'Engineers found cracks in two of its four pillars.'],
    [
      'without its dateline',
      'The old harbour bridge will close for eleven weeks from 3 May, the town council said on Monday.',
    ],
    ['without its connective', 'She does not want to wait.'],
    [
      'with straight quotation marks',
      '"It is a nuisance," said Anna Holm, who drives across the bridge twice a day.',
    ],
  ])('passes %s, and names where it stands', (_what, sentence) => {
    const { grounded, score, support, faults } = groundSentence(sentence, ARTICLE);
    expect({ grounded, score, faults }).toEqual({ grounded: true, score: 1, faults: [] });
    const [{ offset, length } = { offset: 0, length: 0 }] = support;
    expect(ARTICLE.text.slice(offset, offset + length)).toContain(sentence.slice(-12).replaceAll('"', '”'));
  });
});

describe('a number', () => {
  it.each([
    ['The repair will cost about 3,500,000 euros.'],
    ['The repair will cost about €3.5m.'],
    ['The old harbour bridge will close for 11 weeks from 3 May.'],
    ['The region pays 60% of it.'],
    ['The region pays 60 per cent of it.'],
  ])('may be written otherwise: %s', (sentence) => {
    expect(kindsOf(sentence)).not.toContain('number');
    expect(kindsOf(sentence)).not.toContain('unit');
  });

  it.each<[FaultKind, string]>([
    ['number', 'The repair will cost about 4.5 million euros.'],
    ['number', 'The repair will cost about 3.5 billion euros.'],
    ['number', 'The old harbour bridge will close for twelve weeks from 3 May.'],
    ['unit', 'The old harbour bridge will close for eleven days from 3 May.'],
    ['date', 'The old harbour bridge will close for eleven weeks from 11 May.'],
    ['unit', 'Ferry traffic rose to 48,000 percent last year.'],
    ['unit', 'The repair will cost about $3.5m.'],
    ['unit', 'Ferry traffic rose to €48,000 passengers last year.'],
    ['unit', 'Ferry traffic rose to −48,000 passengers last year.'],
    ['number', 'The old harbour bridge will close for 11½ weeks from 3 May.'],
  ])('that the article does not have is a fault of the kind %s: %s', (kind, sentence) => {
    expect(kindsOf(sentence)).toContain(kind);
  });
});

describe('what the article does not say', () => {
  it.each<[FaultKind, string]>([
    ['name', 'It is a nuisance, said Anna Brandt, who drives across the bridge twice a day.'],
    ['negation', 'But she does want to wait.'],
    ['negation', 'The old harbour bridge will not close for eleven weeks from 3 May.'],
    ['opposite', 'Ferry traffic fell to 48,000 passengers last year.'],
    ['quotation', '“It is a disaster,” said Anna Holm.'],
    ['role', 'Peter Lind criticised Holm in a letter to the council.'],
    ['modality', 'The ferry will run until midnight.'],
  ])('is a fault of the kind %s: %s', (kind, sentence) => {
    const { grounded, faults } = groundSentence(sentence, ARTICLE);
    expect(faults.map((fault) => fault.kind)).toContain(kind);
    expect(grounded).toBe(false);
  });

  it('is named by its words', () => {
    const { faults } = groundSentence('The repair will cost about 4.5 million euros.', ARTICLE);
    expect(faults).toContainEqual({ kind: 'number', text: '4.5 million' });
  });

  it('may be that a country is called by another name, and is none then', () => {
    expect(kindsOf('The UK has offered a temporary bridge.')).not.toContain('name');
    expect(kindsOf('The French have offered a temporary bridge.')).not.toEqual([]);
  });
});

describe('a rule', () => {
  const kindsIn = (text: string, sentence: string): FaultKind[] =>
    groundSentence(sentence, { text, language: 'en' }).faults.map(({ kind }) => kind);
  const MARKETS =
    'Tuesday brought the worst performance of the year. The Bank of Orland said on Wednesday it would buy emergency bonds to contain the yields.';
  const BANKS =
    'The bank closed in LA. The other one, in Bellmere, stays open. COVID left 5 mln dollars missing.';
  const FIGURES =
    'Revenue grew 17% in the third quarter of 2020. Its net sales had been up 3 million in the spring.';

  it.each<[string, string, FaultKind, string]>([
    [
      'another name stands as far from a common word elsewhere',
      MARKETS,
      'name',
      'The Bank of Orland stated on Wednesday that it would perform emergency purchases of bonds.',
    ],
    ['an abbreviation is spelled out', BANKS, 'name', 'A bank closed in Los Angeles.'],
    ['a million is shortened', BANKS, 'number', 'That left 5 million dollars missing.'],
    ['a number is part of a name', BANKS, 'number', 'It was COVID-19 that left dollars missing.'],
    ['a count stands where a share does', FIGURES, 'number', 'Net sales grew 3 million.'],
  ])('finds no fault where %s', (_what, text, kind, sentence) => {
    expect(kindsIn(text, sentence)).not.toContain(kind);
  });

  it.each<[string, string, FaultKind, string]>([
    [
      'a name of the article stands for another one',
      MARKETS,
      'name',
      'The Bank of Orland said on Tuesday it would buy bonds.',
    ],
    ['initials are of other words', BANKS, 'name', 'A bank closed in Long Beach.'],
    ['a shortened million is another one', BANKS, 'number', 'That left 6 million dollars missing.'],
    [
      'the article numbers the name otherwise',
      'An F-16 landed, and no other F-16 did.',
      'number',
      'An F-35 landed.',
    ],
  ])('finds the fault where %s', (_what, text, kind, sentence) => {
    expect(kindsIn(text, sentence)).toContain(kind);
  });
});

describe('support', () => {
  it('names paragraphs from 1, in reading order', () => {
    const { support } = groundSentence('The ferry may run until midnight.', ARTICLE);
    expect(support.map(({ paragraph }) => paragraph)).toEqual([4]);
  });

  it('is none of the title, which only words are found in', () => {
    const titled = { ...ARTICLE, title: 'Zebra crossing near Quillon Square' };
    const { support } = groundSentence('The bridge near Quillon Square will close.', titled);
    for (const { offset, length } of support)
      expect(offset + length).toBeLessThanOrEqual(ARTICLE.text.length);
  });
});

describe('a hint', () => {
  it('decides between sentences that match as well', () => {
    const article = { language: 'en', text: 'The pier opened again.\n\nThe pier opened at last.' };
    const second = groundSentence('So the pier opened.', article, { paragraphs: [2] });
    expect(second.support[0]?.paragraph).toBe(2);
  });
});

describe('whatever it is given', () => {
  it.each([[''], ['…'], ['!?']])('a sentence without words is not grounded: %j', (sentence) => {
    expect(groundSentence(sentence, ARTICLE).grounded).toBe(false);
  });

  it.each([[''], ['\n\n\n'], ['…']])('nothing is grounded in an article without words: %j', (text) => {
    expect(groundSentence('The bridge is closed.', { text }).grounded).toBe(false);
  });

  it.each(['ja', 'zh', 'th', 'ar', 'ru', 'hi', 'tr'])(
    'a sentence of the article passes in %s',
    (language) => {
      const texts: Record<string, string> = {
        ja: '橋は五月三日に閉鎖されます。市長は反対しました。',
        zh: '大桥将于五月三日关闭。市长表示反对。',
        th: 'สะพานจะปิดในวันที่ 3 พฤษภาคม',
        ar: 'سيغلق الجسر في 3 مايو. قال العمدة إنه آسف.',
        ru: 'Мост закроют 3 мая. Мэр был против.',
        hi: 'पुल 3 मई को बंद होगा। महापौर विरोध में थे।',
        tr: 'Köprü 3 Mayıs günü kapanacak. Belediye başkanı karşı çıktı.',
      };
      const text = texts[language] as string;
      const [first = ''] = text.split(/(?<=[。.।])/u);
      expect(groundSentence(first, { text, language }).grounded).toBe(true);
    },
  );

  it('the answer is the same every time', () => {
    const sentence = 'The bridge will soon be repaired by engineers from abroad.';
    expect(groundSentence(sentence, { ...ARTICLE })).toEqual(groundSentence(sentence, { ...ARTICLE }));
  });
});

describe('a word that the article does not have', () => {
  it.each([
    ['The town council is corrupt.', 'corrupt'],
    ['The repair will cost about 3.5 million euros and every engineer was bribed.', 'bribed'],
    ['Aliens found cracks in two of its four pillars.', 'Aliens'],
  ])('is a fault where it says something new: %s', (sentence, word) => {
    expect(groundSentence(sentence, ARTICLE).faults).toContainEqual({ kind: 'unsupported', text: word });
  });

  it('may stand for others between the same two words', () => {
    expect(kindsOf('Engineers discovered cracks in two of its four pillars.')).toEqual([]);
  });
});

describe('two names beside each other', () => {
  it.each([
    ['Anna Lind drives across the bridge twice a day.', 'Anna Lind'],
    ['Peter Holm criticised the council.', 'Peter Holm'],
  ])('that stand together nowhere in the article are a fault: %s', (sentence, text) => {
    expect(groundSentence(sentence, ARTICLE).faults).toContainEqual({ kind: 'name', text });
  });

  it.each([
    ['Anna Holm criticised Mayor Lind in a letter.'],
    ['Mayor Peter Lind was criticised in a letter.'],
  ])('may leave out what stands between them: %s', (sentence) =>
    expect(kindsOf(sentence)).not.toContain('name'),
  );
});
