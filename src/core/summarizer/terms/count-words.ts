import { flagsAt, hasWord } from '../characters/character-classes.ts';
import { IS_DIGIT, IS_IDEOGRAPH, IS_LETTER, IS_UNSPACED, IS_WORD } from '../characters/class-flags.ts';

const SEGMENTED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
/** A dictionary run is fed to the segmenter in pieces, so that no run costs more than its length. */
const PIECE_LENGTH = 2000;

function countSegmented(run: string, segmenter: Intl.Segmenter): number {
  let words = 0;
  for (let from = 0; from < run.length; from += PIECE_LENGTH) {
    for (const { isWordLike } of segmenter.segment(run.slice(from, from + PIECE_LENGTH)))
      if (isWordLike === true) words += 1;
  }
  return words === 0 && hasWord(run, 0, run.length) ? 1 : words;
}

/**
 * Counts words: runs of letters, marks and digits; apostrophes and hyphens inside a word do not cut it.
 * Chinese, Japanese, Thai, Lao, Khmer and Burmese are counted with the platform's dictionaries.
 */
export function countWords(text: string, language?: string): number {
  let words = 0;
  let inWord = false;
  let unspaced = false;
  for (let index = 0; index < text.length; index += 1) {
    const flags = flagsAt(text, index);
    if ((flags & (IS_IDEOGRAPH | IS_UNSPACED)) !== 0) {
      unspaced = true;
      inWord = false;
    } else if ((flags & (IS_LETTER | IS_DIGIT)) !== 0) {
      if (!inWord) words += 1;
      inWord = true;
    } else if ((flags & IS_WORD) === 0 && !joinsWord(text, index)) inWord = false;
  }
  if (!unspaced) return words;
  const segmenter = new Intl.Segmenter(language ?? 'zh', { granularity: 'word' });
  return (text.match(SEGMENTED) ?? []).reduce((sum, run) => sum + countSegmented(run, segmenter), words);
}

function joinsWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (
    code !== 39 &&
    code !== 0x2019 &&
    code !== 45 &&
    code !== 46 &&
    code !== 44 &&
    code !== 0x200c &&
    code !== 0xad
  )
    return false;
  if (index + 1 >= text.length) return false;
  const next = flagsAt(text, index + 1);
  if (code === 46 || code === 44)
    return (next & IS_DIGIT) !== 0 && (flagsAt(text, index - 1) & IS_DIGIT) !== 0;
  return (next & IS_WORD) !== 0;
}
