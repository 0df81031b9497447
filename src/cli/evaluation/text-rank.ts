/**
 * TextRank (Mihalcea & Tarau, EMNLP 2004): PageRank over sentences joined by the words they share. Kept as a
 * yardstick for what ranking by centrality alone can do.
 */
const DAMPING = 0.85;
const ROUNDS = 30;
/** The graph is quadratic; sentences after these get no score. */
const MOST_SENTENCES = 400;

function wordSets(sentences: readonly string[]): Set<string>[] {
  return sentences.map((sentence) => new Set(sentence.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const length = Math.log(a.size) + Math.log(b.size);
  return shared === 0 || length <= 0 ? 0 : shared / length;
}

/** Sentence numbers, most central first. */
export function rankByTextRank(sentences: readonly string[]): number[] {
  const words = wordSets(sentences.slice(0, MOST_SENTENCES));
  const links = words.map((a, i) => words.map((b, j) => (i === j ? 0 : similarity(a, b))));
  const sums = links.map((row) => row.reduce((a, b) => a + b, 0));
  let scores = words.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    scores = words.map((_, i) =>
      links.reduce(
        (score, row, j) =>
          score +
          (sums[j] === 0 ? 0 : (DAMPING * (row[i] as number) * (scores[j] as number)) / (sums[j] as number)),
        1 - DAMPING,
      ),
    );
  }
  return [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}
