import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../src/core/summarizer/index.ts';

const BEFORE =
  'The council of Brackwater will open a second ferry landing in June, the mayor announced on Monday.';
const AFTER = 'The landing will cost four million crowns and replaces a wooden pier that was built in 1954.';

/** Everything that may be chosen from a story with some lines in its middle. */
function printed(lines: string): string {
  const { sentences } = summarize(`${BEFORE}\n\n${lines}\n\n${AFTER}`, { language: 'en', sentences: 20 });
  return sentences.map(({ text }) => text).join('\n');
}

const QUESTIONS = ['What came first?', 'Who helped you?', 'Where will you go next?'];
const interview = (questions: readonly string[]) =>
  questions
    .map(
      (question) =>
        `You steered the old boat for years. ${question}\n\nMy aunt sold us the oars that spring.`,
    )
    .join('\n\n');

describe('a summary leaves out', () => {
  it.each([
    ['the claim under its label', 'What was claimed\n\nFerries sink every winter.', 'sink every winter'],
    [
      'all of a part about the page',
      'Related\n\nSwans are back.\n\nThe mill is sold.\n\nThe pier',
      'The mill is sold',
    ],
    ['a question', 'Will the old pier be missed by anybody at all?', 'be missed'],
    [
      'a line that announces what stands below it',
      'These are the days of the ferry in the winter of this year:\n\nMonday and Friday.',
      'the days of the ferry',
    ],
    ['a footnote', '[2] Figures of the harbour office are for the year before.', 'Figures of'],
    ['the legend of a table', 'The figures are (Dk = docks of the harbour) by month.', 'The figures are'],
    ['a quotation that nobody says', '“We never saw a ferry so full of cheerful people.”', 'cheerful people'],
    [
      'a quotation that goes on, and that nobody says yet',
      '“We had never seen the harbour so full of boats. It was a day of joy.”',
      'so full of boats',
    ],
    [
      'what only says what a picture shows',
      'In this photo dated Tuesday, the ferry lies at the old landing of Brackwater.',
      'dated Tuesday',
    ],
    [
      'a claim that is then called one',
      'Ferries sink every winter. That is what leaflets say.',
      'sink every',
    ],
    ['the claim behind its label', 'Claim: Ferries sink every winter. Nobody says so.', 'sink every winter'],
    [
      'a claim that is then denied',
      'Posts say that ferries sink every winter.\n\nThat is false. No ferry has sunk since 1931.',
      'sink every winter',
    ],
    ['the welcome of a podcast', 'Hello and welcome to Low Water, a show about boats.', 'Low Water'],
    ['a line of the score', 'Final score: Brackwater Rowers 4, Orrin Oars 2.', 'Orrin Oars'],
    [
      'lines of a table that no mark parts',
      'BRACKWATER 2 (Fenn 31, Rask 90) ORRIN 1 (Moss 12)\nAtt: 6,214.',
      'Rask 90',
    ],
    ['the first of two steps', '1. Untie the rope of the boat.\n\n2. Push the boat out.', 'Untie the rope'],
    ['what leads up to the questions of an interview', interview(QUESTIONS), 'You steered'],
    [
      'a caption',
      'The council met in March. Ada Fenn and Olle Rask (back row, right) paid for the new engine.',
      'new engine',
    ],
  ])('%s', (_, lines, leftOut) => {
    const text = printed(lines);
    expect(text).not.toContain(leftOut);
    expect(text).toContain(BEFORE);
    expect(text).toContain(AFTER);
  });
});

it('says nothing twice', () => {
  const line = 'Fill the boat with two bags of coal and one of salt.';
  expect(printed(`${line}\n\nThe crew rests on Sunday.\n\n${line}`).split(line)).toHaveLength(2);
});

describe('a summary may hold', () => {
  it.each([
    [
      'a quotation that goes on behind its speaker',
      '“We are glad,” said Ada Fenn of the harbour office, “and we shall dance.”',
      'we shall dance',
    ],
    [
      'a word that begins with an apostrophe',
      '’Twas the busiest summer of the ferry so far.',
      'busiest summer',
    ],
    [
      'what follows the claim',
      'What was claimed\n\nFerries sink every winter.\n\nNo ferry has sunk.',
      'No ferry has sunk.',
    ],
    [
      'a part behind another heading',
      'Related\n\nSwans are back.\n\nThe harbour\n\nIt has ice.',
      'It has ice.',
    ],
    ['a quotation with its speaker', '“We never saw so many,” said Ada Fenn.', 'said Ada Fenn'],
    [
      'a sentence that is only taken up',
      'The ferry holds ninety cars. That surprised Ada Fenn.',
      'ninety cars',
    ],
    [
      'the paragraph before a heading that only names a claim',
      'The ferry holds ninety cars.\n\nThe claim\n\nFerries sink every winter.',
      'ninety cars',
    ],
    ['one numbered sentence', '1. Untie the rope of the boat.', 'Untie the rope'],
    ['what leads up to a single question', interview(QUESTIONS.slice(0, 1)), 'You steered'],
  ])('%s', (_, lines, held) => {
    expect(printed(lines)).toContain(held);
  });
});
