import { Arena } from '../memory/arena.ts';
import { hashWord } from '../terms/scan-terms.ts';
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

export class Lexicon {
  readonly #table: TermTable;
  readonly #spread: Int32Array;
  readonly #odds: Int32Array;

  constructor({ words, spread, odds }: StoredLexicon) {
    const list = words === '' ? [] : words.split(' ');
    this.#table = new TermTable(list.length, new Arena(0));
    this.#spread = new Int32Array(list.length);
    this.#odds = new Int32Array(list.length);
    list.forEach((word, at) => {
      const number = this.#table.add(hashWord(word));
      this.#spread[number] = spread[at] as number;
      this.#odds[number] = odds[at] as number;
    });
  }

  /** Number in this lexicon of every term of an article, -1 for unknown ones. */
  numberTerms(terms: TermTable, arena: Arena): Int32Array {
    const numbers = arena.int32(terms.size);
    if (this.#table.size === 0) return numbers.fill(-1);
    for (let term = 0; term < terms.size; term += 1) numbers[term] = this.#table.find(terms.hashAt(term));
    return numbers;
  }

  /** How many documents know a word, from 1 for the rarest; 0 for unknown words. */
  rarityOf(word: number): number {
    return word < 0 ? 0 : 1 + (this.#spread[word] as number);
  }

  /** Adds to the log-odds of every term what training learned of the word itself. */
  addOdds(words: Int32Array, odds: Int32Array): void {
    for (let term = 0; term < words.length; term += 1) {
      const word = words[term] as number;
      if (word >= 0) odds[term] = (odds[term] as number) + (this.#odds[word] as number);
    }
  }

  oddsOf(word: number): number {
    return word < 0 ? 0 : (this.#odds[word] as number);
  }
}
