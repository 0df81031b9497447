import { DETAILS, type Ranking } from './rank-sentences.ts';

const DEFAULT_KEYWORDS = 5;
const SHORTEST_KEYWORD = 3;

/** The words that carry the text, weightiest first, spelled as the text spells them first. */
export function extractKeywords(ranking: Ranking, limit: number = DEFAULT_KEYWORDS): string[] {
  const { article, weights } = ranking[DETAILS];
  const firstAt = new Map<number, number>();
  for (let at = (article.starts.at(-1) ?? 0) - 1; at >= 0; at -= 1)
    firstAt.set(article.terms[at] as number, at);
  const order = [...firstAt].sort(
    ([a, atA], [b, atB]) => (weights[b] as number) - (weights[a] as number) || atA - atB,
  );
  const keywords: string[] = [];
  for (const [, at] of order) {
    if (keywords.length >= limit) break;
    const from = article.offsets[at] as number;
    const word = /^[\p{L}\p{M}\p{N}]+/u.exec(article.text.slice(from, from + 64))?.[0] ?? '';
    if (word.length >= SHORTEST_KEYWORD) keywords.push(word);
  }
  return keywords;
}
