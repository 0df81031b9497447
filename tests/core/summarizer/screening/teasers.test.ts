import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../src/core/summarizer/index.ts';

describe('a line that asks to read on', () => {
  it.each([
    [
      'en',
      'Read on to see what the new bridge of Ostholm will cost you.',
      'The bridge of Ostholm opens in May.',
    ],
    ['en', 'Keep reading to find out who paid for the bridge.', 'The bridge cost nine million crowns.'],
    ['de', 'Lesen Sie im Folgenden, was die neue Brücke kostet.', 'Die Brücke in Ostholm öffnet im Mai.'],
    ['fr', 'Lisez la suite pour savoir combien coûte le pont.', "Le pont d'Ostholm ouvre en mai."],
    ['es', 'Siga leyendo para saber cuánto cuesta el puente.', 'El puente de Ostholm abre en mayo.'],
    ['ru', 'Читайте далее, сколько стоит новый мост.', 'Мост в Остхольме откроют в мае.'],
  ])('is no part of a summary (%s: "%s")', (language, teaser, story) => {
    const { sentences } = summarize(`${story}\n\n${teaser}`, { language, sentences: 2 });
    expect(sentences.map(({ text }) => text)).toEqual([story]);
  });
});

describe('a line that ends with a colon', () => {
  it('is no part of a summary, also among lines without marks', () => {
    const story = 'The Ostholm Brothers will play in nine towns next year.';
    const dates = [
      'June 9, Ostholm, at the harbour',
      'June 11, Marl, at the old mill',
      'June 12, Pell, on the ice',
    ];
    const { sentences } = summarize(
      [story, 'The dates of the tour of the Ostholm Brothers next year:', ...dates].join('\n\n'),
      { language: 'en', title: 'Ostholm Brothers on tour', sentences: 4 },
    );
    expect(sentences.map(({ text }) => text).join(' ')).toContain(story);
    expect(sentences.filter(({ text }) => text.endsWith(':'))).toEqual([]);
  });
});
