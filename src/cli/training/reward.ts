import type { Lesson } from './lesson.ts';

/** A lesson's sentences as numbers of the reference's words and pairs, for quick scoring of many sets. */
export interface CountedReference {
  words: Int32Array[];
  pairs: Int32Array[];
  lengths: number[];
  wordCounts: Int32Array;
  pairCounts: Int32Array;
  referenceLength: number;
}

function numberer(): { numbers: Map<string, number>; counts: number[]; add: (key: string) => void } {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const add = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    counts[number] = (counts[number] ?? 0) + 1;
  };
  return { numbers, counts, add };
}

export function countRewards({ tokens, reference }: Pick<Lesson, 'tokens' | 'reference'>): CountedReference {
  const words = numberer();
  const pairs = numberer();
  reference.forEach((word, at) => {
    words.add(word);
    if (at + 1 < reference.length) pairs.add(`${word} ${reference[at + 1]}`);
  });
  const known = (numbers: Map<string, number>, keys: string[]) =>
    Int32Array.from(keys.flatMap((key) => numbers.get(key) ?? []));
  return {
    words: tokens.map((sentence) => known(words.numbers, sentence)),
    pairs: tokens.map((sentence) =>
      known(
        pairs.numbers,
        sentence.slice(0, -1).map((word, at) => `${word} ${sentence[at + 1]}`),
      ),
    ),
    lengths: tokens.map((sentence) => sentence.length),
    wordCounts: Int32Array.from(words.counts),
    pairCounts: Int32Array.from(pairs.counts),
    referenceLength: reference.length,
  };
}

function countHits(sentences: readonly Int32Array[], set: readonly number[], counts: Int32Array): number {
  const left = counts.slice();
  let hits = 0;
  for (const sentence of set) {
    for (const number of sentences[sentence] as Int32Array) {
      if (left[number] === 0) continue;
      left[number] = (left[number] as number) - 1;
      hits += 1;
    }
  }
  return hits;
}

/** ROUGE-1 and ROUGE-2 F1 of a set of sentences; pairs across two sentences are left out. */
export function rewardOf(
  counted: CountedReference,
  set: readonly number[],
): { words: number; pairs: number } {
  const length = set.reduce((sum, sentence) => sum + (counted.lengths[sentence] as number), 0);
  const total = length + counted.referenceLength;
  return {
    words: (2 * countHits(counted.words, set, counted.wordCounts)) / Math.max(1, total),
    pairs: (2 * countHits(counted.pairs, set, counted.pairCounts)) / Math.max(1, total - 2),
  };
}
