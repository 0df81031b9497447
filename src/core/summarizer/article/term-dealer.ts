import type { Arena } from '../memory/arena.ts';
import { TERM_UNSPACED, type TermList } from '../terms/term-list.ts';
import { TermTable } from '../terms/term-table.ts';

/** Hands the terms of a text out to its sentences, in reading order; what stands between sentences is dropped. */
export class TermDealer {
  readonly #list: TermList;
  readonly #table: TermTable;
  readonly #terms: Int32Array;
  /** Terms handed out. */
  count = 0;
  #next = 0;

  constructor(list: TermList, arena: Arena) {
    this.#list = list;
    this.#table = new TermTable(list.length >> 1, arena);
    this.#terms = arena.int32(list.length);
  }

  /** Deals the terms of a range. */
  deal(from: number, to: number): void {
    const list = this.#list;
    const table = this.#table;
    const terms = this.#terms;
    let at = this.#next;
    while (at < list.length && list.offsetAt(at) < from) at += 1;
    const first = this.count;
    let count = first;
    for (; at < list.length && list.offsetAt(at) < to; at += 1) {
      if (at > count) list.move(at, count);
      terms[count] = table.add(list.hashAt(at));
      count += 1;
    }
    if (count > first && (list.shapeAt(first) & TERM_UNSPACED) === 0) list.markFirst(first);
    this.#next = at;
    this.count = count;
  }

  /** All terms that were dealt; the list ends with the last of them. */
  finish(): { table: TermTable; terms: Int32Array } {
    this.#list.length = this.count;
    return { table: this.#table, terms: this.#terms.subarray(0, this.count) };
  }
}
