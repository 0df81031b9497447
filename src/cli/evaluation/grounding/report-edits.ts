import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GroundingArticle, groundSentence } from '../../../core/grounding/index.ts';
import { splitSentences } from '../../../core/summarizer/index.ts';
import { makeHarmless, makeWrong, namesOf } from './edits.ts';
import type { JudgedPairs } from './pairs.ts';

const SAMPLES = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const LANGUAGE = 'en';

/** The articles of `samples/reading`, English. */
function readSamples(): GroundingArticle[] {
  const lines = readFileSync(`${SAMPLES}reading/en.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { text } = JSON.parse(line) as { text: string };
    return { text, language: LANGUAGE };
  });
}

class Tally {
  readonly #counts = new Map<string, [right: number, all: number]>();

  add(kind: string, isRight: boolean): void {
    const [right, all] = this.#counts.get(kind) ?? [0, 0];
    this.#counts.set(kind, [right + (isRight ? 1 : 0), all + 1]);
  }

  print(title: string): void {
    const sums = [...this.#counts.values()];
    const [right, all] = [0, 1].map((at) => sums.reduce((sum, pair) => sum + (pair[at] as number), 0)) as [
      number,
      number,
    ];
    console.log(`\n${title}: ${right} of ${all}, ${((100 * right) / all).toFixed(2)} %`);
    for (const [kind, [of, among]] of this.#counts) console.log(`  ${kind}: ${of} of ${among}`);
  }
}

/** Sentences that are true of their article by construction or by judgement: seed summaries that people agreed on. */
function trueSentences({ documents, pairs }: JudgedPairs): { article: GroundingArticle; text: string }[] {
  const seeds = pairs.filter(({ consistent, summary, original }) => consistent && summary === original);
  const judged = seeds.flatMap(({ doc, summary }) => {
    const article = { text: documents.get(doc) as string, language: LANGUAGE };
    return splitSentences(summary, LANGUAGE).map(({ text }) => ({ article, text }));
  });
  return [...judged, ...extractive(readSamples())];
}

function extractive(articles: readonly GroundingArticle[]): { article: GroundingArticle; text: string }[] {
  return articles.flatMap((article) =>
    splitSentences(article.text, LANGUAGE).map(({ text }) => ({ article, text })),
  );
}

/** Counts what rules make wrong and the gate catches, and what is harmless and passes. */
export function reportEdits(data: JudgedPairs): void {
  const caught = new Tally();
  for (const { article, text } of trueSentences(data))
    for (const edited of makeWrong(text, namesOf(article.text)))
      caught.add(edited.kind, !groundSentence(edited.text, article).grounded);
  caught.print('Made wrong by rule, caught');
  const passed = new Tally();
  const articles = [...data.documents.values()].map((text) => ({ text, language: LANGUAGE }));
  for (const { article, text } of extractive([...readSamples(), ...articles]))
    for (const edited of makeHarmless(text))
      passed.add(edited.kind, groundSentence(edited.text, article).grounded);
  passed.print('Taken from the article, passed');
}
