import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/core/summarizer/article/read-article.ts';
import { markDangling } from '../../../../src/core/summarizer/screening/dangling-starts.ts';

/** Another sentence stands before each of them, as in an article. */
function leansBack(language: string, sentence: string): boolean {
  const article = readArticle(`Ostrey 1, Saltmere 0.\n\n${sentence}`, language);
  return markDangling(article).at(-1) === 1;
}

describe('a sentence leans on another', () => {
  it.each([
    ['en', 'In Virginia, they voted for control of the state legislature.'],
    ['en', 'On the new model, that area is still the hottest, but it stays below 89 degrees.'],
    ['en', 'In a statement on Tuesday, his family asked for quiet.'],
    ['en', 'After the verdict, she said that she would appeal.'],
    ['en', 'In 2008 she became the first woman to steer the ferry.'],
    ['en', 'On Sunday he called his campaign peaceful.'],
    ['en', 'In each case, President Holt tied himself to the outcome.'],
    ['en', 'In it, the participants tell what the ferry means to them.'],
    ['en', 'Nonetheless, van Houten makes a good case for it.'],
    ['fr', 'En janvier dernier, elle avait quitté le conseil.'],
    ['de', 'Am Montag sagte er, die Fähre werde verkauft.'],
    ['nl', 'Op maandag verkocht hij de veerboot.'],
    ['nb', 'I fjor solgte hun ferja.'],
    ['da', 'I fjor solgte han færgen.'],
    ['sv', 'I fjol sålde hon färjan.'],
  ])(
    'where somebody is meant whom it does not name, behind its opening too (%s): %s',
    (language, sentence) => {
      expect(leansBack(language, sentence)).toBe(true);
    },
  );

  it.each([
    ['en', 'In Virginia, voters gave the Democrats both chambers.'],
    ['en', 'On Monday the ferry stays in port, and he who has a ticket is paid back.'],
    ['en', 'On what she described as a dull day, Mayor Nina Holt opened the pier.'],
    ['en', 'For Nina Holt, the ferry is a family matter; in winter, she says, it pays for itself.'],
    ['en', 'In italics stands what the captain wrote on Monday.'],
    ['en', 'In winter, it rains on four days of five in Ostrey.'],
    ['fr', 'En hiver, il pleut à Ostrey quatre jours sur cinq.'],
    ['de', 'Am Montag können Sie die Fähre besichtigen.'],
    ['nb', 'I fjor sa Holt at hun ville selge ferja.'],
  ])('but not where it names who is meant, or means nobody (%s): %s', (language, sentence) => {
    expect(leansBack(language, sentence)).toBe(false);
  });
});
