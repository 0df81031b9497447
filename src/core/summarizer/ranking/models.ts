import type { Article } from '../article/read-article.ts';
import { EDITOR_WEIGHTS, type EditorWeights } from '../model/editor-model.ts';
import type { Answers, QuestionMaterial } from '../question/answer-question.ts';

/** Looks for the answer to a question; undefined where nothing in the article is near it. */
export type FindAnswers = (
  article: Article,
  query: string,
  material: QuestionMaterial,
) => Answers | undefined;

/** What ranking goes by; training ranks with others. */
export interface Models {
  /** What was learned from editors. */
  editor: EditorWeights;
  /** Reads questions with words of 26 languages, an eighth of the whole: who asks none carries none. */
  findAnswers?: FindAnswers;
}

/** Without questions. */
export const PLAIN: Models = { editor: EDITOR_WEIGHTS };
