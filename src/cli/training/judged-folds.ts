import { answerWith, TRAINED } from '../../core/summarizer/answering-models.ts';
import type { Models } from '../../core/summarizer/ranking/models.ts';
import type { JudgedArticle } from '../evaluation/reading/bench.ts';
import { askedQuestions } from './answer-lessons.ts';
import { trainAnswerWeights } from './train-answer-weights.ts';
import { type References, trainEditorWeights } from './train-editor-weights.ts';

/**
 * Learns as many times as there are folds, each time without every n-th article.
 *
 * @returns The models that an article had no part in.
 */
export function learnFolds(
  articles: readonly JudgedArticle[],
  references: References,
  folds: number,
): (article: JudgedArticle) => Models {
  const modelsOf = new Map<string, Models>();
  for (let fold = 0; fold < folds; fold += 1) {
    const rest = articles.filter((_, at) => at % folds !== fold);
    const editor = trainEditorWeights(rest, references);
    const ranked = { ...TRAINED, editor };
    const answers = trainAnswerWeights(rest.flatMap((article) => askedQuestions(article, ranked)));
    articles.forEach(({ id }, at) => {
      if (at % folds === fold) modelsOf.set(id, { editor, findAnswers: answerWith(answers) });
    });
  }
  return ({ id }) => modelsOf.get(id) ?? TRAINED;
}
