import type { Specimen } from './corpus.ts';
import { isDanglingStart } from './dangling.ts';
import { scoreRouge, tokenizeForRouge } from './rouge.ts';
import type { System } from './systems.ts';

/** What is measured on one summary; ROUGE in points (0 to 100), the best of several references. */
export interface Measurement {
  rouge1: number;
  rouge2: number;
  rougeLsum: number;
  /** ROUGE-1 after the summary was cut to the number of words that the opening sentences have. */
  rouge1AtLeadLength: number;
  words: number;
  /** Share of word triples that occur twice or more. */
  repetition: number;
  dangling: boolean;
  /** Place of each chosen sentence in its article, 0 to 1; empty when the text does not hold them verbatim. */
  places: number[];
}

function cutToWords(sentences: readonly string[][], words: number): string[][] {
  let left = words;
  return sentences.map((sentence) => {
    const kept = sentence.slice(0, left);
    left -= kept.length;
    return kept;
  });
}

function repetitionOf(words: readonly string[]): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (let at = 0; at + 2 < words.length; at += 1) {
    const triple = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    if (seen.has(triple)) repeated += 1;
    seen.add(triple);
  }
  return words.length < 3 ? 0 : repeated / (words.length - 2);
}

const best = (scores: readonly number[]): number => 100 * Math.max(...scores);

/** Measures one system's summary of one document. `leadWords` is the length of the opening of as many sentences. */
export function measureSummary(
  specimen: Specimen,
  chosen: readonly string[],
  leadWords: number,
): Measurement {
  const { language, references, text } = specimen;
  const summary = chosen.map((sentence) => tokenizeForRouge(sentence, language));
  const tokenized = references.map((lines) => lines.map((line) => tokenizeForRouge(line, language)));
  const whole = tokenized.map((reference) => scoreRouge(summary, reference));
  const short = tokenized.map((reference) => scoreRouge(cutToWords(summary, leadWords), reference));
  const words = summary.flat();
  const places = chosen
    .map((sentence) => text.indexOf(sentence) / Math.max(1, text.length))
    .filter((place) => place >= 0);
  return {
    rouge1: best(whole.map((score) => score.rouge1.f1)),
    rouge2: best(whole.map((score) => score.rouge2.f1)),
    rougeLsum: best(whole.map((score) => score.rougeLsum.f1)),
    rouge1AtLeadLength: best(short.map((score) => score.rouge1.f1)),
    words: words.length,
    repetition: repetitionOf(words),
    dangling: isDanglingStart(text, language, chosen),
    places,
  };
}

export async function measureSystem(
  system: System,
  specimens: readonly Specimen[],
  sentences: number,
  leadWords: readonly number[],
  tick: () => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [at, specimen] of specimens.entries()) {
    const chosen = await system.summarize(specimen, sentences);
    measurements.push(measureSummary(specimen, chosen, leadWords[at] ?? Number.POSITIVE_INFINITY));
    tick();
  }
  return measurements;
}
