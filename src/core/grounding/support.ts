import type { Alignment } from './source/align.ts';
import type { Source } from './source/read-source.ts';
import type { Support } from './verdict/verdict.ts';

/** The places of sentences in the article's text; those of its title are none. Reading order. */
export function placeSupport(sentences: readonly number[], source: Source): Support[] {
  const { text, textLength } = source;
  return [...sentences]
    .sort((left, right) => left - right)
    .flatMap((sentence) => {
      const { offset, length } = source.sentences[sentence] as { offset: number; length: number };
      if (offset + length > textLength) return [];
      return [{ offset, length, paragraph: text.slice(0, offset).split('\n\n').length }];
    });
}

/** The best sentence, and the next ones where they hold words that it lacks. */
export function chooseSupport({ best, places }: Alignment, source: Source): number[] {
  const held = new Set<number>();
  return best.filter((sentence, rank) => {
    const adds = [...places.keys()].filter(
      (at) =>
        !held.has(at) &&
        (places[at] as readonly number[]).some((place) => source.sentenceOf[place] === sentence),
    );
    const isTelling = adds.length > rank;
    if (isTelling) for (const at of adds) held.add(at);
    return isTelling;
  });
}
