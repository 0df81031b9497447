import type { Article } from '../article/read-article.ts';
import { codesOf } from '../article/scan-signs.ts';
import { opensLine } from './line-edges.ts';

/** What {@link STEP} may begin with: other sentences spare a cold isolate the expression. */
const STEP_SIGNS = codesOf('(0123456789');
/** "1. Wash", "2. Slice the leeks.": steps say little without one another. */
const STEP = /^\(?\d{1,2}[.)]\s/u;
const FEWEST_STEPS = 2;

/** Marks the steps of a recipe or a guide. */
export function markSteps({ sentences, text }: Article, marks: Uint8Array): void {
  const steps: number[] = [];
  sentences.forEach((sentence, at) => {
    if (
      STEP_SIGNS.has(text.charCodeAt(sentence.offset)) &&
      STEP.test(sentence.text) &&
      opensLine(text, sentence.offset)
    )
      steps.push(at);
  });
  if (steps.length >= FEWEST_STEPS) for (const step of steps) marks[step] = 1;
}
