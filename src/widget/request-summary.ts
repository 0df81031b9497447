import type { Summary } from '../core/summary.ts';

const DEADLINE_MS = 20_000;
/** More than any length shows; an answer that holds more is cut. */
const SENTENCES_MAX_COUNT = 20;

/** One request a page for each address, however many boxes want it. */
const answers = new Map<string, Promise<Summary>>();

/**
 * Asks the service, or joins a box that has asked already. Failures are not kept.
 *
 * Rejects with the `Response` that refuses, or with the error that kept an answer from coming or from being read.
 */
export function requestSummary(address: string, anew = false): Promise<Summary> {
  const known = answers.get(address);
  if (known && !anew) return known;
  const answer = fetchSummary(address);
  answers.set(address, answer);
  answer.catch(() => answers.delete(address));
  return answer;
}

async function fetchSummary(address: string): Promise<Summary> {
  const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(DEADLINE_MS) });
  if (!response.ok) throw response;
  const summary = (await response.json()) as Summary;
  summary.sentences = summary.sentences.filter(({ text }) => text.trim()).slice(0, SENTENCES_MAX_COUNT);
  if (!summary.sentences[0]) throw new TypeError('no sentence');
  return summary;
}
