/** Marks that end sentences, open and close quotations and brackets, or break lines; one table for one fast scan. */
export const NONE = 0;
/** `.` and its kin: the only mark that is often something else. */
export const FULL_STOP = 1;
export const QUESTION = 2;
/** Marks that end a sentence wherever they stand: 。 ！ ？ । ۔ ؟ ። ။ … */
export const STRONG = 3;
export const ELLIPSIS = 4;
export const OPENER = 5;
export const CLOSER = 6;
/** Marks that open or close by their place: " ” ' ’ » « “ */
export const QUOTE = 7;
export const LINE = 8;
/** Ends a sentence in Armenian. */
export const COLON = 9;
/** The Greek question mark looks like a semicolon. */
export const SEMICOLON = 10;
/** Begins an item of a list. */
export const BULLET = 11;
/** A space behind writing without spaces: the only seam that Thai, Lao, Khmer and Burmese have. */
export const SEAM = 12;

const MARKS: readonly (readonly [number, string])[] = [
  [FULL_STOP, '.\u2024\uff0e'],
  [QUESTION, '?!\u203c\u203d\u2047\u2048\u2049'],
  [
    STRONG,
    '\u3002\uff01\uff1f\uff61\u0964\u0965\u06d4\u061f\u061e\u1362\u1367\u1368\u104b\u17d4\u17d5\u0589\u0f0d\u0f0e\u166e\u1803\u1809\u2e2e\ua4ff\u07f9',
  ],
  [ELLIPSIS, '\u2026\u22ef'],
  [OPENER, '([{\u2018\u201a\u300c\u300e\uff08\u300a\u3008\u3010\u3014\uff3b\u2039'],
  [CLOSER, ')]}\u300d\u300f\uff09\u300b\u3009\u3011\u3015\uff3d\u203a'],
  [QUOTE, '"\u201c\u201d\u201e\u201f\u00ab\u00bb\'\u2019`'],
  [LINE, '\n\r\u2028\u2029\u000b\u000c\u0085'],
  [COLON, ':'],
  [SEMICOLON, ';\u037e'],
  [BULLET, '\u2022\u2043'],
];

const table = new Uint8Array(0x1_0000);
for (const [kind, marks] of MARKS) {
  for (const mark of marks) table[mark.charCodeAt(0)] = kind;
}

/** Kind of one UTF-16 unit by itself, so never {@link SEAM}. */
export function markOf(code: number): number {
  return table[code] as number;
}

export function isTerminator(kind: number): boolean {
  return kind === FULL_STOP || kind === QUESTION || kind === STRONG || kind === ELLIPSIS;
}
