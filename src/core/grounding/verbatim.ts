import type { Source } from './source/read-source.ts';
import type { Word } from './text/words.ts';

/** A dateline, "But on Monday": what may be dropped in front of a sentence. */
const MOST_DROPPED = 6;

/**
 * The sentence of the article that a sentence repeats word for word up to its end, -1 when none does. Words dropped
 * in front may not deny or doubt what follows.
 */
export function findVerbatim(words: readonly Word[], source: Source): number {
  const last = words.at(-1);
  if (last === undefined) return -1;
  const ends = source.places.get(last.stem) ?? [];
  const end = ends.find((place) => {
    const sentence = source.sentenceOf[place] as number;
    if (source.sentenceOf[place + 1] === sentence) return false;
    const from = place - words.length + 1;
    if (from < 0 || words.some(({ form }, at) => source.words[from + at]?.form !== form)) return false;
    let start = place;
    while (start > 0 && source.sentenceOf[start - 1] === sentence) start -= 1;
    const dropped = source.words.slice(start, from);
    return (
      dropped.length <= MOST_DROPPED &&
      !dropped.some(({ kind, form }) => kind === 'negation' || source.pack.modals.has(form))
    );
  });
  return end === undefined ? -1 : (source.sentenceOf[end] as number);
}
