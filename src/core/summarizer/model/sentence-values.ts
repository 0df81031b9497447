import { type Article, sumDistinct, termCount } from '../article/read-article.ts';
import type { TermMarks } from './term-features.ts';

/** Weight of a sentence's own length against its content; sentences of a few words say little. */
export const LENGTH_PRIOR = 8;
const TITLE_LENGTH_PRIOR = 20;
const MATCH_STEPS = 100;

/** Expected use of a sentence's words per word. */
export function measureSentences(article: Article, chances: Float64Array): Float64Array {
  const values = sumDistinct(article.distinct, chances, article.arena);
  for (let sentence = 0; sentence < values.length; sentence += 1)
    values[sentence] = (values[sentence] as number) / (termCount(article, sentence) + LENGTH_PRIOR);
  return values;
}

/** How much of the headline each sentence holds: 1 for nothing up to 101; 0 everywhere when there is no headline. */
export function measureTitleMatch(article: Article, title: TermMarks | undefined): Int32Array {
  const { distinct, sentences } = article;
  const matches = article.arena.int32(sentences.length);
  if (title === undefined) return matches;
  for (let sentence = 0; sentence < matches.length; sentence += 1) {
    const length = termCount(article, sentence);
    const end = distinct.starts[sentence + 1] as number;
    let hits = 0;
    for (let at = distinct.starts[sentence] as number; at < end; at += 1)
      hits += title[distinct.items[at] as number] as number;
    matches[sentence] = 1 + Math.floor((MATCH_STEPS * 2 * hits) / (length + TITLE_LENGTH_PRIOR));
  }
  return matches;
}

/** A match as the share that it stands for. */
export const shareOfMatch = (match: number): number => Math.max(0, match - 1) / MATCH_STEPS;
