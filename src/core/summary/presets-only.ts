import { PRESET_MAX_SENTENCES } from '../limits.ts';
import type { Digest } from './digest.ts';
import { PRESET_SENTENCES } from './presets.ts';

/**
 * Cuts a digest down to what the presets can show: no more travels where only the summary is public.
 *
 * A number of sentences that is no preset's (4, 6) gets the next longer preset without its weakest sentence, since a
 * choice of its own could hold one that no preset shows. A link that needs the words around a sentence to find it
 * gives those away too, so it goes; what names the sentence by its own words stays.
 */
export function presetsOnly(digest: Digest): Digest {
  const whole = choicesOfPresets(digest);
  const opening = digest.opening.slice(0, PRESET_SENTENCES.teaser.long);
  const used = [...new Set([...whole, ...opening].flat())].sort((a, b) => a - b);
  const renumber = new Map(used.map((old, index) => [old, index]));
  const renumbered = (choices: number[][]) =>
    choices.map((choice) => choice.map((old) => renumber.get(old) ?? 0));
  return {
    ...digest,
    sentences: digest.sentences
      .filter((_, index) => renumber.has(index))
      .map((sentence) => (hasContext(sentence.fragment) ? { ...sentence, fragment: null } : sentence)),
    whole: renumbered(whole),
    opening: renumbered(opening),
    pinned: [],
    excluded: [],
    page: undefined,
  };
}

const PRESET_COUNTS = new Set<number>(
  [PRESET_SENTENCES['key-points'], PRESET_SENTENCES.tldr].flatMap((lengths) => Object.values(lengths)),
);

function choicesOfPresets({ whole, sentences }: Digest): number[][] {
  const choices = whole.slice(0, PRESET_MAX_SENTENCES);
  for (let count = choices.length - 1; count > 0; count -= 1) {
    const longer = choices[count];
    if (PRESET_COUNTS.has(count) || longer === undefined) continue;
    const scores = longer.map((index) => sentences[index]?.rankScore ?? 0);
    const weakest = scores.lastIndexOf(Math.min(...scores));
    choices[count - 1] = longer.filter((_, place) => place !== weakest);
  }
  return choices;
}

/** `text=prefix-,…` or `text=…,-suffix`: a hyphen of the text itself is percent-encoded. */
export function hasContext(fragment: string | null): boolean {
  return fragment !== null && /-,|,-/u.test(fragment);
}
