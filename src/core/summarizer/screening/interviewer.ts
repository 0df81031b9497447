import type { Article } from '../article/read-article.ts';
import { asks } from '../article/sentence-signs.ts';

/** An interview asks at least as often; its questions have an introduction ("You were a locksmith. Does that help?"). */
const FEWEST_QUESTIONS = 3;
const LONGEST_QUESTION = 3;

/** Marks what leads up to the questions of an interview. */
export function markInterviewer(article: Article, marks: Uint8Array): void {
  const { sentences, paragraphs } = article;
  const questions: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < sentences.length; at += 1) {
    if (paragraphs[at] !== paragraphs[from]) from = at;
    if (paragraphs[at] !== paragraphs[at + 1] && asks(article, at)) questions.push([from, at]);
  }
  if (questions.length < FEWEST_QUESTIONS) return;
  for (const [first, last] of questions) if (last - first < LONGEST_QUESTION) marks.fill(1, first, last);
}
