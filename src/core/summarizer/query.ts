import type { Article } from './article.ts';
import type { Estimate } from './estimate.ts';
import { functionWordsOf } from './full-stops.ts';
import { hashWord } from './scan-terms.ts';

/** With a question, what the article is about in general counts this much. */
const GENERAL_SHARE = 0.15;
/** Worth of a sentence that holds every word of the question. */
const FULL_ANSWER = 2;

function dropFunctionWords(article: Article, query: Uint8Array): number {
  let left = 0;
  const common = new Set<number>();
  for (const word of functionWordsOf(article.language)) common.add(article.table.find(hashWord(word)));
  for (let term = 0; term < query.length; term += 1) {
    if (query[term] === 1 && !common.has(term)) left += 1;
  }
  if (left > 0) for (const term of common) if (term >= 0) query[term] = 0;
  return left > 0 ? left : query.reduce((sum, mark) => sum + mark, 0);
}

/**
 * Turns an estimate towards a question: its words become certain, everything else fades, and a sentence gains by
 * the share of the question that it holds, rarer words first.
 */
export function aimAtQuery(
  article: Article,
  estimate: Estimate,
  bonuses: Float64Array,
  query: Uint8Array,
): void {
  const { starts, terms } = article;
  if (dropFunctionWords(article, query) === 0) return;
  const spread = new Float64Array(query.length);
  for (let at = 0; at < (starts.at(-1) ?? 0); at += 1)
    spread[terms[at] as number] = (spread[terms[at] as number] as number) + 1;
  let whole = 0;
  query.forEach((mark, term) => {
    if (mark === 1) whole += 1 / Math.log2(2 + (spread[term] as number));
    estimate.chances[term] = mark === 1 ? 1 : (estimate.chances[term] as number) * GENERAL_SHARE;
  });
  for (let pair = 0; pair < estimate.pairChances.length; pair += 1)
    estimate.pairChances[pair] = (estimate.pairChances[pair] as number) * GENERAL_SHARE;
  for (let sentence = 0; sentence < bonuses.length; sentence += 1) {
    const found = new Set<number>();
    for (let at = starts[sentence] as number; at < (starts[sentence + 1] as number); at += 1) {
      const term = terms[at] as number;
      if (query[term] === 1) found.add(term);
    }
    let held = 0;
    for (const term of found) held += 1 / Math.log2(2 + (spread[term] as number));
    bonuses[sentence] = (bonuses[sentence] as number) * GENERAL_SHARE + (FULL_ANSWER * held) / whole;
  }
}
