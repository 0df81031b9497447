import type { Lesson } from './lesson.ts';

/** Words worth an entry of their own, commonest first, with the number of documents that hold each. */
export interface WordList {
  documents: number;
  words: string[];
  counts: number[];
}

export const NO_WORDS: WordList = { documents: 0, words: [], counts: [] };

/** Collects the words that at least `fewest` documents hold. */
export function listWords(lessons: readonly Lesson[], fewest: number, most: number): WordList {
  const counts = new Map<string, number>();
  for (const { article } of lessons) {
    const seen = new Set<string>();
    const { list, text } = article;
    for (let at = 0; at < list.length; at += 1) {
      const offset = list.offsetAt(at);
      seen.add(text.slice(offset, offset + list.lengthAt(at)).toLowerCase());
    }
    for (const word of seen) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const top = kept.slice(0, most);
  return {
    documents: lessons.length,
    words: top.map(([word]) => word),
    counts: top.map(([, count]) => count),
  };
}
