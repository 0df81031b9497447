import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../src/core/summarizer/index.ts';

const PIER = [
  'A crane fell on to the pier of Brackwater on Tuesday and injured nine people, the fire service said.',
  'The crane, which belongs to Holt Marine, is 41 metres high and had been inspected in March.',
  'Its driver, Olle Rask, 58, was lifted out by helicopter after three hours.',
  'Repairs to the pier will cost about two million crowns, because four of its pillars are cracked.',
  'The ferries leave from the fish market until 9 June.',
  'The council should replace the pier with one of stone, argued the harbour master, Ada Fenn.',
].join('\n\n');
const TITLE = 'Crane falls on to pier in Brackwater';

const KAI = [
  'Am Dienstag ist ein Kran auf den Kai von Brackwasser gestürzt und hat neun Menschen verletzt.',
  'Die Reparatur kostet rund zwei Millionen Euro, weil vier Pfeiler gerissen sind.',
  'Die Fähren legen bis zum 9. Juni am Fischmarkt ab, teilte der Hafenmeister Olaf Rask mit.',
].join('\n\n');

const ask = (text: string, query: string, language = 'en', title = TITLE) =>
  summarize(text, { language, title, query, sentences: 1 });

describe('a question', () => {
  it.each([
    ['How many people were hurt?', 'injured nine people'],
    ['How high is the crane?', '41 metres'],
    ['How old is the driver?', '58'],
    ['How much will the repairs cost?', 'two million crowns'],
    ['Why are the repairs so expensive?', 'because four'],
    ['Who owned the crane?', 'Holt Marine'],
    ['What does Fenn suggest?', 'one of stone'],
  ])('"%s" is answered by the sentence that says it', (query, answer) => {
    const { answered, sentences } = ask(PIER, query);
    expect(sentences[0]?.text).toContain(answer);
    expect(answered).toBe(true);
  });

  it.each([
    ['Was kostet die Reparatur?', 'zwei Millionen Euro'],
    ['Wie viele Menschen wurden verletzt?', 'neun Menschen'],
  ])('"%s" is answered in German', (query, answer) => {
    const { answered, sentences } = ask(KAI, query, 'de', 'Kran stürzt auf den Kai');
    expect(sentences[0]?.text).toContain(answer);
    expect(answered).toBe(true);
  });

  it.each([
    ['How long is the pier?', PIER, 'en'],
    ['How many boats were damaged?', PIER, 'en'],
    ['Where is the hospital?', PIER, 'en'],
    ['Who wrote the report?', PIER, 'en'],
    ['Who won the chess cup?', PIER, 'en'],
    ['wie schwer ist der Kran?', KAI, 'de'],
    ['wie viele Busse sind ausgefallen?', KAI, 'de'],
  ])('"%s" that the article leaves open is said to have no answer', (query, text, language) => {
    const plain = summarize(text, { language, title: TITLE, sentences: 1 }).sentences;
    const { answered, sentences } = ask(text, query, language);
    expect(answered).toBe(false);
    expect(sentences[0]?.text).toBe(plain[0]?.text);
  });

  it.each(['', '?', 'the of and', '¿', 'x'.repeat(200), '🚢', 'how many', 'why'])(
    '"%s" is never an error',
    (query) => {
      expect(ask(PIER, query).sentences).toHaveLength(1);
    },
  );
});
