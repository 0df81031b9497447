/** Below this, all arrays of one article lie in one block of memory. */
const LARGEST_BLOCK_BYTES = 256 * 1024;
const SMALLEST_BLOCK_BYTES = 4 * 1024;
/** An article of usual words needs about this much per UTF-16 unit from scanning to choosing. */
const BYTES_PER_UNIT = 28;
/** So that every kind of number may begin where the one before ends. */
const ALIGNMENT = 8;

/**
 * Memory for what is learned of one article, all zeros at first. A typed array with memory of its own costs half a
 * microsecond or more, a view of a block a thirtieth of that (`npm run bench -- summarizer` shows the sum), and
 * ranking an article of 2.5 KB makes some forty arrays. Nothing is handed out twice; the garbage collector takes a
 * block back with the last array in it.
 */
export class Arena {
  readonly #blockBytes: number;
  #block: ArrayBuffer;
  #used = 0;

  /** @param units - Length of the text that the arrays are for. */
  constructor(units: number) {
    this.#blockBytes = Math.min(LARGEST_BLOCK_BYTES, Math.max(SMALLEST_BLOCK_BYTES, units * BYTES_PER_UNIT));
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

  /** Makes room in the current block, or begins another; gives the place. */
  #take(bytes: number): number {
    const offset = this.#used;
    this.#used = offset + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (this.#used <= this.#block.byteLength) return offset;
    this.#block = new ArrayBuffer(Math.max(this.#blockBytes, bytes));
    this.#used = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return 0;
  }
}
