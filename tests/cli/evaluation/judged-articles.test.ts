import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  type JudgedArticle,
  type JudgedSentence,
  readJudged,
} from '../../../src/cli/evaluation/reading/bench.ts';

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

/** Words alone: a headline is a sentence whatever the marks around it. */
const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ');

const repeatsHeadline = ({ title }: JudgedArticle, sentence: JudgedSentence) =>
  wordsOf(sentence.text) === wordsOf(title);

const isProbe = (article: JudgedArticle) =>
  article.sentences.some((sentence) => repeatsHeadline(article, sentence));

const count = ({ sentences }: JudgedArticle, mark: JudgedSentence['mark']) =>
  sentences.filter((sentence) => sentence.mark === mark).length;

const isWithin = (value: number, least: number, most: number) => value >= least && value <= most;

/** What stands between the sentences and around them. */
function gapsOf({ text, spans }: JudgedArticle): string {
  const ends = [0, ...spans.map((span) => span.end)];
  return [...spans.map((span, index) => text.slice(ends[index], span.start)), text.slice(ends.at(-1))].join(
    '',
  );
}

const promises: readonly (readonly [string, (article: JudgedArticle) => boolean])[] = [
  [
    'is named after its language and one of the known genres',
    ({ id, language, genre }) =>
      GENRES.includes(genre) && new RegExp(`^${language}-${genre}-[a-z0-9]+$`).test(id),
  ],
  [
    'has a headline, and a description or none',
    ({ title, description }) => title.trim() === title && title !== '' && description?.trim() !== '',
  ],
  [
    'is its sentences and white space, and nothing else',
    (article) =>
      gapsOf(article).trim() === '' &&
      article.sentences.every(({ text }) => text.trim() === text && text !== ''),
  ],
  [
    'says why a sentence is weak or never printed, and of no other',
    ({ sentences }) =>
      sentences.every(({ mark, why }) =>
        mark === 'weak' || mark === 'never' ? REASONS.includes(why ?? '') : why === undefined,
      ),
  ],
  [
    'needs only earlier sentences that may be printed, and none for its gist',
    ({ sentences }) =>
      sentences.every(
        ({ mark, needs }, index) =>
          needs.every((need) => isWithin(need, 0, index - 1) && sentences[need]?.mark !== 'never') &&
          !(mark === 'gist' && needs.length > 0),
      ),
  ],
  [
    'has one to three gists and two to six key points',
    (article) => isWithin(count(article, 'gist'), 1, 3) && isWithin(count(article, 'key'), 2, 6),
  ],
  ['has lines that are never printed where it is untidy', (a) => !a.untidy || count(a, 'never') > 1],
  [
    'has two questions that it answers, and no answer that is never printed',
    ({ questions, sentences }) =>
      questions.filter(({ answers }) => answers.length > 0).length === 2 &&
      questions.every(
        ({ query, answers }) =>
          query.trim() !== '' && answers.every((answer) => (sentences[answer]?.mark ?? 'never') !== 'never'),
      ),
  ],
  [
    'does not open with its headline; where a sentence is the headline, it is the gist',
    (article) =>
      article.sentences.every(
        (sentence, index) => !repeatsHeadline(article, sentence) || (index > 0 && sentence.mark === 'gist'),
      ),
  ],
];

test.each(promises)('every judged article %s', (_, holds) => {
  expect(articles.filter((article) => !holds(article)).map(({ id }) => id)).toEqual([]);
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

test('the set is as large and as mixed as its README says', () => {
  const english = articles.filter(({ language }) => language === 'en');
  expect(articles.length).toBeGreaterThanOrEqual(140);
  expect(english.length).toBeGreaterThanOrEqual(80);
  expect(new Set(articles.map(({ language }) => language)).size).toBeGreaterThanOrEqual(18);
  expect(new Set(english.map(({ genre }) => genre))).toEqual(new Set(GENRES));
  expect(articles.filter(({ untidy }) => untidy).length / articles.length).toBeGreaterThanOrEqual(0.5);
  expect(articles.filter(isProbe).length).toBeGreaterThanOrEqual(14);
  expect(articles.filter(({ description }) => description !== null).length).toBeGreaterThanOrEqual(100);
  const questions = articles.flatMap((article) => article.questions);
  expect(questions.filter(({ answers }) => answers.length === 0).length).toBeGreaterThanOrEqual(120);
});
