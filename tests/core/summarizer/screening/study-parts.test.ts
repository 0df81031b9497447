import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../src/core/summarizer/index.ts';

/** The study of a ferry's bells, as its authors tell it. */
const STUDIES = {
  en: {
    title: 'Bells and the punctuality of ferries',
    text: 'Ferries are late in many harbours, and passengers blame the crews. Here we aim to learn whether bells on the pier change that. We recorded 4,200 departures of ferries in nine harbours, of which five were given bells at random. Ferries in harbours with bells left 3.1 minutes earlier than before, and the others left as late as ever. We conclude that bells on the pier make ferries more punctual.',
    found: 'We conclude',
  },
  de: {
    title: 'Glocken und die Pünktlichkeit von Fähren',
    text: 'Fähren sind in vielen Häfen zu spät, und die Fahrgäste geben den Mannschaften die Schuld. Ziel dieser Studie war es, den Nutzen von Glocken am Steg zu messen. Neun Häfen wurden nach dem Zufallsprinzip mit Glocken ausgestattet oder nicht. Fähren in Häfen mit Glocken legten 3,1 Minuten früher ab als zuvor. Wir folgern, dass Glocken am Steg die Fähren pünktlicher machen.',
    found: 'Wir folgern',
  },
  fr: {
    title: 'Des cloches et de la ponctualité des bacs',
    text: "Les bacs sont en retard dans de nombreux ports, et les passagers accusent les équipages. Cette étude vise à mesurer l'effet de cloches posées sur le quai. Neuf ports ont reçu des cloches ou non, par tirage au sort. Les bacs des ports pourvus de cloches sont partis 3,1 minutes plus tôt qu'avant. Nous concluons que les cloches rendent les bacs plus ponctuels.",
    found: 'Nous concluons',
  },
};

describe('the summary of a study', () => {
  it.each(Object.entries(STUDIES))(
    'tells what was found, not what was wanted or done (%s)',
    (language, study) => {
      const [one] = summarize(study.text, { language, title: study.title, sentences: 1 }).sentences;
      expect(one?.offset).toBeGreaterThanOrEqual(study.text.indexOf('3'));
      const two = summarize(study.text, { language, title: study.title, sentences: 2 }).sentences;
      expect(two.some(({ text }) => text.startsWith(study.found))).toBe(true);
    },
  );

  it('still answers how it was made', () => {
    const { text, title } = STUDIES.en;
    const query = 'How many departures were recorded?';
    const { answered, sentences } = summarize(text, { language: 'en', title, query, sentences: 1 });
    expect(answered).toBe(true);
    expect(sentences[0]?.text).toContain('4,200 departures');
  });

  it('is the same as before where others only speak of one', () => {
    const story =
      'The ferries of Brackwater will get bells in May. “We recorded 4,200 departures, chosen at random, and we found that bells help,” said Ada Fenn of the harbour office. The bells cost four million crowns.';
    const [one] = summarize(story, { language: 'en', title: 'Ferries get bells', sentences: 1 }).sentences;
    expect(one?.text).toBe('The ferries of Brackwater will get bells in May.');
  });
});
