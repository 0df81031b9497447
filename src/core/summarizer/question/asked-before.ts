import type { Article } from '../article/read-article.ts';
import { asks } from '../article/sentence-signs.ts';
import { coveredInContext, type QuestionMatch } from './match-question.ts';
import { kindOf, type Question } from './read-question.ts';

/** A question that an article asks itself is answered by the next sentence, or by the one after that. */
const WORTH_BY_DISTANCE = [0, 1, 0.5];

/** How much each sentence stands behind a question of an interviewer or a heading that is the reader's. */
export interface AskedBefore {
  /** By the words that the two questions share. */
  words: Float64Array;
  /** By what they ask for: both a reason, both a number. */
  kinds: Float64Array;
}

/** Linear in the article. */
export function measureAskedBefore(article: Article, question: Question, match: QuestionMatch): AskedBefore {
  const { arena, language, sentences } = article;
  const words = arena.float64(sentences.length);
  const kinds = arena.float64(sentences.length);
  let last = Number.NEGATIVE_INFINITY;
  let [share, sameKind] = [0, 0];
  sentences.forEach(({ text }, at) => {
    if (asks(article, at)) {
      last = at;
      share = coveredInContext(question, match, at);
      sameKind = question.kind !== undefined && kindOf(text, language) === question.kind ? 1 : 0;
      return;
    }
    const worth = WORTH_BY_DISTANCE[at - last] ?? 0;
    words[at] = worth * share;
    kinds[at] = worth * sameKind;
  });
  return { words, kinds };
}
