/** Numbers terms by their hash, 0, 1, 2, … in the order of first sight. Open addressing; grows by doubling. */
export class TermTable {
  #slots: Int32Array;
  #hashes: Int32Array;
  #lengths: Uint16Array;
  #mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 64;
    while (capacity < expected * 2) capacity *= 2;
    this.#slots = new Int32Array(capacity);
    this.#hashes = new Int32Array(capacity >> 1);
    this.#lengths = new Uint16Array(capacity >> 1);
    this.#mask = capacity - 1;
  }

  hashAt(id: number): number {
    return this.#hashes[id] as number;
  }

  /** Length in UTF-16 units of the term as first seen. */
  lengthAt(id: number): number {
    return this.#lengths[id] as number;
  }

  find(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const id = (this.#slots[slot] as number) - 1;
      if (id < 0 || this.#hashes[id] === hash) return id;
      slot = (slot + 1) & this.#mask;
    }
  }

  add(hash: number, length: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const id = (this.#slots[slot] as number) - 1;
      if (id < 0) break;
      if (this.#hashes[id] === hash) return id;
      slot = (slot + 1) & this.#mask;
    }
    if (this.size === this.#hashes.length) {
      this.#grow();
      return this.add(hash, length);
    }
    this.#hashes[this.size] = hash;
    this.#lengths[this.size] = length;
    this.size += 1;
    this.#slots[slot] = this.size;
    return this.size - 1;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const lengths = this.#lengths;
    this.#slots = new Int32Array((this.#mask + 1) * 2);
    this.#hashes = new Int32Array(this.#mask + 1);
    this.#hashes.set(hashes);
    this.#lengths = new Uint16Array(this.#mask + 1);
    this.#lengths.set(lengths);
    this.#mask = this.#slots.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      const hash = hashes[id] as number;
      let slot = (hash ^ (hash >>> 15)) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id + 1;
    }
  }
}
