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

  /** Log share of documents that hold the word; 0 for all words when the language has no lexicon. */
  rarityOf(hash: number): number {
    return this.#rarity[this.numberOf(hash)] ?? this.#unknownRarity;
  }

  oddsOf(hash: number): number {
    return this.#odds[this.numberOf(hash)] ?? 0;
  }
}
