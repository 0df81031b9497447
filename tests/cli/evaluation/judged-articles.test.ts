import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { type JudgedArticle, readJudged } from '../../../src/cli/evaluation/reading/bench.ts';

const FOLDER = fileURLToPath(new URL('../../../samples/reading', import.meta.url));

const GENRES =
  'news sport interview opinion liveblog factcheck roundup howto recipe review obituary paper press transcript digest table explainer notice'.split(
    ' ',
  );
const REASONS =
  'caption boilerplate claim-under-test speakerless-quote list-line table label question footnote subscribe out-of-context trivial redundant dangling'.split(
    ' ',
  );

const articles = readJudged(FOLDER);

const withMark = ({ sentences }: JudgedArticle, mark: string) =>
  sentences.filter((sentence) => sentence.mark === mark).length;

/** Letters and figures alone: a headline is a sentence's words, whatever the marks around them. */
const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ');

describe.each(articles)('judged article $id', (article) => {
  const { id, language, genre, title, description, text, untidy, sentences, spans, questions } = article;

  it('is named after its language and one of the known genres', () => {
    expect(GENRES).toContain(genre);
    expect(id).toMatch(new RegExp(`^${language}-${genre}-[a-z0-9]+$`));
    expect(title.trim()).toBe(title);
    expect(title).not.toBe('');
    expect(description).not.toBe('');
  });

  it('is its sentences and white space, and nothing else', () => {
    let end = 0;
    const between = spans.map((span) => {
      const gap = text.slice(end, span.start);
      end = span.end;
      return gap;
    });
    expect([...between, text.slice(end)].join('').trim()).toBe('');
    for (const sentence of sentences) expect(sentence.text).toMatch(/^\S(?:.*\S)?$/u);
  });

  it('says why a sentence is weak or never printed, and of no other', () => {
    for (const { mark, why } of sentences)
      if (mark === 'weak' || mark === 'never') expect(REASONS).toContain(why);
      else expect(why).toBeUndefined();
  });

  it('needs only earlier sentences that may be printed, and none for its gist', () => {
    for (const [index, { mark, needs }] of sentences.entries()) {
      for (const need of needs) {
        expect(need).toBeLessThan(index);
        expect(sentences[need]?.mark).not.toMatch(/^never$/);
      }
      if (mark === 'gist') expect(needs).toEqual([]);
    }
  });

  it('has one to three gists, two to six key points, and furniture where it is untidy', () => {
    expect([1, 2, 3]).toContain(withMark(article, 'gist'));
    expect([2, 3, 4, 5, 6]).toContain(withMark(article, 'key'));
    if (untidy) expect(withMark(article, 'never')).toBeGreaterThan(1);
  });

  it('asks two questions that sentences of it answer, and further ones that none does', () => {
    expect(questions.filter(({ answers }) => answers.length > 0)).toHaveLength(2);
    for (const { query, answers } of questions) {
      expect(query.trim()).not.toBe('');
      for (const answer of answers) expect(sentences[answer]?.mark).toMatch(/^(?:gist|key|ok|weak)$/);
    }
  });

  it('never opens with its headline; where it is a sentence of the text, that is the gist', () => {
    expect(wordsOf(sentences[0]?.text ?? '')).not.toBe(wordsOf(title));
    for (const sentence of sentences)
      if (wordsOf(sentence.text) === wordsOf(title)) expect(sentence.mark).toBe('gist');
  });
});

test('each file holds the articles of the language that it is named after, and no name is used twice', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl')))
    for (const { language } of readJudged(`${FOLDER}/${name}`)) expect(`${language}.jsonl`).toBe(name);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
});

test('no two articles share a sentence that may be printed', () => {
  const printable = articles.flatMap(({ sentences }) =>
    sentences.filter(({ mark, text }) => mark !== 'never' && text.length > 40).map(({ text }) => text),
  );
  expect(new Set(printable).size).toBe(printable.length);
});
