import type { Article } from '../article/read-article.ts';

/** Differs for nearly all sentences that differ; costs nothing, where a set of texts has to read every unit. */
const likenessOf = ({ text }: { text: string }): number =>
  ((text.length << 16) ^ (text.charCodeAt(text.length >> 1) << 8) ^ text.charCodeAt(text.length >> 2)) | 0;

/** Marks what the article has said before, word for word: tables and plans repeat their lines, a summary does not. */
export function markRepeated({ sentences }: Article, marks: Uint8Array): void {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const sentence of sentences) {
    const likeness = likenessOf(sentence);
    if (seen.has(likeness)) shared.add(likeness);
    else seen.add(likeness);
  }
  if (shared.size === 0) return;
  const said = new Set<string>();
  sentences.forEach((sentence, at) => {
    if (!shared.has(likenessOf(sentence))) return;
    if (said.has(sentence.text)) marks[at] = 1;
    else said.add(sentence.text);
  });
}
