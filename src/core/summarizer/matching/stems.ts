import { foldCode, isIgnored } from '../characters/case-folding.ts';
import { FNV_OFFSET, mixHash } from '../terms/scan-terms.ts';

/** Letters of a word that are compared, its ending taken off first where the language has rules for that. */
const STEM_LETTERS = 6;
const PREFIX_LETTERS = 5;
const ARABIC_LETTERS = 4;
const SHORTEST_STEM = 3;

const D = 100;
const E = 101;
const G = 103;
const I = 105;
const L = 108;
const N = 110;
const S = 115;
const U = 117;
const Y = 121;
const VOWELS = new Set(Array.from('aeiouy', (vowel) => vowel.charCodeAt(0)));
const HISSING = new Set(Array.from('sxzh', (letter) => letter.charCodeAt(0)));
const ARABIC_ARTICLE = [0x0627, 0x0644];
/** و ف ب ك ل join the word behind them. */
const ARABIC_PREFIXES = new Set([0x0648, 0x0641, 0x0628, 0x0643, 0x0644]);

/** Letters of the word that is being looked at; longer words are cut. */
const letters = new Uint16Array(32);

/** Length of an English word without plural, tense and adverb; as good as Porter's stemmer for questions (bench dev). */
function englishLength(count: number): number {
  let length = count;
  const last = (back: number) => letters[length - back] as number;
  if (length > SHORTEST_STEM && last(1) === S && last(2) !== S && last(2) !== U && last(2) !== I) {
    if (last(2) === E && last(3) === I && length > SHORTEST_STEM + 1) length -= 2;
    else length -= last(2) === E && HISSING.has(last(3)) ? 2 : 1;
  }
  if (length > SHORTEST_STEM + 2 && last(1) === G && last(2) === N && last(3) === I) length -= 3;
  else if (length > SHORTEST_STEM + 1 && last(1) === D && last(2) === E) length -= 2;
  else if (length > SHORTEST_STEM + 2 && last(1) === Y && last(2) === L) length -= 2;
  if (length > SHORTEST_STEM && last(1) === last(2) && !VOWELS.has(last(1))) length -= 1;
  if (length > SHORTEST_STEM && last(1) === E) length -= 1;
  if (length > SHORTEST_STEM - 1 && last(1) === Y) letters[length - 1] = I;
  return length;
}

/** Where an Arabic word begins behind its conjunction and article. */
function arabicStart(count: number): number {
  let start = 0;
  if (count > ARABIC_LETTERS && ARABIC_PREFIXES.has(letters[0] as number)) start = 1;
  const [alef, lam] = ARABIC_ARTICLE;
  if (count - start > SHORTEST_STEM + 1 && letters[start] === alef && letters[start + 1] === lam)
    return start + 2;
  return letters[start] === lam && count - start > SHORTEST_STEM ? start + 1 : 0;
}

/** Hash of what a word shares with its other forms: `text[from, to)` is one word of letters and digits. */
export function hashStem(text: string, from: number, to: number, language: string): number {
  let count = 0;
  for (let at = from; at < to && count < letters.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isIgnored(code)) continue;
    letters[count] = foldCode(code);
    count += 1;
  }
  let start = 0;
  let end = Math.min(count, PREFIX_LETTERS);
  if (language === 'en') end = Math.min(englishLength(count), STEM_LETTERS);
  else if (language === 'ar') {
    start = arabicStart(count);
    end = Math.min(count, start + ARABIC_LETTERS);
  }
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at += 1) hash = mixHash(hash, letters[at] as number);
  return hash;
}
