import { EDITOR_WEIGHTS } from './model/editor-model.ts';
import { ANSWER_WEIGHTS, type AnswerWeights, answerQuestion } from './question/answer-question.ts';
import type { FindAnswers, Models } from './ranking/models.ts';

export const answerWith =
  (weights: AnswerWeights): FindAnswers =>
  (article, query, material) =>
    answerQuestion(article, query, material, weights);

/** Everything that comes with the engine. Nothing is called here, so that a bundle that only splits sentences drops it. */
export const TRAINED: Models = {
  editor: EDITOR_WEIGHTS,
  findAnswers: (article, query, material) => answerQuestion(article, query, material, ANSWER_WEIGHTS),
};
