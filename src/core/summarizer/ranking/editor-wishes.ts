import type { Article } from '../article/read-article.ts';

const foldSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Marks the first sentence of each paragraph that the editor has pinned, by numbers from 1. */
export function markPinned(article: Article, pinned: readonly number[]): Uint8Array {
  const marks = article.arena.uint8(article.sentences.length);
  if (pinned.length === 0) return marks;
  const wanted = new Set(pinned);
  let before = 0;
  article.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== before && wanted.has(paragraph)) marks[index] = 1;
    before = paragraph;
  });
  return marks;
}

/** Marks the sentences that the editor has barred; white space is folded before comparing. */
export function markExcluded(article: Article, excluded: readonly string[]): Uint8Array {
  const marks = article.arena.uint8(article.sentences.length);
  if (excluded.length === 0) return marks;
  const barred = new Set(excluded.map(foldSpaces));
  article.sentences.forEach((sentence, index) => {
    if (barred.has(foldSpaces(sentence.text))) marks[index] = 1;
  });
  return marks;
}
