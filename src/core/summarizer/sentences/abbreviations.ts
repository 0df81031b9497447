import { lateWords } from '../memory/late-words.ts';
import { ABBREVIATIONS, type AbbreviationList, COMMON_ABBREVIATIONS } from './abbreviation-lists.ts';

/** What a full stop after a known abbreviation may mean, as bits; see {@link AbbreviationList}. */
export const TITLE = 1;
export const NUMBER = 2;
export const GENERAL = 4;
export const MEASURE = 8;
export const CLOSING = 16;
/** Also a word of every day. */
export const PLAIN = 32;

/** What is no abbreviation. */
export const NONE = 0;

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
const LATIN_WITHOUT_LIST = lateWords('cy eu ga mt sq sw tl und');

function listsFor(language: string): readonly AbbreviationList[] {
  const own = ABBREVIATIONS[SAME_LIST[language] ?? language];
  if (own !== undefined) return language === 'en' ? [own] : [own, COMMON_ABBREVIATIONS];
  return LATIN_WITHOUT_LIST.has(language)
    ? [COMMON_ABBREVIATIONS, ABBREVIATIONS.en ?? COMMON_ABBREVIATIONS]
    : [COMMON_ABBREVIATIONS];
}

/** The lists of a language as they are searched: as text, since a cold isolate would wait for a map of their words. */
interface Lists {
  /** The language's own first; what it says of a word of its own counts alone. */
  lists: readonly AbbreviationList[];
  /** The words of all of them, a space behind each. */
  all: string;
  /** What was asked before. */
  known: Map<string, number>;
}

/** Texts ask for the same words again and again; of more than so many all are forgotten. */
const MOST_KNOWN = 1000;
/** A longer piece of a text would keep the text in memory. */
const LONGEST_KNOWN = 12;
const SPACE = 32;

const opened = new Map<string, Lists>();

function open(language: string): Lists {
  let found = opened.get(language);
  if (found === undefined) {
    const lists = listsFor(language);
    const all = lists.map((list) => `${Object.values(list).join(' ')} `).join('');
    found = { lists, all, known: new Map() };
    opened.set(language, found);
  }
  return found;
}

/** @param words - With a space behind each. */
function holds(words: string, word: string): boolean {
  const sought = `${word} `;
  let at = words.indexOf(sought);
  while (at > 0 && words.charCodeAt(at - 1) !== SPACE) at = words.indexOf(sought, at + 1);
  return at >= 0;
}

function readMeanings(list: AbbreviationList, word: string): number {
  let meanings = NONE;
  for (const [name, meaning] of MEANINGS) if (holds(`${list[name] ?? ''} `, word)) meanings |= meaning;
  return meanings;
}

function lookUp({ lists, all }: Lists, word: string): number {
  if (word === '' || !holds(all, word)) return NONE;
  let meanings = NONE;
  for (const list of lists) if (meanings === NONE) meanings = readMeanings(list, word);
  // A word that is none but of every day is no abbreviation at all.
  return meanings === PLAIN ? NONE : meanings;
}

/** What the full stop after a word in small letters may mean in a language, or {@link NONE}. */
export function meaningsOf(language: string, word: string): number {
  const lists = open(language);
  if (word.length > LONGEST_KNOWN) return lookUp(lists, word);
  let meanings = lists.known.get(word);
  if (meanings === undefined) {
    meanings = lookUp(lists, word);
    if (lists.known.size >= MOST_KNOWN) lists.known.clear();
    lists.known.set(word, meanings);
  }
  return meanings;
}
