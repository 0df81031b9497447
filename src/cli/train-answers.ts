import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ANSWER_FEATURES } from '../core/summarizer/question/answer-features.ts';
import { EVIDENCE_FEATURES, EVIDENCE_WIDTH } from '../core/summarizer/question/evidence.ts';
import { readJudged } from './evaluation/reading/bench.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import { answerLesson, askedQuestions, evidenceLesson } from './training/answer-lessons.ts';
import { trainChoice } from './training/choice-trainer.ts';
import { ANSWER_PLAN } from './training/editor-plan.ts';
import { trainEvidence } from './training/evidence-trainer.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/question/answer-weights.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    judged: { type: 'string', multiple: true, default: JUDGED_SETS },
    out: { type: 'string', default: WEIGHTS },
  },
});

const asked = options.judged.flatMap(readJudged).flatMap(askedQuestions);
const lessons = asked.flatMap((one) => answerLesson(one) ?? []);
const answer = trainChoice(ANSWER_FEATURES, lessons, [], 0, ANSWER_PLAN.answer);
const examples = asked.flatMap((one) => evidenceLesson(one, answer) ?? []);
const evidence = trainEvidence(examples, EVIDENCE_WIDTH, ANSWER_PLAN.evidence);
writeFileSync(options.out, `${JSON.stringify({ answer, evidence })}\n`);
console.error(`${asked.length} questions, ${lessons.length} with an answer to learn from: ${options.out}`);
for (const [names, weights] of [
  [ANSWER_FEATURES, answer],
  [EVIDENCE_FEATURES, evidence],
] as const)
  names.forEach((name, at) => {
    console.log(`${name.padEnd(28)} ${String(weights[at]).padStart(6)}`);
  });
