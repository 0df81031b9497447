import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { writePrompt } from '../core/generation/prompt.ts';
import { summarize } from '../core/summarizer/index.ts';

/**
 * `npm run measure:tokens`: what a call of the model costs in tokens of o200k_base, OpenAI's since GPT-4o, over the
 * articles of `samples/reading`. The answer is measured by one of the same form: seven sentences of the article and one.
 */
const SAMPLES = fileURLToPath(new URL('../../samples/reading/', import.meta.url));
const POINTS_COUNT = 7;

interface Sample {
  title: string;
  text: string;
  language: string;
}

function measure({ title, text, language }: Sample): { length: number; sent: number; answered: number } {
  const { system, user } = writePrompt({ title, text, language });
  const [first, ...others] = summarize(text, { sentences: POINTS_COUNT + 1, title, language }).sentences.map(
    (sentence) => ({ text: sentence.text, paragraphs: [sentence.paragraph] }),
  );
  const answer = JSON.stringify({ points: others, tldr: first });
  return {
    length: text.length,
    sent: countTokens(system) + countTokens(user),
    answered: countTokens(answer),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

console.log('| language | articles | characters | sent, median | sent, nine in ten below | answer, median |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.jsonl'))) {
  const lines = readFileSync(`${SAMPLES}${name}`, 'utf8').trim().split('\n');
  const measured = lines.map((line) => measure(JSON.parse(line) as Sample));
  const of = (key: keyof (typeof measured)[number], share: number) =>
    quantile(
      measured.map((one) => one[key]),
      share,
    );
  const language = name.slice(0, -'.jsonl'.length);
  console.log(
    `| ${language} | ${measured.length} | ${of('length', 0.5)} | ${of('sent', 0.5)} | ${of('sent', 0.9)} | ${of('answered', 0.5)} |`,
  );
}
