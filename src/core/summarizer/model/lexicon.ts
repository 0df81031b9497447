import { Arena } from '../memory/arena.ts';
import { digitAt, signedAt } from '../memory/digits.ts';
import type { PackedHashes } from '../memory/packed-hashes.ts';
import { hashWord, shortHash, spreadHash } from '../terms/scan-terms.ts';
import { TermTable } from '../terms/term-table.ts';

/** Words of one language with what training learned of each, as it is stored. */
export interface StoredLexicon {
  /** Words joined by spaces. */
  words: string;
  /** Documents of the training that hold each word, as whole tenths of the natural logarithm. */
  spread: readonly number[];
  /** Log-odds that each word adds, in the models' unit. */
  odds: readonly number[];
}

/**
 * The lexica of all languages as a ranking reads them, made from stored ones by `pack-profiles.ts`: in place, without
 * a word of them, and in one set, since hashes take the less room the more of them there are.
 */
export interface PackedLexica {
  /** Each made one of its language by {@link hashIn}; see `packed-hashes.ts`. */
  hashes: string;
  /** One digit a word: of the spreads that the models of its language take for the same, the lowest. */
  spread: string;
  /** One character a word: small numbers of either sign are digits, see `toSignedCharacter`. */
  odds: string;
}

/** Where a lexicon looks its words up: a list while training, packed as it is published. */
export interface LexiconWords {
  size: number;
  find(hash: number): number;
  spreadAt(word: number): number;
  oddsAt(word: number): number;
}

/** Words numbered as they are listed; of two with one hash the later one speaks for both. */
export function listedWords({ words, spread, odds }: StoredLexicon): LexiconWords {
  const list = words === '' ? [] : words.split(' ');
  const table = new TermTable(list.length, new Arena(0));
  const spreads = new Int32Array(list.length);
  const addends = new Int32Array(list.length);
  list.forEach((word, at) => {
    const number = table.add(hashWord(word));
    spreads[number] = spread[at] as number;
    addends[number] = odds[at] as number;
  });
  return {
    size: table.size,
    find: (hash) => table.find(hash),
    spreadAt: (word) => spreads[word] as number,
    oddsAt: (word) => addends[word] as number,
  };
}

/**
 * Hash of a word in a language, from its hash and that of the language's name. Hashes of short words are alike, so
 * that of the name is spread first: else words of one language pass for words of another. Of 24 bits: of the words
 * that no lexicon has, one in 4,700 is taken for one that some has, which adds a little to its odds.
 */
export const hashIn = (language: number, word: number): number => shortHash(word ^ spreadHash(language));

/**
 * @param size - Words of the language.
 * @param packed - The `hashes` of the lexica.
 */
export function packedWords(
  name: string,
  size: number,
  packed: PackedHashes,
  { spread, odds }: PackedLexica,
): LexiconWords {
  const language = hashWord(name);
  return {
    size,
    find: (hash) => packed.find(hashIn(language, hash)),
    spreadAt: (word) => digitAt(spread, word),
    oddsAt: (word) => signedAt(odds, word),
  };
}

export class Lexicon {
  readonly #words: LexiconWords;

  constructor(words: LexiconWords) {
    this.#words = words;
  }

  /** Number in this lexicon of every term of an article, -1 for unknown ones. */
  numberTerms(terms: TermTable, arena: Arena): Int32Array {
    const numbers = arena.int32(terms.size);
    if (this.#words.size === 0) return numbers.fill(-1);
    for (let term = 0; term < terms.size; term += 1) numbers[term] = this.#words.find(terms.hashAt(term));
    return numbers;
  }

  /** How many documents know each word, from 1 for the rarest; 0 for unknown ones. */
  rarities(words: Int32Array, arena: Arena): Int32Array {
    const rarities = arena.int32(words.length);
    for (let term = 0; term < words.length; term += 1) {
      const word = words[term] as number;
      if (word >= 0) rarities[term] = 1 + this.#words.spreadAt(word);
    }
    return rarities;
  }

  /** Adds to the log-odds of every term what training learned of the word itself. */
  addOdds(words: Int32Array, odds: Int32Array): void {
    for (let term = 0; term < words.length; term += 1) {
      const word = words[term] as number;
      if (word >= 0) odds[term] = (odds[term] as number) + this.#words.oddsAt(word);
    }
  }

  oddsOf(word: number): number {
    return word < 0 ? 0 : this.#words.oddsAt(word);
  }
}
