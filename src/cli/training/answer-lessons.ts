import { rankSentences } from '../../core/summarizer/index.ts';
import { ANSWER_FEATURES, ANSWER_WIDTH } from '../../core/summarizer/question/answer-features.ts';
import { type AnswerWeights, answerQuestion } from '../../core/summarizer/question/answer-question.ts';
import { EVIDENCE_FEATURES } from '../../core/summarizer/question/evidence.ts';
import type { Models } from '../../core/summarizer/ranking/models.ts';
import { DETAILS, type Ranking } from '../../core/summarizer/ranking/ranking.ts';
import { type JudgedArticle, type Question, shownIn } from '../evaluation/reading/bench.ts';
import { knownOf } from '../evaluation/reading/readers.ts';
import type { ChoiceLesson } from './choice-trainer.ts';

/** A question about an article that was ranked once. */
export interface AskedQuestion {
  ranking: Ranking;
  /** Judged sentences that each of the ranking's sentences shows. */
  shown: readonly number[][];
  question: Question;
}

const NO_WEIGHTS: AnswerWeights = {
  answer: ANSWER_FEATURES.map(() => 0),
  evidence: EVIDENCE_FEATURES.map(() => 0),
};

/** @param models - Ranks with these, so that folds see nothing of the articles that they are judged on. */
export function askedQuestions(article: JudgedArticle, models?: Models): AskedQuestion[] {
  const ranking = rankSentences(article.text, knownOf(article), models);
  const shown = ranking.sentences.map(({ offset, length }) => shownIn(article, offset, offset + length));
  return article.questions.map((question) => ({ ranking, shown, question }));
}

const ask = ({ ranking, question }: AskedQuestion, weights: AnswerWeights) =>
  answerQuestion(ranking[DETAILS].article, question.query, ranking[DETAILS].questionMaterial, weights);

/** Which of the sentences that may be printed answers the question; undefined where none does, or all do. */
export function answerLesson(asked: AskedQuestion): ChoiceLesson | undefined {
  const rows = ask(asked, NO_WEIGHTS)?.rows;
  if (rows === undefined) return undefined;
  const { barred } = asked.ranking[DETAILS];
  const open = asked.shown.flatMap((_, at) => (barred[at] === 0 ? [at] : []));
  const right = open.map((at) =>
    asked.shown[at]?.some((one) => asked.question.answers.includes(one)) ? 1 : 0,
  );
  const count = right.reduce<number>((sum, one) => sum + one, 0);
  if (count === 0 || count === open.length) return undefined;
  const kept = new Float64Array(open.length * ANSWER_WIDTH);
  open.forEach((at, row) => {
    kept.set(rows.subarray(at * ANSWER_WIDTH, (at + 1) * ANSWER_WIDTH), row * ANSWER_WIDTH);
  });
  return {
    rows: kept,
    count: open.length,
    wanted: Float64Array.from(right, (one) => one / count),
    rivalry: new Float64Array(open.length).fill(1),
    weight: 1,
  };
}

/** Whether there is an answer, and what the best sentence says of it; undefined where nothing matches at all. */
export function evidenceLesson(
  asked: AskedQuestion,
  answer: readonly number[],
): { evidence: Float64Array; answered: boolean } | undefined {
  const answers = ask(asked, { ...NO_WEIGHTS, answer });
  return answers && { evidence: answers.evidence, answered: asked.question.answers.length > 0 };
}
