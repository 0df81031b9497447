import type { JudgedArticle, Question } from './bench.ts';
import { type Judgement, judge } from './judge.ts';
import type { Answerer, Reader } from './readers.ts';

const POINTS = 3;

/** Shares, 0 to 1; NaN where there is nothing to count. */
export interface SummaryFigures {
  articles: number;
  gist1: number;
  points: number;
  gistIn3: number;
  never1: number;
  never3: number;
  unsupported3: number;
  hanging3: number;
  weak3: number;
  /** How often each reason stands behind a sentence that must not be printed. */
  faults: Readonly<Record<string, number>>;
}

const sumOf = (list: readonly Judgement[], read: (one: Judgement) => number): number =>
  list.reduce((sum, one) => sum + read(one), 0);

function countEach(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

export function judgeReader({ choose }: Reader, articles: readonly JudgedArticle[]): SummaryFigures {
  const one = articles.map((article) => judge(article, choose(article, 1)));
  const three = articles.map((article) => judge(article, choose(article, POINTS)));
  const chosen = sumOf(three, ({ pieces }) => pieces);
  const share3 = (read: (judgement: Judgement) => number) => sumOf(three, read) / chosen;
  return {
    articles: articles.length,
    gist1: sumOf(one, ({ gist }) => gist) / articles.length,
    points: sumOf(three, ({ good }) => good) / (POINTS * articles.length),
    gistIn3: sumOf(three, ({ gist }) => gist) / articles.length,
    never1: sumOf(one, ({ never }) => never) / sumOf(one, ({ pieces }) => pieces),
    never3: share3(({ never }) => never),
    unsupported3: share3(({ unsupported }) => unsupported),
    hanging3: share3(({ hanging }) => hanging),
    weak3: share3(({ weak }) => weak),
    faults: countEach(three.flatMap(({ faults }) => faults)),
  };
}

export interface AnswerFigures {
  questions: number;
  open: number;
  answer1: number;
  answer3: number;
  /** The first answer is a sentence that must not be printed: a question, a label, a claim that is denied. */
  answerNever: number;
  /** Share of the questions that the article does not answer of which this is said. */
  noneFound: number;
  /** Share of the questions with an answer of which it is said wrongly. */
  noneFalse: number;
}

interface Asked {
  article: JudgedArticle;
  question: Question;
}

export function judgeAnswerer({ answer }: Answerer, articles: readonly JudgedArticle[]): AnswerFigures {
  const asked = articles.flatMap((article): Asked[] =>
    article.questions.map((question) => ({ article, question })),
  );
  const answerable = asked.filter(({ question }) => question.answers.length > 0);
  const open = asked.filter(({ question }) => question.answers.length === 0);
  const ask = ({ article, question }: Asked, count: number) => answer(article, question.query, count);
  const hits = (count: number) => (one: Asked) => {
    const { pieces, answered } = ask(one, count);
    return (
      answered &&
      pieces.slice(0, count).some((piece) => piece.some((at) => one.question.answers.includes(at)))
    );
  };
  const failsFirst = (one: Asked) => {
    const [first = []] = ask(one, 1).pieces;
    return first.some(
      (at) => one.article.sentences[at]?.mark === 'never' && !one.question.answers.includes(at),
    );
  };
  const shareOf = (list: readonly Asked[], test: (one: Asked) => boolean) =>
    list.filter(test).length / list.length;
  return {
    questions: answerable.length,
    open: open.length,
    answer1: shareOf(answerable, hits(1)),
    answer3: shareOf(answerable, hits(POINTS)),
    answerNever: shareOf(answerable, failsFirst),
    noneFound: shareOf(open, (one) => !ask(one, 1).answered),
    noneFalse: shareOf(answerable, (one) => !ask(one, 1).answered),
  };
}
