import { ABBREVIATIONS, type AbbreviationList, COMMON_ABBREVIATIONS } from './abbreviation-lists.ts';

/** What a full stop after a known abbreviation may mean, as bits; see {@link AbbreviationList}. */
export const TITLE = 1;
export const NUMBER = 2;
export const GENERAL = 4;
export const MEASURE = 8;
export const CLOSING = 16;
/** Also a word of every day. */
export const PLAIN = 32;

const MEANINGS = [
  ['title', TITLE],
  ['number', NUMBER],
  ['general', GENERAL],
  ['measure', MEASURE],
  ['closing', CLOSING],
  ['plain', PLAIN],
] as const;

/** Written forms of one language, or close enough to share a list. */
const SAME_LIST: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', bs: 'hr', sr: 'hr', ms: 'id' };
/** In Latin letters, without a list of their own: English names and titles stand in their texts. */
const LATIN_WITHOUT_LIST = 'cy eu ga mt sq sw tl und'.split(' ');

/** Longer words are never looked for; see `word-context.ts`. */
const LONGEST = 32;
const LOW_BITS = 31;

/** An abbreviation of one word, which may stand at the end of a compound. */
const isOneWord = (word: string): boolean => !word.includes('.') && !word.includes('-');

const tables = new Map<string, ReadonlyMap<string, number>>();
const endings = new Map<string, Int32Array>();

function listsFor(language: string): readonly [AbbreviationList, ...AbbreviationList[]] {
  const own = ABBREVIATIONS[SAME_LIST[language] ?? language];
  if (own !== undefined) return language === 'en' ? [own] : [own, COMMON_ABBREVIATIONS];
  return LATIN_WITHOUT_LIST.includes(language)
    ? [COMMON_ABBREVIATIONS, ABBREVIATIONS.en ?? COMMON_ABBREVIATIONS]
    : [COMMON_ABBREVIATIONS];
}

/** All words of one list with their meanings. Loops that make no object for a word: a cold isolate pays for each. */
function readList(list: AbbreviationList): Map<string, number> {
  const read = new Map<string, number>();
  for (const [name, meaning] of MEANINGS) {
    const words = list[name]?.split(' ') ?? [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as string;
      read.set(word, (read.get(word) ?? 0) | meaning);
    }
  }
  return read;
}

/** Abbreviations of a language with the meanings of their full stop; built on first use. */
export function abbreviationsOf(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const [own, ...others] = listsFor(language);
  const table = readList(own);
  // What a language says of a word of its own counts alone.
  for (const list of others)
    readList(list).forEach((meanings, word) => {
      if (!table.has(word)) table.set(word, meanings);
    });
  // A word that is none but of every day is no abbreviation at all.
  for (const list of [own, ...others])
    for (const word of list.plain?.split(' ') ?? []) if (table.get(word) === PLAIN) table.delete(word);
  tables.set(language, table);
  return table;
}

/** By length of the word, a bit for each letter that one may end with. */
function listEndings(abbreviations: ReadonlyMap<string, number>): Int32Array {
  const found = new Int32Array(LONGEST);
  abbreviations.forEach((_, word) => {
    if (word.length >= LONGEST || !isOneWord(word)) return;
    const bit = 1 << (word.charCodeAt(word.length - 1) & LOW_BITS);
    found[word.length] = (found[word.length] as number) | bit;
  });
  return found;
}

/**
 * Whether a language may have an abbreviation of one word with so many letters and this last one, an ASCII letter of
 * either case: an answer without a string, and for most words it is no.
 */
export function mayAbbreviate(language: string, length: number, last: number): boolean {
  let known = endings.get(language);
  if (known === undefined) {
    known = listEndings(abbreviationsOf(language));
    endings.set(language, known);
  }
  return length >= LONGEST || ((known[length] as number) & (1 << (last & LOW_BITS))) !== 0;
}
