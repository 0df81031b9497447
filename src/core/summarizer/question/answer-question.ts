import type { Article } from '../article/read-article.ts';
import type { SourceMatch } from '../matching/match-source.ts';
import { indexStems, type StemIndex } from '../matching/stem-index.ts';
import { scoreRows } from '../model/editor-model.ts';
import { ANSWER_WIDTH, measureAnswers } from './answer-features.ts';
import stored from './answer-weights.json' with { type: 'json' };
import { measureEvidence } from './evidence.ts';
import { matchQuestion } from './match-question.ts';
import { readQuestion } from './read-question.ts';

/** Learned from questions of readers, answered or not. */
export interface AnswerWeights {
  /** What makes a sentence the answer: weights of `ANSWER_FEATURES`. */
  answer: readonly number[];
  /** What makes it an answer at all: weights of `EVIDENCE_FEATURES`. */
  evidence: readonly number[];
}

export const ANSWER_WEIGHTS: AnswerWeights = stored;

/** What is known of an article before a question is asked. */
export interface QuestionMaterial {
  /** Stems of the article, if they are known already. */
  index: StemIndex | undefined;
  title: SourceMatch | undefined;
  barred: Uint8Array;
  points: Float64Array;
}

export interface Answers {
  /** How likely each sentence answers the question; only differences mean something. */
  scores: Float64Array;
  /** Rows of `ANSWER_FEATURES`, and the `EVIDENCE_FEATURES` of the best sentence. */
  rows: Float64Array;
  evidence: Float64Array;
  answered: boolean;
}

/** The sentence that answers best among those that may be printed. */
function bestOf(scores: Float64Array, barred: Uint8Array): number {
  let best = -1;
  for (let at = 0; at < scores.length; at += 1)
    if (barred[at] === 0 && (best < 0 || (scores[at] as number) > (scores[best] as number))) best = at;
  return best;
}

/**
 * Looks for the answer to a question; undefined where the article shares no word with it, or nothing may be printed.
 * Linear in the article.
 */
export function answerQuestion(
  article: Article,
  query: string,
  material: QuestionMaterial,
  weights: AnswerWeights,
): Answers | undefined {
  const index = material.index ?? indexStems(article);
  const { barred, title } = material;
  const question = readQuestion(article, index, query, title?.weights);
  const match = matchQuestion(article, index, question);
  if (!match.found && question.kind !== 'advice') return undefined;
  const rows = measureAnswers(article, match, { ...material, index, question });
  const scores = scoreRows(rows, weights.answer, article.arena.float64(article.sentences.length));
  const best = bestOf(scores, barred);
  if (best < 0) return undefined;
  const row = rows.subarray(best * ANSWER_WIDTH, (best + 1) * ANSWER_WIDTH);
  const evidence = measureEvidence({ question, match, row, best });
  const sum = weights.evidence.reduce((total, weight, at) => total + weight * (evidence[at] as number), 0);
  return { scores, rows, evidence, answered: sum >= 0 };
}
