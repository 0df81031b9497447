import { toDigits } from '../memory/digits.ts';
import { HASHES_OF_24_BITS, packHashes } from '../memory/packed-hashes.ts';
import { hashWord, shortHash } from '../terms/scan-terms.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { SCRIPTS } from './scripts.ts';
import { TELLING_WORDS } from './telling-words.ts';

/**
 * The words that tell languages as the summariser reads them: in place, by their hashes, those of all languages in one
 * set. They are the lists of `function-words.ts` and `telling-words.ts`.
 */
export interface PackedWords {
  /** Their tags, parted by spaces; the place of each is its number. */
  languages: string;
  /** How many of them, the first ones, have a list of function words. */
  withFunctionWords: number;
  /** See `packed-hashes.ts`. */
  hashes: string;
  /** Two digits a word, all high ones first: its holders' place among {@link holders}. */
  held: string;
  /**
   * The sets of languages that hold a word, parted by spaces: a digit that tells of how many it is a function word, one
   * for each of these, one for each of the others.
   */
  holders: string;
}

interface Holders {
  /** The whole hash of the word. */
  hash: number;
  functions: Set<number>;
  tells: Set<number>;
}

function addWords(
  words: Map<number, Holders>,
  list: string | undefined,
  language: number,
  kind: 'functions' | 'tells',
): void {
  for (const word of list?.split(' ') ?? []) {
    const hash = hashWord(word);
    const holders = words.get(shortHash(hash)) ?? { hash, functions: new Set(), tells: new Set() };
    if (holders.hash !== hash) throw new RangeError(`${word} has the short hash of another word`);
    if (!holders.functions.has(language)) holders[kind].add(language);
    words.set(shortHash(hash), holders);
  }
}

const scriptsOf = (languages: readonly (string | undefined)[]): Set<string | undefined> =>
  new Set(languages.map((tag = '') => SCRIPTS.find(({ languages: own }) => own.includes(tag))?.name));

const spellHolders = ({ functions, tells }: Holders): string =>
  [functions.size, ...functions, ...tells].map((number) => toDigits(number, 1)).join('');

/** The commonest first, so that most words have the same first digit. */
function orderOf(spelled: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const holders of spelled) counts.set(holders, (counts.get(holders) ?? 0) + 1);
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([holders]) => holders);
}

/**
 * Packs the words of all languages.
 *
 * @throws {RangeError} Where two words have one hash, or languages of two scripts share a word: each script has its own.
 */
export function packWords(): PackedWords {
  const withFunctionWords = Object.keys(FUNCTION_WORDS);
  const languages = [...new Set([...withFunctionWords, ...Object.keys(TELLING_WORDS)])];
  const words = new Map<number, Holders>();
  languages.forEach((language, number) => {
    addWords(words, FUNCTION_WORDS[language], number, 'functions');
    addWords(words, TELLING_WORDS[language], number, 'tells');
  });
  const sorted = [...words].sort(([a], [b]) => a - b);
  for (const [, { functions, tells }] of sorted)
    if (scriptsOf([...functions, ...tells].map((number) => languages[number])).size > 1)
      throw new RangeError('languages of two scripts share a word');
  const spelled = sorted.map(([, holders]) => spellHolders(holders));
  const order = orderOf(spelled);
  const places = spelled.map((holders) => toDigits(order.indexOf(holders), 2));
  return {
    languages: languages.join(' '),
    withFunctionWords: withFunctionWords.length,
    hashes: packHashes(
      sorted.map(([hash]) => hash),
      HASHES_OF_24_BITS,
    ),
    held: [0, 1].map((digit) => places.map((place) => place.charAt(digit)).join('')).join(''),
    holders: order.join(' '),
  };
}
