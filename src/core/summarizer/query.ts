import type { Article } from './article.ts';
import type { Estimate } from './estimate.ts';
import { functionHashesOf } from './function-words.ts';

/** With a question, what the article is about in general counts this much. */
const GENERAL_SHARE = 0.15;
/** Worth of a sentence that holds every word of the question. */
const FULL_ANSWER = 2;

/** Marks of the question without its function words, unless it has no others. */
function withoutFunctionWords({ table, language }: Article, query: Uint8Array): Uint8Array {
  const marks = query.slice();
  for (const hash of functionHashesOf(language)) {
    const term = table.find(hash);
    if (term >= 0) marks[term] = 0;
  }
  return marks.includes(1) ? marks : query;
}

/** Weight of each marked term: the rarer in the article, the more it tells. */
function weighTerms({ terms, starts }: Article, marks: Uint8Array): Float64Array {
  const frequency = new Float64Array(marks.length);
  for (const term of terms.subarray(0, starts.at(-1))) frequency[term] = (frequency[term] as number) + 1;
  return frequency.map((count, term) => (marks[term] === 1 ? 1 / Math.log2(2 + count) : 0));
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
  const marks = withoutFunctionWords(article, query);
  const weights = weighTerms(article, marks);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return;
  marks.forEach((mark, term) => {
    estimate.chances[term] = mark === 1 ? 1 : (estimate.chances[term] as number) * GENERAL_SHARE;
  });
  estimate.pairChances.forEach((chance, pair) => {
    estimate.pairChances[pair] = chance * GENERAL_SHARE;
  });
  const { items, starts } = article.distinct;
  bonuses.forEach((bonus, sentence) => {
    let held = 0;
    for (const term of items.subarray(starts[sentence], starts[sentence + 1]))
      held += weights[term] as number;
    bonuses[sentence] = bonus * GENERAL_SHARE + (FULL_ANSWER * held) / whole;
  });
}
