import { BASE, digitAt, toDigits } from '../memory/digits.ts';
import { HASHES_OF_24_BITS, PackedHashes } from '../memory/packed-hashes.ts';
import { shortHash } from '../terms/scan-terms.ts';
import type { PackedWords } from './pack-words.ts';
import stored from './packed-words.json' with { type: 'json' };

const packed: PackedWords = stored;

interface WordIndex {
  hashes: PackedHashes;
  holders: readonly string[];
  /** By the tag of each language. */
  numbers: ReadonlyMap<string, number>;
}

let index: WordIndex | undefined;

/** Made ready on first use. */
function openIndex(): WordIndex {
  index ??= {
    hashes: new PackedHashes(packed.hashes, HASHES_OF_24_BITS),
    holders: packed.holders.split(' '),
    numbers: new Map(packed.languages.split(' ').map((language, number) => [language, number])),
  };
  return index;
}

/** Numbers of the languages that hold words, by their tags. */
export const languageNumbers = (): ReadonlyMap<string, number> => openIndex().numbers;

/** The languages that hold a word: see `holders` in {@link PackedWords}; undefined for a word of none. */
export function holdersOf(hash: number): string | undefined {
  const { hashes, holders } = openIndex();
  const word = hashes.find(shortHash(hash));
  if (word < 0) return undefined;
  const { held } = packed;
  return holders[digitAt(held, word) * BASE + digitAt(held, held.length / 2 + word)];
}

/** Whether a word, by its hash as `scan-terms.ts` gives it, is a function word. */
export type FunctionWords = (hash: number) => boolean;

const known = new Map<string, FunctionWords>();

/** The function words of a language; those of English when it has no list of its own. */
export function functionWordsOf(language: string): FunctionWords {
  let words = known.get(language);
  if (words === undefined) {
    words = functionWordsBy(toDigits(numberWithWords(language), 1));
    known.set(language, words);
  }
  return words;
}

function numberWithWords(language: string): number {
  const { numbers } = openIndex();
  const number = numbers.get(language === 'no' ? 'nb' : language);
  return number !== undefined && number < packed.withFunctionWords ? number : (numbers.get('en') ?? 0);
}

const functionWordsBy =
  (digit: string): FunctionWords =>
  (hash) => {
    const holders = holdersOf(hash);
    if (holders === undefined) return false;
    const at = holders.indexOf(digit, 1);
    return at > 0 && at <= digitAt(holders, 0);
  };
