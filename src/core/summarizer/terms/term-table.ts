import type { Arena } from '../memory/arena.ts';

/** Numbers items by their hash, 0, 1, 2, … in the order of first sight. Open addressing; grows by doubling. */
export class TermTable {
  /** Slots hold an item's number plus one; behind them stand the hashes by number. */
  #cells: Int32Array;
  #capacity: number;
  size = 0;

  constructor(expected: number, arena: Arena) {
    this.#capacity = 64;
    while (this.#capacity < expected * 2) this.#capacity *= 2;
    this.#cells = arena.int32(this.#capacity * 1.5);
  }

  hashAt(id: number): number {
    return this.#cells[this.#capacity + id] as number;
  }

  /** Number of the item with this hash, or -1. */
  find(hash: number): number {
    return (this.#cells[this.#slotOf(hash)] as number) - 1;
  }

  add(hash: number): number {
    const slot = this.#slotOf(hash);
    const known = (this.#cells[slot] as number) - 1;
    if (known >= 0) return known;
    if (this.size * 2 === this.#capacity) {
      this.#grow();
      return this.add(hash);
    }
    this.#cells[this.#capacity + this.size] = hash;
    this.size += 1;
    this.#cells[slot] = this.size;
    return this.size - 1;
  }

  /** The slot that holds this hash, or the empty one where it belongs. */
  #slotOf(hash: number): number {
    const cells = this.#cells;
    const capacity = this.#capacity;
    let slot = (hash ^ (hash >>> 15)) & (capacity - 1);
    for (;;) {
      const number = cells[slot] as number;
      if (number === 0 || cells[capacity + number - 1] === hash) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  }

  #grow(): void {
    const hashes = this.#cells.subarray(this.#capacity);
    this.#capacity *= 2;
    this.#cells = new Int32Array(this.#capacity * 1.5);
    this.#cells.set(hashes, this.#capacity);
    for (let id = 0; id < this.size; id += 1) this.#cells[this.#slotOf(hashes[id] as number)] = id + 1;
  }
}
