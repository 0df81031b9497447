import type { Digest, DigestSentence } from './digest.ts';

/** The choice of `count` sentences, in reading order; fewer where there are fewer. */
export function chooseFromDigest(
  digest: Digest,
  count: number,
  range: 'whole' | 'opening',
): DigestSentence[] {
  const choices = range === 'opening' ? digest.opening : digest.whole;
  const choice = choices[Math.min(count, choices.length) - 1] ?? [];
  return choice.flatMap((index) => digest.sentences[index] ?? []);
}
