import { lateExpression } from '../../summarizer/memory/late-expression.ts';

/**
 * Text as a browser's search compares it: the first level of the collation that CLDR makes for searching (UTS 10; ICU,
 * `co-search`), by which Chromium matches text fragments. Letters that count as one here may be told apart there (small
 * kana): for finding rivals that is the safe side.
 */

/** Letters of the same base that do not decompose, and marks that a search takes for one another. */
const SAME_CHARACTERS = new Map(
  Object.entries({
    ss: 'ß ẞ',
    o: 'ø Ø',
    l: 'ł Ł',
    d: 'đ Đ ð Ð',
    h: 'ħ Ħ',
    ae: 'æ Æ ǽ Ǽ ǣ Ǣ',
    oe: 'œ Œ',
    i: 'ı',
    σ: 'ς',
    г: 'ґ Ґ',
    ه: 'ة',
    ي: 'ى ی',
    כ: 'ך',
    מ: 'ם',
    נ: 'ן',
    פ: 'ף',
    צ: 'ץ',
    "'": '‘ ’ ‚ ‛ ׳',
    '"': '“ ” „ ‟ ״ 〝 〞 〟',
  }).flatMap(([base, letters]) => letters.split(' ').map((letter): [string, string] => [letter, base])),
);

/** Characters without width do not count: soft hyphen, joiners, marks of direction, byte order mark, kashida. */
const WITHOUT_WIDTH = /^[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;

const FIRST_KATAKANA = 0x30a1;
const LAST_KATAKANA = 0x30f6;
const TO_HIRAGANA = 0x60;
const SMALL_KANA = 'ぁぃぅぇぉゕゖっゃゅょゎ';
const LARGE_KANA = 'あいうえおかけつやゆよわ';
/** Zeros of the digits that newspapers print: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];

function toBase(character: string): string {
  const code = character.charCodeAt(0);
  const kana =
    code >= FIRST_KATAKANA && code <= LAST_KATAKANA ? String.fromCharCode(code - TO_HIRAGANA) : character;
  const small = SMALL_KANA.indexOf(kana);
  if (small !== -1) return LARGE_KANA.charAt(small);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? (SAME_CHARACTERS.get(kana) ?? kana) : String(code - zero);
}

const LONGEST_FOLDED = 4;
const marks = lateExpression('\\p{M}', 'gu');

function foldLetter(letter: string): string {
  const plain = (SAME_CHARACTERS.get(letter) ?? letter).normalize('NFKD').toLowerCase();
  return Array.from(plain.replace(marks(), ''), toBase).join('').slice(0, LONGEST_FOLDED);
}

const known = new Map<string, string>();
const KNOWN_MAX_COUNT = 4096;

/** One character (a code point) as its base letters in lower case; nothing where it has no width. */
export function foldCharacter(character: string): string {
  const folded = known.get(character) ?? (WITHOUT_WIDTH.test(character) ? '' : foldLetter(character));
  if (known.size < KNOWN_MAX_COUNT) known.set(character, folded);
  return folded;
}

export function foldText(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}
