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

const DIVER = [
  'Nora Quill, who held three records in diving, has given up the sport at 33.',
  'We meet on the quay of Ostholm, where she mends nets.',
  'Why did you stop?',
  'I stopped when I began to like the dark.',
  'What do you do in winter?',
  'Mostly knitting, and a little swimming with children in the town pool.',
].join('\n\n');

const POOL = [
  'The swimming pool of Ostholm is closed until Friday.',
  'The reason is a pump that failed on 3 May, the council says.',
  'Season tickets are valid for seven days longer.',
  'The pool was opened in 1974 and has 12 lanes.',
].join('\n\n');

const PISCINA = [
  'La piscina municipal de Ostholm estará cerrada hasta el viernes.',
  'La causa es una bomba averiada, según el ayuntamiento.',
  'La piscina se inauguró en enero de 1974 y tiene doce calles.',
].join('\n\n');

const EDITOR = [
  'The editor of the Ostholm Post has lived in a lighthouse for seven years.',
  'Weeks after the last i9 laptop she bought another one, with the same battery.',
  'Her paper is read by fishermen and by their aunts.',
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
    ['Why did Quill stop?', 'like the dark'],
    ['What does she do in winter?', 'knitting'],
  ])('"%s" is answered by what follows the same question in an interview', (query, answer) => {
    const { answered, sentences } = ask(DIVER, query, 'en', 'Nora Quill has left the water');
    expect(sentences[0]?.text).toContain(answer);
    expect(answered).toBe(true);
  });

  it.each([
    ['Why is the pool closed?', POOL, 'en', 'a pump that failed'],
    ['How many lanes does the pool have?', POOL, 'en', '12 lanes'],
    ['When was the pool opened?', POOL, 'en', '1974'],
    ['¿Por qué está cerrada la piscina?', PISCINA, 'es', 'bomba averiada'],
    ['¿Cuándo se inauguró la piscina?', PISCINA, 'es', 'enero de 1974'],
    ['¿Cuántas calles tiene la piscina?', PISCINA, 'es', 'doce calles'],
  ])('"%s" is answered by the sentence with what it asks for', (query, text, language, answer) => {
    const { answered, sentences } = ask(text, query, language, 'Ostholm');
    expect(sentences[0]?.text).toContain(answer);
    expect(answered).toBe(true);
  });

  it.each([
    ['How long is the pier?', PIER, 'en'],
    ['How many boats were damaged?', PIER, 'en'],
    ['Where is the hospital?', PIER, 'en'],
    ['Who wrote the report?', PIER, 'en'],
    ['Who won the chess cup?', PIER, 'en'],
    ['How old is the editor?', EDITOR, 'en'],
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
