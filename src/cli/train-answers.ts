import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ANSWER_FEATURES } from '../core/summarizer/question/answer-features.ts';
import { EVIDENCE_FEATURES } from '../core/summarizer/question/evidence.ts';
import { readJudged } from './evaluation/reading/bench.ts';
import { JUDGED_SETS } from './evaluation/reading/judged-sets.ts';
import { askedQuestions } from './training/answer-lessons.ts';
import { trainAnswerWeights } from './training/train-answer-weights.ts';

const WEIGHTS = fileURLToPath(new URL('../core/summarizer/question/answer-weights.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    judged: { type: 'string', multiple: true, default: JUDGED_SETS },
    out: { type: 'string', default: WEIGHTS },
  },
});

const asked = options.judged.flatMap(readJudged).flatMap((article) => askedQuestions(article));
const { answer, evidence } = trainAnswerWeights(asked);
writeFileSync(options.out, `${JSON.stringify({ answer, evidence })}\n`);
console.error(`${asked.length} questions: ${options.out}`);
for (const [names, weights] of [
  [ANSWER_FEATURES, answer],
  [EVIDENCE_FEATURES, evidence],
] as const)
  names.forEach((name, at) => {
    console.log(`${name.padEnd(28)} ${String(weights[at]).padStart(6)}`);
  });
