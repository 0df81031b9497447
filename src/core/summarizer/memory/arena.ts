const FEWEST_ITEMS = 16;
const SMALLEST_BLOCK_BYTES = 1024;
/** Most articles need one block, large ones a few of this size. */
const LARGEST_BLOCK_BYTES = 256 * 1024;
/** Should the first block not do, the next ones are smaller. */
const NEXT_BLOCK_SHARE = 0.25;
/** So that every kind of number may begin where the one before ends. */
const ALIGNMENT = 8;

/**
 * Memory for what is learned of one text, all zeros at first. A typed array with memory of its own costs half a
 * microsecond or more, a view of a block a twentieth of that, and ranking an article of 2.5 KB makes some forty
 * arrays. Nothing is handed out twice; the garbage collector takes a block back with the last array in it.
 */
export class Arena {
  readonly #blockBytes: number;
  #block: ArrayBuffer;
  #used = 0;
  /** Bytes handed out of blocks before this one. */
  #usedBefore = 0;

  /** @param bytes - What all arrays together are expected to need. */
  constructor(bytes: number) {
    this.#blockBytes = Math.min(LARGEST_BLOCK_BYTES, Math.max(SMALLEST_BLOCK_BYTES, bytes));
    this.#block = new ArrayBuffer(this.#blockBytes);
  }

  int32(length: number): Int32Array {
    const offset = this.#take(length * Int32Array.BYTES_PER_ELEMENT);
    return new Int32Array(this.#block, offset, length);
  }

  float64(length: number): Float64Array {
    const offset = this.#take(length * Float64Array.BYTES_PER_ELEMENT);
    return new Float64Array(this.#block, offset, length);
  }

  uint8(length: number): Uint8Array {
    const offset = this.#take(length);
    return new Uint8Array(this.#block, offset, length);
  }

  /** Room for a number of each item that a text of so many units usually has; {@link doubled} for more. */
  roomFor(units: number, unitsPerItem: number): Int32Array {
    return this.int32(Math.max(FEWEST_ITEMS, Math.ceil(units / unitsPerItem)));
  }

  /**
   * Takes everything back that was handed out: all arrays of this arena must have been done with. To fill a block
   * with zeros costs a tenth of a new one, whose memory the garbage collector has to give back as well.
   */
  reset(): void {
    if (this.#usedBefore === 0) new Uint8Array(this.#block).fill(0, 0, this.#used);
    else this.#block = new ArrayBuffer(Math.min(LARGEST_BLOCK_BYTES, this.#usedBefore + this.#used));
    this.#used = 0;
    this.#usedBefore = 0;
  }

  /** Makes room in the current block, or begins another; gives the place. */
  #take(bytes: number): number {
    const offset = this.#used;
    this.#used = offset + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (this.#used <= this.#block.byteLength) return offset;
    this.#usedBefore += offset;
    this.#block = new ArrayBuffer(Math.max(Math.ceil(this.#blockBytes * NEXT_BLOCK_SHARE), bytes));
    this.#used = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return 0;
  }
}

/** The same numbers with as much room again behind them. */
export function doubled(items: Int32Array): Int32Array {
  const roomier = new Int32Array(items.length * 2);
  roomier.set(items);
  return roomier;
}
