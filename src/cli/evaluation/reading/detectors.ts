import { splitSentences } from '../../../core/summarizer/index.ts';
import type { Specimen } from '../corpus.ts';
import { leansOnPredecessor } from '../dangling.ts';
import { findBareNames } from './bare-names.ts';

const SHORTEST = 6;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const END_MARK = /[.!?…。！？।۔؟][\s"'“”‘’«»」』)\]]*$/u;
/** Where something stands in a picture, or who took it. */
const CAPTION =
  /\((?:[^()]{0,24}\b)?(?:pictured|left|right|cent(?:re|er)|above|below|inset|rear|front|top|bottom|gauche|droite|ci-contre|ci-dessus|ci-dessous)\b[^()]{0,24}\)|^pictured\b|\b(?:photo|photograph|picture|image|foto|ảnh)\s*:|file photo/iu;

/** What a reader stumbles over, in counts. */
export interface Stumbles {
  sentences: number;
  /** A surname whose bearer the summary has not introduced though the article has. */
  bareName: number;
  /** Opens with a word that points back, and what it points to was left out. */
  backReference: number;
  short: number;
  unended: number;
  caption: number;
}

const countWords = (text: string): number => text.match(WORDS)?.length ?? 0;

export function findStumbles({ text, language, title = '' }: Specimen, chosen: readonly string[]): Stumbles {
  const count = (test: (sentence: string) => boolean) => chosen.filter(test).length;
  const all = splitSentences(text, language).map((sentence) => sentence.text);
  return {
    sentences: chosen.length,
    bareName: findBareNames(text, title, chosen).length,
    backReference: count((sentence) => leansOnPredecessor(all, language, chosen, sentence)),
    short: count((sentence) => countWords(sentence) < SHORTEST),
    unended: count((sentence) => !END_MARK.test(sentence)),
    caption: count((sentence) => CAPTION.test(sentence)),
  };
}
