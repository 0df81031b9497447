import { expect, test } from 'vitest';
import { findBareNames } from '../../../src/cli/evaluation/reading/bare-names.ts';
import { type JudgedArticle, shownIn } from '../../../src/cli/evaluation/reading/bench.ts';
import { rankByBm25 } from '../../../src/cli/evaluation/reading/bm25.ts';
import { findStumbles } from '../../../src/cli/evaluation/reading/detectors.ts';
import { judgeAnswerer, judgeReader } from '../../../src/cli/evaluation/reading/figures.ts';
import { judge } from '../../../src/cli/evaluation/reading/judge.ts';

const lines = [
  { text: 'The ferry will stop on Monday.', mark: 'gist', needs: [] },
  { text: 'Marit Solheim runs it.', mark: 'ok', needs: [] },
  { text: 'She is tired.', mark: 'key', needs: [1] },
  { text: 'Read more here', mark: 'never', needs: [], why: 'boilerplate' },
  { text: 'That is over.', mark: 'weak', needs: [], why: 'dangling' },
] as const;

const text = lines.map((line) => line.text).join(' ');
const article: JudgedArticle = {
  id: 'ferry',
  language: 'en',
  genre: 'news',
  title: 'The ferry stops',
  description: null,
  untidy: true,
  text,
  sentences: lines.map((line) => ({ ...line, needs: [...line.needs] })),
  spans: lines.map((line) => ({
    start: text.indexOf(line.text),
    end: text.indexOf(line.text) + line.text.length,
  })),
  questions: [
    { query: 'who runs the ferry?', answers: [1] },
    { query: 'what does it cost?', answers: [] },
  ],
};

test.each([
  [
    'the gist and a point with its support',
    [[0], [1], [2]],
    { gist: 1, good: 2, unsupported: 0, hanging: 0 },
  ],
  ['a point whose support is left out', [[0], [2]], { gist: 1, good: 2, unsupported: 1, hanging: 1 }],
  ['a line of the page', [[3]], { never: 1, good: 0, faults: ['boilerplate'] }],
  ['a line of the page run together with the gist', [[0, 3]], { never: 1, gist: 0, good: 0 }],
  ['a sentence that nothing can support', [[4]], { unsupported: 0, hanging: 1, weak: 1 }],
])('a summary with %s is judged as the editor judged its sentences', (_, pieces, wanted) => {
  expect(judge(article, pieces)).toMatchObject(wanted);
});

test('a stretch of text shows the sentences that it covers by half, or the one it shares most with', () => {
  const span = article.spans[1] ?? { start: 0, end: 0 };
  expect(shownIn(article, span.start, span.end)).toEqual([1]);
  expect(shownIn(article, span.start, (article.spans[2]?.end ?? 0) - 1)).toEqual([1, 2]);
  expect(shownIn(article, span.start, span.start + 3)).toEqual([1]);
});

test('BM25 finds inflected words and puts no sentence that asks first', () => {
  const asked = {
    ...article,
    sentences: article.sentences.map((s, at) => (at === 0 ? { ...s, text: 'Will the ferries stop?' } : s)),
  };
  expect(rankByBm25(article, 'ferries stopping')[0]).toEqual([0]);
  expect(rankByBm25(asked, 'ferries stopping, Solheim')[0]).toEqual([1]);
});

test('shares are counted per article, per point and per question', () => {
  const reader = {
    name: 'first',
    choose: (_: JudgedArticle, count: number) => [[0], [3], [2]].slice(0, count),
  };
  expect(judgeReader(reader, [article])).toMatchObject({
    gist1: 1,
    points: 2 / 3,
    never3: 1 / 3,
    unsupported3: 1 / 3,
  });
  const silent = { name: 'silent', answer: () => ({ pieces: [[1]], answered: false }) };
  expect(judgeAnswerer(silent, [article])).toMatchObject({ answer1: 0, noneFound: 1, noneFalse: 1 });
});

const story =
  'Marit Solheim has run the shop since 1998. The fine is due in May. Solheim said that she would appeal.';
test.each([
  ['is found where nobody has introduced the bearer', '', ['Solheim said that she would appeal.'], 1],
  [
    'is none with the full name in the summary',
    '',
    ['Marit Solheim has run the shop since 1998.', 'Solheim said that she would appeal.'],
    0,
  ],
  ['is none with the name in the headline', 'Solheim is fined', ['Solheim said that she would appeal.'], 0],
])('a bare name %s', (_, title, chosen, count) => {
  expect(findBareNames(story, title, chosen)).toHaveLength(count);
});

test('what a reader stumbles over is counted sentence by sentence', () => {
  const page =
    'Ostrey won the cup on Sunday. Hale (back right) lifts the cup with the team. But it rained on them all. Photo gallery';
  const chosen = [
    'Hale (back right) lifts the cup with the team.',
    'But it rained on them all.',
    'Photo gallery',
  ];
  const specimen = { id: 'cup', language: 'en', text: page, references: [] };
  expect(findStumbles(specimen, chosen)).toMatchObject({
    sentences: 3,
    caption: 1,
    short: 1,
    unended: 1,
    backReference: 0,
  });
  expect(findStumbles(specimen, chosen.slice(1, 2)).backReference).toBe(1);
});
