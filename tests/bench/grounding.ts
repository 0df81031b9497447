import { readFileSync } from 'node:fs';
import { groundSentence } from '../../src/core/grounding/index.ts';
import { summarize } from '../../src/core/summarizer/index.ts';

/** What a sentence costs against an article of 6 KB, in times of `summarize()` of that article in the same run. */
const ARTICLE_LENGTH = 6000;
const SAMPLES = new URL('../../samples/reading/en.jsonl', import.meta.url);

const texts = readFileSync(SAMPLES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const text = texts.join('\n\n').slice(0, ARTICLE_LENGTH);
const article = { text, language: 'en' };
const sentences = summarize(text, { sentences: 7, language: 'en' }).sentences.map(
  // Changed, so that it is not done with the first glance.
  ({ text: sentence }) => sentence.replace(/\bthe\b/u, 'a certain').replace(/\bwas\b/u, 'became'),
);

const RUNS = 101;

/** Milliseconds of the middle run, after as many to get hot. */
function medianTime(run: () => void): number {
  const times = Array.from({ length: 2 * RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.slice(RUNS).sort((left, right) => left - right)[RUNS >> 1] as number;
}

const whole = medianTime(() => summarize(text, { language: 'en' }));
const hot = medianTime(() => {
  for (const sentence of sentences) groundSentence(sentence, article);
});
const cold = medianTime(() => {
  const fresh = { ...article };
  for (const sentence of sentences) groundSentence(sentence, fresh);
});
const each = (time: number): string => (time / sentences.length / whole).toFixed(2);
console.log(`a sentence: ${each(hot)} x summarize(); with its share of reading the article: ${each(cold)} x`);
