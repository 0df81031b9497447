import type { Article } from '../article/read-article.ts';
import { endsWithMark } from '../article/sentence-signs.ts';

/** Headings, items and captions are short; a longer line without a mark is a sentence that lost it. */
const LONGEST_FRAGMENT = 90;
/** Of the sentences: where fewer end with a mark, a missing mark says nothing. */
const LEAST_MARKED = 0.5;

/**
 * Marks the lines that end without any mark in a text whose sentences have them: headings, ingredients, results,
 * labels. Nothing is marked in a text that does without marks.
 */
export function markFragments(article: Article, marks: Uint8Array): void {
  const { sentences } = article;
  const open: number[] = [];
  sentences.forEach(({ length }, sentence) => {
    if (!endsWithMark(article, sentence)) open.push(length <= LONGEST_FRAGMENT ? sentence : -1);
  });
  if (sentences.length - open.length < sentences.length * LEAST_MARKED) return;
  for (const sentence of open) if (sentence >= 0) marks[sentence] = 1;
}
