import { describe, expect, it } from 'vitest';
import { chooseSentences, rankSentences, summarize } from '../../../../src/core/summarizer/index.ts';

const STORY = [
  'Nina Holt has run the ferry of Brackwater since her father retired in 1998.',
  'Holt wants the council of Brackwater to pay for a second ferry and a longer landing in the harbour.',
  'The council of Brackwater will vote on the ferry and the landing on Friday.',
  'They carry ninety cars a day and the harbour office expects twice as many by next summer.',
  'Fishermen of the harbour fear that a longer landing leaves their boats no room in winter.',
  'A landing for one ferry was built in 1954 and has been mended eleven times.',
  'Ticket prices stay as they are, the harbour office wrote in a letter to the islands.',
  'Islanders collected nine hundred names for the ferry in two weeks.',
  'Schools on the islands send a hundred pupils across the water each morning.',
  'Rain kept the crowd at the harbour small when the plans were shown.',
];
const TEXT = STORY.join('\n\n');
const HEADLINE = 'Council of Brackwater plans ferry and harbour landing';
const GIST = 'The council of Brackwater plans a longer harbour landing and a second ferry for the islands.';
const NAMES = 'Islanders collected nine hundred names for the second ferry of the council in two weeks.';
const SCHOOLS = 'Schools on the islands send a hundred pupils over the harbour by ferry each morning.';
const FISHERMEN = 'Fishermen of Brackwater fear that a longer landing leaves their boats no room in winter.';
const TICKETS = 'Ticket prices stay as they are, the harbour office wrote in a letter to the islands.';
/** The fifth says much of somebody whom only the second introduces. */
const BARE = [
  GIST,
  'Nina Holt likes tea.',
  NAMES,
  SCHOOLS,
  'Holt wants the council of Brackwater to pay for the second ferry of the islands and for its harbour office and the longer landing.',
  FISHERMEN,
  TICKETS,
].join('\n\n');
const PARTICLE = BARE.replace('Nina Holt', 'Nina van der Holt');
const SHORT_FORM = BARE.replace('Nina Holt', 'The Island Ferry Fund (IFF)').replace(
  'Holt wants',
  'IFF wants',
);
/** The third says much, but begins with a pronoun. */
const LEANING = [
  GIST,
  'Two boats are at the pier.',
  'They carry the cars of the islands and the council of Brackwater from the ferry office of the harbour to the longer landing.',
  NAMES,
  SCHOOLS,
  FISHERMEN,
  TICKETS,
].join('\n\n');
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const numbersOf = (sentences: readonly { paragraph: number }[]) =>
  sentences.map(({ paragraph }) => paragraph);
function choose(options: Parameters<typeof summarize>[1]) {
  return numbersOf(summarize(TEXT, { language: 'en', ...options }).sentences);
}

describe('a choice', () => {
  it.each(COUNTS)('of %i sentences is part of the next longer one', (count) => {
    expect(choose({ sentences: count + 1 })).toEqual(expect.arrayContaining(choose({ sentences: count })));
  });

  it.each([
    ['without the one that introduces the name it uses', BARE, HEADLINE, 3, [1, 3, 4]],
    ['by a bare name, however much it says', BARE, HEADLINE, 5, [1, 3, 4, 6, 7]],
    ['by a bare name that has small words in full', PARTICLE, HEADLINE, 3, expect.not.arrayContaining([5])],
    ['with a short form that another one explains', SHORT_FORM, HEADLINE, 3, expect.not.arrayContaining([5])],
    ['unless the headline gives the name', BARE, `${HEADLINE}, says Holt`, 3, expect.arrayContaining([5])],
    ['that leans on a dull one, while there is no room for both', LEANING, HEADLINE, 3, [1, 4, 6]],
    ['that leans, but brings in what it needs', LEANING, HEADLINE, 5, [1, 2, 3, 4, 6]],
  ])('takes no sentence %s', (_, story, title, sentences, chosen) => {
    expect(numbersOf(summarize(story, { language: 'en', title, sentences }).sentences)).toEqual(chosen);
  });

  it('takes what repeats the headline for its one sentence, even where it leans on another', () => {
    for (const at of [4, 5, 6, 7, 8, 9, 10])
      expect(choose({ sentences: 1, title: STORY[at - 1] as string })).toEqual([at]);
  });

  it('takes it even where the description says word for word what the opening says', () => {
    const title = 'The long wait is over';
    const text = [GIST, ...STORY.slice(3, 6), `${title}.`, ...STORY.slice(6)].join('\n\n');
    const { sentences } = summarize(text, { language: 'en', title, description: GIST, sentences: 1 });
    expect(sentences[0]?.text).toBe(`${title}.`);
  });

  it.each([
    ['Holt', 'Nina Holt'],
    ['Holt-Jones', 'Nina Holt-Jones'],
    ['al-Holt', 'Nina al-Holt'],
  ])('of any size names nobody as %s before the sentence that says %s', (surname, name) => {
    const text = BARE.replace('Nina Holt', name).replace('Holt wants', `Then ${surname} wants`);
    for (const count of COUNTS) {
      const chosen = summarize(text, { language: 'en', sentences: Math.min(6, count) }).sentences;
      const said = chosen.map((sentence) => sentence.text).join(' ');
      expect(said.includes(`Then ${surname}`)).toBe(said.includes(`Then ${surname}`) && said.includes(name));
    }
  });

  it('of a teaser leaves out what the summary says first', () => {
    const ranking = rankSentences(TEXT, { language: 'en' });
    const [gist] = numbersOf(chooseSentences(ranking, { sentences: 1 }));
    const opening = numbersOf(chooseSentences(ranking, { sentences: 9, range: 'opening' }));
    expect([gist, ...opening].sort()).toEqual([1, 2, 3, 4]);
  });

  it('says when the question has no answer, and is then the ordinary one', () => {
    const { answered, sentences } = summarize(TEXT, { language: 'en', query: 'Who won the chess cup?' });
    expect([answered, numbersOf(sentences)]).toEqual([false, choose({})]);
    expect(summarize(TEXT, { language: 'en', query: 'How many cars does it carry?' }).answered).toBe(true);
  });
});
