import { type Article, sumDistinct } from '../article/read-article.ts';
import { functionHashesOf } from '../language/function-words.ts';
import type { Arena } from '../memory/arena.ts';
import type { Columns } from '../model/binned-model.ts';
import type { Estimate } from '../model/estimate-use.ts';
import { frequencyOf } from '../model/term-features.ts';

/** With a question, what the article is about in general counts this much. */
const GENERAL_SHARE = 0.15;
/** Worth of a sentence that holds every word of the question. */
const FULL_ANSWER = 2;

/** Marks of the question without its function words, unless it has no others. */
function withoutFunctionWords({ table, language }: Article, query: Uint8Array): Uint8Array {
  const functionWords = functionHashesOf(language);
  const marks = query.map((mark, term) =>
    mark === 1 && functionWords.includes(table.hashAt(term)) ? 0 : mark,
  );
  return marks.includes(1) ? marks : query;
}

/** Weight of each marked term: the rarer in the article, the more it tells. */
function weighTerms(columns: Columns, marks: Uint8Array, arena: Arena): Float64Array {
  const weights = arena.float64(marks.length);
  for (let term = 0; term < marks.length; term += 1)
    if (marks[term] === 1) weights[term] = 1 / Math.log2(2 + frequencyOf(columns, term));
  return weights;
}

/** The chances with everything faded but what is asked for, which is certain. */
function fade(chances: Float64Array, marks: Uint8Array | undefined): void {
  for (let at = 0; at < chances.length; at += 1)
    chances[at] = marks?.[at] === 1 ? 1 : (chances[at] as number) * GENERAL_SHARE;
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
  const weights = weighTerms(estimate.termCodes, marks, article.arena);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return;
  fade(estimate.chances, marks);
  fade(estimate.pairChances, undefined);
  const held = sumDistinct(article.distinct, weights, article.arena);
  for (let sentence = 0; sentence < bonuses.length; sentence += 1)
    bonuses[sentence] =
      (bonuses[sentence] as number) * GENERAL_SHARE + (FULL_ANSWER * (held[sentence] as number)) / whole;
}
