/**
 * What is searched for, and in what. Scripts that put no space between words are cut into pairs of characters, so that
 * any part of a run is found. SQLite's own trigrams would find no word of two characters, which most words of Chinese
 * and Japanese are.
 */
const UNSPACED =
  /[\u0e00-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
/** Points of Hebrew and Arabic, which readers leave out. */
const POINTS = /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** A query has so many words at most; what comes after them is left out. */
const QUERY_MAX_WORDS = 12;

/**
 * A text as it is kept for searching; behind it stand the characters of unspaced runs, since one of them may be all that
 * is looked for. Case and diacritics are left to the index. Linear.
 */
export function toSearchText(text: string): string {
  const alone = new Set<string>();
  const spaced = fold(text).replace(UNSPACED, (run) => {
    const characters = [...run];
    for (const character of characters) alone.add(character);
    return ` ${pairsOf(characters)} `;
  });
  return alone.size === 0 ? spaced : `${spaced} ${[...alone].join(' ')}`;
}

/**
 * What has to stand in an article, all of it: each a word, or words next to each other, of which the last one may go on.
 *
 * @returns Empty where the query holds no letter and no digit.
 */
export function searchTerms(query: string): string[] {
  return fold(query)
    .replace(UNSPACED, (run) => ` ${run} `)
    .split(/\s+/u)
    .filter((word) => WORD.test(word))
    .slice(0, QUERY_MAX_WORDS)
    .map(toTerm);
}

const WORDS = /[\p{L}\p{M}\p{N}\p{Co}]+/gu;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;

/**
 * The words of a text or a term as the index has them, one space between: it folds case, and marks on Latin letters
 * (`unicode61 remove_diacritics 2`). Rare letters are folded by it in other ways.
 */
export function foldedWords(text: string): string {
  const bare = text.normalize('NFD').replace(LATIN_MARKS, '$1').normalize('NFC');
  return bare.toLowerCase().match(WORDS)?.join(' ') ?? '';
}

function toTerm(word: string): string {
  const characters = [...word];
  return characters.length < 2 || word.replace(UNSPACED, '') !== '' ? word : pairsOf(characters);
}

function pairsOf(characters: readonly string[]): string {
  return characters
    .slice(0, -1)
    .map((character, index) => character + characters[index + 1])
    .join(' ');
}

function fold(text: string): string {
  return text.normalize('NFC').replace(POINTS, '');
}
