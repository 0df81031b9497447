import { EDITOR_WEIGHTS, type EditorWeights } from '../model/editor-model.ts';
import { ANSWER_WEIGHTS, type AnswerWeights } from '../question/answer-question.ts';

/** What was learned from editors; training ranks with others. */
export interface Models {
  editor: EditorWeights;
  answers: AnswerWeights;
}

export const TRAINED: Models = { editor: EDITOR_WEIGHTS, answers: ANSWER_WEIGHTS };
