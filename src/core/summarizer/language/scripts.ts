/** A script and the languages told apart within it; a script of one language decides alone. */
export interface Script {
  name: string;
  languages: readonly string[];
  /** Inclusive ranges of UTF-16 units. */
  ranges: readonly (readonly [number, number])[];
}

export const SCRIPTS: readonly Script[] = [
  {
    name: 'latin',
    languages:
      'en fr de es it pt nl da nb nn sv fi pl cs sk sl hr bs hu ro tr vi id ms et lv lt is af ca eu sq cy ga mt sw tl yo ku srl az gl lb oc ht eo hilatn fy uz so zu ha'.split(
        ' ',
      ),
    ranges: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
      [0x1e00, 0x1eff],
    ],
  },
  { name: 'cyrillic', languages: 'ru uk bg be sr mk kk tg ky tt mn'.split(' '), ranges: [[0x400, 0x52f]] },
  {
    name: 'arabic',
    languages: ['ar', 'fa', 'ur', 'ps', 'ckb'],
    ranges: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfeff],
    ],
  },
  { name: 'devanagari', languages: ['hi', 'mr', 'ne'], ranges: [[0x900, 0x97f]] },
  { name: 'kana', languages: ['ja'], ranges: [[0x3040, 0x30ff]] },
  {
    name: 'han',
    languages: ['zh'],
    ranges: [
      [0x3400, 0x9fff],
      [0xf900, 0xfaff],
    ],
  },
  {
    name: 'hangul',
    languages: ['ko'],
    ranges: [
      [0x1100, 0x11ff],
      [0x3130, 0x318f],
      [0xac00, 0xd7af],
    ],
  },
  {
    name: 'greek',
    languages: ['el'],
    ranges: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
  },
  { name: 'hebrew', languages: ['he'], ranges: [[0x590, 0x5ff]] },
  { name: 'bengali', languages: ['bn'], ranges: [[0x980, 0x9ff]] },
  { name: 'gurmukhi', languages: ['pa'], ranges: [[0xa00, 0xa7f]] },
  { name: 'gujarati', languages: ['gu'], ranges: [[0xa80, 0xaff]] },
  { name: 'oriya', languages: ['or'], ranges: [[0xb00, 0xb7f]] },
  { name: 'tamil', languages: ['ta'], ranges: [[0xb80, 0xbff]] },
  { name: 'telugu', languages: ['te'], ranges: [[0xc00, 0xc7f]] },
  { name: 'kannada', languages: ['kn'], ranges: [[0xc80, 0xcff]] },
  { name: 'malayalam', languages: ['ml'], ranges: [[0xd00, 0xd7f]] },
  { name: 'sinhala', languages: ['si'], ranges: [[0xd80, 0xdff]] },
  { name: 'thai', languages: ['th'], ranges: [[0xe00, 0xe7f]] },
  { name: 'lao', languages: ['lo'], ranges: [[0xe80, 0xeff]] },
  { name: 'tibetan', languages: ['bo'], ranges: [[0xf00, 0xfff]] },
  { name: 'myanmar', languages: ['my'], ranges: [[0x1000, 0x109f]] },
  { name: 'georgian', languages: ['ka'], ranges: [[0x10a0, 0x10ff]] },
  { name: 'ethiopic', languages: ['am'], ranges: [[0x1200, 0x139f]] },
  { name: 'khmer', languages: ['km'], ranges: [[0x1780, 0x17ff]] },
  { name: 'armenian', languages: ['hy'], ranges: [[0x530, 0x58f]] },
];

const table = new Int8Array(0x1_0000).fill(-1);
SCRIPTS.forEach(({ ranges }, script) => {
  for (const [from, to] of ranges) table.fill(script, from, to + 1);
});
// Signs that two scripts share belong to neither: × ÷ and the Arabic comma, semicolon and question mark.
for (const code of [0xd7, 0xf7, 0x60c, 0x61b, 0x61f, 0x30fb, 0x30fc]) table[code] = -1;

/** Number of the script in {@link SCRIPTS} that a UTF-16 unit belongs to, or -1. */
export function scriptOf(code: number): number {
  return table[code] as number;
}
