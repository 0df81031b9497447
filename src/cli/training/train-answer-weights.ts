import { ANSWER_FEATURES } from '../../core/summarizer/question/answer-features.ts';
import type { AnswerWeights } from '../../core/summarizer/question/answer-question.ts';
import { EVIDENCE_WIDTH } from '../../core/summarizer/question/evidence.ts';
import { type AskedQuestion, answerLesson, evidenceLesson } from './answer-lessons.ts';
import { trainChoice } from './choice-trainer.ts';
import { ANSWER_PLAN } from './editor-plan.ts';
import { trainEvidence } from './evidence-trainer.ts';

/** Learns which sentence answers a question, then whether that one does. */
export function trainAnswerWeights(asked: readonly AskedQuestion[]): AnswerWeights {
  const lessons = asked.flatMap((one) => answerLesson(one) ?? []);
  const answer = trainChoice(ANSWER_FEATURES, lessons, [], 0, ANSWER_PLAN.answer);
  const examples = asked.flatMap((one) => evidenceLesson(one, answer) ?? []);
  return { answer, evidence: trainEvidence(examples, EVIDENCE_WIDTH, ANSWER_PLAN.evidence) };
}
