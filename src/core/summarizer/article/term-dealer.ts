import type { Arena } from '../memory/arena.ts';
import { TERM_FIRST, TERM_UNSPACED, type TermList } from '../terms/term-list.ts';
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
    const table = this.#table;
    const terms = this.#terms;
    const { hashes, offsets, lengths, shapes, length } = this.#list;
    let at = this.#next;
    while (at < length && (offsets[at] as number) < from) at += 1;
    const first = this.count;
    let count = first;
    for (; at < length; at += 1) {
      const offset = offsets[at] as number;
      if (offset >= to) break;
      const hash = hashes[at] as number;
      if (at > count) {
        hashes[count] = hash;
        offsets[count] = offset;
        lengths[count] = lengths[at] as number;
        shapes[count] = shapes[at] as number;
      }
      terms[count] = table.add(hash);
      count += 1;
    }
    const shape = shapes[first] as number;
    if (count > first && (shape & TERM_UNSPACED) === 0) shapes[first] = shape | TERM_FIRST;
    this.#next = at;
    this.count = count;
  }

  /** All terms that were dealt; the list ends with the last of them. */
  finish(): { table: TermTable; terms: Int32Array } {
    this.#list.length = this.count;
    return { table: this.#table, terms: this.#terms.subarray(0, this.count) };
  }
}
