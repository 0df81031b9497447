import type { ArticleRecord } from '../core/catalogue/article-record.ts';
import type { Fault } from '../core/grounding/verdict/verdict.ts';
import { checkSentence } from '../core/summary/check-sentence.ts';
import { withDeadline } from './deadline.ts';
import type { Gate } from './gate-ports.ts';

/** An editor's work does not wait for the gate, nor fail with it. */
const GATE_DEADLINE_MS = 3_000;

interface JudgedSentence {
  text: string;
  /** Somebody's own words; what stands in the article needs no judge. */
  isFree: boolean;
}

/**
 * What the article does not hold of each sentence, in their order: by the gate, or as far as it can be said without one.
 *
 * Cost: one question to the gate where any of them is free.
 */
export async function judgeSentences(
  sentences: readonly JudgedSentence[],
  record: Pick<ArticleRecord, 'text' | 'title' | 'language'>,
  gate: Gate | undefined,
): Promise<Fault[][]> {
  const free = sentences.filter(({ isFree }) => isFree).map(({ text }) => text);
  const judged = free.length === 0 ? [] : await judge(free, record, gate);
  const faultsOf = new Map(free.map((text, at) => [text, judged[at] ?? []]));
  return sentences.map(({ text }) => [...(faultsOf.get(text) ?? [])]);
}

async function judge(
  sentences: readonly string[],
  { text, title, language }: Pick<ArticleRecord, 'text' | 'title' | 'language'>,
  gate: Gate | undefined,
): Promise<(readonly Fault[])[]> {
  try {
    const verdicts = await (gate &&
      withDeadline(gate.judge(sentences, { text, title, language }), GATE_DEADLINE_MS));
    if (verdicts !== undefined) return verdicts.map(({ faults }) => faults);
  } catch {
    // The gate is down: what can be said without it is said.
  }
  return sentences.map((sentence) => checkSentence(sentence, text));
}
