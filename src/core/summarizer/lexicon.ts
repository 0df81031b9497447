import { hashWord } from './scan-terms.ts';

/** Words of one language with what training learned of each, as it is stored. */
export interface StoredLexicon {
  /** Documents that were counted. */
  documents: number;
  /** Words joined by spaces. */
  words: string;
  /** Documents that hold each word, as whole tenths of the natural logarithm. */
  spread: readonly number[];
  /** Log-odds that each word adds, in hundredths. */
  odds: readonly number[];
}

const SPREAD_UNIT = 0.1;
const ODDS_UNIT = 0.01;

export class Lexicon {
  readonly #numbers = new Map<number, number>();
  readonly #rarity: Float64Array;
  readonly #odds: Float64Array;
  readonly #unknownRarity: number;

  constructor({ documents, words, spread, odds }: StoredLexicon) {
    words.split(' ').forEach((word, number) => {
      if (word !== '') this.#numbers.set(hashWord(word), number);
    });
    this.#rarity = Float64Array.from(
      spread,
      (value) => value * SPREAD_UNIT - Math.log(Math.max(1, documents)),
    );
    this.#odds = Float64Array.from(odds, (value) => value * ODDS_UNIT);
    this.#unknownRarity = documents === 0 ? 0 : Math.log(0.5 / documents);
  }

  numberOf(hash: number): number {
    return this.#numbers.get(hash) ?? -1;
  }

  /** Log share of documents that hold word `number`; 0 for all words when the language has no lexicon. */
  rarityOf(number: number): number {
    return number < 0 ? this.#unknownRarity : (this.#rarity[number] as number);
  }

  oddsOf(number: number): number {
    return number < 0 ? 0 : (this.#odds[number] as number);
  }

  /** Numbers of all terms of an article. */
  numberTerms(size: number, hashAt: (term: number) => number): Int32Array {
    const numbers = new Int32Array(size).fill(-1);
    if (this.#numbers.size === 0) return numbers;
    for (let term = 0; term < size; term += 1) numbers[term] = this.numberOf(hashAt(term));
    return numbers;
  }
}
