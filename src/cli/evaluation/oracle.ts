import { splitSentences } from '../../core/summarizer/index.ts';
import type { Specimen } from './corpus.ts';
import { scoreRouge, tokenizeForRouge } from './rouge.ts';
import type { System } from './systems.ts';

/** ROUGE-1 plus ROUGE-2 decide, as in Liu & Lapata, arXiv 1908.08345, section 4. */
function overlap(summary: readonly string[][], references: readonly string[][][]): number {
  return Math.max(
    ...references.map((reference) => {
      const { rouge1, rouge2 } = scoreRouge(summary, reference);
      return rouge1.f1 + rouge2.f1;
    }),
  );
}

function chooseGreedily({ text, language, references }: Specimen, wanted: number): string[] {
  const sentences = splitSentences(text, language).map((sentence) => sentence.text);
  const tokens = sentences.map((sentence) => tokenizeForRouge(sentence, language));
  const tokenized = references.map((lines) => lines.map((line) => tokenizeForRouge(line, language)));
  const chosen: number[] = [];
  while (chosen.length < Math.min(wanted, sentences.length)) {
    const rest = [...sentences.keys()].filter((index) => !chosen.includes(index));
    const values = rest.map((index) => ({
      index,
      value: overlap(
        [...chosen, index].sort((a, b) => a - b).map((at) => tokens[at] as string[]),
        tokenized,
      ),
    }));
    chosen.push(values.reduce((a, b) => (b.value > a.value ? b : a)).index);
  }
  return chosen.sort((a, b) => a - b).map((index) => sentences[index] as string);
}

/** What the best greedy choice of as many sentences would reach; it reads the reference. */
export const oracle: System = { name: 'oracle', summarize: chooseGreedily };
