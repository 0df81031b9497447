import type { Article } from '../article/read-article.ts';
import { TERM_CAPITAL, TERM_DIGIT, TERM_UNSPACED } from '../terms/term-list.ts';

/** Two words belong together that stand side by side in so many of their uses. */
const TOGETHER_SHARE = 2 / 3;
const FEWEST_TOGETHER = 2;
const LONGEST_GROUP = 4;

/** Which neighbouring words of an article belong together: names ("Nina Holt") and phrases ("climate change"). */
export class WordGroups {
  readonly #article: Article;
  readonly #frequencies: Int32Array;
  /** Uses of two terms side by side, and where the first of them stands. */
  readonly #pairs = new Map<number, { count: number; at: number }>();
  readonly #isCommon: (term: number) => boolean;

  /** Linear. @param isCommon - Words that belong to no group. */
  constructor(article: Article, isCommon: (term: number) => boolean) {
    this.#article = article;
    this.#isCommon = isCommon;
    this.#frequencies = article.arena.int32(article.table.size);
    const { sentences, starts, terms } = article;
    for (let sentence = 0; sentence < sentences.length; sentence += 1) {
      const to = starts[sentence + 1] as number;
      for (let at = starts[sentence] as number; at < to; at += 1) {
        const term = terms[at] as number;
        this.#frequencies[term] = (this.#frequencies[term] as number) + 1;
        if (at + 1 < to && this.#areNeighbours(at)) this.#count(at);
      }
    }
  }

  #areNeighbours(at: number): boolean {
    const { list, terms, text } = this.#article;
    const end = list.offsetAt(at) + list.lengthAt(at);
    if (list.offsetAt(at + 1) !== end + 1 || !' -\u00a0'.includes(text.charAt(end))) return false;
    return [at, at + 1].every(
      (one) =>
        (list.shapeAt(one) & (TERM_DIGIT | TERM_UNSPACED)) === 0 && !this.#isCommon(terms[one] as number),
    );
  }

  #keyOf(at: number): number {
    const { terms, table } = this.#article;
    return (terms[at] as number) * table.size + (terms[at + 1] as number);
  }

  #count(at: number): void {
    const key = this.#keyOf(at);
    const pair = this.#pairs.get(key);
    if (pair === undefined) this.#pairs.set(key, { count: 1, at });
    else pair.count += 1;
  }

  /** Whether the words at `at` and behind it belong together. */
  #belong(at: number): boolean {
    const { list, terms } = this.#article;
    const pair = this.#areNeighbours(at) ? this.#pairs.get(this.#keyOf(at)) : undefined;
    if (pair === undefined) return false;
    const uses = [at, at + 1].map((one) => this.#frequencies[terms[one] as number] as number);
    const isName = [at, at + 1].every((one) => (list.shapeAt(one) & TERM_CAPITAL) !== 0);
    if (isName) return pair.count >= TOGETHER_SHARE * Math.min(...uses);
    return pair.count >= FEWEST_TOGETHER && pair.count >= TOGETHER_SHARE * Math.max(...uses);
  }

  /** The group that a word belongs to, as its first and last place in the text; the word itself where it has none. */
  groupOf(term: number, at: number): { first: number; last: number } {
    const { starts, terms } = this.#article;
    const total = starts.at(-1) as number;
    for (let place = 0; place < total; place += 1) {
      if (terms[place] !== term) continue;
      let [first, last] = [place, place];
      while (last - first + 1 < LONGEST_GROUP && first > 0 && this.#belong(first - 1)) first -= 1;
      while (last - first + 1 < LONGEST_GROUP && last + 1 < total && this.#belong(last)) last += 1;
      if (last > first) return { first, last };
    }
    return { first: at, last: at };
  }
}
