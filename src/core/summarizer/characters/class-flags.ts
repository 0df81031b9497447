/** Classes of a character, as bits. */
export const IS_WORD = 1;
export const IS_LETTER = 2;
export const IS_DIGIT = 4;
export const IS_UPPER = 8;
export const IS_LOWER = 16;
export const IS_SPACE = 32;
/** Han, Hiragana, Katakana: written without spaces and read as pairs of characters. */
export const IS_IDEOGRAPH = 64;
/** Thai, Lao, Khmer, Burmese: written without spaces, read as overlapping runs of characters. */
export const IS_UNSPACED = 128;
